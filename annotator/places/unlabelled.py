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
from annotator.text.quotes.marks import Pair, pair_up
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


LONGEST = 4_000
"""Characters of a paragraph that are read at once; in a longer one a key would wait for all that is not looked at."""

AROUND = 400
"""Characters before and after such a piece that are read with it: a date or name over a cut is found whole, at its start."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A part ``[start, end)`` of a paragraph, not empty: the places that begin here are looked for together."""

    start: int
    end: int
    paragraph: Span

    def around(self, text: str) -> Span:
        """Return the piece with what is read before and after it, in whole words where there are any."""
        first, after = self.paragraph.start, self.paragraph.end
        if self.start - first > AROUND:
            first = max(text.rfind(" ", first, self.start - AROUND) + 1, self.start - 2 * AROUND)
        if after - self.end > AROUND:
            blank = text.find(" ", self.end + AROUND, self.end + 2 * AROUND)
            after = blank if blank >= 0 else min(self.end + 2 * AROUND, after)
        return Span(first, after)


Key = tuple[int, int]
"""The order one goes in: by start, what is longer first, so that a quotation comes before the names in it."""


def key_of(span: Span) -> Key:
    return span.start, -span.end


def step(reading: Reading, here: Key, direction: int) -> Place | None:
    """Return the next (1) or previous (-1) place after or before a key, or None where there is none."""
    for piece in _pieces_from(reading.text, here[0], direction):
        found = unlabelled(reading, piece)
        if direction < 0:
            found = found[::-1]
        for place in found:
            key = key_of(place.span)
            if (key > here) if direction > 0 else (key < here):
                return place
    return None


def prepare() -> None:
    """Make what the recognisers look for, once in a process: else the first key waits for it."""
    sample = 'قال بوتين: "نعم" في 9 نوفمبر 2020.'
    _read(sample, Piece(0, len(sample), Span(0, len(sample))), None)


def unlabelled(reading: Reading, piece: Piece) -> list[Place]:
    """Return the places that begin in a piece, in scope and not labelled as what they look like, in order."""
    regions = merged(reading.layer.zones)
    looking = {place.span: place for place in _looking(reading, piece)}
    end = max((span.end for span in looking), default=piece.start)
    here = tuple(_over(reading.layer.in_order, Span(piece.start, end))) if looking else ()
    found = [
        place
        for place in looking.values()
        if not is_covered(place.span.start, place.span.end, regions)
        and not _is_labelled(here, place)
    ]
    return sorted(found, key=lambda place: key_of(place.span))


def _looking(reading: Reading, piece: Piece) -> Iterator[Place]:
    """Yield what looks like something and begins in a piece, of two that say the same the surer one last."""
    name, date, quote = _labels(reading.schema)
    said = _read(reading.text, piece, reading.published)
    around = piece.around(reading.text)
    named = [
        (span, label or name)
        for span, label in reading.names.find(around.of(reading.text), around.start)
        if not any(other.contains(span) for other in said.dates)
    ]
    for span in said.titled:
        inside = [known for known, _ in named if known.overlaps(span)]
        # إلهام علييف after a title is more of the name than علييف, which is known; a list of names is not one name
        if not any(span.overlaps(other) for other in said.dates) and (
            not inside
            or (len(inside) == 1 and span.contains(inside[0]) and span.end == inside[0].end)
        ):
            named = [(known, label) for known, label in named if known not in inside]
            named.append((span, name))
    places = [Place(span, Likeness.NAME, label) for span, label in named]
    places += [Place(span, Likeness.DATE, date) for span in said.dates]
    places += [Place(span, Likeness.QUOTATION, quote) for span in said.quotes]
    yield from (one for one in places if piece.start <= one.span.start < piece.end)


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
    dates: tuple[Span, ...]
    titled: tuple[Span, ...]
    """Names by the title or the verb of saying before them."""
    quotes: tuple[Span, ...]


@lru_cache(maxsize=256)
def _read(text: str, piece: Piece, published: str | None) -> _Said:
    """Return what stands around a piece, and the quotations that begin in it, closed or not; it is asked for at every key."""
    around, first = piece.around(text), piece.paragraph.start
    words = around.of(text)
    quoted = quotes.find_from(
        piece.paragraph.of(text),
        _pairs(text, piece.paragraph),
        piece.start - first,
        piece.end - first,
    )
    return _Said(
        tuple(_moved(around.start, d.start, d.end) for d in dates.find(words, published)),
        tuple(_moved(around.start, *name) for name in _titled(words)),
        tuple(_moved(first, quote.start, quote.end) for quote in quoted)
        + tuple(
            span
            for span in _unclosed(text, piece.paragraph)
            if span.start in range(piece.start, piece.end)
        ),
    )


@lru_cache(maxsize=64)
def _pairs(text: str, paragraph: Span) -> tuple[Pair, ...]:
    return tuple(pair_up(paragraph.of(text))[0])


@lru_cache(maxsize=64)
def _unclosed(text: str, paragraph: Span) -> tuple[Span, ...]:
    """Return what marks without a partner may begin, each to the end of the paragraph."""
    words = paragraph.of(text)
    return tuple(
        _moved(paragraph.start, quote.start, quote.end) for quote in quotes.unclosed(words)
    )


def _moved(by: int, start: int, end: int) -> Span:
    return Span(by + start, by + end)


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


def _pieces_from(text: str, position: int, direction: int) -> Iterator[Piece]:
    """Yield the paragraphs, or the pieces of long ones, from the one at a position on, or back."""
    position = min(position, len(text))
    start = _line_start(text, position)
    is_first = True
    while True:
        end = _line_end(text, start)
        pieces = _pieces(text, start, end)
        if is_first:
            pieces = [
                piece
                for piece in pieces
                if (piece.end >= position if direction > 0 else piece.start <= position)
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


def _pieces(text: str, start: int, end: int) -> list[Piece]:
    """Return a paragraph in pieces, cut after a word where there is one; an empty paragraph has none."""
    pieces: list[Piece] = []
    if start == end:
        return pieces
    paragraph, first = Span(start, end), start
    while end - first > LONGEST:
        limit = first + LONGEST
        cut = text.rfind(" ", first, limit) + 1 or limit
        pieces.append(Piece(first, cut, paragraph))
        first = cut
    return [*pieces, Piece(first, end, paragraph)]


def _line_start(text: str, position: int) -> int:
    return max(text.rfind(end, 0, position) for end in LINE_ENDS) + 1


def _line_end(text: str, position: int) -> int:
    ends: Sequence[int] = [at for at in (text.find(end, position) for end in LINE_ENDS) if at >= 0]
    return min(ends, default=len(text))
