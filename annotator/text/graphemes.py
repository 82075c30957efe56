"""Where a span may begin and end: the edges of grapheme clusters (UAX #29), never between a letter and its marks.

Positions outside the text count as its nearest end.
"""

from bisect import bisect_left, bisect_right

import regex

_CLUSTER = regex.compile(r"\X")
# Everything that can join a neighbour to form a cluster of more than one code point.
_JOINER = (
    r"\p{M}\p{GCB=Extend}\p{GCB=ZWJ}\p{GCB=SpacingMark}\p{GCB=Prepend}"
    r"\p{GCB=L}\p{GCB=V}\p{GCB=T}\p{GCB=LV}\p{GCB=LVT}\p{GCB=Regional_Indicator}\r"
)
# Joiners with the single characters between them: a run begins with the character before it, if there is one.
_RUN = regex.compile(rf"[{_JOINER}](?:[^{_JOINER}]?[{_JOINER}])*+[^{_JOINER}]?")
# ASCII and Arabic letters: no rule of UAX #29 joins them to what stands before, but for a prepended sign or CR LF.
_PLAIN = r"\n\x20-\x7e\u0620-\u063f\u0641-\u064a\u066e\u066f\u0671-\u06d3"
_FRESH = regex.compile(rf"(?<![\p{{GCB=Prepend}}\r])[{_PLAIN}]")
_PLAIN_ONES = frozenset(regex.findall(f"[{_PLAIN}]", "".join(map(chr, range(0x700)))))
"""Between two of them there is always an edge."""


def interior(text: str) -> list[int]:
    """Return the positions that lie inside a cluster, ascending: the only ones where no span may begin or end."""
    inside: list[int] = []
    for run in _RUN.finditer(text):
        start, end = run.span()
        for cluster in _CLUSTER.finditer(text, max(0, start - 1), end):
            first, after = cluster.span()
            if after - first > 1:
                inside.extend(range(first + 1, after))
    return inside


def boundaries(text: str) -> list[int]:
    """Return every cluster edge, ascending, with 0 and ``len(text)``."""
    inside = interior(text)
    if not inside:
        return list(range(len(text) + 1))
    skip = frozenset(inside)
    return [position for position in range(len(text) + 1) if position not in skip]


def is_edge(text: str, position: int) -> bool:
    if not 0 < position < len(text):
        return position in (0, len(text))
    return _cluster_at(text, position)[0] == position


def is_plain_edge(text: str, position: int) -> bool:
    """Tell whether a position in the text or at its ends is seen to be an edge by its two neighbours alone."""
    if not 0 < position < len(text):
        return True
    return text[position] in _PLAIN_ONES and text[position - 1] in _PLAIN_ONES


def snap(text: str, start: int, end: int) -> tuple[int, int]:
    """Return the smallest range of whole clusters that holds ``[start, end)``."""
    start, end = _clamp(text, min(start, end)), _clamp(text, max(start, end))
    left = start if is_plain_edge(text, start) else _cluster_at(text, start)[0]
    if is_plain_edge(text, end):
        return left, end
    first, after = _cluster_at(text, end)
    return left, end if first == end else after


def previous(text: str, position: int) -> int:
    """Return the nearest edge before ``position``, or 0."""
    position = _clamp(text, position)
    return _cluster_at(text, position - 1)[0] if position else 0


def next(text: str, position: int) -> int:  # noqa: A001 - read as graphemes.next
    """Return the nearest edge after ``position``, or the length of the text."""
    position = _clamp(text, position)
    return _cluster_at(text, position)[1] if position < len(text) else position


class GraphemeIndex:
    """The edges of one text, for callers that ask many times: each answer costs one bisection."""

    __slots__ = ("_inside", "length")

    def __init__(self, text: str) -> None:
        self.length = len(text)
        self._inside = interior(text)

    def is_edge(self, position: int) -> bool:
        at = bisect_left(self._inside, position)
        return 0 <= position <= self.length and self._inside[at : at + 1] != [position]

    def snap(self, start: int, end: int) -> tuple[int, int]:
        start, end = min(start, end), max(start, end)
        return self._down(self._clamp(start)), self._up(self._clamp(end))

    def previous(self, position: int) -> int:
        position = self._clamp(position)
        return self._down(position - 1) if position else 0

    def next(self, position: int) -> int:
        position = self._clamp(position)
        return self._up(position + 1) if position < self.length else position

    def _down(self, position: int) -> int:
        at = bisect_right(self._inside, position)
        while at and self._inside[at - 1] == position:
            position, at = position - 1, at - 1
        return position

    def _up(self, position: int) -> int:
        at = bisect_left(self._inside, position)
        while at < len(self._inside) and self._inside[at] == position:
            position, at = position + 1, at + 1
        return position

    def _clamp(self, position: int) -> int:
        return max(0, min(position, self.length))


def _clamp(text: str, position: int) -> int:
    return max(0, min(position, len(text)))


def _cluster_at(text: str, position: int) -> tuple[int, int]:
    """Return the cluster that holds the character at ``position``, reading no further back than a certain edge."""
    start = position
    while start and not _FRESH.match(text, start):
        start -= 1
    while True:
        cluster = _CLUSTER.match(text, start)
        if cluster is None:  # only an empty rest matches nothing, and position is inside the text
            return position, position
        if cluster.end() > position:
            return cluster.span()
        start = cluster.end()
