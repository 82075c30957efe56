"""Which annotations a file is about: those of a label, those outside zones; and what CoNLL has no column for."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from annotator.exporters.base import ExportOptions
from annotator.exporters.loss import Reason, Tally
from annotator.model import Annotation, Article, Layer, Span
from annotator.model.zone import is_covered, merged


def in_scope(
    layer: Layer, article: Article, options: ExportOptions, tally: Tally
) -> list[Annotation]:
    """Return the annotations to write in reading order; count the article, and all that was asked for or is left out.

    What goes into a file for each label is counted with the first of them, so that the reports add up to one export.
    """
    annotations = [a for a in layer.in_order if options.label in (None, a.label)]
    counts_article = options.label in (None, options.schema.label_names[0])
    tally.articles += counts_article
    tally.annotations += len(annotations)
    if options.skip_zones and layer.zones:
        annotations = _outside(annotations, article, merged(layer.zones), tally)
    _count_absent(annotations, layer, tally)
    if counts_article:
        tally.count(Reason.ZONES, len(layer.zones))
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
