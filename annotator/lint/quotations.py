"""Quotes without a speaker, quotes that took in marks of others, and marks without a partner."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from itertools import pairwise

from annotator import edits
from annotator.lint.finding import Breach
from annotator.lint.page import Page
from annotator.lint.text_facts import lone_marks, partners, proposed_speakers
from annotator.lint.trimming import trim
from annotator.model import SPEAKER, Annotation, Relation, Span
from annotator.model.zone import is_covered

_MARKS = frozenset('"＂«»“”„‟‹›‘’‚❝❞')


def without_speaker(page: Page) -> Iterator[Breach]:
    """Find quotes that are linked to nobody; the fix links the annotated actor that the words around name."""
    linked = {relation.head for relation in page.layer.relations if relation.type == SPEAKER}
    quotes = [a for a in page.annotations if a.label in page.quote_labels and a.id not in linked]
    speakers = _Speakers(page) if quotes else None
    for annotation in quotes:
        speaker = speakers.of(annotation) if speakers else None
        yield Breach(
            annotation.span,
            annotation.id,
            speaker.id if speaker else None,
            values=(speaker.span.of(page.text) if speaker else "",),
            fix=edits.link(Relation(SPEAKER, annotation.id, speaker.id)) if speaker else None,
        )


def with_foreign_marks(page: Page) -> Iterator[Breach]:
    """Find quotes that hold a mark whose partner is outside: they go on past the end of what was said."""
    for annotation in page.annotations:
        if annotation.label not in page.quote_labels:
            continue
        start, end, _ = trim(page.text, annotation.start, annotation.end)
        if _foreign(page.text, start, end):
            kept = _longest_part(page.text, start, end)
            fix = page.move(annotation, *kept) if kept else None
            yield Breach(annotation.span, annotation.id, fix=fix)


def unbalanced(page: Page) -> Iterator[Breach]:
    for position in lone_marks(page.text):
        place = Span(position, position + 1)
        if not is_covered(place.start, place.end, page.zones):
            yield Breach(place, values=(page.text[position],))


class _Speakers:
    """The annotations that the text's own words make the speakers of its quotations."""

    def __init__(self, page: Page) -> None:
        self._labels = {
            r.head: {
                o.dependent for o in page.schema.relations if (o.name, o.head) == (r.name, r.head)
            }
            for r in page.schema.relations
            if r.name == SPEAKER
        }
        self._quotations = proposed_speakers(page.text)
        self._starts = [start for start, *_ in self._quotations]
        may_speak = frozenset[str]().union(*self._labels.values())
        self._actors = [a for a in page.annotations if a.label in may_speak]
        self._longest = max((len(a.span) for a in self._actors), default=0)

    def of(self, quote: Annotation) -> Annotation | None:
        """Return the shortest annotation on the words that name the speaker of the first quotation in a quote."""
        at = max(bisect_right(self._starts, quote.start) - 1, 0)
        for start, end, first, after in self._quotations[at:]:
            if start >= quote.end:
                break
            if end > quote.start:
                named = self._on(Span(first, after), quote)
                return min(named, key=lambda a: (len(a.span), a.start, a.id), default=None)
        return None

    def _on(self, words: Span, quote: Annotation) -> Iterator[Annotation]:
        at = bisect_left(self._actors, words.start - self._longest, key=lambda a: a.start)
        for actor in self._actors[at:]:
            if actor.start >= words.end:
                return
            fits = actor.label in self._labels[quote.label] and actor.id != quote.id
            if fits and actor.span.overlaps(words):
                yield actor


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
