"""A bar a day, in reading direction, with what it stands for written over it."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPen

from ui.review.charts import inks
from ui.review.charts.chart import PADDING, Chart, Mark
from ui.style import theme

HEIGHT = 150
WIDEST = 46.0
"""Pixels of a bar."""
SHARE = 0.72
"""Of a day's room that its bar takes."""
ROUND = 2.0


class DaysChart(Chart):
    """Draws a table of one row whose cells are days; ``value`` is the share of the highest one."""

    def sizeHint(self) -> QSize:
        return QSize(560, HEIGHT)

    def minimumSizeHint(self) -> QSize:
        return QSize(320, HEIGHT)

    @property
    def _top(self) -> float:
        return PADDING + self.measures().height()

    @property
    def _bottom(self) -> float:
        return self.height() - self.measures().height() - PADDING

    def _day(self) -> float:
        return (self.width() - 2 * PADDING) / max(len(self.table.columns), 1)

    def lay_out(self) -> list[Mark]:
        wide = self._day()
        return [
            Mark(0, n, QRectF(PADDING + n * wide, self._top, wide, self._bottom - self._top))
            for n in range(len(self.table.columns))
        ]

    def draw(self, painter: QPainter) -> None:
        painter.setPen(QPen(theme.tone("line", self.palette()), 1.0))
        painter.drawLine(
            QPointF(PADDING, self._bottom), QPointF(self.width() - PADDING, self._bottom)
        )
        day = self._day()
        names = self._every(self.table.columns)
        is_wide = self._every([cell.text for cell in self.table.cells[0]]) == 1
        for mark in self.marks:
            cell = self.cell(0, mark.column)
            high = (cell.value or 0.0) * (self._bottom - self._top)
            width = min(day * SHARE, WIDEST)
            bar = QRectF(mark.box.center().x() - width / 2, self._bottom - high, width, high)
            if high:
                painter.setPen(QPen(inks.series(0, self.palette()), 1.0))
                painter.setBrush(inks.fill(0, self.palette()))
                painter.drawRoundedRect(self.turned(bar), ROUND, ROUND)
            lines = self.measures().height()
            if high and (is_wide or cell.value == 1.0):  # else only the highest has room over it
                painter.setPen(self.ink_pen())
                room = QRectF(mark.box.left() - day, bar.top() - lines, 3 * day, lines)
                self.write(painter, room, cell.text, Qt.AlignmentFlag.AlignCenter)
            if (len(self.marks) - 1 - mark.column) % names == 0:
                painter.setPen(self.quiet_pen())
                name = self.table.columns[mark.column]
                room = QRectF(0, self._bottom + PADDING / 2, self._wide(name), lines)
                room.moveCenter(QPointF(mark.box.center().x(), room.center().y()))
                room.moveRight(min(room.right(), self.width()))
                self.write(painter, room, name, Qt.AlignmentFlag.AlignCenter)

    def _wide(self, words: str) -> float:
        return self.measures().horizontalAdvance(words) + 2

    def _every(self, words: "tuple[str, ...] | list[str]") -> int:
        """Return that every n-th of the words has room beside the next."""
        widest = max((self.measures().horizontalAdvance(word) for word in words), default=0.0)
        return max(int((widest + 2 * PADDING) / max(self._day(), 1.0)) + 1, 1)
