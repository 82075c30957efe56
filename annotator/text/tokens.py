"""Words, numbers and signs of a text, as every export and the evaluation count them.

A clitic stays on its word; marks, tatweel and ZWNJ stay inside it; a letter and a digit never share a token; compound
numerals (13:00, 3.5, 1,000) are whole; every other visible character stands alone. White space, NBSP included, and
format controls are never part of a token, so the raw slice is fit for a column of a whitespace-separated file.
"""

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
    return [Token._make(match.span()) for match in _TOKEN.finditer(text)]


def ranges(text: str) -> list[tuple[int, int]]:
    """Return the tokens as plain pairs, in two thirds of the time: for exports of whole corpora."""
    return [match.span() for match in _TOKEN.finditer(text)]
