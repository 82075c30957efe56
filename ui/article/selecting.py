"""What a drag, a double click or a key selects. Pure functions on the text, in code points."""

from bisect import bisect_right
from functools import lru_cache

import regex

from annotator.model import Span
from annotator.text import graphemes
from annotator.text.tokens import tokenize

_WORD = regex.compile(r"[\p{L}\p{N}]")

WINDOW = 400
"""Code points looked at on each side: words are shorter, and a megabyte need not be tokenised for one click."""


def exact(text: str, anchor: int, focus: int) -> Span | None:
    """Return the characters between two positions, widened to whole graphemes."""
    start, end = graphemes.snap(text, min(anchor, focus), max(anchor, focus))
    return Span(start, end) if start < end else None


def words(text: str, anchor: int, focus: int) -> Span | None:
    """Return the characters between two positions, widened to whole tokens and then trimmed of outer white space."""
    start, end = min(anchor, focus), max(anchor, focus)
    if start == end:
        return None
    first, last = token_at(text, start), token_at(text, end - 1)
    start = first.start if first else start
    end = last.end if last else end
    return trimmed(text, start, end)


def word_at(text: str, position: int) -> Span | None:
    """Return the token at a caret position: the one after it or, at a token's end, the one before it.

    A word goes before a sign: between بيسكوف and its colon nobody means the colon.
    """
    beside = (token_at(text, position), token_at(text, position - 1) if position else None)
    found = [token for token in beside if token is not None]
    return min(found, key=lambda token: not is_word(text, token), default=None)


def is_word(text: str, token: Span) -> bool:
    """Tell whether a token is a word or a number, no sign."""
    return _WORD.search(text, token.start, token.end) is not None


def next_word(text: str, position: int) -> Span | None:
    """Return the first token that starts at or after a position."""
    while position < len(text):
        for token in _tokens(text, position):
            if token.start >= position:
                return token
        position += WINDOW
    return None


def previous_word(text: str, position: int) -> Span | None:
    """Return the last token that ends at or before a position."""
    while position > 0:
        found = [token for token in _tokens(text, position - 1) if token.end <= position]
        if found:
            return found[-1]
        position -= WINDOW
    return None


def word_start(text: str, position: int, *, forward: bool) -> int:
    """Return the nearest place after or before a position where a word starts, or the position itself."""
    if forward:
        word = next_word(text, position + 1)
    else:
        word = (token_at(text, position - 1) if position else None) or previous_word(text, position)
    return word.start if word else position


def word_end(text: str, position: int, *, forward: bool) -> int:
    """Return the nearest place after or before a position where a word ends, or the position itself."""
    if forward:
        word = token_at(text, position) or next_word(text, position)
    else:
        word = previous_word(text, position - 1)
    return word.end if word else position


def token_at(text: str, position: int) -> Span | None:
    """Return the token that covers a character, or None on white space and at the text's end."""
    tokens = _tokens(text, position)
    index = bisect_right(tokens, position, key=lambda token: token.start) - 1
    if index >= 0 and tokens[index].start <= position < tokens[index].end:
        return tokens[index]
    return None


def trimmed(text: str, start: int, end: int) -> Span | None:
    """Return the range without white space at its ends, on grapheme edges; None when nothing else is in it."""
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return exact(text, start, end)


def _tokens(text: str, position: int) -> tuple[Span, ...]:
    """Return the tokens near a position; the piece looked at begins and ends between tokens."""
    start = _gap_before(text, max(position - WINDOW, 0))
    end = _gap_after(text, min(position + WINDOW, len(text)))
    return _tokenized(text[start:end], start)


@lru_cache(maxsize=32)
def _tokenized(piece: str, offset: int) -> tuple[Span, ...]:
    return tuple(Span(token.start + offset, token.end + offset) for token in tokenize(piece))


def _gap_before(text: str, position: int) -> int:
    limit = max(position - WINDOW, 0)
    while position > limit and not text[position - 1].isspace():
        position -= 1
    return position


def _gap_after(text: str, position: int) -> int:
    limit = min(position + WINDOW, len(text))
    while position < limit and not text[position].isspace():
        position += 1
    return position
