"""How an annotation looks: measures and pens, from the article's font and the label's colours."""

from dataclasses import dataclass

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QGuiApplication,
    QPainter,
    QPainterPath,
    QPen,
)

from ui.article.reading.spacing import NORMAL, Spacing

TINT_ABOVE = 0.88
"""Em above the baseline that a tint covers, where the lanes of the line before leave so much."""
LANE_PITCH = 4.0
"""Pixels between two lanes where there is room."""
LANE_WIDTH = 2.0
CURRENT_WIDTH = 2.6
CHIP_GAP = 2.0
CHIP_SHARE = 0.46
"""Chip size as a share of the article's, in points, and never below `CHIP_SMALLEST`."""
CHIP_SMALLEST = 7.5

BAND_ABOVE = 0.6
"""Share of the pitch above a baseline that belongs to its line; the rest, where the lanes run, is below."""

_DASHES = {"dash": [3.0, 2.0], "dot": [1.0, 1.5], "dash-dot": [4.0, 1.5, 1.0, 1.5]}
_WAVE_LENGTH = 6.0
_WAVE_HEIGHT = 2.0


@dataclass(frozen=True, slots=True)
class Metrics:
    """Vertical measures of one font in one spacing, in pixels, counted from a line's baseline.

    ``above`` and ``below`` are what a tint covers, ``band_above`` and ``band_below`` all that belongs to a line: one line's
    band ends where the next one's begins.
    """

    em: float
    pitch: float
    gap: float
    above: float
    below: float
    zone_top: float
    zone_bottom: float
    chip_font: QFont
    chip_ascent: float
    chip_height: float

    @classmethod
    def of(cls, font: QFont, spacing: Spacing = NORMAL) -> "Metrics":
        em = em_of(font)
        pitch = float(round(spacing.pitch * em))
        zone_top, zone_bottom = spacing.zone_top * em, spacing.zone_bottom * em
        chip_font = QFont(font)
        chip_font.setPointSizeF(max(font.pointSizeF() * CHIP_SHARE, CHIP_SMALLEST))
        chip = QFontMetricsF(chip_font)
        return cls(
            em,
            pitch,
            float(max(round(spacing.gap * pitch), 1)),
            min(TINT_ABOVE * em, pitch - zone_bottom),
            zone_top - 1.0,
            zone_top,
            zone_bottom,
            chip_font,
            chip.ascent(),
            chip.height(),
        )

    @property
    def band_above(self) -> float:
        return BAND_ABOVE * self.pitch

    @property
    def band_below(self) -> float:
        return self.pitch - self.band_above

    @property
    def pill_height(self) -> float:
        """Pixels of the pill in the margin that holds a label's name."""
        return max(round(0.75 * self.em), 16.0)

    def lane(self, number: int, lanes: int = 1) -> float:
        """Return how far under the baseline a lane's line runs, of so many; a full zone brings them closer together."""
        first = self.zone_top + 1.0
        if lanes < 2:
            return first
        room = self.zone_bottom - LANE_WIDTH / 2 - first
        return first + number * min(LANE_PITCH, room / (lanes - 1))


def em_of(font: QFont) -> float:
    """Return a font's size in pixels."""
    if font.pixelSize() > 0:
        return float(font.pixelSize())
    return font.pointSizeF() * QGuiApplication.primaryScreen().logicalDotsPerInchY() / 72.0


@dataclass(frozen=True, slots=True)
class Ink:
    """One label's colours on the page as it is now."""

    tint: QColor
    line: QColor
    pattern: str
    title: str


def draw_lane(
    painter: QPainter, ink: Ink, left: float, right: float, y: float, width: float = LANE_WIDTH
) -> None:
    """Draw a label's underline; the pattern is the cue that needs no colour."""
    pen = QPen(ink.line, width)
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
