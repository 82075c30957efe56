from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPen

from ui.review.charts import inks
from ui.review.charts.chart import PADDING, Chart, Mark

BAR = 34.0
BETWEEN = 12.0
SWATCH = 16.0


class StackedChart(Chart):
    """One bar a row, cut into the parts its columns count. Each part bears its number and a pattern.

    A part too narrow for its number is drawn as wide as the number, at the others' cost.
    """

    def sizeHint(self) -> QSize:
        return QSize(680, round(self._height()))

    def minimumSizeHint(self) -> QSize:
        return QSize(420, round(self._height()))

    def _height(self) -> float:
        return 2 * PADDING + self._legend_height() + (BAR + BETWEEN) * len(self.table.rows)

    def _line(self) -> float:
        return self.measures().height() + PADDING / 2

    def _legend(self) -> list[tuple[int, QRectF]]:
        """Return where each column's name stands, in as many lines as they need."""
        found: list[tuple[int, QRectF]] = []
        x, y = PADDING, PADDING
        for column, name in enumerate(self.table.columns):
            width = SWATCH + 6 + self.measures().horizontalAdvance(name) + 2 * PADDING
            if x + width > self.width() and x > PADDING:
                x, y = PADDING, y + self._line()
            found.append((column, QRectF(x, y, width, self._line())))
            x += width
        return found

    def _legend_height(self) -> float:
        lines = self._legend()
        return (lines[-1][1].bottom() if lines else 0.0) + PADDING / 2

    def lay_out(self) -> list[Mark]:
        left = 2 * PADDING + self.names_width(self.table.rows)
        length = max(self.width() - left - PADDING, 80.0)
        top = self._legend_height()
        marks: list[Mark] = []
        for row, cells in enumerate(self.table.cells):
            x = left
            widths = self._widths([c.value or 0.0 for c in cells], [c.text for c in cells], length)
            for column, width in enumerate(widths):
                if width:
                    box = QRectF(x, top + row * (BAR + BETWEEN), width, BAR)
                    marks.append(Mark(row, column, box))
                    x += width
        return marks

    def _widths(self, values: list[float], texts: list[str], length: float) -> list[float]:
        total = sum(values)
        if not total:
            return [0.0] * len(values)
        least = [
            self.measures().horizontalAdvance(text) + 10 if value else 0.0
            for value, text in zip(values, texts, strict=True)
        ]
        spare = max(length - sum(least), 0.0)
        # Give each its share, the narrow ones their least, and take the difference from the wide ones.
        wanted = [
            max(value / total * length - low, 0.0) for value, low in zip(values, least, strict=True)
        ]
        sum_wanted = sum(wanted) or 1.0
        return [low + part * spare / sum_wanted for low, part in zip(least, wanted, strict=True)]

    def draw(self, painter: QPainter) -> None:
        for column, box in self._legend():
            swatch = QRectF(box.left(), box.top() + 2, SWATCH, box.height() - 6)
            self._fill(painter, swatch, column)
            painter.setPen(self.ink_pen())
            words = box.adjusted(SWATCH + 6, 0, 0, 0)
            self.write(painter, words, self.table.columns[column], self.leading())
        for mark in self.marks:
            self._fill(painter, mark.box, mark.column)
            self._write_number(painter, mark)
        top = self._legend_height()
        painter.setPen(self.ink_pen())
        for row, name in enumerate(self.table.rows):
            width = self.names_width(self.table.rows)
            box = QRectF(PADDING, top + row * (BAR + BETWEEN), width, BAR)
            self.write(painter, box, name, self.leading())

    def _write_number(self, painter: QPainter, mark: Mark) -> None:
        text = self.cell(mark.row, mark.column).text
        box = self.turned(mark.box)
        width = self.measures().horizontalAdvance(text) + 6
        plate = QRectF(0, 0, width, self.measures().height())
        plate.moveCenter(box.center())
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(inks.fill(mark.column, self.palette()))
        painter.drawRoundedRect(plate, 3, 3)
        painter.setPen(self.ink_pen())
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, text)

    def _fill(self, painter: QPainter, box: QRectF, number: int) -> None:
        place = self.turned(box)
        painter.setPen(QPen(inks.series(number, self.palette()), 1.0))
        painter.setBrush(inks.fill(number, self.palette()))
        painter.drawRect(place)
        if number:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(inks.pattern_brush(number, self.palette()))
            painter.drawRect(place)
