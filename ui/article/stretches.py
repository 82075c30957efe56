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
        right_to_left = run.isRightToLeft()
        edges = _edges(line, run, own)
        if right_to_left:  # from here on from left to right
            own.reverse()
            edges.reverse()
        # `cursorToX` can mean the other side of a place where direction changes: what a glyph stands on is an edge.
        stands = [
            abs(glyphs[start] - edge) < TOUCHING for start, edge in zip(own, edges, strict=False)
        ] + [True]
        for at, start in enumerate(own):
            if stands[at] and stands[at + 1] and following[start] in drawn:
                found[start] = (edges[at], edges[at + 1]), right_to_left
    return found


def _first_glyphs(run: QGlyphRun, origin: int) -> dict[int, float]:
    """Return where the first glyph of each cluster stands, by where the cluster begins on the line."""
    indexes = [index - origin for index in run.stringIndexes()]
    places = [position.x() for position in run.positions()]
    if len(places) != len(indexes):  # what is not painted has no position
        return {}
    return dict(zip(reversed(indexes), reversed(places), strict=True))


def _edges(line: QTextLine, run: QGlyphRun, own: Sequence[int]) -> list[float]:
    """Return where the text moves on from cluster to cluster of a stretch, its two ends with them, in the order of the text."""
    box, origin = run.boundingRect(), line.textStart()
    ends = box.left(), box.right()
    first, last = reversed(ends) if run.isRightToLeft() else ends
    places = [line.cursorToX(origin + start) for start in own[1:]]
    return [first, *[place[0] for place in places if isinstance(place, tuple)], last]
