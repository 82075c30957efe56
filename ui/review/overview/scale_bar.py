from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from annotator.iaa.scores.results import Interval
from annotator.review.overview.judgement import RELIABLE, TENTATIVE
from ui.review.charts import inks
from ui.review.overview.sentences import limit
from ui.style import theme
from ui.widgets import numbers

THICK, DOT = 10.0, 6.0
"""Pixels: the bar, and the radius of the dot on it."""
MARGIN = 10.0
PALE = 0.2
"""How much of its tone a zone of the bar has."""


class ScaleBar(QWidget):
    """Alpha from 0 to 1 with its interval, on a bar that changes colour at Krippendorff's limits.

    What is below 0 is drawn at 0. For alpha only: the limits mean nothing for F1.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._value: float | None = None
        self._interval: Interval | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_value(self, value: float | None, interval: Interval | None) -> None:
        self._value, self._interval = value, interval
        said = numbers.score(value)
        if interval is not None:
            said += f" {numbers.interval(interval.low, interval.high)}"
        self.setAccessibleDescription(f"{said} · {limit(TENTATIVE)} · {limit(RELIABLE)}")
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(240, round(2 * DOT + 2 + QFontMetricsF(self._small()).height()))

    def minimumSizeHint(self) -> QSize:
        return QSize(140, self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            self._draw_zones(painter)
            if self._value is not None:
                self._draw_value(painter, self._value)
            self._draw_limits(painter)

    def _x(self, value: float) -> float:
        length = self.width() - 2 * MARGIN
        x = MARGIN + min(max(value, 0.0), 1.0) * length
        return self.width() - x if self.isRightToLeft() else x

    def _band(self, low: float, high: float, thick: float) -> QRectF:
        left, right = sorted((self._x(low), self._x(high)))
        return QRectF(left, DOT - thick / 2 + 1, right - left, thick)

    def _draw_zones(self, painter: QPainter) -> None:
        page = self.palette().color(QPalette.ColorRole.Base)
        painter.setPen(Qt.PenStyle.NoPen)
        ends = ((0.0, TENTATIVE, "bad"), (TENTATIVE, RELIABLE, "caution"), (RELIABLE, 1.0, "good"))
        for low, high, name in ends:
            painter.setBrush(inks.mix(page, theme.tone(name, self.palette()), PALE))
            painter.drawRect(self._band(low, high, THICK))

    def _draw_value(self, painter: QPainter, value: float) -> None:
        ink = inks.series(0, self.palette())
        if self._interval is not None:
            pale = inks.series(0, self.palette())
            pale.setAlpha(120)
            painter.setBrush(pale)
            painter.drawRoundedRect(
                self._band(self._interval.low, self._interval.high, THICK), THICK / 2, THICK / 2
            )
        painter.setBrush(ink)
        painter.setPen(QPen(self.palette().color(QPalette.ColorRole.Base), 1.5))
        painter.drawEllipse(QPointF(self._x(value), DOT + 1), DOT, DOT)

    def _draw_limits(self, painter: QPainter) -> None:
        painter.setFont(self._small())
        painter.setPen(theme.tone("ink_quiet", self.palette()))
        high = QFontMetricsF(painter.font()).height()
        marks = (
            (0.0, numbers.count(0)),
            (TENTATIVE, limit(TENTATIVE)),
            (RELIABLE, limit(RELIABLE)),
            (1.0, numbers.count(1)),
        )
        for value, said in marks:
            box = QRectF(self._x(value) - 30, 2 * DOT + 2, 60, high)
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, said)

    def _small(self) -> QFont:
        font = self.font()
        font.setPointSizeF(font.pointSizeF() * 0.85)
        return font
