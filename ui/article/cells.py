"""Where each character of a laid-out line stands.

Each grapheme is asked for on its own, because what Qt says of a whole line is wrong somewhere: `QTextLine.cursorToX` gives
one x for two places wherever direction changes, and on a line that needs more than one font the string indexes of its
glyph runs are those of other characters.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise
from typing import NamedTuple

import regex
from PySide6.QtGui import QGlyphRun, QTextLayout, QTextLine

from ui.article.offsets import OffsetMap
from ui.article.stretches import TOUCHING, measured_together

LONGEST_LIGATURE = 24
"""Graphemes: the longest that Arabic fonts draw as one glyph is the basmala, of 22 with its spaces."""

_GRAPHEME = regex.compile(r"\X")
_ALONE = re.compile("[ -~\u060c\u061b\u061f\u0621-\u064a\u0660-\u066f\u00ab\u00bb]*")
"""A line of letters, digits and signs of which each is a grapheme of its own, as in most news."""

_INVISIBLE = regex.compile(r"[\p{Default_Ignorable_Code_Point}\p{Cc}\u2028\u2029]")
_PLACES = (
    QTextLayout.GlyphRunRetrievalFlag.RetrieveGlyphIndexes
    | QTextLayout.GlyphRunRetrievalFlag.RetrieveGlyphPositions
)
_WHOLE = frozenset((QGlyphRun.GlyphRunFlag(0), QGlyphRun.GlyphRunFlag.RightToLeft))
"""The flags of a run that cuts no glyph in two; looking them up costs a third of testing a bit."""


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
        placed = _meeting(_measure_all(line, _graphemes(text)))
        if len(placed) == line.textLength():  # of one unit each, as in most lines
            self._cells = [cell for _, cell, _ in placed]
            self._right_to_left = [right_to_left if its is None else its for _, _, its in placed]
            return
        self._cells = [(0.0, 0.0)] * line.textLength()
        self._right_to_left = [right_to_left] * line.textLength()
        for (first, after, _), cell, direction in placed:
            for unit in range(first, after):
                self._cells[unit] = cell
                if direction is not None:
                    self._right_to_left[unit] = direction

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


class _Grapheme(NamedTuple):
    """One user-perceived character: its UTF-16 units on the line, counted from the line's start."""

    first: int
    after: int
    text: str

    @property
    def is_invisible(self) -> bool:
        """Tell whether this is a character that no font paints, such as ZWNJ or RLM."""
        return _INVISIBLE.match(self.text) is not None

    @property
    def takes_room(self) -> bool:
        return not (self.text.isspace() or self.is_invisible)


_Cell = tuple[float, float]
_Placed = tuple[_Grapheme, _Cell, bool | None]
"""A grapheme, its cell, and whether it runs right to left: None where nothing is drawn that could say."""


def _graphemes(text: str) -> list[_Grapheme]:
    found = list(text) if _ALONE.fullmatch(text) else _GRAPHEME.findall(text)
    units = map(len if OffsetMap(text).units == len(text) else _units, found)
    afters = list(accumulate(units))
    return list(map(_Grapheme, [0, *afters], afters, found))


def _units(text: str) -> int:
    return OffsetMap(text).units


def _measure_all(line: QTextLine, graphemes: list[_Grapheme]) -> list[_Placed]:
    together = measured_together(line, [grapheme[0] for grapheme in graphemes])
    placed: list[_Placed | None] = [
        (grapheme, *measured) if (measured := together.get(grapheme[0])) else None
        for grapheme in graphemes
    ]
    while None in placed:
        first = placed.index(None)
        runs, count = _glyphs(line, graphemes, first)
        if runs:
            placed[first : first + count] = _divided(runs, graphemes[first : first + count])
        else:
            placed[first] = graphemes[first], _undrawn(line, graphemes[first]), None
    return [one for one in placed if one is not None]


def _glyphs(line: QTextLine, graphemes: list[_Grapheme], first: int) -> tuple[list[QGlyphRun], int]:
    """Return what is drawn for the grapheme at an index, and for how many with it: those joined in one glyph."""
    origin, begin = line.textStart(), graphemes[first].first
    alone = runs = line.glyphRuns(origin + begin, graphemes[first].after - begin, _PLACES)
    count = 1
    while _cut_a_glyph(runs):
        if count == LONGEST_LIGATURE or first + count == len(graphemes):
            return alone, 1
        end = graphemes[first + count].after
        runs = line.glyphRuns(origin + begin, end - begin, _PLACES)
        count += 1
    return runs, count


def _cut_a_glyph(runs: list[QGlyphRun]) -> bool:
    return not _WHOLE.issuperset([run.flags() for run in runs])


def _divided(runs: list[QGlyphRun], graphemes: Sequence[_Grapheme]) -> list[_Placed]:
    """Give each grapheme its share of what they are drawn as; beside others, what takes no room gets none."""
    head, *rest = graphemes
    right_to_left = runs[0].isRightToLeft()
    if not rest:
        return [(head, _extent(runs, head), right_to_left)]
    left, right = _extent(runs, head)
    share = (right - left) / (1 + sum(grapheme.takes_room for grapheme in rest))
    reached = right if right_to_left else left
    placed: list[_Placed] = []
    for grapheme in graphemes:
        before = reached
        if grapheme is head or grapheme.takes_room:
            reached += -share if right_to_left else share
        placed.append((grapheme, (min(before, reached), max(before, reached)), right_to_left))
    return placed


def _extent(runs: list[QGlyphRun], grapheme: _Grapheme) -> _Cell:
    """Return from where to where the glyphs of a grapheme reach.

    The box of a run is what the text moves on by, which is where the glyph stands unless kerning moved it: Amiri draws
    ر under the letter before it and moves on by nothing.
    """
    box = runs[0].boundingRect()
    for run in runs:
        places = run.positions()  # a soft hyphen inside a line has none
        if not places or abs(places[0].x() - box.left()) < TOUCHING:
            return box.left(), box.right()
    if grapheme.is_invisible:  # a font may lend these a glyph with a width, which Qt does not paint
        return box.left(), box.left()
    lefts: list[float] = []
    rights: list[float] = []
    for run in runs:
        advances = run.rawFont().advancesForGlyphIndexes(run.glyphIndexes())
        for position, advance in zip(run.positions(), advances, strict=True):
            if advance.x() > 0:  # a mark has no advance and stands somewhere over its letter
                lefts.append(position.x())
                rights.append(position.x() + advance.x())
    return (min(lefts), max(rights)) if lefts else (box.left(), box.right())


def _undrawn(line: QTextLine, grapheme: _Grapheme) -> _Cell:
    """Return where something without a glyph stands: a tab, or a separator of lines.

    A tab has the paragraph's direction, and `cursorToX` means the tab's own edges on both sides of it.
    """
    begin = _x_of(line, line.textStart() + grapheme.first)
    if grapheme.text != "\t":
        return begin, begin
    end = _x_of(line, line.textStart() + grapheme.after)
    return min(begin, end), max(begin, end)


def _x_of(line: QTextLine, position: int) -> float:
    found = line.cursorToX(position)
    assert isinstance(found, tuple)  # x and the position, which the stubs call an object
    return found[0]


def _meeting(placed: list[_Placed]) -> list[_Placed]:
    """Let neighbours meet: kerning moves a glyph away from where its neighbour's advance ends."""
    seen = sorted((cell, index) for index, (_, cell, _) in enumerate(placed) if cell[1] > cell[0])
    for ((left, right), here), ((edge, _), _) in pairwise(seen):
        if edge != right and edge != left:
            grapheme, _, direction = placed[here]
            placed[here] = grapheme, (left, edge), direction
    return placed
