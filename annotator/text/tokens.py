"""Words, numbers and signs of a text, as every export and the evaluation count them.

A clitic stays on its word; marks, tatweel and ZWNJ stay inside it; a letter and a digit never share a token; compound
numerals (13:00, 3.5, 1,000) are whole; every other visible character stands alone. White space, NBSP included, and
format controls are never part of a token, so the raw slice is fit for a column of a whitespace-separated file.
"""

from typing import NamedTuple

import regex

# Invisible format controls; ZWNJ and ZWJ among them may stand inside a word.
_FORMAT = r"\u200b-\u200f\u061c\u00ad\ufeff\u202a-\u202e\u2060-\u2064\u2066-\u206f"
_ZERO_WIDTH = r"\u200c\u200d\u200b\u200e\u200f\u061c\u00ad\u2060\ufeff"
_EMOJI = r"\p{Extended_Pictographic}\p{M}*\p{EMod}?\p{M}*"

_TOKEN = regex.compile(
    rf"""
    (?:https?://|www\.)[^\s"«»“”<>،؛]*[^\s"«»“”<>،؛.,!?؟)\]:;]
  | [A-Za-z0-9._%+-]++@[A-Za-z0-9-]++\.[A-Za-z0-9.-]*[A-Za-z0-9]
  | \p{{Nd}}+\p{{M}}*(?:[.,:٫٬]\p{{Nd}}+\p{{M}}*)*
  | \p{{L}}[\p{{L}}\p{{M}}\u0640_]*
    (?:[{_ZERO_WIDTH}]+\p{{M}}*[\p{{L}}\u0640][\p{{L}}\p{{M}}\u0640]*|['’](?=\p{{Latin}})\p{{Latin}}[\p{{Latin}}\p{{M}}]*)*
  | \p{{Regional_Indicator}}{{2}}\p{{M}}*
  | {_EMOJI}(?:\u200d{_EMOJI})*
  | \.{{2,}}\p{{M}}*
  | [^\s\p{{Cc}}{_FORMAT}]\p{{M}}*
    """,
    regex.VERBOSE,
)


class Token(NamedTuple):
    """A half-open range ``[start, end)`` in code points."""

    start: int
    end: int


def tokenize(text: str) -> list[Token]:
    """Return the tokens in text order, none empty, none overlapping."""
    return [Token(*match.span()) for match in _TOKEN.finditer(text)]


def ranges(text: str) -> list[tuple[int, int]]:
    """Return the tokens as plain pairs, in two thirds of the time: for exports of whole corpora."""
    return [match.span() for match in _TOKEN.finditer(text)]
