"""Where each character of a laid-out line stands.

`QTextLine.cursorToX` gives one x for two places wherever direction changes, so the cells come from the glyphs that Qt
will paint: their string indexes say which character each belongs to, their positions where it stands.
"""

from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from itertools import pairwise

import regex
from PySide6.QtGui import QTextLayout, QTextLine

from ui.article.offsets import OffsetMap

TOUCHING = 0.05
"""Pixels: cells nearer than this are one run; Qt rounds glyph positions to 1/64 pixel."""

_GRAPHEME = regex.compile(r"\X")
_INVISIBLE = regex.compile(r"[\p{Default_Ignorable_Code_Point}\p{Cc}\u2028\u2029]")
_BIDI_CONTROL = regex.compile(r"\p{Bidi_Control}")
_ALL = QTextLayout.GlyphRunRetrievalFlag.RetrieveAll


@dataclass(frozen=True, slots=True)
class Run:
    """A horizontal stretch of one line, in the paragraph's coordinates (pixels)."""

    left: float
    right: float

    @property
    def width(self) -> float:
        return self.right - self.left


class LineCells:
    """The cell ``(left, right)`` of every UTF-16 unit of one line, in pixels of its paragraph.

    Marks share the cell of the letter they stand on; both halves of a surrogate pair share one cell; letters joined in
    one glyph (lam-alef) divide it. Characters that take no room have a cell of zero width.
    """

    __slots__ = ("_cells", "_right_to_left", "end", "start")

    def __init__(self, line: QTextLine, text: str, right_to_left: bool) -> None:
        """Measure ``line``, which shows ``text``, of a paragraph of the given direction."""
        self.start = line.textStart()
        self.end = self.start + line.textLength()
        graphemes = _graphemes(text)
        clusters = _clusters(line, _stretches(graphemes, line.textLength()))
        self._cells = _measure(line, clusters, graphemes, right_to_left)
        self._right_to_left = [right_to_left] * line.textLength()
        for cluster in clusters:
            length = cluster.after - cluster.unit
            self._right_to_left[cluster.unit : cluster.after] = [cluster.right_to_left] * length

    def cell(self, unit: int) -> tuple[float, float]:
        return self._cells[unit - self.start]

    def runs(self, start: int, end: int) -> list[Run]:
        """Return the stretches that the units ``[start, end)`` cover on this line, left to right."""
        first, last = max(start, self.start) - self.start, min(end, self.end) - self.start
        cells = sorted(cell for cell in self._cells[first:last] if cell[1] > cell[0])
        runs: list[Run] = []
        for left, right in cells:
            if runs and left <= runs[-1].right + TOUCHING:
                if right > runs[-1].right:
                    runs[-1] = Run(runs[-1].left, right)
            else:
                runs.append(Run(left, right))
        return runs

    def unit_at(self, x: float) -> int | None:
        """Return the unit whose cell is at or nearest to ``x``, or None on a line without visible characters."""
        best, best_distance = None, float("inf")
        for index, (left, right) in enumerate(self._cells):
            if right <= left:
                continue
            distance = max(left - x, x - right, 0.0)
            if distance < best_distance:
                best, best_distance = self.start + index, distance
                if not distance:
                    break
        return best

    def reads_right_to_left(self, unit: int) -> bool:
        """Tell a character's own direction: digits and Latin words run left to right in an Arabic line."""
        return self._right_to_left[unit - self.start]


@dataclass(frozen=True, slots=True)
class _Grapheme:
    """One user-perceived character: its UTF-16 units on the line, counted from the line's start."""

    first: int
    after: int
    text: str

    @property
    def takes_room(self) -> bool:
        return not (self.text.isspace() or _INVISIBLE.match(self.text))

    def is_invisible_at(self, unit: int) -> bool:
        """Tell whether the character at a unit of the line is one that no font paints, such as ZWNJ or RLM."""
        rest = OffsetMap(self.text)
        return _INVISIBLE.match(self.text, rest.to_text(unit - self.first)) is not None


def _graphemes(text: str) -> list[_Grapheme]:
    units = OffsetMap(text)
    return [
        _Grapheme(units.to_qt(m.start()), units.to_qt(m.end()), m[0])
        for m in _GRAPHEME.finditer(text)
    ]


def _measure(
    line: QTextLine, clusters: list["_Cluster"], graphemes: list[_Grapheme], right_to_left: bool
) -> list[tuple[float, float]]:
    cells: list[tuple[float, float] | None] = [None] * line.textLength()
    starts = [grapheme.first for grapheme in graphemes]
    for cluster in clusters:
        first = max(bisect_right(starts, cluster.unit) - 1, 0)
        _divide(cluster, graphemes[first : bisect_left(starts, cluster.after)], cells)
    _place_tabs(cells, [g.first for g in graphemes if g.text == "\t"], line, right_to_left)
    _close_gaps(cells)
    return [cell if cell is not None else (0.0, 0.0) for cell in cells]


@dataclass(slots=True)
class _Cluster:
    """Glyphs that share a string index: one letter with its marks, or letters joined in one glyph."""

    unit: int
    after: int
    left: float
    right: float
    right_to_left: bool


def _stretches(graphemes: list[_Grapheme], length: int) -> list[tuple[int, int]]:
    """Return the ranges of a line between its bidi controls, for which Qt reports glyphs at wrong string indexes."""
    controls = [grapheme for grapheme in graphemes if _BIDI_CONTROL.match(grapheme.text)]
    starts = [0, *(grapheme.after for grapheme in controls)]
    ends = [*(grapheme.first for grapheme in controls), length]
    return [(start, end) for start, end in zip(starts, ends, strict=True) if start < end]


def _clusters(line: QTextLine, stretches: list[tuple[int, int]]) -> list[_Cluster]:
    """Read the painted glyphs of a line; each cluster ends where the next one begins in the text."""
    origin = line.textStart()
    clusters: list[_Cluster] = []
    for run in (
        r for start, end in stretches for r in line.glyphRuns(origin + start, end - start, _ALL)
    ):
        by_unit: dict[int, _Cluster] = {}
        advances = run.rawFont().advancesForGlyphIndexes(run.glyphIndexes())
        for unit, position, advance in zip(
            run.stringIndexes(), run.positions(), advances, strict=True
        ):
            left, right = position.x(), position.x() + advance.x()
            known = by_unit.get(unit)
            if known is None:
                by_unit[unit] = _Cluster(unit - origin, 0, left, right, run.isRightToLeft())
            elif advance.x() > 0:  # a mark has no advance and stands somewhere over its letter
                if known.right > known.left:
                    left, right = min(left, known.left), max(right, known.right)
                known.left, known.right = left, right
        clusters.extend(by_unit.values())
    clusters.sort(key=lambda cluster: cluster.unit)
    for cluster, following in pairwise(clusters):
        cluster.after = following.unit
    if clusters:
        clusters[-1].after = line.textLength()
    return clusters


def _divide(
    cluster: _Cluster, within: list[_Grapheme], cells: list[tuple[float, float] | None]
) -> None:
    """Give each grapheme that begins in a cluster its share of it; what takes no room gets none."""
    if not within:  # a fallback font's second glyph for what another cluster shows already
        return
    head, rest = within[0], within[1:]
    if head.is_invisible_at(cluster.unit):
        # A fallback font lends these a glyph with a width, which Qt does not paint.
        cells[cluster.unit] = (
            (cluster.right, cluster.right)
            if cluster.right_to_left
            else (cluster.left, cluster.left)
        )
        return
    sharing = [head, *(grapheme for grapheme in rest if grapheme.takes_room)]
    share = (cluster.right - cluster.left) / len(sharing)
    for index, grapheme in enumerate(sharing):
        place = len(sharing) - 1 - index if cluster.right_to_left else index
        left = cluster.left + place * share
        for unit in range(max(grapheme.first, cluster.unit), grapheme.after):
            cells[unit] = (left, left + share)


def _close_gaps(cells: list[tuple[float, float] | None]) -> None:
    """Let neighbours meet: kerning moves a glyph away from where its neighbour's advance ends."""
    order = sorted(
        (index for index, cell in enumerate(cells) if cell is not None and cell[1] > cell[0]),
        key=lambda index: cells[index] or (0.0, 0.0),
    )
    for here, following in pairwise(order):
        cell, after = cells[here], cells[following]
        if cell is not None and after is not None and after[0] != cell[0] and after[0] != cell[1]:
            _set_equal_cells(cells, here, cell, (cell[0], after[0]))


def _set_equal_cells(
    cells: list[tuple[float, float] | None],
    index: int,
    old: tuple[float, float],
    new: tuple[float, float],
) -> None:
    """Change one cell and the equal cells beside it (the marks and surrogate halves that share it)."""
    first = index
    while first > 0 and cells[first - 1] == old:
        first -= 1
    last = index
    while last + 1 < len(cells) and cells[last + 1] == old:
        last += 1
    for position in range(first, last + 1):
        cells[position] = new


def _place_tabs(
    cells: list[tuple[float, float] | None], tabs: list[int], line: QTextLine, right_to_left: bool
) -> None:
    """Put tabs, which have no glyph, into the gaps the glyphs leave, in the paragraph's direction."""
    if not tabs:
        return
    covered = sorted(cell for cell in cells if cell is not None and cell[1] > cell[0])
    box = line.naturalTextRect()
    edges = [(box.left(), box.left()), *covered, (box.right(), box.right())]
    groups = _neighbours(tabs)
    widest = sorted(pairwise(edges), key=lambda pair: pair[0][1] - pair[1][0])[: len(groups)]
    gaps = sorted(((a[1], b[0]) for a, b in widest if b[0] > a[1]), reverse=right_to_left)
    for group, (left, right) in zip(groups, gaps, strict=False):
        share = (right - left) / len(group)
        for index, tab in enumerate(group):
            place = len(group) - 1 - index if right_to_left else index
            cells[tab] = (left + place * share, left + (place + 1) * share)


def _neighbours(indexes: list[int]) -> list[list[int]]:
    groups: list[list[int]] = []
    for index in indexes:
        if groups and groups[-1][-1] == index - 1:
            groups[-1].append(index)
        else:
            groups.append([index])
    return groups
