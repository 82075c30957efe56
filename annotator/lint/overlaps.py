"""Annotations that get in each other's way: crossing, repeated, in a region out of scope."""

from collections.abc import Iterator
from dataclasses import replace

from annotator import edits
from annotator.edits import Edit
from annotator.lint.finding import Breach, Severity
from annotator.lint.page import Page
from annotator.lint.trimming import is_clean
from annotator.model import Annotation, Layer, Relation, Span
from annotator.model.zone import is_covered


def crossing(page: Page) -> Iterator[Breach]:
    """Find annotations that begin inside another and end outside it; each is said once, at the later one."""
    severity = None if page.schema.allow_crossing else Severity.ERROR
    around: list[Annotation] = []
    for annotation in page.annotations:
        around = [other for other in around if other.end > annotation.start]
        other = next((o for o in around if o.span.crosses(annotation.span)), None)
        if other is not None:
            yield Breach(
                annotation.span,
                annotation.id,
                other.id,
                values=(other.span.of(page.text),),
                fix=_widen_the_longer(page, other, annotation),
                severity=severity,
            )
        around.append(annotation)


def repeated(page: Page) -> Iterator[Breach]:
    """Find annotations that say again what another says: the same label on the same words."""
    groups: dict[tuple[Span, str], list[Annotation]] = {}
    for annotation in page.annotations:
        groups.setdefault((annotation.span, annotation.label), []).append(annotation)
    for same in groups.values():
        if len(same) > 1:
            kept, *extra = sorted(same, key=lambda a: (-_weight(a, page.layer), a.id))
            for annotation in extra:
                fix = _merge(annotation, kept, page)
                yield Breach(annotation.span, annotation.id, kept.id, fix=fix)


def in_zones(page: Page) -> Iterator[Breach]:
    """Find annotations in a region that the annotator has marked out of scope."""
    for annotation in page.layer.in_order:
        if annotation.end <= len(page.text) and is_covered(
            annotation.start, annotation.end, page.zones
        ):
            yield Breach(annotation.span, annotation.id, fix=page.remove(annotation))


def _widen_the_longer(page: Page, first: Annotation, second: Annotation) -> Edit | None:
    """Let the longer of two take the other in: the edges stay such as the annotator has chosen."""
    longer = first if len(first.span) >= len(second.span) else second
    whole = Span(first.start, second.end)
    if not is_clean(page.text, whole.start, whole.end):
        return None
    return edits.move(longer.id, whole, page.layer)


def _weight(annotation: Annotation, layer: Layer) -> int:
    return (
        len(annotation.attributes) + bool(annotation.note) + len(layer.relations_of(annotation.id))
    )


def _merge(extra: Annotation, kept: Annotation, page: Page) -> Edit | None:
    """Return the edit that removes one of two and gives the other the values and links that it lacks."""
    removal = page.remove(extra)
    if removal is None:
        return None
    steps: list[Edit] = [removal]
    known = set(page.layer.relations)
    for relation in page.layer.relations_of(extra.id):
        head, dependent = (
            kept.id if end == extra.id else end for end in (relation.head, relation.dependent)
        )
        moved = Relation(relation.type, head, dependent)
        if moved not in known and head != dependent:
            known.add(moved)
            steps.append(edits.link(moved))
    note = "\n".join(dict.fromkeys(note for note in (kept.note, extra.note) if note))
    whole = replace(kept, attributes={**extra.attributes, **kept.attributes}, note=note)
    if whole != kept:
        steps.append(edits.ChangeAnnotation(kept, whole))
    return edits.Bulk(tuple(steps))
