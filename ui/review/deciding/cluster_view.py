"""One article with the annotations of everybody: gold as the layer that is edited, the annotators' in lanes under it."""

from collections.abc import Callable, Mapping, Sequence
from functools import cached_property

from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QPen,
)
from PySide6.QtWidgets import QWidget

from annotator.model import GOLD, Article, Layer, Schema, Span, Zone
from ui.article import keys
from ui.article import painter as paint
from ui.article.canvas import BAND
from ui.article.ink import Metrics
from ui.article.margin import BESIDE
from ui.article.reading.column import SIDE
from ui.article.reading.spacing import NORMAL
from ui.article.view import ArticleView
from ui.review.deciding import lanes
from ui.review.deciding.lanes import Person, Unheard
from ui.style import theme

COLUMN = 75
"""Letters to a line."""
NAME_SIZE = 6.5
"""Points of the names beside the lanes, which are closer together than letters are tall."""
OVER = 6.0
"""Pixels that a name may reach over the column of the names further out, which stand half a line lower."""
OPEN_SHADE = 0.17
"""Share of the amber in the tint of what is open; where two lie over each other it is deeper."""
ROUND = 3.0


class ClusterView(ArticleView):
    """Gold is the layer that keys and mouse act on, as in the annotator's own view.

    What is open is tinted amber, what is in gold has its label's tint, and the row that is being decided is framed. Without
    a selection keys decide, so a label's key labels only what is selected.
    """

    place_clicked = Signal(int)  # the position of the character

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._people: tuple[Person, ...] = ()
        self._heard = 0
        """So many of them are gold and those who count."""
        self._open: Sequence[Span] = ()
        self._framed: Span | None = None
        self.set_column(COLUMN)
        self._name()

    # -- what is shown

    def show_people(
        self,
        article: Article,
        layers: Mapping[str, Layer],
        gold: Layer,
        schema: Schema,
        left_out: Sequence[Unheard] = (),
    ) -> None:
        """Show an article with gold and the annotators' layers; the same article keeps its place.

        Those who are ``left_out`` have lanes below those who count; what they marked as out of scope is in scope here.
        """
        is_same = article.id == self.article.id and article.text == self.article.text
        before = self._heard, len(self._people)
        self._open, self._framed = (), None
        self._heard = len(layers) + 1
        self._people = (Person(GOLD, gold, self._marks),) * (self._heard + len(left_out))
        now = self._heard, len(self._people)
        if not is_same or before != now or schema is not self.schema:
            self._forget_looks()
            self.show_article(article, gold, schema)
        else:
            self._show_gold(gold)
        self._people = lanes.people(gold, layers, left_out, self._map.paragraphs)
        self.viewport().update()

    def show_gold(self, gold: Layer) -> None:
        """Show gold as it is decided now; the text does not move."""
        if not self._people:
            return
        self._show_gold(gold)
        self._people = (lanes.person(GOLD, gold, self._map.paragraphs), *self._people[1:])

    @property
    def lane_names(self) -> tuple[str, ...]:
        """Whose lanes run under a line, from the top; gold by its word in the language of the window."""
        return tuple(
            one.name if number else self.tr("gold") for number, one in enumerate(self._people)
        )

    def show_open(self, spans: Sequence[Span]) -> None:
        """Tint what is open."""
        self._open = spans
        self.viewport().update()

    def frame(self, span: Span | None) -> None:
        """Frame what is being decided, and name the lanes beside it."""
        self._framed = span
        self.viewport().update()

    def go_to_span(self, span: Span, annotation_id: str | None) -> None:
        """Bring a place into view, with the gold annotation that stands there, if any, as the one that keys edit."""
        self._keep_current = True
        try:
            self.put_caret(span.start)
        finally:
            self._keep_current = False
        self.set_current(annotation_id)
        self.is_chosen = annotation_id is not None
        self.reveal(span)

    @cached_property
    def metrics(self) -> Metrics:
        """Measures with room for everybody's lane under each line."""
        usual = Metrics.of(self._font)
        left_out = len(self._people) - self._heard
        return lanes.with_room(usual, self._heard, NORMAL.gap, left_out)

    # -- Qt

    def paintEvent(self, event: QPaintEvent) -> None:
        top = self._scrolled.y() - BAND
        bottom = top + self.viewport().height() + 2 * BAND
        shown = list(self._shown(top, bottom))
        with QPainter(self.viewport()) as painter:
            self._prepare(painter)
            self._paint_open(painter, top, bottom)
            paint.paint_tints(painter, shown, self.metrics)
            self._paint_people(painter, top, bottom)
            if (selection := self.selection) is not None:
                accent = self.palette().color(QPalette.ColorRole.Accent)
                pieces = self._pieces(selection, top, bottom)
                paint.paint_selection(painter, pieces, accent, self.metrics)
            self._paint_text(painter, event)
            page = self.palette().color(QPalette.ColorRole.Base)
            for zone in frozenset[Zone]().union(
                *(one.layer.zones for one in self._people[: self._heard])
            ):
                paint.paint_zone(painter, self._pieces(zone.span, top, bottom), page)
            self._paint_edge(painter, shown)
            self._paint_frame(painter, top, bottom)
            if self.text:
                self._caret.paint(painter)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._name()

    # -- inside

    def _means(self, event: QKeyEvent) -> Callable[[], None] | None:
        schema = self.schema if self.selection is not None else None
        match keys.meaning(event, schema, self._command_keys):
            case keys.LabelKey(label, beside):
                return lambda: self.label_pressed.emit(label, beside)
            case keys.CommandKey(command):
                return lambda: self.command_pressed.emit(command)
            case _:
                return None

    def press_elsewhere(self, event: QKeyEvent) -> bool:
        """Take a key that was pressed in the list of rows; tell whether it meant anything."""
        act = self._means(event)
        if act is not None:
            act()
        return act is not None

    def _follow_click(self, point: QPoint | QPointF) -> None:
        super()._follow_click(point)
        if self.text:
            self.place_clicked.emit(self.character_at(point))

    def _show_gold(self, gold: Layer) -> None:
        before, self.layer = self.layer, gold
        self._marks.show(gold)
        if self.current is not None and self.current not in gold:
            self.set_current(None)
        elif before is not gold:
            self.edge = self.edge if self.current else None
        self.viewport().update()

    def _name(self) -> None:
        self.setAccessibleName(self.tr("Article text with everybody's annotations"))

    def _paint_open(self, painter: QPainter, top: float, bottom: float) -> None:
        amber = QColor(theme.tone("caution", self.palette()))
        amber.setAlphaF(OPEN_SHADE)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(amber)
        for span in self._open:
            for box in self._boxes_of(span, top, bottom, self.metrics.below):
                painter.drawRoundedRect(box, ROUND, ROUND)

    def _paint_people(self, painter: QPainter, top: float, bottom: float) -> None:
        gold = theme.tone("gold", self.palette())
        blocks = [block.blockNumber() for block in self._geometry.blocks(top, bottom)]
        for number, one in enumerate(self._people):
            under = lanes.depth(number, self._heard, self.metrics)
            is_left_out = number >= self._heard
            for mark in lanes.visible(one, blocks):
                label = mark.annotation.label
                ink = self._inks.get(label) or self._unknown_ink(label)
                pieces = tuple(self._pieces(mark.annotation.span, top, bottom))
                lanes.paint(
                    painter,
                    mark,
                    pieces,
                    ink,
                    under,
                    gold=None if number else gold,
                    is_left_out=is_left_out,
                )

    def _paint_frame(self, painter: QPainter, top: float, bottom: float) -> None:
        if self._framed is None:
            return
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(self.palette().color(QPalette.ColorRole.Accent), 2.0))
        for box in self._boxes_of(self._framed, top, bottom, self.metrics.zone_bottom):
            painter.drawRoundedRect(box.adjusted(-1, -1, 1, 0), ROUND, ROUND)
        self._paint_names(painter, self._framed, top, bottom)

    def _paint_names(self, painter: QPainter, span: Span, top: float, bottom: float) -> None:
        """Write beside the current line whose lane is which, every second name further out.

        Who is left out has the room of both, with their role underneath: the lanes are farther apart there.
        """
        piece = next(iter(self._pieces(span, top, bottom)), None)
        if piece is None:
            return
        font = QFont(self.metrics.chip_font)
        font.setPointSizeF(NAME_SIZE)
        painter.setFont(font)
        measures = QFontMetricsF(font)
        column = QRectF(self.column_rect())
        beside = (self.viewport().width() - column.width()) / 2
        room = (beside - BESIDE - 4) / 2
        for number, one in enumerate(self._people):
            is_left_out = number >= self._heard
            is_out = not is_left_out and number % 2
            most = 2 * room + 3 if is_left_out else room + (0 if is_out else OVER)
            out = BESIDE + (room + 2 if is_out else 0.0)
            under = lanes.depth(number, self._heard, self.metrics)
            painter.setPen(theme.tone("ink_quiet" if number else "gold", self.palette()))
            for below, said in enumerate((self.lane_names[number], one.role)):
                name = _cut(said, measures, most)
                wide = measures.horizontalAdvance(name)
                x = column.right() + out if piece.right_to_left else column.left() - out - wide
                y = piece.baseline + under + below * lanes.ROLE_BELOW + measures.xHeight() / 2
                painter.drawText(QPointF(x, y), name)

    def _boxes_of(self, span: Span, top: float, bottom: float, below: float) -> list[QRectF]:
        above = self.metrics.above
        return [
            QRectF(run.left, piece.baseline - above, run.width, above + below)
            for piece in self._pieces(span, top, bottom)
            for run in piece.runs
        ]

    def _beside_column(self) -> float:
        return BESIDE + SIDE + BESIDE  # two columns of names


def _cut(name: str, measures: QFontMetricsF, most: float) -> str:
    """Return as much of a name as so many pixels hold: three letters tell more than one and a sign for the rest."""
    while name and measures.horizontalAdvance(name) > most:
        name = name[:-1]
    return name
