from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter

from ui.review.charts import inks
from ui.review.charts.chart import PADDING, Chart, Mark

CELL_HEIGHT = 46.0
MOST_WIDE, LEAST_WIDE = 132.0, 44.0
GAP = 2.0


class GridChart(Chart):
    """A heat map: the deeper the hue, the larger the number, which every cell bears."""

    def sizeHint(self) -> QSize:
        width = (
            self.names_width((*self.table.rows, self.table.corner))
            + MOST_WIDE * len(self.table.columns)
            + 2 * PADDING
        )
        return QSize(
            round(width), round(self._head + CELL_HEIGHT * len(self.table.rows) + 2 * PADDING)
        )

    def minimumSizeHint(self) -> QSize:
        width = (
            self.names_width((*self.table.rows, self.table.corner))
            + LEAST_WIDE * len(self.table.columns)
            + 2 * PADDING
        )
        return QSize(round(width), self.sizeHint().height())

    @property
    def _head(self) -> float:
        return self.measures().height() + PADDING

    def lay_out(self) -> list[Mark]:
        names = self.names_width((*self.table.rows, self.table.corner)) + PADDING
        columns = len(self.table.columns)
        wide = min(max((self.width() - names - 2 * PADDING) / columns, LEAST_WIDE), MOST_WIDE)
        top = PADDING + self._head
        return [
            Mark(
                row,
                column,
                QRectF(
                    names + PADDING + column * wide,
                    top + row * CELL_HEIGHT,
                    wide - GAP,
                    CELL_HEIGHT - GAP,
                ),
            )
            for row, cells in enumerate(self.table.cells)
            for column, cell in enumerate(cells)
            if cell.text
        ]

    def draw(self, painter: QPainter) -> None:
        self._write_names(painter)
        for mark in self.marks:
            cell = self.cell(mark.row, mark.column)
            box = self.turned(mark.box)
            if cell.value is None:
                painter.setPen(self.quiet_pen())
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.drawText(box, Qt.AlignmentFlag.AlignCenter, cell.text)
                continue
            fill = inks.shade(cell.value, self.palette())
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(fill)
            painter.drawRoundedRect(box, 3, 3)
            painter.setPen(inks.ink_on(fill))
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, cell.text)

    def _write_names(self, painter: QPainter) -> None:
        painter.setPen(self.ink_pen())
        width = self.names_width((*self.table.rows, self.table.corner))
        first = {mark.column: mark.box for mark in reversed(self.marks)}
        line = {mark.row: mark.box for mark in self.marks}
        for row, name in enumerate(self.table.rows):
            if row in line:
                box = QRectF(PADDING, line[row].top(), width, line[row].height())
                self.write(painter, box, name, self.leading())
        for column, name in enumerate(self.table.columns):
            if column in first:
                box = QRectF(first[column].left(), PADDING, first[column].width(), self._head)
                self.write(painter, box, name, Qt.AlignmentFlag.AlignCenter)
        if self.table.corner:
            painter.setPen(self.quiet_pen())
            box = QRectF(PADDING, PADDING, width, self._head)
            self.write(painter, box, self.table.corner, self.leading())
