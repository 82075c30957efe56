"""Which characters do not belong at the edges of an annotation."""

from enum import IntEnum

import regex

from annotator.lint.text_facts import clusters, partners

_SPACE = regex.compile(r"[\s\p{Z}\p{Cc}\p{Cf}]")
_MARK = regex.compile(r"[\"＂«»“”„‟‹›‘’‚❝❞]")
# Signs that belong to the word or number they stand on are no punctuation here: 50%, #هاشتاغ, @name.
_PUNCTUATION = regex.compile(r"(?![#@%٪‰&*§/\\])\p{P}")
_ABBREVIATION = regex.compile(r"(?:(?<![\p{L}\p{M}])\p{L}\p{M}*\.)+\Z")


class Unwanted(IntEnum):
    """What stood at an edge; where it was several, the greatest is named."""

    SPACE = 0
    PUNCTUATION = 1
    MARK = 2


def trim(text: str, start: int, end: int) -> tuple[int, int, Unwanted | None]:
    """Return ``[start, end)`` on grapheme edges, without what does not belong at its ends, and what that was.

    Quotation marks and brackets stay where their partner is inside as well: حزب (البعث). The range may be empty.
    """
    edges, pairs = clusters(text), partners(text)
    start, end = edges.snap(start, end)
    found: Unwanted | None = None
    while start < end:
        last = edges.previous(end)
        left, right = _kind(text[start]), _kind(text[last])
        wraps = last > start and pairs.get(start) == last
        if left is not None and (wraps or not start < pairs.get(start, -1) < end):
            start = edges.next(start)
            found = left if found is None else max(found, left)
        elif (
            right is not None
            and not start <= pairs.get(last, -1) < last
            and not _ends_abbreviation(text, start, end)
        ):
            end = last
            found = right if found is None else max(found, right)
        else:
            break
    return start, end, found


def is_clean(text: str, start: int, end: int) -> bool:
    """Tell whether a range begins and ends with what belongs to it, on grapheme edges."""
    return trim(text, start, end) == (start, end, None)


def _kind(char: str) -> Unwanted | None:
    if _SPACE.match(char):
        return Unwanted.SPACE
    if _MARK.match(char):
        return Unwanted.MARK
    return Unwanted.PUNCTUATION if _PUNCTUATION.match(char) else None


def _ends_abbreviation(text: str, start: int, end: int) -> bool:
    return text[end - 1] == "." and bool(_ABBREVIATION.search(text, max(start, end - 12), end))
