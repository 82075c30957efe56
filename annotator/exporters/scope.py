"""Which annotations a file is about: those of a label, those outside zones; and what a format has no place for."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace

from annotator.exporters.base import Exportable, ExportOptions
from annotator.exporters.loss import Reason, Tally
from annotator.format_facts import FLAT, Holds
from annotator.model import Annotation, Article, Layer, Span
from annotator.model.zone import is_covered, merged


def count_article(layer: Layer, tally: Tally, holds: Holds = FLAT) -> None:
    """Count an article, and of its zones, flags and questions those that the format has no place for."""
    tally.articles += 1
    if not holds.zones:
        tally.count(Reason.ZONES, len(layer.zones))
    if not holds.remarks:
        tally.count(Reason.REMARKS, len(layer.remarks))


def in_scope(
    layer: Layer,
    article: Article,
    options: ExportOptions,
    tally: Tally,
    holds: Holds = FLAT,
) -> list[Annotation]:
    """Return the annotations to write in reading order; count all asked for, what is left out and what the format does not hold."""
    return _in_scope(list(layer.in_order), layer, article, options, tally, holds)


def in_scope_unsorted(
    layer: Layer, article: Article, options: ExportOptions, tally: Tally, label: str = ""
) -> list[Annotation]:
    """Return those of one label, where it is given, in any order, for who sorts them by another rule."""
    found = layer.in_order if options.skip_zones else layer.annotations.values()
    annotations = [a for a in found if a.label == label] if label else list(found)
    return _in_scope(annotations, layer, article, options, tally, FLAT)


def of_labels(
    annotations: list[Annotation], labels: Collection[str], article: Article, tally: Tally
) -> list[Annotation]:
    """Return the annotations of labels that a file has a place for; count the others."""
    for annotation in annotations:
        if annotation.label not in labels:
            tally.add(Reason.NO_COLUMN, article, annotation)
    return [annotation for annotation in annotations if annotation.label in labels]


def _in_scope(
    annotations: list[Annotation],
    layer: Layer,
    article: Article,
    options: ExportOptions,
    tally: Tally,
    holds: Holds,
) -> list[Annotation]:
    tally.annotations += len(annotations)
    if options.skip_zones and layer.zones:
        annotations = _outside(annotations, article, merged(layer.zones), tally)
    _count_absent(annotations, layer, tally, holds)
    return annotations


def scoped(item: Exportable, options: ExportOptions, tally: Tally, holds: Holds) -> list[Layer]:
    """Return the layers of an article as a file is about them; count all of them, and what a format that ``holds`` so lacks."""
    tally.articles += 1
    tally.annotations += sum(map(len, item.layers))
    layers = list(item.layers)
    if options.skip_zones:
        layers = [without_zones(layer, item.article, tally) for layer in layers]
    for layer in layers:
        tally.written += len(layer)
        if not holds.attributes:
            tally.count(Reason.ATTRIBUTES, sum(len(a.attributes) for a in layer.in_order))
        if not holds.notes:
            tally.count(Reason.NOTES, sum(1 for a in layer.in_order if a.note))
        if not holds.relations:
            tally.count(Reason.RELATIONS, len(layer.relations))
        if not holds.zones:
            tally.count(Reason.ZONES, len(layer.zones))
        if not holds.remarks:
            tally.count(Reason.REMARKS, len(layer.remarks))
    return layers


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


def _count_absent(annotations: list[Annotation], layer: Layer, tally: Tally, holds: Holds) -> None:
    """Count what the format cannot say of ``annotations``."""
    if not holds.attributes:
        tally.count(Reason.ATTRIBUTES, sum(len(one.attributes) for one in annotations))
    if not holds.notes:
        tally.count(Reason.NOTES, sum(1 for one in annotations if one.note))
    if layer.relations and not holds.relations:
        ids = {annotation.id for annotation in annotations}
        tally.count(
            Reason.RELATIONS, sum(1 for relation in layer.relations if relation.head in ids)
        )
