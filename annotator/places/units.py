"""The pieces of a text that a key selects: words, phrases, quotations, sentences. Pure, in code points."""

from bisect import bisect_left
from collections.abc import Callable, Sequence
from enum import StrEnum
from functools import lru_cache

from annotator.model import Span
from annotator.text import graphemes, sentences
from annotator.text.quotes import reader as quotes
from annotator.text.tokens import tokenize


class Unit(StrEnum):
    """What is selected, grown and shrunk by one key."""

    WORD = "word"
    PHRASE = "phrase"  # from one punctuation mark to the next
    QUOTATION = "quotation"  # what somebody said, without its marks
    SENTENCE = "sentence"


_PARTING = frozenset('.:؛،!?؟۔…;,()[]{}«»"“”„‹›—–')
"""Signs that end a phrase. A hyphen, a slash or an apostrophe between two words does not."""

REACH = 10_000
"""Code points on each side of a place that are read of a very long paragraph, up to white space."""

LONGEST_WORD = 400


def at(text: str, unit: Unit, position: int) -> Span | None:
    """Return the smallest unit that holds the character at a caret position or, failing that, ends there.

    Of a word and the sign after it, the caret between them, it is the word.
    """
    found: list[Span] = []
    for place in (position, position - 1):
        if 0 <= place < len(text):
            held = [span for span in _near(text, unit, place) if span.start <= place < span.end]
            if held:
                found.append(min(held, key=len))
    if unit == Unit.WORD:
        found.sort(key=lambda span: not any(letter.isalnum() for letter in span.of(text)))
    return found[0] if found else None


def following(text: str, unit: Unit, position: int) -> Span | None:
    """Return the first unit that starts at or after a position, in whatever paragraph."""
    while position < len(text):
        spans = _near(text, unit, position)
        index = bisect_left(spans, position, key=lambda span: span.start)
        if index < len(spans):
            return spans[index]
        position = _piece(text, position)[1]
        position += position < len(text) and text[position] in sentences.LINE_ENDS
    return None


def grown(text: str, unit: Unit, selection: Span | None, caret: int) -> Span | None:
    """Return the unit at the caret or after it; of a selection, what holds it and whole units more.

    None where there is nothing more to take. The result always holds the selection and is longer.
    """
    if selection is None:
        return at(text, unit, caret) or following(text, unit, caret)
    if unit != Unit.WORD:
        # a word is only ever added: where the selection begins inside one, that was meant
        held = _holding(text, unit, selection)
        if held is not None:
            return held
    return _with_next(text, unit, selection)


def shrunk(text: str, unit: Unit, selection: Span) -> Span | None:
    """Return the selection without its last unit, or None where nothing else was in it."""
    position = selection.end - 1
    while position >= selection.start:
        spans = [
            span
            for span in _near(text, unit, position)
            if selection.start < span.end < selection.end
        ]
        if spans:
            start, end = graphemes.snap(text, selection.start, max(span.end for span in spans))
            return Span(start, end) if end < selection.end else None
        position = _piece(text, position)[0] - 1
    return None


def _holding(text: str, unit: Unit, selection: Span) -> Span | None:
    """Return the selection widened to whole units where its ends lie inside some."""
    first = _outside(text, unit, selection.start, selection)
    last = _outside(text, unit, selection.end - 1, selection)
    start = min(selection.start, first.start if first else selection.start)
    end = max(selection.end, last.end if last else selection.end)
    return Span(start, end) if (start, end) != (selection.start, selection.end) else None


def _outside(text: str, unit: Unit, position: int, selection: Span) -> Span | None:
    """Return the smallest unit at a position that reaches out of the selection."""
    spans = (
        span
        for span in _near(text, unit, position)
        if span.start <= position < span.end and not selection.contains(span)
    )
    return min(spans, key=len, default=None)


def _with_next(text: str, unit: Unit, selection: Span) -> Span | None:
    added = following(text, unit, selection.end)
    if added is None or (
        unit == Unit.QUOTATION and added.start > _piece(text, selection.end - 1)[1]
    ):
        return None  # quotations far apart are two annotations, never one
    return Span(selection.start, added.end)


def _near(text: str, unit: Unit, position: int) -> Sequence[Span]:
    """Return the units of the paragraph, or the part of a very long one, that a position is in."""
    start, end = _piece(text, position)
    return _units(text[start:end], unit, start) if start < end else ()


def _piece(text: str, position: int) -> tuple[int, int]:
    start = max(text.rfind(end, 0, position) for end in sentences.LINE_ENDS) + 1
    after = min(
        (at for at in (text.find(end, position) for end in sentences.LINE_ENDS) if at >= 0),
        default=len(text),
    )
    if after - start <= REACH:
        return start, after
    first, last = max(start, position - REACH), min(after, position + REACH)
    return _gap(text, first, start), _gap(text, last, first)


def _gap(text: str, position: int, limit: int) -> int:
    """Return the place after the last white space before a position; the next grapheme edge where none is near."""
    if position in (limit, len(text)):
        return position
    place = position
    while place > max(limit, position - LONGEST_WORD) and not text[place - 1].isspace():
        place -= 1
    if place > limit and text[place - 1].isspace():
        return place
    return graphemes.snap(text, position, position)[0]


@lru_cache(maxsize=64)
def _units(piece: str, unit: Unit, offset: int) -> tuple[Span, ...]:
    return tuple(
        Span(start + offset, end + offset)
        for start, end in sorted(_FIND[unit](piece))
        if start < end
    )


def _words(piece: str) -> list[tuple[int, int]]:
    return [graphemes.snap(piece, *token) for token in tokenize(piece)]


def _phrases(piece: str) -> list[tuple[int, int]]:
    found: list[tuple[int, int]] = []
    is_open = False
    for start, end in tokenize(piece):
        if piece[start] in _PARTING:
            is_open = False
            continue
        first = found.pop()[0] if is_open else start
        found.append(graphemes.snap(piece, first, end))
        is_open = True
    return found


def _quotations(piece: str) -> list[tuple[int, int]]:
    return [(quote.start, quote.end) for quote in (*quotes.find(piece), *quotes.unclosed(piece))]


def _sentences(piece: str) -> list[tuple[int, int]]:
    return sentences.split(piece)


_FIND: dict[Unit, Callable[[str], list[tuple[int, int]]]] = {
    Unit.WORD: _words,
    Unit.PHRASE: _phrases,
    Unit.QUOTATION: _quotations,
    Unit.SENTENCE: _sentences,
}
