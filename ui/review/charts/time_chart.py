from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPen, QPolygonF

from ui.review.charts import inks
from ui.review.charts.chart import PADDING, Chart, Mark
from ui.style import theme
from ui.widgets import numbers

HEIGHT = 300
POINT = 4.0
LINES = (0.0, 0.25, 0.5, 0.75, 1.0)
DASHES = (
    Qt.PenStyle.SolidLine,
    Qt.PenStyle.DashLine,
    Qt.PenStyle.DotLine,
    Qt.PenStyle.DashDotLine,
    Qt.PenStyle.DashDotDotLine,
)


class TimeChart(Chart):
    """A line a row over columns of time, with a band for its interval; time runs in reading direction."""

    def sizeHint(self) -> QSize:
        return QSize(680, HEIGHT)

    def minimumSizeHint(self) -> QSize:
        return QSize(320, HEIGHT)

    @property
    def _left(self) -> float:
        return PADDING * 2 + self.measures().horizontalAdvance("0.00") + PADDING

    @property
    def _top(self) -> float:
        return 2 * PADDING + self.measures().height() * 2

    @property
    def _bottom(self) -> float:
        return self.height() - self.measures().height() - 2 * PADDING

    def _y(self, value: float) -> float:
        return self._bottom - min(max(value, 0.0), 1.0) * (self._bottom - self._top)

    def _column(self) -> float:
        return (self.width() - self._left - 2 * PADDING) / max(len(self.table.columns), 1)

    def lay_out(self) -> list[Mark]:
        wide = self._column()
        return [
            Mark(
                row,
                column,
                QRectF(self._left + (column + 0.5) * wide - 12, self._y(cell.value) - 12, 24, 24),
            )
            for row, cells in enumerate(self.table.cells)
            for column, cell in enumerate(cells)
            if cell.value is not None
        ]

    def draw(self, painter: QPainter) -> None:
        self._draw_axes(painter)
        for row in range(len(self.table.rows)):
            self._draw_row(painter, row)
        self._draw_legend(painter)

    def _draw_axes(self, painter: QPainter) -> None:
        for value in LINES:
            y = self._y(value)
            painter.setPen(QPen(theme.tone("line", self.palette()), 1.0))
            painter.drawLine(
                QPointF(self.turned_x(self._left), y),
                QPointF(self.turned_x(self.width() - PADDING), y),
            )
            painter.setPen(self.quiet_pen())
            box = QRectF(PADDING, y - 10, self._left - 2 * PADDING, 20)
            self.write(painter, box, numbers.score(value), self.leading())
        wide = self._column()
        room = self.measures().horizontalAdvance("00/00/0000") + PADDING
        every = max(int(room / wide) + (room % wide > 0), 1) if wide else 1
        for column, name in enumerate(self.table.columns):
            if column % every == 0:
                box = QRectF(0, self._bottom + PADDING / 2, room, self.measures().height())
                box.moveLeft(self._left + (column + 0.5) * wide - room / 2)
                self.write(painter, box, name, Qt.AlignmentFlag.AlignCenter)
            if column in self.table.marks:
                x = self.turned_x(self._left + column * wide)
                painter.setPen(
                    QPen(theme.tone("caution", self.palette()), 1.0, Qt.PenStyle.DashLine)
                )
                painter.drawLine(QPointF(x, self._top), QPointF(x, self._bottom))
                painter.setPen(theme.tone("caution", self.palette()))
                start = self._left + column * wide + PADDING / 2
                over = QRectF(start, self._top, max(wide, self.width() - start - PADDING), 18)
                self.write(painter, over, self.table.marks[column], self.leading())
                painter.setPen(self.quiet_pen())

    def _draw_row(self, painter: QPainter, row: int) -> None:
        ink = inks.series(row, self.palette())
        marks = [mark for mark in self.marks if mark.row == row]
        points = [self.turned(mark.box).center() for mark in marks]
        bounds = [
            (point.x(), cell.low, cell.high)
            for point, mark in zip(points, marks, strict=True)
            if (cell := self.cell(row, mark.column)).low is not None and cell.high is not None
        ]
        if len(bounds) > 1:
            band = [QPointF(x, self._y(high or 0.0)) for x, _, high in bounds]
            band += [QPointF(x, self._y(low or 0.0)) for x, low, _ in reversed(bounds)]
            pale = inks.series(row, self.palette())
            pale.setAlpha(36)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(pale)
            painter.drawPolygon(QPolygonF(band))
        painter.setPen(QPen(ink, 2.0, DASHES[row % len(DASHES)]))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPolyline(QPolygonF(points))
        painter.setPen(QPen(ink, 1.5))
        painter.setBrush(inks.fill(row, self.palette()))
        for point, mark in zip(points, marks, strict=True):
            painter.drawEllipse(point, POINT, POINT)
            if row == 0 or len(self.table.rows) <= 2:
                text = QRectF(point.x() - 24, point.y() - 26, 48, 18)
                painter.setPen(self.ink_pen())
                painter.drawText(
                    text, Qt.AlignmentFlag.AlignCenter, self.cell(row, mark.column).text
                )
                painter.setPen(QPen(ink, 1.5))

    def _draw_legend(self, painter: QPainter) -> None:
        x = self._left
        for row, name in enumerate(self.table.rows):
            y = PADDING + self.measures().height() / 2
            painter.setPen(QPen(inks.series(row, self.palette()), 2.0, DASHES[row % len(DASHES)]))
            painter.drawLine(QPointF(self.turned_x(x), y), QPointF(self.turned_x(x + 28), y))
            width = self.measures().horizontalAdvance(name) + 2
            painter.setPen(self.ink_pen())
            box = QRectF(x + 34, PADDING, width, self.measures().height())
            self.write(painter, box, name, self.leading())
            x += 34 + width + 2 * PADDING
