"""Measure together what stands on a line in one face, and leave to `ui.article.cells` what has to be asked for on its own."""

from collections.abc import Sequence
from itertools import pairwise

from PySide6.QtGui import QGlyphRun, QTextLayout, QTextLine

TOUCHING = 0.05
"""Pixels: cells nearer than this are one run; Qt rounds glyph positions to 1/64 pixel."""

_WHAT = (
    QTextLayout.GlyphRunRetrievalFlag.RetrieveGlyphPositions
    | QTextLayout.GlyphRunRetrievalFlag.RetrieveStringIndexes
)

Measured = tuple[tuple[float, float], bool]
"""From where to where a grapheme reaches, and whether it runs right to left."""


def measured_together(line: QTextLine, starts: Sequence[int]) -> dict[int, Measured]:
    """Return what could be measured of the graphemes that begin at ``starts``: UTF-16 units from the line's start, ascending.

    That is a letter with a glyph of its own where its advance begins, followed by another such in the same stretch. Not here: the
    letters of a ligature, those that kerning moved, the last of each stretch, and all of a line of several faces, whose
    string indexes are wrong. What stands here is what would be found by asking for each on its own, in a quarter of the time.
    """
    runs = line.glyphRuns(line.textStart(), line.textLength(), _WHAT)
    found: dict[int, Measured] = {}
    if runs:
        face = runs[0].rawFont()
        if all(run.rawFont() == face for run in runs[1:]):
            for run in runs:
                _measure_stretch(line, run, starts, found)
    return found


def _measure_stretch(
    line: QTextLine, run: QGlyphRun, starts: Sequence[int], found: dict[int, Measured]
) -> None:
    origin = line.textStart()
    glyphs: dict[int, float] = {}
    for index, position in zip(run.stringIndexes(), run.positions(), strict=False):
        glyphs.setdefault(index - origin, position.x())
    own = [start for start in starts if start in glyphs]
    if len(own) < 2:
        return
    box, right_to_left = run.boundingRect(), run.isRightToLeft()
    left, right = box.left(), box.right()
    # At its ends a stretch meets another one, where `cursorToX` can mean either.
    edges = [right if right_to_left else left]
    for start in own[1:]:
        place = line.cursorToX(origin + start)
        assert isinstance(place, tuple)  # x and the position, which the stubs call an object
        edges.append(place[0])
    if edges != sorted(edges, reverse=right_to_left) or not left <= edges[-1] <= right:
        return
    following = dict(pairwise(starts))
    for (start, after), (begin, end) in zip(pairwise(own), pairwise(edges), strict=True):
        cell = (end, begin) if right_to_left else (begin, end)
        if following[start] == after and abs(glyphs[start] - cell[0]) < TOUCHING:
            found[start] = cell, right_to_left
