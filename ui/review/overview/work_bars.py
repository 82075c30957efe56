from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QPainter
from PySide6.QtWidgets import QWidget

from annotator.review.overview.work import AnnotatorWork, GoldWork
from annotator.review.query import DISAGREEING, Query
from ui.review.charts.chart import MOST_LETTERS, PADDING, Chart, Mark
from ui.review.charts.table import Cell, Table
from ui.review.overview.sentences import Sentences
from ui.style import theme

ROW = 21.0
THICK = 10.0
"""Pixels: a row at least, and the bar in it."""


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar: parts as (tone of the theme, how much), the rest up to ``whole`` is empty."""

    name: str
    parts: tuple[tuple[str, int], ...]
    whole: int
    said: str
    tip: str


class WorkBars(Chart):
    """How far each annotator is, and gold under them, which a line divides from them."""

    gold_opened = Signal()

    def __init__(self, sentences: Sentences, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sentences = sentences
        self._bars: list[Bar] = []
        self._has_gold = False

    def show_work(
        self, people: Sequence[AnnotatorWork], gold: GoldWork | None, compared: Sequence[str]
    ) -> None:
        """Show everybody; those who are ``compared`` open what they and others differ about."""
        say = self._sentences
        self._bars = [
            Bar(
                one.name,
                (("good", one.done), ("caution", one.begun)),
                one.articles,
                say.done(one),
                say.done_tip(one),
            )
            for one in people
        ]
        queries = [
            Query(annotator=one.name, kinds=DISAGREEING) if one.name in compared else None
            for one in people
        ]
        self._has_gold = gold is not None
        if gold is not None:
            tally = gold.tally
            parts = (
                ("good", gold.settled),
                ("link", tally.waiting),
                ("caution", gold.to_decide),
            )
            whole = sum(number for _, number in parts)
            tip = " · ".join(filter(None, (say.settled(gold), say.open_gold(gold))))
            self._bars.append(Bar(self.tr("gold"), parts, whole, say.closed(gold), tip))
            queries.append(None)
        cells = tuple(
            (Cell(bar.said, None, query, bar.tip),)
            for bar, query in zip(self._bars, queries, strict=True)
        )
        names = tuple(bar.name for bar in self._bars)
        self.show_table(Table(names, ("",) if names else (), cells))

    def open_current(self) -> None:
        if self._has_gold and self.current == (len(self._bars) - 1, 0):
            self.gold_opened.emit()
        else:
            super().open_current()

    def sizeHint(self) -> QSize:
        return QSize(320, round(self._row * max(len(self._bars), 1) + 2 * self._gap))

    def minimumSizeHint(self) -> QSize:
        return QSize(240, self.sizeHint().height())

    @property
    def _row(self) -> float:
        return max(ROW, self.measures().height() + 2)

    @property
    def _gap(self) -> float:
        return PADDING / 2 if self._has_gold else 0.0

    def _names_width(self) -> float:
        """Return the room that names need, which are bold here."""
        bold = QFontMetricsF(self.bold())
        widest = max(bold.horizontalAdvance(name) for name in self.table.rows)
        return min(widest, MOST_LETTERS * bold.horizontalAdvance("x")) + 2 * PADDING

    def lay_out(self) -> list[Mark]:
        last = len(self._bars) - 1
        return [
            Mark(
                row,
                0,
                QRectF(
                    0,
                    row * self._row + (2 * self._gap if self._has_gold and row == last else 0),
                    self.width(),
                    self._row,
                ),
            )
            for row in range(len(self._bars))
        ]

    def draw(self, painter: QPainter) -> None:
        left = self.names_width(self.table.rows, self.bold())
        widest = max(self.measures().horizontalAdvance(bar.said) for bar in self._bars)
        right = min(widest + PADDING, self.width() * 0.55)
        length = max(self.width() - left - right, 30.0)
        for mark in self.marks:
            bar = self._bars[mark.row]
            painter.setPen(self.ink_pen())
            painter.setFont(self.bold())
            box = QRectF(0, mark.box.top(), left - PADDING / 2, self._row)
            self.write(painter, box, bar.name, self.leading())
            painter.setFont(self.font())
            painter.setPen(self.quiet_pen())
            said = QRectF(left + length + PADDING, mark.box.top(), right - PADDING, self._row)
            self.write(painter, said, bar.said, self.leading())
            self._draw_parts(painter, bar, left, length, mark.box.center().y())
        if self._has_gold and len(self._bars) > 1:
            painter.setPen(theme.tone("line", self.palette()))
            y = self.marks[-1].box.top() - self._gap
            painter.drawLine(0, round(y), self.width(), round(y))

    def _draw_parts(
        self, painter: QPainter, bar: Bar, left: float, length: float, y: float
    ) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.tone("line", self.palette()))
        painter.drawRect(self.turned(QRectF(left, y - THICK / 2, length, THICK)))
        x = left
        for tone, number in bar.parts:
            wide = length * number / bar.whole if bar.whole else 0.0
            painter.setBrush(theme.tone(tone, self.palette()))
            painter.drawRect(self.turned(QRectF(x, y - THICK / 2, wide, THICK)))
            x += wide
