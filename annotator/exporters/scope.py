"""Which annotations a file is about: those of a label, those outside zones; and what CoNLL has no column for."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from annotator.exporters.base import ExportOptions
from annotator.exporters.loss import Reason, Tally
from annotator.model import Annotation, Article, Layer, Span
from annotator.model.zone import is_covered, merged


def count_article(layer: Layer, tally: Tally) -> None:
    """Count an article that is written into rows, and its zones, flags and questions, for which they have no place."""
    tally.articles += 1
    tally.count(Reason.ZONES, len(layer.zones))
    tally.count(Reason.REMARKS, len(layer.remarks))


def in_scope(
    layer: Layer, article: Article, options: ExportOptions, tally: Tally, label: str = ""
) -> list[Annotation]:
    """Return the annotations to write in reading order, of one label where it is given; count all asked for or left out."""
    annotations = [a for a in layer.in_order if label in ("", a.label)]
    return _in_scope(annotations, layer, article, options, tally)


def in_scope_unsorted(
    layer: Layer, article: Article, options: ExportOptions, tally: Tally, label: str = ""
) -> list[Annotation]:
    """Return the same in any order, for who sorts them by another rule."""
    found = layer.in_order if options.skip_zones else layer.annotations.values()
    annotations = [a for a in found if a.label == label] if label else list(found)
    return _in_scope(annotations, layer, article, options, tally)


def _in_scope(
    annotations: list[Annotation],
    layer: Layer,
    article: Article,
    options: ExportOptions,
    tally: Tally,
) -> list[Annotation]:
    tally.annotations += len(annotations)
    if options.skip_zones and layer.zones:
        annotations = _outside(annotations, article, merged(layer.zones), tally)
    _count_absent(annotations, layer, tally)
    return annotations


def without_zones(layer: Layer, article: Article, tally: Tally) -> Layer:
    """Return the layer without the annotations inside its zones, and without the relations that touch those."""
    stay = _outside(layer.in_order, article, merged(layer.zones), tally)
    if len(stay) == len(layer):
        return layer
    kept = {annotation.id: annotation for annotation in stay}
    relations = frozenset(r for r in layer.relations if r.head in kept and r.dependent in kept)
    return replace(layer, annotations=kept, relations=relations)


def _outside(
    annotations: Iterable[Annotation], article: Article, regions: Sequence[Span], tally: Tally
) -> list[Annotation]:
    stay: list[Annotation] = []
    for annotation in annotations:
        if is_covered(annotation.start, annotation.end, regions):
            tally.add(Reason.IN_ZONE, article, annotation)
        else:
            stay.append(annotation)
    return stay


def _count_absent(annotations: list[Annotation], layer: Layer, tally: Tally) -> None:
    """Count what rows cannot say of ``annotations``."""
    tally.count(Reason.ATTRIBUTES, sum(len(annotation.attributes) for annotation in annotations))
    tally.count(Reason.NOTES, sum(1 for annotation in annotations if annotation.note))
    if layer.relations:
        ids = {annotation.id for annotation in annotations}
        tally.count(
            Reason.RELATIONS, sum(1 for relation in layer.relations if relation.head in ids)
        )
