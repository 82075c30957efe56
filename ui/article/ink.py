"""How an annotation looks: measures and pens, from the article's font and the label's colours."""

from dataclasses import dataclass

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPainterPath, QPen

# Shares of the font's ascent and descent that a tint covers: enough for marks above and tails below, and short of the
# neighbouring lines. Taken by eye on Amiri and Noto Sans Arabic at 12 to 40 points.
TINT_ABOVE = 0.78
TINT_BELOW = 0.75
LANE_GAP = 2.0
LANE_PITCH = 5.0
LANE_WIDTH = 2.0
LANES_WITH_ROOM = 2
AIR = 8.0
"""Pixels between one line's chips and the tints of the next."""
CHIP_GAP = 3.0
CHIP_SHARE = 0.46
"""Chip size as a share of the article's, in points, and never below `CHIP_SMALLEST`."""
CHIP_SMALLEST = 7.5

_DASHES = {"dash": [3.0, 2.0], "dot": [1.0, 1.5], "dash-dot": [4.0, 1.5, 1.0, 1.5]}
_WAVE_LENGTH = 6.0
_WAVE_HEIGHT = 2.0


@dataclass(frozen=True, slots=True)
class Metrics:
    """Vertical measures of one font, in pixels, counted from a line's baseline."""

    above: float
    below: float
    line_height: float
    """Percent of the font's own height that leaves room for two lanes and a row of chips."""
    chip_font: QFont
    chip_ascent: float
    chip_height: float

    @classmethod
    def of(cls, font: QFont) -> "Metrics":
        measures = QFontMetricsF(font)
        chip_font = QFont(font)
        chip_font.setPointSizeF(max(font.pointSizeF() * CHIP_SHARE, CHIP_SMALLEST))
        chip = QFontMetricsF(chip_font)
        above, below = measures.ascent() * TINT_ABOVE, measures.descent() * TINT_BELOW
        under = LANE_GAP + LANES_WITH_ROOM * LANE_PITCH + CHIP_GAP + chip.height() + AIR
        return cls(
            above,
            below,
            100.0 * (above + below + under) / measures.height(),
            chip_font,
            chip.ascent(),
            chip.height(),
        )

    def lane(self, number: int) -> float:
        """Return how far under the baseline a lane's line runs."""
        return self.below + LANE_GAP + number * LANE_PITCH


@dataclass(frozen=True, slots=True)
class Ink:
    """One label's colours on the page as it is now."""

    tint: QColor
    line: QColor
    pattern: str
    title: str


def draw_lane(painter: QPainter, ink: Ink, left: float, right: float, y: float) -> None:
    """Draw a label's underline; the pattern is the cue that needs no colour."""
    pen = QPen(ink.line, LANE_WIDTH)
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    if ink.pattern in _DASHES:
        pen.setDashPattern(_DASHES[ink.pattern])
    painter.setBrush(Qt.BrushStyle.NoBrush)
    if ink.pattern == "wave":
        painter.setPen(QPen(ink.line, 1.4))
        painter.drawPath(_wave(left, right, y))
    elif ink.pattern == "double":
        painter.setPen(QPen(ink.line, 1.0))
        painter.drawLine(QPointF(left, y - 1.0), QPointF(right, y - 1.0))
        painter.drawLine(QPointF(left, y + 1.5), QPointF(right, y + 1.5))
    else:
        painter.setPen(pen)
        # From the right, so that a dash pattern starts where a right-to-left reader starts.
        painter.drawLine(QPointF(right, y), QPointF(left, y))


def _wave(left: float, right: float, y: float) -> QPainterPath:
    path = QPainterPath(QPointF(right, y))
    x, side = right, 1.0
    while x > left:
        following = max(x - _WAVE_LENGTH / 2, left)
        path.quadTo(QPointF((x + following) / 2, y + side * _WAVE_HEIGHT), QPointF(following, y))
        x, side = following, -side
    return path
