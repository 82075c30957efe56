"""Values that are missing, are no dates, or are dates of another century."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator

from annotator import edits
from annotator.edits import Edit
from annotator.lint.finding import Breach
from annotator.lint.page import Page
from annotator.lint.text_facts import proposed_dates
from annotator.model import Annotation, Attribute, AttributeKind
from annotator.text.dates.cuts import has_every_digit
from annotator.text.dates.edtf import bounds, normalise

YEARS_BEFORE = 200
YEARS_AFTER = 50
"""How far from the day of publication a date in political news is still likely: treaties of 1828, goals for 2060."""


def missing(page: Page) -> Iterator[Breach]:
    """Find attributes that the schema requires and nobody has filled in."""
    for annotation, attribute in _attributes(page):
        if attribute.required and not annotation.attribute(attribute.name).strip():
            fix = None
            if attribute.kind == AttributeKind.DATE:
                fix = _with_proposed_date(page, annotation, attribute)
            elif attribute.kind == AttributeKind.CHOICE and len(attribute.choices) == 1:
                fix = edits.set_attribute(
                    annotation.id, attribute.name, attribute.choices[0], page.layer
                )
            yield Breach(
                annotation.span,
                annotation.id,
                detail=attribute.name,
                values=(attribute.name,),
                fix=fix,
            )


def no_dates(page: Page) -> Iterator[Breach]:
    """Find values of date attributes that are not ISO 8601 or EDTF, as those are written."""
    for annotation, attribute, value in _dates(page):
        meant = normalise(value)
        if meant != value:
            if meant is not None and _is_likely(meant, page.article.published):
                fix = edits.set_attribute(annotation.id, attribute.name, meant, page.layer)
            else:
                fix = _with_proposed_date(page, annotation, attribute)
            yield Breach(
                annotation.span, annotation.id, detail=attribute.name, values=(value,), fix=fix
            )


def unlikely_dates(page: Page) -> Iterator[Breach]:
    """Find dates too far from the day of publication; without one nothing can be said."""
    published = page.article.published
    for annotation, attribute, value in _dates(page):
        if normalise(value) == value and not _is_likely(value, published):
            fix = _with_proposed_date(page, annotation, attribute)
            yield Breach(
                annotation.span,
                annotation.id,
                detail=attribute.name,
                values=(value, published or ""),
                fix=fix,
            )


def other_edges(page: Page) -> Iterator[Breach]:
    """Find dates that begin or end elsewhere than the words tell: a preposition inside, a month left out.

    What leaves out a digit that somebody marked is not believed: the mark knows more than the rule.
    """
    proposed = sorted(proposed_dates(page.text, page.article.published))
    for annotation in page.annotations:
        label = page.labels.get(annotation.label)
        if label is None or all(a.kind != AttributeKind.DATE for a in label.attributes):
            continue
        at = max(bisect_right(proposed, (annotation.start, len(page.text) + 1)) - 1, 0)
        after = bisect_left(proposed, (annotation.end, 0))
        found = [edges for edges in proposed[at:after] if _overlaps(annotation, edges)]
        here = (annotation.start, annotation.end)
        if len(found) == 1 and found[0] != here and has_every_digit(page.text, here, found[0]):
            start, end = found[0]
            fix = page.move(annotation, start, end)
            yield Breach(annotation.span, annotation.id, values=(page.text[start:end],), fix=fix)


def _overlaps(annotation: Annotation, edges: tuple[int, int]) -> bool:
    return edges[0] < annotation.end and annotation.start < edges[1]


def _attributes(page: Page) -> Iterator[tuple[Annotation, Attribute]]:
    for annotation in page.annotations:
        label = page.labels.get(annotation.label)
        for attribute in label.attributes if label else ():
            yield annotation, attribute


def _dates(page: Page) -> Iterator[tuple[Annotation, Attribute, str]]:
    for annotation, attribute in _attributes(page):
        value = annotation.attribute(attribute.name)
        if attribute.kind == AttributeKind.DATE and value:
            yield annotation, attribute, value


def _is_likely(value: str, published: str | None) -> bool:
    named, day = bounds(value), bounds(published or "")
    if named is None or day is None:
        return True
    (first, last), (earliest, latest) = named, day
    too_early = first and earliest and first.year < earliest.year - YEARS_BEFORE
    too_late = last and latest and last.year > latest.year + YEARS_AFTER
    return not too_early and not too_late


def _with_proposed_date(page: Page, annotation: Annotation, attribute: Attribute) -> Edit | None:
    """Return the edit that puts in the value that the words themselves tell, where they tell one."""
    found = proposed_dates(page.text, page.article.published)
    value = found.get((annotation.start, annotation.end), "")
    if normalise(value) != value or not _is_likely(value, page.article.published):
        return None
    return edits.set_attribute(annotation.id, attribute.name, value, page.layer)
