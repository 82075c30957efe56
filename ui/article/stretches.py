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

Cell = tuple[float, float]
Measured = tuple[Cell, bool]
"""From where to where a grapheme reaches, and whether it runs right to left."""


def measured_together(line: QTextLine, starts: Sequence[int]) -> dict[int, Measured]:
    """Return what could be measured of the graphemes that begin at ``starts``: UTF-16 units from the line's start, ascending.

    That is what has a glyph of its own where its advance begins. Not here: the letters of a ligature, those that kerning
    moved, and all of a line of several faces, whose string indexes are wrong. What stands here is what would be found by
    asking for each on its own, in a third of the time.
    """
    runs = line.glyphRuns(line.textStart(), line.textLength(), _WHAT)
    if not runs:
        return {}
    face = runs[0].rawFont()
    if any(run.rawFont() != face for run in runs[1:]):
        return {}
    following = dict(pairwise([*starts, line.textLength()]))
    stretches = [(run, _first_glyphs(run, line.textStart())) for run in runs]
    drawn = {line.textLength()}.union(*(glyphs for _, glyphs in stretches))
    found: dict[int, Measured] = {}
    for run, glyphs in stretches:
        own = [start for start in starts if start in glyphs]
        for start, cell in _cells(line, run, own):
            if following[start] in drawn and abs(glyphs[start] - cell[0]) < TOUCHING:
                found[start] = cell, run.isRightToLeft()
    return found


def _first_glyphs(run: QGlyphRun, origin: int) -> dict[int, float]:
    """Return where the first glyph of each cluster stands, by where the cluster begins on the line."""
    glyphs: dict[int, float] = {}
    for index, position in zip(run.stringIndexes(), run.positions(), strict=False):
        glyphs.setdefault(index - origin, position.x())
    return glyphs


def _cells(line: QTextLine, run: QGlyphRun, own: Sequence[int]) -> list[tuple[int, Cell]]:
    """Return from where to where the text moves on between clusters of a stretch; nothing where Qt contradicts itself."""
    box, right_to_left, origin = run.boundingRect(), run.isRightToLeft(), line.textStart()
    left, right = box.left(), box.right()
    first, last = (right, left) if right_to_left else (left, right)
    # At its ends a stretch meets another one, where `cursorToX` can mean either.
    places = [line.cursorToX(origin + start) for start in own[1:]]
    edges = [first, *[place[0] for place in places if isinstance(place, tuple)], last]
    if edges != sorted(edges, reverse=right_to_left):
        return []
    if right_to_left:
        return list(zip(own, zip(edges[1:], edges, strict=False), strict=True))
    return list(zip(own, zip(edges, edges[1:], strict=False), strict=True))
