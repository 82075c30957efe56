"""Sentences as they are defined, every stop asked every question: what `annotator.text.sentences` has to agree with.

A line end always ends a sentence. A full stop does not after an abbreviation or an initial, inside a number, a date or a
domain name, or after a list number; an ellipsis only at the end of a line or of a quotation.
"""

from collections.abc import Iterator

import regex

from tests.unit.text.slow_graphemes import snap

_ABBREVIATIONS = frozenset({
    "د", "أ", "ا", "م", "ه", "هـ", "ص", "ج", "ط", "ت", "ر", "ع", "مج", "ق.م", "ب.م", "أ.د", "ا.د", "د.م", "ش.م.ل", "ش.م.م", "ش.م", "ذ.م.م", "ص.ب", "إلخ", "الخ",
    "Mr", "Mrs", "Ms", "Dr", "Prof", "St", "Jr", "Sr", "vs", "etc", "No", "Inc", "Ltd", "Co", "Corp", "e.g", "i.e", "U.S", "U.K", "U.N", "p", "pp",
})  # fmt: skip
_CLOSERS = "\"»”’')]}"
LINE_ENDS = "\n\r\u2028\u2029\u0085"
"""Characters that end a line, and with it a sentence."""

_SPACE = r"[\s\u200e\u200f\u061c\u200b\ufeff]"

# What can change where the current sentence ends; everything else is passed over.
_EVENT = regex.compile(rf'(?P<line>[{LINE_ENDS}])|(?P<quote>")|(?P<stop>(?:[.!?؟۔…]\p{{M}}*)+)')
_WORD_BEFORE = regex.compile(r"(?r)[\p{L}\p{N}\p{Mn}.\u0640]{0,24}")
_INITIALS = regex.compile(r"(?:\p{L}\p{Mn}*\.)*\p{L}\p{Mn}*")
_LIST_NUMBER = regex.compile(rf"{_SPACE}*\p{{Nd}}{{1,2}}")
_COMMA = regex.compile(rf"{_SPACE}{{0,3}}[،,؛]")
_ELLIPSIS = regex.compile(r"(?:…\p{M}*)+|(?:\.\p{M}*){2,}")
_BLANK = regex.compile(_SPACE)
_BLANKS_BEFORE = regex.compile(rf"(?r){_SPACE}*")
_BLANKS_AFTER = regex.compile(rf"{_SPACE}*")


def split(text: str) -> list[tuple[int, int]]:
    """Return the sentences as half-open ranges in text order, trimmed of white space and direction marks.

    Every visible character is in exactly one of them.
    """
    sentences: list[tuple[int, int]] = []
    for piece in _pieces(text):
        trimmed = _trim(text, *piece)
        if trimmed is None:
            continue
        start, end = snap(text, *trimmed)
        if sentences and start < sentences[-1][1]:  # a cluster that two pieces share
            start = sentences.pop()[0]
        sentences.append((start, end))
    return sentences


def _pieces(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    skip_to = 0
    quoted = False  # inside straight quotation marks, which a line end closes
    for event in _EVENT.finditer(text):
        at, after = event.span()
        if event["line"]:
            yield start, at
            start, quoted = after, False
        elif at < skip_to:
            continue
        elif event["quote"]:
            quoted = not quoted
        else:
            closed, still_quoted = _closers(text, after, quoted=quoted)
            if _ends_sentence(text, start, at, after, closed, quoted=still_quoted):
                yield start, closed
                start = skip_to = closed
                quoted = still_quoted
    yield start, len(text)


def _closers(text: str, position: int, *, quoted: bool) -> tuple[int, bool]:
    """Pass the closing marks that belong to the sentence; a straight mark closes only what was opened."""
    while position < len(text) and text[position] in _CLOSERS:
        if text[position] == '"':
            if not quoted:
                break
            quoted = False
        position += 1
    return position, quoted


def _ends_sentence(
    text: str, start: int, at: int, after: int, closed: int, *, quoted: bool
) -> bool:
    """Tell whether the stop ``[at, after)`` ends the sentence begun at ``start``; ``closed`` is past its closing marks."""
    stop = text[at:after]
    following = text[closed] if closed < len(text) else "\n"
    if stop == "." and _belongs_to_word(text, start, at, after):
        return False
    if _ELLIPSIS.fullmatch(stop) and closed == after and following not in LINE_ENDS:
        return False
    if at and text[at - 1] == "(" and closed > after:  # (؟) comments on the words around it
        return False
    if _COMMA.match(text, closed):
        return False
    if following in LINE_ENDS or _BLANK.match(following) or following in "«“":
        return True
    if following == '"':
        return not quoted
    glued = following.isalpha()  # a missing space after the stop
    return glued and (stop != "." or not text[at - 1 : at].isascii())


def _belongs_to_word(text: str, start: int, at: int, after: int) -> bool:
    before = text[at - 1 : at]
    following = text[after : after + 1]
    if before.isdigit() and following.isdigit():
        return True
    if not following or following in LINE_ENDS:
        return False
    word_match = _WORD_BEFORE.search(text, 0, at)
    word = word_match.group() if word_match else ""
    if word in _ABBREVIATIONS or _INITIALS.fullmatch(word):
        return True
    if following.isalpha() and before.isascii() and before:
        return True
    return bool(_LIST_NUMBER.fullmatch(text, start, at) and _BLANK.match(following))


def _trim(text: str, start: int, end: int) -> tuple[int, int] | None:
    leading = _BLANKS_AFTER.match(text, start, end)
    start = leading.end() if leading else start
    trailing = _BLANKS_BEFORE.match(text, start, end)
    end = trailing.start() if trailing else end
    return (start, end) if start < end else None
