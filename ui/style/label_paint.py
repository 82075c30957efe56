"""How a label looks: its two colours on a page and the underline that tells it without colour.

Shared by the article view, the swatches and the panels, so that a label looks the same wherever it stands.
"""

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen

if TYPE_CHECKING:  # the first frame needs no label
    from annotator.model import Label


LINE_WIDTH = 2.0
"""Width of an underline in device-independent pixels."""

_DASHES = {"dash": [3.0, 2.0], "dot": [0.01, 2.0], "dash-dot": [4.0, 2.0, 0.01, 2.0]}
"""In units of the pen's width, as QPen counts; 0.01 with round caps is a dot."""

_WAVE_STEP = 4.0


def label_colours(label: "Label", dark: bool) -> tuple[QColor, QColor]:
    """Return the tint behind the letters and the line under them, for a light or a dark page."""
    colours = label.colours
    if dark:
        return QColor(colours.tint_dark), QColor(colours.line_dark)
    return QColor(colours.tint_light), QColor(colours.line_light)


def underline_pen(colour: QColor, pattern: str, width: float = LINE_WIDTH) -> QPen:
    """Return the pen of a straight underline; wave and double are shapes and need `draw_underline`."""
    pen = QPen(colour, width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap)
    if pattern in _DASHES:
        pen.setDashPattern(_DASHES[pattern])
    if pattern in ("dot", "dash-dot"):
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    return pen


def draw_underline(
    painter: QPainter,
    left: float,
    right: float,
    y: float,
    colour: QColor,
    pattern: str,
    width: float = LINE_WIDTH,
) -> None:
    """Draw one underline from ``left`` to ``right`` centred on ``y``.

    ``pattern`` is one of `annotator.model.schema.PATTERNS`; an unknown one is drawn solid. The painter's pen and
    brush are changed.
    """
    painter.setBrush(Qt.BrushStyle.NoBrush)
    if pattern == "wave":
        painter.setPen(QPen(colour, width * 0.8))
        painter.drawPath(_wave(left, right, y))
        return
    if pattern == "double":
        painter.setPen(QPen(colour, width * 0.6, Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap))
        for offset in (-width * 0.6, width * 0.6):
            painter.drawLine(QPointF(left, y + offset), QPointF(right, y + offset))
        return
    painter.setPen(underline_pen(colour, pattern, width))
    painter.drawLine(QPointF(left, y), QPointF(right, y))


def _wave(left: float, right: float, y: float) -> QPainterPath:
    path = QPainterPath(QPointF(left, y))
    x, side = left, 1.0
    while x < right:
        end = min(x + _WAVE_STEP, right)
        path.quadTo(QPointF((x + end) / 2, y + 3.0 * side), QPointF(end, y))
        x, side = end, -side
    return path
