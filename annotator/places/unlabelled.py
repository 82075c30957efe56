"""Places that look like a name, a date or a quotation and have no label yet: where to go next.

Nothing is suggested: a place is only gone to and selected, and what it is remains the annotator's to say.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from functools import lru_cache

from annotator.model import Annotation, AttributeKind, Layer, Schema, Span
from annotator.model.zone import is_covered, merged
from annotator.places.name_forms import NameForms
from annotator.text.dates import reader as dates
from annotator.text.quotes import reader as quotes
from annotator.text.quotes.context import Passage, known
from annotator.text.quotes.cues import cue_at
from annotator.text.quotes.phrases import noun_phrase, shortest_name
from annotator.text.quotes.speakers import subject
from annotator.text.sentences import LINE_ENDS


class Likeness(StrEnum):
    """What a place looks like."""

    NAME = "name"
    DATE = "date"
    QUOTATION = "quotation"


@dataclass(frozen=True, slots=True)
class Place:
    """A span that may be worth a label; ``label`` is the one it would have, where that is known."""

    span: Span
    likeness: Likeness
    label: str | None = None


@dataclass(frozen=True)
class Reading:
    """What is needed to look for places in one article."""

    text: str
    layer: Layer
    schema: Schema
    published: str | None = None
    names: NameForms = field(default_factory=NameForms)


_STOPS = (". ", "؟ ", "! ")

LONGEST = 4_000
"""Characters of a paragraph that are read at once; in a longer one a key would wait for all that is not looked at."""

Key = tuple[int, int]
"""The order one goes in: by start, what is longer first, so that a quotation comes before the names in it."""


def key_of(span: Span) -> Key:
    return span.start, -span.end


def step(reading: Reading, here: Key, direction: int) -> Place | None:
    """Return the next (1) or previous (-1) place after or before a key, or None where there is none."""
    for start, end in _passages(reading.text, here[0], direction):
        found = unlabelled(reading, start, end)
        if direction < 0:
            found = found[::-1]
        for place in found:
            key = key_of(place.span)
            if (key > here) if direction > 0 else (key < here):
                return place
    return None


def unlabelled(reading: Reading, start: int, end: int) -> list[Place]:
    """Return the places of a passage that are in scope and not labelled as what they look like, in order."""
    regions = merged(reading.layer.zones)
    paragraph = Span(start, end) if start < end else None
    here = tuple(_over(reading.layer.in_order, paragraph)) if paragraph else ()
    found = {
        place.span: place
        for place in _looking(reading, start, end)
        if not is_covered(place.span.start, place.span.end, regions)
        and not _is_labelled(here, place)
    }
    return sorted(found.values(), key=lambda place: key_of(place.span))


def _looking(reading: Reading, start: int, end: int) -> Iterator[Place]:
    """Yield what looks like something, of two that say the same the surer one last."""
    schema, paragraph = reading.schema, reading.text[start:end]
    name, date, quote = _labels(schema)
    said, titled = _read(paragraph, reading.published)
    dated = [Span(start + first, start + after) for first, after in said.dates]
    named = [
        (span, label or name)
        for span, label in reading.names.find(paragraph, start)
        if not any(other.contains(span) for other in dated)
    ]
    for first, after in titled:
        span = Span(start + first, start + after)
        inside = [known for known, _ in named if known.overlaps(span)]
        # إلهام علييف after a title is more of the name than علييف, which is known; a list of names is not one name
        if not any(span.overlaps(other) for other in dated) and (
            not inside
            or (len(inside) == 1 and span.contains(inside[0]) and span.end == inside[0].end)
        ):
            named = [(known, label) for known, label in named if known not in inside]
            named.append((span, name))
    for span, label in named:
        yield Place(span, Likeness.NAME, label)
    for span in dated:
        yield Place(span, Likeness.DATE, date)
    for first, after in said.quotes:
        yield Place(Span(start + first, start + after), Likeness.QUOTATION, quote)


def _labels(schema: Schema) -> tuple[str | None, str | None, str | None]:
    """Return the labels that a schema has for people and states, for dates and for what somebody said."""
    relation = next(iter(schema.relations), None)
    with_date = (
        label.name
        for label in schema.labels
        if any(attribute.kind == AttributeKind.DATE for attribute in label.attributes)
    )
    return (
        relation.dependent if relation else None,
        next(with_date, None),
        relation.head if relation else None,
    )


def _is_labelled(annotations: Iterable[Annotation], place: Place) -> bool:
    """Tell whether one of them is the place: with its label and more than half of either, or else exactly."""
    for annotation in _over(annotations, place.span):
        if place.label is None or annotation.label != place.label:
            if annotation.span == place.span:
                return True
        elif place.likeness != Likeness.QUOTATION or _is_most(annotation.span, place.span):
            return True
    return False


def _is_most(one: Span, other: Span) -> bool:
    both = min(one.end, other.end) - max(one.start, other.start)
    return both > 0.5 * min(len(one), len(other))


def _over(annotations: Iterable[Annotation], span: Span) -> Iterator[Annotation]:
    first, after = span.start, span.end
    return (a for a in annotations if a.span.start < after and first < a.span.end)


@dataclass(frozen=True, slots=True)
class _Said:
    dates: tuple[tuple[int, int], ...]
    quotes: tuple[tuple[int, int], ...]


@lru_cache(maxsize=256)
def _read(paragraph: str, published: str | None) -> tuple[_Said, tuple[tuple[int, int], ...]]:
    """Return dates, quotations and names by their titles in a paragraph; it is asked for again at every key."""
    found = _Said(
        tuple((d.start, d.end) for d in dates.find(paragraph, published)),
        tuple((q.start, q.end) for q in quotes.find(paragraph)),
    )
    return found, tuple(_titled(paragraph))


def _titled(paragraph: str) -> Iterator[tuple[int, int]]:
    """Yield the names that a title or a verb of saying stands before."""
    passage = Passage(paragraph, 0)
    words, vocabulary = passage.words, known()
    for at, word in enumerate(words):
        if not word.is_word:
            continue
        if word.text.removeprefix("ال") in vocabulary.roles:
            phrase = noun_phrase(words, at)
            name = shortest_name(words, *phrase) if phrase else None
            if name is None or name == phrase:
                continue
        elif (cue := cue_at(words, at)) is not None and cue.kind == "said":
            phrase = subject(words, at)
            name = shortest_name(words, *phrase) if phrase else None
            if name is None or words[name[0]].text in vocabulary.papers | vocabulary.generic:
                continue
        else:
            continue
        if name[1] - name[0] <= 5:
            yield passage.source_span(words[name[0]].start, words[name[1] - 1].end)


def _passages(text: str, position: int, direction: int) -> Iterator[tuple[int, int]]:
    """Yield the paragraphs, or the pieces of long ones, from the one at a position on, or back."""
    position = min(position, len(text))
    start = _line_start(text, position)
    is_first = True
    while True:
        end = _line_end(text, start)
        pieces = _pieces(text, start, end)
        if is_first:
            pieces = [
                (first, after)
                for first, after in pieces
                if (after >= position if direction > 0 else first <= position)
            ]
        is_first = False
        yield from pieces[::direction]
        if direction > 0:
            if end >= len(text):
                return
            start = end + 1
        else:
            if start == 0:
                return
            start = _line_start(text, start - 1)


def _pieces(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Return a paragraph in pieces, each to the end of a sentence or at least of a word where there is one."""
    pieces: list[tuple[int, int]] = []
    while end - start > LONGEST:
        limit = start + LONGEST
        after = max(text.rfind(stop, start, limit) + len(stop) for stop in _STOPS)
        if after <= start + 1:
            after = text.rfind(" ", start, limit) + 1
        cut = after if after > start else limit
        pieces.append((start, cut))
        start = cut
    return [*pieces, (start, end)]


def _line_start(text: str, position: int) -> int:
    return max(text.rfind(end, 0, position) for end in LINE_ENDS) + 1


def _line_end(text: str, position: int) -> int:
    ends: Sequence[int] = [at for at in (text.find(end, position) for end in LINE_ENDS) if at >= 0]
    return min(ends, default=len(text))
