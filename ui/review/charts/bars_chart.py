from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QWidget

from ui.review.charts import inks
from ui.review.charts.chart import PADDING, Chart, Mark
from ui.review.charts.table import Cell
from ui.style import theme

BAR = 22.0
BETWEEN = 14.0
"""Pixels: height of a bar, and space between the groups of two labels."""
NUMBER = 44.0
"""Room for the number at a bar's end, so that whiskers never lie on it."""
WHISKER = 4.0
SCALE = (0.0, 0.25, 0.5, 0.75, 1.0)


class BarsChart(Chart):
    """Bars from 0 to 1 in groups of one row, with whiskers for the 95 % intervals.

    A target of the row, where the project has one, is a notch across its bars.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.targets: dict[tuple[int, int], float] = {}

    def sizeHint(self) -> QSize:
        return QSize(640, round(self._height()))

    def minimumSizeHint(self) -> QSize:
        return QSize(320, round(self._height()))

    def _height(self) -> float:
        group = BAR * len(self.table.columns) + BETWEEN
        return (
            2 * PADDING
            + self._legend_height
            + group * len(self.table.rows)
            + self.measures().height()
        )

    @property
    def _legend_height(self) -> float:
        return self.measures().height() + 1.5 * PADDING

    @property
    def _left(self) -> float:
        return 2 * PADDING + self.names_width(self.table.rows)

    @property
    def _length(self) -> float:
        return max(self.width() - self._left - NUMBER - 2 * PADDING, 40.0)

    def lay_out(self) -> list[Mark]:
        group = BAR * len(self.table.columns) + BETWEEN
        top = PADDING + self._legend_height
        return [
            Mark(
                row,
                column,
                QRectF(
                    self._left, top + row * group + column * BAR, self._length + NUMBER, BAR - 2
                ),
            )
            for row in range(len(self.table.rows))
            for column in range(len(self.table.columns))
        ]

    def draw(self, painter: QPainter) -> None:
        self._draw_legend(painter)
        self._draw_scale(painter)
        for mark in self.marks:
            cell = self.cell(mark.row, mark.column)
            self._draw_bar(painter, mark, cell)
            target = self.targets.get((mark.row, mark.column))
            if target is not None:
                x = self.turned_x(self._left + target * self._length)
                painter.setPen(QPen(theme.tone("bad", self.palette()), 2.0))
                painter.drawLine(QPointF(x, mark.box.top()), QPointF(x, mark.box.bottom()))
            if mark.column == 0:
                painter.setPen(self.ink_pen())
                height = BAR * len(self.table.columns)
                box = QRectF(PADDING, mark.box.top(), self._left - 2 * PADDING, height)
                self.write(painter, box, self.table.rows[mark.row], self.leading())

    def _draw_bar(self, painter: QPainter, mark: Mark, cell: Cell) -> None:
        number = QRectF(
            self._left + self._length + PADDING, mark.box.top(), NUMBER, mark.box.height()
        )
        painter.setPen(self.ink_pen() if cell.value is not None else self.quiet_pen())
        self.write(painter, number, cell.text, self.leading())
        if cell.value is None:
            return
        length = max(cell.value, 0.0) * self._length
        box = self.turned(QRectF(self._left, mark.box.top() + 2, length, mark.box.height() - 4))
        painter.setPen(QPen(inks.series(mark.column, self.palette()), 1.0))
        painter.setBrush(inks.fill(mark.column, self.palette()))
        painter.drawRect(box)
        painter.setPen(Qt.PenStyle.NoPen)
        if mark.column:
            painter.setBrush(inks.pattern_brush(mark.column, self.palette()))
            painter.drawRect(box)
        if cell.low is not None and cell.high is not None:
            self._draw_whisker(painter, mark.box.center().y(), cell.low, cell.high)

    def _draw_whisker(self, painter: QPainter, y: float, low: float, high: float) -> None:
        painter.setPen(QPen(self.ink_pen().color(), 1.5))
        ends = [self.turned_x(self._left + max(end, 0.0) * self._length) for end in (low, high)]
        painter.drawLine(QPointF(ends[0], y), QPointF(ends[1], y))
        for x in ends:
            painter.drawLine(QPointF(x, y - WHISKER), QPointF(x, y + WHISKER))

    def _draw_scale(self, painter: QPainter) -> None:
        from ui.widgets import numbers

        top, bottom = PADDING + self._legend_height, self.marks[-1].box.bottom()
        for value in SCALE:
            x = self.turned_x(self._left + value * self._length)
            painter.setPen(QPen(theme.tone("line", self.palette()), 1.0))
            painter.drawLine(QPointF(x, top - 2), QPointF(x, bottom + 2))
            painter.setPen(self.quiet_pen())
            box = QRectF(x - 30, bottom + 2, 60, self.measures().height())
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, numbers.score(value))

    def _draw_legend(self, painter: QPainter) -> None:
        x = self._left
        for column, name in enumerate(self.table.columns):
            box = QRectF(x, PADDING + 2, 16, self.measures().height() - 4)
            painter.setPen(QPen(inks.series(column, self.palette()), 1.0))
            painter.setBrush(inks.fill(column, self.palette()))
            painter.drawRect(self.turned(box))
            if column:
                painter.setBrush(inks.pattern_brush(column, self.palette()))
                painter.drawRect(self.turned(box))
            width = self.measures().horizontalAdvance(name) + 2
            painter.setPen(self.ink_pen())
            words = QRectF(x + 22, PADDING, width, self.measures().height())
            self.write(painter, words, name, self.leading())
            x += 22 + width + 2 * PADDING
