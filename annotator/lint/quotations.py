"""Quotes without a speaker, quotes that took in marks of others, and marks without a partner."""

from collections.abc import Iterator
from itertools import pairwise

from annotator import edits
from annotator.lint.finding import Hit
from annotator.lint.page import Page
from annotator.lint.reading import lone_marks, partners, proposed_speakers
from annotator.lint.trimming import trim
from annotator.model import SPEAKER, Annotation, Relation, Span
from annotator.model.zone import is_covered

_MARKS = frozenset('"＂«»“”„‟‹›‘’‚❝❞')


def without_speaker(page: Page) -> Iterator[Hit]:
    """Find quotes that are linked to nobody; the fix links the annotated actor that the words before name."""
    linked = {relation.head for relation in page.layer.relations if relation.type == SPEAKER}
    for annotation in page.annotations:
        if annotation.label in page.quote_labels and annotation.id not in linked:
            speaker = _proposed_speaker(page, annotation)
            fix = edits.link(Relation(SPEAKER, annotation.id, speaker.id)) if speaker else None
            yield Hit(
                annotation.span,
                annotation.id,
                speaker.id if speaker else None,
                values=(speaker.span.of(page.text) if speaker else "",),
                fix=fix,
            )


def with_foreign_marks(page: Page) -> Iterator[Hit]:
    """Find quotes that hold a mark whose partner is outside: they go on past the end of what was said."""
    for annotation in page.annotations:
        if annotation.label not in page.quote_labels:
            continue
        start, end, _ = trim(page.text, annotation.start, annotation.end)
        if _foreign(page.text, start, end):
            kept = _longest_part(page.text, start, end)
            fix = page.move(annotation, *kept) if kept else None
            yield Hit(annotation.span, annotation.id, fix=fix)


def unbalanced(page: Page) -> Iterator[Hit]:
    for position in lone_marks(page.text):
        place = Span(position, position + 1)
        if not is_covered(place, page.zones):
            yield Hit(place, values=(page.text[position],))


def _proposed_speaker(page: Page, quote: Annotation) -> Annotation | None:
    types = [r for r in page.schema.relations if r.name == SPEAKER and r.head == quote.label]
    for start, end, first, after in proposed_speakers(page.text):
        if quote.start < end and start < quote.end:
            named = Span(first, after)
            actors = [
                other
                for other in page.annotations
                if other.label in {r.dependent for r in types}
                and other.span.overlaps(named)
                and other.id != quote.id
            ]
            return min(actors, key=lambda a: (len(a.span), a.start, a.id), default=None)
    return None


def _foreign(text: str, start: int, end: int) -> list[int]:
    pairs, lone = partners(text), frozenset(lone_marks(text))
    return [
        at
        for at in range(start, end)
        if text[at] in _MARKS and (at in lone or not start <= pairs.get(at, at) < end)
    ]


def _longest_part(text: str, start: int, end: int) -> tuple[int, int] | None:
    """Return the longest stretch without marks of others, trimmed; None where nothing is left."""
    while marks := _foreign(text, start, end):
        cuts = pairwise([start - 1, *marks, end])
        parts = [trim(text, left + 1, right)[:2] for left, right in cuts if left + 1 < right]
        parts = [(first, after) for first, after in parts if first < after]
        if not parts:
            return None
        longest = max(parts, key=lambda part: part[1] - part[0])
        if longest == (start, end):
            return None
        start, end = longest
    return start, end
