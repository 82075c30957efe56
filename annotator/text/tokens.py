"""Words, numbers and signs of a text, as every export and the evaluation count them.

A clitic stays on its word; marks, tatweel and ZWNJ stay inside it; a letter and a digit never share a token; compound
numerals (13:00, 3.5, 1,000) are whole; every other visible character stands alone. White space, NBSP included, and
format controls are never part of a token, so the raw slice is fit for a column of a whitespace-separated file.
"""

from itertools import accumulate, chain, compress
from operator import ne
from typing import NamedTuple

import regex

# Format controls that may stand inside a word; all others, and these at its ends, are outside.
_INSIDE = r"\u200b-\u200f\u061c\u00ad\u2060\ufeff\u202a-\u202e\u2066-\u2069"
# Signs written over the number that follows. Unicode counts them among the format controls, though they are seen.
_OVER = r"[\u0600-\u0605\u06dd\u070f\u0890\u0891\u08e2]"
_EMOJI = r"\p{Extended_Pictographic}\p{M}*\p{EMod}?[\p{M}\U000e0020-\U000e007f]*"

_TOKEN = regex.compile(
    rf"""
    (?:https?://|www\.)[^\s"«»“”<>،؛]*[^\s"«»“”<>،؛.,!?؟)\]:;]
  | [A-Za-z0-9._%+-]++@[A-Za-z0-9-]++\.[A-Za-z0-9.-]*[A-Za-z0-9]
  | {_OVER}*
    (?: \p{{Nd}}+\p{{M}}*(?:[.,:٫٬]\p{{Nd}}+\p{{M}}*)*
      | \p{{L}}[\p{{L}}\p{{M}}\u0640_]*
        (?: [{_INSIDE}]+\p{{M}}*[\p{{L}}\u0640][\p{{L}}\p{{M}}\u0640]*
          | ['’](?=\p{{Latin}})\p{{Latin}}[\p{{Latin}}\p{{M}}]*
        )*
      | \p{{Regional_Indicator}}{{2}}\p{{M}}*
      | {_EMOJI}(?:\u200d{_EMOJI})*
      | \.{{2,}}\p{{M}}*
      | [^\s\p{{Cc}}\p{{Cf}}]\p{{M}}*
    )
  | {_OVER}+
    """,
    regex.VERBOSE,
)


class Token(NamedTuple):
    """A half-open range ``[start, end)`` in code points."""

    start: int
    end: int


def tokenize(text: str) -> list[Token]:
    """Return the tokens in text order, none empty, none overlapping."""
    return list(map(Token, *words(text)[:2]))


def words(text: str) -> tuple[list[int], list[int], list[str]]:
    """Return where the tokens start, where they end and what they are, without an object for each: for whole corpora.

    No token holds a space and no rule looks across one, so the text is taken from space to space; words come again and again.
    """
    pieces = [_pieces[piece] for piece in text.split(" ")]
    lengths = chain.from_iterable([piece[0] for piece in pieces])
    forms = list(chain.from_iterable([piece[1] for piece in pieces]))
    positions = list(accumulate(lengths, initial=-1))  # as if a space were before the text too
    starts, ends = positions[1::2], positions[2::2]
    if len(starts) > len(forms):
        solid = list(map(ne, starts, ends))
        return list(compress(starts, solid)), list(compress(ends, solid)), forms
    return starts, ends, forms


_Piece = tuple[tuple[int, ...], tuple[str, ...]]
"""What stands between two spaces. As lengths: of what is before a token, the space too, of the token, and so on, with a token of
no length where something is left behind the last; and the tokens themselves."""


class _Pieces(dict[str, _Piece]):
    """The pieces of texts, worked out when they are first asked for, and kept where they are short."""

    def __missing__(self, piece: str) -> _Piece:
        lengths: list[int] = []
        forms: list[str] = []
        at = -1
        for match in _TOKEN.finditer(piece):
            start, end = match.span()
            lengths += (start - at, end - start)
            forms.append(piece if end - start == len(piece) else piece[start:end])
            at = end
        if at != len(piece):
            lengths += (len(piece) - at, 0)
        found = tuple(lengths), tuple(forms)
        if len(piece) <= _LONGEST:
            if len(self) >= _MOST:
                self.clear()
            self[piece] = found
        return found


_MOST = 1 << 15
"""Pieces kept: about 10 MB, and nine in ten words of a thousand articles of news."""

_LONGEST = 48
"""Code points of a piece that is kept; longer ones hardly come again."""

_pieces = _Pieces()
