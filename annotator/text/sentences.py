"""Sentences of Arabic news: the rows of an export's blank lines and the units a keyboard moves by.

A line end always ends a sentence. A full stop does not after an abbreviation or an initial, inside a number, a date or a
domain name, or after a list number; an ellipsis only at the end of a line or of a quotation.
"""

import re
from collections.abc import Iterator

import regex

from annotator.text import graphemes

_ABBREVIATIONS = frozenset({
    "د", "أ", "ا", "م", "ه", "هـ", "ص", "ج", "ط", "ت", "ر", "ع", "مج", "ق.م", "ب.م", "أ.د", "ا.د", "د.م", "ش.م.ل", "ش.م.م", "ش.م", "ذ.م.م", "ص.ب", "إلخ", "الخ",
    "Mr", "Mrs", "Ms", "Dr", "Prof", "St", "Jr", "Sr", "vs", "etc", "No", "Inc", "Ltd", "Co", "Corp", "e.g", "i.e", "U.S", "U.K", "U.N", "p", "pp",
})  # fmt: skip
_CLOSERS = "\"»”’')]}"
LINE_ENDS = "\n\r\u2028\u2029\u0085"
"""Characters that end a line, and with it a sentence."""

_SPACE = r"[\s\u200e\u200f\u061c\u200b\ufeff]"

# What can change where the current sentence ends; everything else is passed over. `re` finds one of a few characters in half
# the time of `regex`.
_EVENT = re.compile(f'[{LINE_ENDS}".!?؟۔…]')
_STOPS = regex.compile(r"(?:[.!?؟۔…]\p{M}*)+")
_WORD_BEFORE = regex.compile(r"(?r)[\p{L}\p{N}\p{Mn}.\u0640]{0,24}")
_INITIALS = regex.compile(r"(?:\p{L}\p{Mn}*\.)*\p{L}\p{Mn}*")
_LIST_NUMBER = regex.compile(rf"{_SPACE}*\p{{Nd}}{{1,2}}")
_COMMAS = "،,؛"
_COMMA = regex.compile(rf"{_SPACE}{{0,3}}[{_COMMAS}]")
_ELLIPSIS = regex.compile(r"(?:…\p{M}*)+|(?:\.\p{M}*){2,}")
_BLANKS = frozenset(
    "\t\n\x0b\x0c\r \x85\xa0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u2028\u2029\u202f\u205f\u3000"
    "\u200e\u200f\u061c\u200b\ufeff"
)
"""What `_SPACE` matches."""
_LETTERS = 5
"""More than any abbreviation has without a full stop between them."""


def split(text: str) -> list[tuple[int, int]]:
    """Return the sentences as half-open ranges in text order, trimmed of white space and direction marks.

    Every visible character is in exactly one of them.
    """
    sentences: list[tuple[int, int]] = []
    length, is_plain = len(text), graphemes.is_plain_edge
    for start, end in _pieces(text):
        while start < end and text[start] in _BLANKS:
            start += 1
        while start < end and text[end - 1] in _BLANKS:
            end -= 1
        if start == end:
            continue
        if not ((start == 0 or is_plain(text, start)) and (end == length or is_plain(text, end))):
            start, end = graphemes.snap(text, start, end)
        if sentences and start < sentences[-1][1]:  # a cluster that two pieces share
            start = sentences.pop()[0]
        sentences.append((start, end))
    return sentences


def _pieces(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    skip_to = 0
    quoted = False  # inside straight quotation marks, which a line end closes
    for event in _EVENT.finditer(text):
        at = event.start()
        character = text[at]
        if character in LINE_ENDS:
            yield start, at
            start, quoted = at + 1, False
        elif at < skip_to:
            continue
        elif character == '"':
            quoted = not quoted
        else:
            after = _after_stops(text, at)
            if character == "." and after == at + 1 and _belongs_to_word(text, start, at, after):
                continue
            skip_to = after
            closed, still_quoted = _closers(text, after, quoted=quoted)
            if _ends_sentence(text, at, after, closed, quoted=still_quoted):
                yield start, closed
                start = skip_to = closed
                quoted = still_quoted
    yield start, len(text)


def _after_stops(text: str, at: int) -> int:
    """Return where the stops that begin at ``at`` end, with their marks."""
    following = text[at + 1 : at + 2]
    if following in _BLANKS or following.isalnum():
        return at + 1
    stops = _STOPS.match(text, at)
    return stops.end() if stops else at + 1


def _closers(text: str, position: int, *, quoted: bool) -> tuple[int, bool]:
    """Pass the closing marks that belong to the sentence; a straight mark closes only what was opened."""
    while position < len(text) and text[position] in _CLOSERS:
        if text[position] == '"':
            if not quoted:
                break
            quoted = False
        position += 1
    return position, quoted


def _ends_sentence(text: str, at: int, after: int, closed: int, *, quoted: bool) -> bool:
    """Tell whether the stop ``[at, after)``, which belongs to no word, ends a sentence; ``closed`` is past its closing marks."""
    following = text[closed] if closed < len(text) else "\n"
    if after - at > 1 or text[at] == "…":
        is_ellipsis = _ELLIPSIS.fullmatch(text, at, after)
        if is_ellipsis and closed == after and following not in LINE_ENDS:
            return False
    if at and text[at - 1] == "(" and closed > after:  # (؟) comments on the words around it
        return False
    if (following in _BLANKS or following in _COMMAS) and _COMMA.match(text, closed):
        return False
    if following in LINE_ENDS or following in _BLANKS or following in "«“":
        return True
    if following == '"':
        return not quoted
    glued = following.isalpha()  # a missing space after the stop
    return glued and (text[at:after] != "." or not text[at - 1 : at].isascii())


def _belongs_to_word(text: str, start: int, at: int, after: int) -> bool:
    """Tell whether a full stop of the sentence begun at ``start`` is part of an abbreviation, a number or a name."""
    before = text[at - 1 : at]
    following = text[after : after + 1]
    if before.isdigit() and following.isdigit():
        return True
    if not following or following in LINE_ENDS:
        return False
    last = text[max(at - _LETTERS, 0) : at]
    if len(last) < _LETTERS or not last.isalpha():
        word_match = _WORD_BEFORE.search(text, 0, at)
        word = word_match.group() if word_match else ""
        if word in _ABBREVIATIONS or _INITIALS.fullmatch(word):
            return True
    if following.isalpha() and before.isascii() and before:
        return True
    if before.isalpha() or following not in _BLANKS:
        return False
    return bool(_LIST_NUMBER.fullmatch(text, start, at))
