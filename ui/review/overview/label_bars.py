from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPalette, QPen
from PySide6.QtWidgets import QWidget

from annotator.model import Label, Schema
from annotator.review.overview.judgement import LabelLine
from annotator.review.query import DISAGREEING, Query
from ui.review import words
from ui.review.charts import inks
from ui.review.charts.chart import PADDING, Chart, Mark
from ui.review.charts.table import Cell, Table
from ui.review.overview.sentences import Sentences
from ui.style import theme
from ui.style.label_paint import draw_underline, label_colours
from ui.widgets import numbers

ROW = 23.0
"""Pixels of a row at least; as high as a line of words where that is more."""
THICK, WHISKER = 10.0, 4.0
SWATCH = 20.0
SHORT = "▲"
"""What stands beside the number of a label that falls short, for who does not see its colour."""


class LabelBars(Chart):
    """Exact F1 of each label as a bar from 0 to 1, with its interval, its target as a notch, and its annotations."""

    def __init__(self, sentences: Sentences, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sentences = sentences
        self._lines: Sequence[LabelLine] = ()
        self._labels: list[Label | None] = []

    def show_lines(self, lines: Sequence[LabelLine], schema: Schema) -> None:
        """Show labels in the order given; a click on one opens what annotators differ about."""
        self._lines = lines
        self._labels = [schema.label(one.name) for one in lines]
        cells = tuple((self._cell(one),) for one in lines)
        names = tuple(words.label(one.name, schema) for one in lines)
        self.show_table(Table(names, (words.exact(),) if names else (), cells))

    def _cell(self, line: LabelLine) -> Cell:
        query = Query(label=line.name, kinds=DISAGREEING)
        low, high = (line.interval.low, line.interval.high) if line.interval else (None, None)
        said = numbers.score(line.value) + (f" {SHORT}" if line.falls_short else "")
        return Cell(said, line.value, query, self._sentences.label_tip(line), low, high)

    def sizeHint(self) -> QSize:
        return QSize(360, round(self._row * max(len(self.table.rows), 1)))

    def minimumSizeHint(self) -> QSize:
        return QSize(240, self.sizeHint().height())

    @property
    def _row(self) -> float:
        return max(ROW, self.measures().height() + 3)

    @property
    def _left(self) -> float:
        return SWATCH + PADDING + self.names_width(self.table.rows)

    @property
    def _number(self) -> float:
        return self.measures().horizontalAdvance(f"0.00 {SHORT}") * 1.15 + PADDING

    @property
    def _count(self) -> float:
        widest = max((self._spans(n) for n in range(len(self._lines))), key=len, default="0")
        return self.measures().horizontalAdvance(widest) + PADDING

    def _spans(self, row: int) -> str:
        return numbers.count(self._lines[row].spans)

    def lay_out(self) -> list[Mark]:
        return [
            Mark(row, 0, QRectF(0, row * self._row, self.width(), self._row))
            for row in range(len(self.table.rows))
        ]

    def draw(self, painter: QPainter) -> None:
        for mark in self.marks:
            line, top = self._lines[mark.row], mark.box.top()
            self._draw_swatch(painter, self._labels[mark.row], mark.box)
            painter.setPen(self.ink_pen())
            name = QRectF(SWATCH + PADDING, top, self._left - SWATCH - PADDING, self._row)
            self.write(painter, name, self.table.rows[mark.row], self.leading())
            painter.setFont(self.bold())
            if line.falls_short:
                painter.setPen(theme.tone("caution", self.palette()))
            number = QRectF(self._left, top, self._number, self._row)
            self.write(painter, number, self.cell(mark.row, 0).text, self.leading())
            painter.setFont(self.font())
            painter.setPen(self.quiet_pen())
            count = QRectF(self.width() - self._count + PADDING / 2, top, self._count, self._row)
            self.write(painter, count, self._spans(mark.row), self.leading())
            self._draw_bar(painter, mark.row, mark.box.center().y())

    def _draw_swatch(self, painter: QPainter, label: Label | None, box: QRectF) -> None:
        if label is None:
            return
        tint, ink = label_colours(label, theme.is_dark(self.palette()))
        place = self.turned(QRectF(0, box.center().y() - 7, SWATCH, 14))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(tint)
        painter.drawRoundedRect(place, 3, 3)
        draw_underline(painter, place.left(), place.right(), place.bottom(), ink, label.pattern)

    def _draw_bar(self, painter: QPainter, row: int, y: float) -> None:
        left = self._left + self._number
        length = max(self.width() - left - self._count - PADDING, 40.0)
        line = self._lines[row]

        def across(low: float, high: float, thick: float) -> QRectF:
            start, end = (min(max(end, 0.0), 1.0) * length for end in (low, high))
            return self.turned(QRectF(left + start, y - thick / 2, end - start, thick))

        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.tone("line", self.palette()))
        painter.drawRect(across(0.0, 1.0, THICK))
        if line.value is not None:
            ink = self._ink(row)
            page = self.palette().color(QPalette.ColorRole.Base)
            painter.setBrush(inks.mix(page, ink, 0.62))
            painter.drawRect(across(0.0, line.value, THICK))
        if line.interval is not None:
            self._draw_whisker(painter, across(line.interval.low, line.interval.high, 0.0))
        if line.target:
            notch = across(line.target, line.target, THICK + 8)
            painter.setPen(QPen(theme.tone("bad", self.palette()), 2.0))
            painter.drawLine(notch.topLeft(), notch.bottomLeft())

    def _draw_whisker(self, painter: QPainter, box: QRectF) -> None:
        painter.setPen(QPen(self.ink_pen().color(), 1.5))
        painter.drawLine(box.topLeft(), box.topRight())
        for x in (box.left(), box.right()):
            painter.drawLine(QPointF(x, box.top() - WHISKER), QPointF(x, box.top() + WHISKER))

    def _ink(self, row: int) -> QColor:
        label = self._labels[row]
        if label is None:
            return inks.series(row, self.palette())
        return label_colours(label, theme.is_dark(self.palette()))[1]
