"""One article's text with everybody's annotations under it, a band of underlines for each."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from PySide6.QtCore import QEvent, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QPen,
)
from PySide6.QtWidgets import QWidget

from annotator.model import GOLD, Article, Layer, Schema, Span
from annotator.review.board import Difference
from ui.article import painter as paint
from ui.article.canvas import BAND, ArticleCanvas
from ui.article.ink import LANE_WIDTH, Ink, Metrics, draw_lane
from ui.article.margin import BESIDE
from ui.article.marks import Mark, Marks
from ui.article.reading.column import SIDE
from ui.article.reading.spacing import NORMAL
from ui.review.charts import inks
from ui.style import theme

GOLD_WIDTH = 3.0
STEP = 6.0
"""Pixels from one person's lane to the next."""
INNER = 2.6
"""Pixels that a span inside another one of the same person stands above it."""
AIR = 5.0
"""Pixels under the last lane, before the tints of the next line."""
COLUMN = 75
"""Letters to a line."""
NAME_SIZE = 6.5
"""Points of the names beside the lanes, which are closer together than letters are tall."""


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody's annotations; their place in the list says where their lane runs."""

    name: str
    layer: Layer
    marks: Marks


class CompareCanvas(ArticleCanvas):
    """The text once; under it a lane of gold and one of each annotator: colour and place say who, the pattern says which label.

    Behind the text every difference is tinted, and the current one is framed.
    """

    difference_clicked = Signal(int)  # number in the list of differences
    key_pressed = Signal(object)  # QKeyEvent, for the page to understand

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._people: tuple[Person, ...] = ()
        self._differences: Sequence[Difference] = ()
        self._open: frozenset[int] = frozenset()
        self._number: int | None = None
        self.set_column(COLUMN)
        self.setAccessibleName(self.tr("Article text with everybody's annotations"))

    def show_comparison(
        self,
        article: Article,
        layers: Mapping[str, Layer],
        gold: Layer,
        schema: Schema,
    ) -> None:
        starts = [0, *(i + 1 for i, char in enumerate(article.text) if char in "\n\u2029")]
        people = [_person(name, layer, starts) for name, layer in layers.items()]
        self._people = (_person(GOLD, gold, starts), *people)
        self._differences, self._open, self._number = (), frozenset(), None
        zones = frozenset(zone for layer in layers.values() for zone in layer.zones)
        empty = Layer("", article.id, zones=zones)
        if article.id == self.article.id and article.text == self.article.text:
            self.layer, self.schema = empty, schema
            self._mix_inks()
            self._lay_out_again()
        else:
            self.show_article(article, empty, schema)

    def show_gold(self, gold: Layer) -> None:
        """Show gold as it is decided now; the text does not move."""
        starts = [0, *(i + 1 for i, char in enumerate(self.text) if char in "\n\u2029")]
        self._people = (_person(GOLD, gold, starts), *self._people[1:])
        self.viewport().update()

    def show_differences(
        self, differences: Sequence[Difference], still_open: frozenset[int]
    ) -> None:
        self._differences, self._open = differences, still_open
        self.viewport().update()

    def go_to_difference(self, number: int | None) -> None:
        self._number = number
        if number is not None:
            span = self._differences[number].span
            self.place_caret(span.start)
            self.reveal(span)
        self.viewport().update()

    @cached_property
    def metrics(self) -> Metrics:
        """Measures with room for everybody's lane under each line."""
        usual = Metrics.of(self._font)
        bottom = self._lane(max(len(self._people) - 1, 0), usual) + AIR
        pitch = float(round(max(usual.pitch, usual.above + bottom)))
        return replace(usual, pitch=pitch, gap=float(round(NORMAL.gap * pitch)), zone_bottom=bottom)

    def _lane(self, number: int, metrics: Metrics) -> float:
        """Return how far under the baseline the lane of a person runs; gold's is the first."""
        first = metrics.zone_top + GOLD_WIDTH / 2
        return first + number * STEP + (AIR / 2 if number else 0.0)

    # -- Qt

    def event(self, event: QEvent) -> bool:
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and not event.modifiers()
            and event.text().strip()
        ):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        event.ignore()
        self.key_pressed.emit(event)
        if not event.isAccepted():
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        position = self.character_at(event.position())
        here = [
            (len(one.span), number)
            for number, one in enumerate(self._differences)
            if one.span.start <= position < one.span.end
        ]
        if here and self.selection is None:
            self.difference_clicked.emit(min(here)[1])

    def paintEvent(self, event: QPaintEvent) -> None:
        top = self.verticalScrollBar().value() - BAND
        bottom = top + self.viewport().height() + 2 * BAND
        with QPainter(self.viewport()) as painter:
            self._prepare(painter)
            self._paint_differences(painter, top, bottom)
            self._paint_people(painter, top, bottom)
            if (selection := self.selection) is not None:
                accent = self.palette().color(QPalette.ColorRole.Accent)
                pieces = self._pieces(selection, top, bottom)
                paint.paint_selection(painter, pieces, accent, self.metrics)
            self._paint_text(painter, event)
            page = self.palette().color(QPalette.ColorRole.Base)
            for zone in self.layer.zones:
                paint.paint_zone(painter, self._pieces(zone.span, top, bottom), page)
            self._caret.paint(painter)

    # -- inside

    def _paint_differences(self, painter: QPainter, top: float, bottom: float) -> None:
        pale = inks.mix(
            self.palette().color(QPalette.ColorRole.Base),
            theme.tone("caution", self.palette()),
            0.16,
        )
        done = inks.mix(
            self.palette().color(QPalette.ColorRole.Base), theme.tone("good", self.palette()), 0.12
        )
        painter.setPen(Qt.PenStyle.NoPen)
        for number, one in enumerate(self._differences):
            painter.setBrush(pale if number in self._open else done)
            for box in self._boxes_of(one.span, top, bottom):
                painter.drawRoundedRect(box, 3, 3)
        if self._number is not None and self._number < len(self._differences):
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(self.palette().color(QPalette.ColorRole.Accent), 2.0))
            for box in self._boxes_of(self._differences[self._number].span, top, bottom):
                painter.drawRoundedRect(box.adjusted(-1, -1, 1, 1), 3, 3)

    def _paint_people(self, painter: QPainter, top: float, bottom: float) -> None:
        for number, person in enumerate(self._people):
            colour = self._colour(number)
            under, width = (
                self._lane(number, self.metrics),
                GOLD_WIDTH if not number else LANE_WIDTH,
            )
            for mark in self._visible(person, top, bottom):
                ink = Ink(colour, colour, self._pattern(mark.annotation.label), "")
                inner = INNER if mark.is_inside else 0.0
                for piece in self._pieces(mark.annotation.span, top, bottom):
                    y = piece.baseline + under - inner
                    for run in piece.runs:
                        draw_lane(painter, ink, run.left, run.right, y, width)
        if self._number is not None and self._number < len(self._differences):
            self._paint_names(painter, self._differences[self._number].span, top, bottom)

    def _paint_names(self, painter: QPainter, span: Span, top: float, bottom: float) -> None:
        """Write beside the current line whose lane is which, every second name further out."""
        piece = next(iter(self._pieces(span, top, bottom)), None)
        if piece is None:
            return
        font = QFont(self.metrics.chip_font)
        font.setPointSizeF(NAME_SIZE)
        painter.setFont(font)
        measures = QFontMetricsF(font)
        column, room = QRectF(self.column_rect()), SIDE / 2
        for number, person in enumerate(self._people):
            title = self.tr("gold") if person.name == GOLD else person.name
            name = measures.elidedText(title, Qt.TextElideMode.ElideRight, room)
            out = BESIDE + (number % 2) * (room + 2)
            wide = measures.horizontalAdvance(name)
            x = column.right() + out if piece.right_to_left else column.left() - out - wide
            y = piece.baseline + self._lane(number, self.metrics) + measures.xHeight() / 2
            painter.setPen(self._colour(number))
            painter.drawText(QPointF(x, y), name)

    def _visible(self, person: Person, top: float, bottom: float) -> list[Mark]:
        seen: dict[str, Mark] = {}
        for block in self._geometry.blocks(top, bottom):
            for mark in person.marks.of(block.blockNumber()):
                seen.setdefault(mark.annotation.id, mark)
        return list(seen.values())

    def _boxes_of(self, span: Span, top: float, bottom: float) -> list[QRectF]:
        above, below = self.metrics.above, self.metrics.below
        return [
            QRectF(run.left, piece.baseline - above, run.width, above + below)
            for piece in self._pieces(span, top, bottom)
            for run in piece.runs
        ]

    def _beside_column(self) -> float:
        return BESIDE + SIDE + BESIDE  # two columns of names

    def _colour(self, number: int) -> QColor:
        return person_colour(number, self.palette())

    def _pattern(self, label: str) -> str:
        known = self.schema.label(label) if self.schema else None
        return known.pattern if known else "dot"


def person_colour(number: int, palette: QPalette) -> QColor:
    """Return the colour of the n-th band: gold is the text's own, people take the set's."""
    if number == 0:
        return palette.color(QPalette.ColorRole.Text)
    return inks.series(number - 1, palette)


def _person(name: str, layer: Layer, starts: Sequence[int]) -> Person:
    marks = Marks(starts)
    marks.show(layer)
    return Person(name, layer, marks)
