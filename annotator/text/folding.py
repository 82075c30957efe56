"""Search without regard to spelling habits: a folded key of a text, and the way back to the original.

أإآ are ا, ؤ and ئ are ء, ة is ه, ى and the Persian yeh are ي; marks, accents, tatweel, joiners and direction controls do
not count; digits of all scripts are ASCII; shapes and ligatures are their letters; quotation marks, dashes and Arabic
punctuation are their plain kin; a run of spaces, NBSP included, is one space.
"""

from bisect import bisect_right
from functools import cached_property

import regex

from annotator.text import graphemes
from annotator.text.folding_table import ATTACHED, CONTROLS, MARKS, RESIZED, SPACES, FoldingTable

_TABLE = FoldingTable()

_DELETED = ATTACHED + CONTROLS
# A hamza typed as a mark above waw or yeh, other marks between them allowed, is the letter ؤ or ئ.
_HAMZA = "\u0654"
_CARRIED_HAMZA = regex.compile(rf"[ويىیےې\u06cd][{MARKS}--[{_HAMZA}]]*{_HAMZA}", regex.V1)
_SPACE_RUN = regex.compile(r" {2,}")

# Where one original character is not one folded character.
_UNEVEN = regex.compile(rf"[{SPACES}][{SPACES}{_DELETED}]*[{SPACES}]|[{_DELETED}]+|[{RESIZED}]")
_UNEVEN_WITH_HAMZA = regex.compile(rf"{_CARRIED_HAMZA.pattern}|{_UNEVEN.pattern}", regex.V1)
_TRAILING = regex.compile(rf"[{ATTACHED}]*")


class Folded:
    """A text and its folded key.

    The map between the two is built when first asked for, and costs memory only where they differ in length.
    """

    def __init__(self, source: str, key: str | None = None) -> None:
        """Fold ``source``, or take the ``key`` that was made of it before."""
        self.source = source
        self.text = _fold_text(source) if key is None else key

    def to_source(self, start: int, end: int) -> tuple[int, int]:
        """Return the range of the original that ``[start, end)`` of the key stands for.

        Marks after the last letter belong to it; a part of a ligature is the whole ligature. An empty range gives the
        place where its key position begins. Positions outside the key count as its nearest end.
        """
        size = len(self.text)
        start, end = max(0, min(start, size)), max(0, min(end, size))
        first = self._unit(start)[0] if start < size else len(self.source)
        if start >= end:
            return first, first
        after = self._unit(end - 1)[1]
        trailing = _TRAILING.match(self.source, after)
        return first, trailing.end() if trailing else after

    def find(self, query: str) -> list[tuple[int, int]]:
        """Return the hits of ``query`` in the original, in text order, none overlapping, on grapheme edges."""
        key = fold_key(query)
        hits: list[tuple[int, int]] = []
        at = self.text.find(key) if key else -1
        last = 0
        while at >= 0:
            start, end = graphemes.snap(self.source, *self.to_source(at, at + len(key)))
            if start >= last:
                hits.append((start, end))
                last = end
            at = self.text.find(key, at + len(key))
        return hits

    def _unit(self, position: int) -> tuple[int, int]:
        """Return the original range of one character of the key."""
        keys, starts, ends = self._map
        at = bisect_right(keys, position) - 1
        if ends[at]:
            return starts[at], ends[at]
        start = starts[at] + position - keys[at]
        return start, start + 1

    @cached_property
    def _map(self) -> tuple[list[int], list[int], list[int]]:
        """Stretches of the key, by first key position, first original position, and original end.

        An end of 0 means that the stretch runs one to one; otherwise all of it stands for one original range.
        """
        keys, starts, ends = [0], [0], [0]
        pattern = _UNEVEN_WITH_HAMZA if _HAMZA in self.source else _UNEVEN
        shift = 0  # original position - key position after the last uneven place
        for uneven in pattern.finditer(self.source):
            start, end = uneven.span()
            size = _folded_size(self.source, start, end)
            if size == end - start:
                continue
            key = start - shift
            if size:
                keys.append(key)
                starts.append(start)
                ends.append(end)
            keys.append(key + size)
            starts.append(end)
            ends.append(0)
            shift = end - key - size
        return keys, starts, ends


def fold(text: str) -> Folded:
    """Return the text with its folded key."""
    return Folded(text)


def fold_key(text: str) -> str:
    """Return the folded key alone, without space around it: for comparing names and queries."""
    return _fold_text(text).strip()


def find(text: str, query: str) -> list[tuple[int, int]]:
    """Return where ``query`` occurs in ``text``, folded; keep a `Folded` when asking one text several times."""
    return Folded(text).find(query)


def _fold_text(text: str) -> str:
    if _HAMZA in text:
        text = _CARRIED_HAMZA.sub("ء", text)
    key = text.translate(_TABLE)
    return _SPACE_RUN.sub(" ", key) if "  " in key else key


def _folded_size(text: str, start: int, end: int) -> int:
    """Count the key's characters of an uneven place: a longer one is a run deleted, a run of spaces, or a hamza."""
    form = text[start].translate(_TABLE)
    return len(form) if end - start == 1 else min(len(form), 1)
