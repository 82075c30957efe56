"""One article's text with everybody's annotations under it, a band of underlines for each."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from PySide6.QtCore import QEvent, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QTextEdit, QWidget

from annotator.model import GOLD, Annotation, Article, Layer, Schema, Span
from annotator.review.board import Difference
from ui import i18n
from ui.article import painter as paint
from ui.article.canvas import BAND, ArticleCanvas
from ui.article.chips import Chip, place
from ui.article.ink import LANE_GAP, LANE_PITCH, LANE_WIDTH, Ink, Metrics, draw_lane
from ui.article.marks import Marks
from ui.review.charts import inks
from ui.style import theme

BAND_GAP = 3.0
"""Pixels between the bands of two people."""
NAME_GAP = 3.0


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody's annotations, the colour of their lines, and how many lanes their nesting needs."""

    name: str
    layer: Layer
    marks: Marks
    depth: int


class CompareCanvas(ArticleCanvas):
    """The text once; under it first gold and then each annotator: colour and place say who, the pattern says which label.

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
        first = _person(GOLD, gold, starts)
        # Gold comes to be as deep as what it is made from: its band has that room from the beginning.
        depth = max([first.depth, *(person.depth for person in people)])
        self._people = (replace(first, depth=depth), *people)
        self._differences, self._open, self._number = (), frozenset(), None
        zones = frozenset(zone for layer in layers.values() for zone in layer.zones)
        empty = Layer("", article.id, zones=zones)
        if article.id == self.article.id and article.text == self.article.text:
            self.__dict__.pop("metrics", None)
            self.layer, self.schema = empty, schema
            self._mix_inks()
            self._lay_out()
        else:
            self.__dict__.pop("metrics", None)
            self.show_article(article, empty, schema)

    def show_gold(self, gold: Layer) -> None:
        """Show gold as it is decided now; the text does not move."""
        starts = [0, *(i + 1 for i, char in enumerate(self.text) if char in "\n\u2029")]
        first = replace(_person(GOLD, gold, starts), depth=self._people[0].depth)
        self._people = (first, *self._people[1:])
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
        """Measures with room for everybody's band under each line."""
        usual = Metrics.of(self._font)
        band = sum(person.depth * LANE_PITCH + BAND_GAP for person in self._people)
        natural = (usual.above + usual.below) * 1.0
        room = natural + LANE_GAP + band + usual.chip_height + 14.0
        from PySide6.QtGui import QFontMetricsF

        height = QFontMetricsF(self._font).height()
        return replace(usual, line_height=100.0 * max(room / height, 1.35))

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
        QTextEdit.paintEvent(self, event)
        with QPainter(self.viewport()) as painter:
            self._prepare(painter)
            page = self.palette().color(QPalette.ColorRole.Base)
            for zone in self.layer.zones:
                paint.paint_zone(painter, self._pieces(zone.span, top, bottom), page)

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
        offset = 0.0
        current = (
            self._differences[self._number]
            if self._number is not None and self._number < len(self._differences)
            else None
        )
        chips: list[tuple[float, float, bool, str, QColor]] = []
        for number, person in enumerate(self._people):
            colour = self._colour(number)
            for mark in self._visible(person, top, bottom):
                ink = Ink(colour, colour, self._pattern(mark[0].label), "")
                y_offset = LANE_GAP + offset + mark[1] * LANE_PITCH
                named = current is not None and mark[0].span in [
                    a.span for a in current.annotations
                ]
                for piece in self._pieces(mark[0].span, top, bottom):
                    y = min(piece.baseline + self.metrics.below + y_offset, piece.bottom - 1)
                    for run in piece.runs:
                        draw_lane(painter, ink, run.left, run.right, y)
                    if named and piece.starts_here:
                        chips.append(
                            (
                                paint.start_edge(piece),
                                piece.bottom - self.metrics.chip_height,
                                piece.right_to_left,
                                f"{person.name}: {self._title(mark[0].label)}",
                                colour,
                            )
                        )
            offset += person.depth * LANE_PITCH + BAND_GAP
        self._paint_chips(painter, chips)

    def _paint_chips(
        self, painter: QPainter, chips: list[tuple[float, float, bool, str, QColor]]
    ) -> None:
        """Write who gave which label under the current difference."""
        if not chips:
            return
        painter.setFont(self.metrics.chip_font)
        measures = painter.fontMetrics()
        lines: dict[float, list[tuple[float, float, bool, str, QColor]]] = {}
        for chip in chips:
            lines.setdefault(chip[1], []).append(chip)
        margin = self.document().documentMargin()
        for y, line in lines.items():
            row = [Chip(x, measures.horizontalAdvance(name), name) for x, _, _, name, _ in line]
            lefts = place(
                row,
                right_to_left=line[0][2],
                left=margin,
                right=self.viewport().width() - margin,
            )
            for (_, _, _, name, colour), left in zip(line, lefts, strict=True):
                painter.setPen(colour)
                painter.drawText(QPointF(left, y + self.metrics.chip_ascent - NAME_GAP), name)

    def _visible(self, person: Person, top: float, bottom: float) -> list[tuple[Annotation, int]]:
        seen: dict[str, tuple[Annotation, int]] = {}
        for block in self._blocks(top, bottom):
            for mark in person.marks.of(block.blockNumber()):
                seen.setdefault(mark.annotation.id, (mark.annotation, mark.lane))
        return list(seen.values())

    def _boxes_of(self, span: Span, top: float, bottom: float) -> list[QRectF]:
        above, below = self.metrics.above, self.metrics.below
        return [
            QRectF(run.left, piece.baseline - above, run.width, above + below)
            for piece in self._pieces(span, top, bottom)
            for run in piece.runs
        ]

    def _colour(self, number: int) -> QColor:
        return person_colour(number, self.palette())

    def _pattern(self, label: str) -> str:
        known = self.schema.label(label) if self.schema else None
        return known.pattern if known else "dot"

    def _title(self, label: str) -> str:
        known = self.schema.label(label) if self.schema else None
        return known.title(i18n.current()) if known else label


def person_colour(number: int, palette: QPalette) -> QColor:
    """Return the colour of the n-th band: gold is the text's own, people take the set's."""
    if number == 0:
        return palette.color(QPalette.ColorRole.Text)
    return inks.series(number - 1, palette)


def _person(name: str, layer: Layer, starts: Sequence[int]) -> Person:
    marks = Marks(starts)
    marks.show(layer)
    lanes = [mark.lane for number in range(len(starts)) for mark in marks.of(number)]
    return Person(name, layer, marks, max(lanes, default=0) + 1)


__all__ = ["LANE_WIDTH", "CompareCanvas", "Person", "person_colour"]
