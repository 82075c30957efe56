"""Show one article and its annotations. Knows nothing of mouse, keys or the project."""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence

from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, QRectF, Signal
from PySide6.QtGui import QColor, QInputMethodEvent, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QWidget

from annotator.model import DEFAULT_SCHEMA, Annotation, Article, Layer, Schema, Span
from ui import i18n
from ui.article import margin
from ui.article import painter as paint
from ui.article.ink import Ink
from ui.article.margin import MarginMark
from ui.article.marks import Marks
from ui.article.text import ORDINARY, ArticleText
from ui.style.theme import is_dark, label_colours

BAND = 40.0
"""Pixels above and below the visible part that are painted too: outlines and chips reach out of their line."""

MANY = 100
"""Changes from which painting everything anew is cheaper than asking what looks different."""

UNKNOWN_TINT = QColor(128, 128, 128, 60)
UNKNOWN_LINE = QColor(128, 128, 128)


class ArticleCanvas(ArticleText):
    """Paints annotations behind the letters."""

    current_changed = Signal(object)  # annotation id or None

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.article = Article.from_text("")
        self.layer = Layer("", self.article.id)
        self.schema: Schema | None = None
        self.current: str | None = None
        self.edge: str | None = None  # "start" or "end" while the arrow keys move an edge
        self.hovered: str | None = (
            None  # the annotation under the pointer, named beside the current one
        )
        self.overlays: list[Callable[[QPainter, float, float], None]] = []
        """Painters of signs over the text, given the band of the document to paint, in document coordinates.

        Painted again are the lines of what became or was current, selected or changed; who paints elsewhere asks for it.
        """
        self._marks = Marks([0])
        self._inks: dict[str, Ink] = {}
        self._hits: Sequence[Span] = ()
        self._current_hit: Span | None = None
        self._margin_marks: tuple[MarginMark, ...] = ()

    # -- what is shown

    def show_article(self, article: Article, layer: Layer, schema: Schema) -> None:
        """Lay out ``article`` and paint ``layer`` on it."""
        self.article, self.layer, self.schema = article, layer, schema
        self.current = self.edge = self.hovered = None
        self.set_hits(())
        self.set_margin_marks(())
        self._mix_inks()
        self._show_text(article.text)
        self._marks = Marks(self._map.paragraphs)
        self._marks.show(layer)

    def clear_article(self) -> None:
        """Show nothing: no article is open."""
        empty = Article.from_text("")
        self.show_article(empty, Layer("", empty.id), self.schema or DEFAULT_SCHEMA)

    def update_layer(self, before: Layer, after: Layer, changed: frozenset[str]) -> None:
        """Show what an edit changed; only what looks different is worked out and painted anew."""
        self.layer = after
        if (
            len(changed) >= MANY
            or before.zones != after.zones
            or before.relations != after.relations
        ):
            self._marks.update(before, after, changed)
            self.viewport().update()
        else:
            self.paint_again(*self._marks.update_seen(before, after, changed))
        if self.current is not None and self.current not in after:
            self.set_current(None)

    def set_hits(self, hits: Sequence[Span], current: Span | None = None) -> None:
        """Show what a search found, in text order and none overlapping, one of them stronger; another article forgets."""
        if hits or self._hits:
            self._hits, self._current_hit = hits, current
            self.viewport().update()

    def set_schema(self, schema: Schema) -> None:
        self.schema = schema
        self._mix_inks()
        self._refit()

    def set_current(self, annotation_id: str | None) -> None:
        """Make one annotation the current one: outlined, and what keys act on."""
        if annotation_id == self.current:
            return
        before, self.current, self.edge = self.current, annotation_id, None
        self._paint_annotations_again(before, annotation_id)
        self.current_changed.emit(annotation_id)

    def set_margin_marks(self, marks: Sequence[MarginMark]) -> None:
        """Show signs beside lines; another article forgets them."""
        if tuple(marks) != self._margin_marks:
            self._margin_marks = tuple(marks)
            self.viewport().update()

    def margin_mark_at(self, point: QPoint | QPointF) -> MarginMark | None:
        """Return the sign beside a line that is under a point of the viewport."""
        return margin.at(self._placed_marks(), QPointF(point) + self._scrolled)

    def cut_name_at(self, point: QPoint | QPointF) -> str:
        """Return the whole name of the label in the margin under a point where it is cut off there, else nothing."""
        top = self._scrolled.y() - BAND
        shown = self._shown(top, top + self.viewport().height() + 2 * BAND)
        there = QPointF(point) + self._scrolled
        pills = self._pills(shown, QRectF(self.column_rect()))
        found = [one for one in pills if one.box.contains(there) and one.words != one.ink.title]
        return found[-1].ink.title if found else ""

    def annotations_at(self, position: int) -> tuple[Annotation, ...]:
        """Return what covers the character at a position, innermost first."""
        return self._marks.at(position) if position < len(self.text) else ()

    def line_rect(self, what: str | Span) -> QRect:
        """Return what an annotation (its id) or a span takes of the line on which it begins, lanes included.

        In the viewport's coordinates; empty for an id that is not here or a span that shows nothing.
        """
        span = what
        if isinstance(what, str):
            if what not in self.layer:
                return QRect()
            span = self.layer[what].span
        assert isinstance(span, Span)
        head = Span(span.start, min(span.end, span.start + ORDINARY // 2))
        piece = next(iter(self._pieces(head, 0.0, float("inf"))), None)
        if piece is None:
            return QRect()
        top = piece.baseline - self.metrics.above
        left, right = piece.runs[0].left, piece.runs[-1].right
        box = QRectF(left, top, right - left, self.metrics.above + self.metrics.zone_bottom)
        return box.translated(-self._scrolled).toAlignedRect()

    def sees(self, span: Span) -> bool:
        """Tell whether a span of the text on show begins on a line in view."""
        inside = span.end <= len(self.text)
        return inside and self.viewport().rect().intersects(self.line_rect(span))

    def edge_place(self, span: Span, edge: str) -> tuple[float, float]:
        """Return the x of a span's ``start`` or ``end`` and the baseline there, in document coordinates."""
        position = span.start if edge == "start" else span.end - 1
        cell, right_to_left = self.cell_and_direction(position)
        x = cell.right() if right_to_left == (edge == "start") else cell.left()
        return x, self.baseline_of(position)

    # -- painting

    def paintEvent(self, event: QPaintEvent) -> None:
        top = self._scrolled.y() - BAND
        bottom = top + self.viewport().height() + 2 * BAND
        shown = self._reaching(QRectF(event.rect()).translated(self._scrolled), top, bottom)
        with QPainter(self.viewport()) as painter:
            self._prepare(painter)
            paint.paint_tints(painter, shown, self.metrics)
            paint.paint_current(painter, shown, self.metrics)
            paint.paint_lanes(painter, shown, self.metrics)
            paint.paint_brackets(painter, shown, self.metrics)
            column = QRectF(self.column_rect())
            if self._chosen.has_names:
                paint.paint_chips(painter, shown, self.metrics, column.left(), column.right())
            if self._hits:
                self._paint_hits(painter, top, bottom)
            if (selection := self.selection) is not None:
                accent = self.palette().color(QPalette.ColorRole.Accent)
                paint.paint_selection(
                    painter, self._pieces(selection, top, bottom), accent, self.metrics
                )
            self._paint_text(painter, event)
            page = self.palette().color(QPalette.ColorRole.Base)
            for zone in self.layer.zones:
                paint.paint_zone(painter, self._pieces(zone.span, top, bottom), page)
            self._paint_edge(painter, shown)
            for paint_overlay in self.overlays:
                painter.save()
                paint_overlay(painter, top, bottom)
                painter.restore()
            self._paint_margin(painter, shown, column)
            if self.text:
                self._caret.paint(painter)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """Take nothing from input methods: Qt's widget would put it in the place of the selection, read-only or not."""
        event.ignore()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.LanguageChange) and hasattr(
            self, "_inks"
        ):
            self._mix_inks()
            self._refit()

    # -- inside

    def _paint_annotations_again(self, *ids: str | None) -> None:
        """Paint some annotations again, and everything where lines lead from one of them to others."""
        known = [self.layer[key] for key in ids if key is not None and key in self.layer]
        linked = {end for link in self.layer.relations for end in (link.head, link.dependent)}
        if linked.isdisjoint(annotation.id for annotation in known):
            self.paint_again(*(annotation.span for annotation in known))
        else:
            self.viewport().update()

    def _reaching(self, part: QRectF, top: float, bottom: float) -> list[paint.Shown]:
        """Return the annotations in a band of the document that paint anything in a part of it.

        Lanes are those of the whole band, whatever the part: what is painted beside it stays as it is.
        """
        pitch = self.metrics.pitch
        first, last = part.top() - pitch, part.bottom() + pitch
        return [
            item
            for item in self._shown(top, bottom)
            if any(piece.bottom >= first and piece.top <= last for piece in item.pieces)
        ]

    def _shown(self, top: float, bottom: float) -> Iterator[paint.Shown]:
        """Yield the annotations in a band of the document, the longest of each paragraph first."""
        seen: set[str] = set()
        for block in self._geometry.blocks(top, bottom):
            first, after = self._visible_part(block, top, bottom)
            for mark in self._marks.of(block.blockNumber()):
                annotation = mark.annotation
                if annotation.id in seen or annotation.start >= after or annotation.end <= first:
                    continue
                seen.add(annotation.id)
                pieces = tuple(self._pieces(annotation.span, top, bottom))
                ink = self._inks.get(annotation.label) or self._unknown_ink(annotation.label)
                yield paint.Shown(
                    pieces,
                    ink,
                    mark.lane,
                    mark.lanes,
                    current=annotation.id == self.current,
                    named=annotation.id in (self.current, self.hovered),
                )

    def _paint_hits(self, painter: QPainter, top: float, bottom: float) -> None:
        ranges = [
            self._visible_part(block, top, bottom) for block in self._geometry.blocks(top, bottom)
        ]
        if not ranges:
            return
        first = bisect_right(self._hits, ranges[0][0], key=lambda hit: hit.end)
        after = bisect_left(self._hits, ranges[-1][1], key=lambda hit: hit.start)
        for hit in self._hits[first:after]:
            pieces = self._pieces(hit, top, bottom)
            paint.paint_hit(
                painter, pieces, self.palette(), self.metrics, current=hit == self._current_hit
            )

    def _paint_margin(self, painter: QPainter, shown: list[paint.Shown], column: QRectF) -> None:
        for pill in self._pills(shown, column):
            margin.paint_pill(painter, pill, self.metrics)
        if self._margin_marks:
            placed = self._placed_marks()
            margin.paint_marks(painter, placed, self.metrics, self.palette())

    def _pills(self, shown: Iterable[paint.Shown], column: QRectF) -> Iterator[margin.Pill]:
        """Yield the names in the margin, that of the current annotation last: it is on top."""
        if self._chosen.has_names:
            return
        width = self.viewport().width()
        for item in sorted(shown, key=lambda item: item.current):
            for piece in item.pieces if item.named else ():
                if piece.starts_here:
                    yield margin.pill(piece, item.ink, self.metrics, column, width)

    def _placed_marks(self) -> list[margin.PlacedMark]:
        """Return the signs of the lines in view, in document coordinates."""
        top = self._scrolled.y() - BAND
        bottom = top + self.viewport().height() + 2 * BAND
        ranges = [
            self._visible_part(block, top, bottom) for block in self._geometry.blocks(top, bottom)
        ]
        if not ranges:
            return []
        first, after = ranges[0][0], ranges[-1][1]
        found = [
            (mark, piece)
            for mark in self._margin_marks
            if first <= mark.span.start < after
            for piece in list(self._pieces(mark.span, top, bottom))[:1]
        ]
        return margin.placed_marks(found, self.metrics, QRectF(self.column_rect()))

    def _paint_edge(self, painter: QPainter, shown: list[paint.Shown]) -> None:
        if self.edge is None:
            return
        for item in shown:
            if not item.current:
                continue
            for piece in item.pieces:
                if piece.starts_here if self.edge == "start" else piece.ends_here:
                    x, _ = self.edge_place(self.layer[self.current or ""].span, self.edge)
                    paint.paint_edge(painter, x, piece, item.ink.line, self.metrics)

    def _beside_column(self) -> float:
        return margin.room_for((ink.title for ink in self._inks.values()), self.metrics)

    def _mix_inks(self) -> None:
        dark = is_dark(self.palette())
        language = i18n.current()
        self._inks = {}
        for label in self.schema.labels if self.schema else ():
            tint, line = label_colours(label, dark)
            self._inks[label.name] = Ink(tint, line, label.pattern, label.title(language))
        self.viewport().update()

    def _unknown_ink(self, label: str) -> Ink:
        return Ink(UNKNOWN_TINT, UNKNOWN_LINE, "dot", f"? {label}")
