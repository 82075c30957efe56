"""How far an article is, told by shape: hollow, half filled, ticked. Colour only repeats it."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen

from annotator.model import Status

LINE = 1.6
"""Pen width in logical pixels; thinner disappears on a 96 dpi screen."""


def draw_status(painter: QPainter, rect: QRectF, status: Status, ink: QColor, page: QColor) -> None:
    """Draw the mark into ``rect``: ``ink`` on ``page``. The half mark fills from the leading edge."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    circle = rect.adjusted(LINE, LINE, -LINE, -LINE)
    painter.setPen(QPen(ink, LINE))
    painter.setBrush(ink if status == Status.DONE else Qt.BrushStyle.NoBrush)
    painter.drawEllipse(circle)
    if status == Status.IN_PROGRESS:
        _fill_half(painter, circle, ink)
    elif status == Status.DONE:
        _tick(painter, circle, page)
    painter.restore()


def _fill_half(painter: QPainter, circle: QRectF, ink: QColor) -> None:
    rtl = painter.layoutDirection() == Qt.LayoutDirection.RightToLeft
    half = QPainterPath(circle.center())
    half.arcTo(circle, -90 if rtl else 90, 180)
    painter.fillPath(half, ink)


def _tick(painter: QPainter, circle: QRectF, page: QColor) -> None:
    pen = QPen(page, LINE * 1.1)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    painter.setPen(pen)
    corners = ((0.27, 0.53), (0.44, 0.70), (0.74, 0.34))
    painter.drawPolyline(
        [
            QPointF(circle.left() + x * circle.width(), circle.top() + y * circle.height())
            for x, y in corners
        ]
    )
