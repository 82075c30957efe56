"""Show one article and its annotations. Knows nothing of mouse, keys or the project."""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cached_property

from PySide6.QtCore import QEvent, QMimeData, QPoint, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import (
    QBrush,
    QColor,
    QFont,
    QFontMetricsF,
    QPainter,
    QPaintEvent,
    QPalette,
    QResizeEvent,
    QTextBlock,
    QTextCursor,
    QTextDocument,
)
from PySide6.QtWidgets import QFrame, QTextEdit, QWidget

from annotator.model import DEFAULT_SCHEMA, Annotation, Article, Layer, Schema, Span
from annotator.text import graphemes
from ui import i18n
from ui.article import painter as paint
from ui.article.document import build_document
from ui.article.geometry import Geometry, Piece
from ui.article.ink import Ink, Metrics
from ui.article.marks import Marks
from ui.article.offsets import NEW_PARAGRAPH, OffsetMap
from ui.style.theme import is_dark, label_colours

BAND = 40.0
"""Pixels above and below the visible part that are painted too: outlines and chips reach out of their line."""

ORDINARY = 2_000
"""UTF-16 units: a longer span is measured only where it is in view."""

UNKNOWN_TINT = QColor(128, 128, 128, 60)
UNKNOWN_LINE = QColor(128, 128, 128)


class ArticleCanvas(QTextEdit):
    """A read-only text widget that paints annotations behind one unbroken layout.

    Positions taken and given are code points of the article's text. The text is never read back from the widget: Qt
    turns a no-break space into a space.
    """

    current_changed = Signal(object)  # annotation id or None

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setReadOnly(True)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAcceptDrops(False)  # a dropped file is for the window to import
        self.setCursorWidth(2)
        self.setAccessibleName(self.tr("Article text"))
        self.article = Article.from_text("")
        self.layer = Layer("", self.article.id)
        self.schema: Schema | None = None
        self.current: str | None = None
        self.edge: str | None = None  # "start" or "end" while the arrow keys move an edge
        self.chips_visible = True
        self.overlays: list[Callable[[QPainter, float, float], None]] = []
        """Painters of signs over the text, given the band of the document to paint, in document coordinates."""
        self._font = QFont(self.font())
        self._map = OffsetMap("")
        self._marks = Marks([0])
        self._inks: dict[str, Ink] = {}
        self._hits: Sequence[Span] = ()
        self._current_hit: Span | None = None
        self._geometry = Geometry(self.document(), 100.0)
        self._own_document: QTextDocument | None = None
        self._hide_own_selection()

    # -- what is shown

    @property
    def text(self) -> str:
        return self.article.text

    def show_article(self, article: Article, layer: Layer, schema: Schema) -> None:
        """Lay out ``article`` and paint ``layer`` on it."""
        self.article, self.layer, self.schema = article, layer, schema
        self.current = self.edge = None
        self.set_hits(())
        self._map = OffsetMap(article.text)
        self._marks = Marks(self._map.paragraphs)
        self._marks.show(layer)
        self._mix_inks()
        self._lay_out()

    def clear_article(self) -> None:
        """Show nothing: no article is open."""
        empty = Article.from_text("")
        self.show_article(empty, Layer("", empty.id), self.schema or DEFAULT_SCHEMA)

    def update_layer(self, before: Layer, after: Layer, changed: frozenset[str]) -> None:
        """Show what an edit changed; only the paragraphs it touches are worked out anew."""
        self.layer = after
        self._marks.update(before, after, changed)
        if self.current is not None and self.current not in after:
            self.set_current(None)
        self.viewport().update()

    def set_hits(self, hits: Sequence[Span], current: Span | None = None) -> None:
        """Show what a search found, in text order and none overlapping, one of them stronger; another article forgets."""
        self._hits, self._current_hit = hits, current
        self.viewport().update()

    def set_schema(self, schema: Schema) -> None:
        self.schema = schema
        self._mix_inks()
        self.viewport().update()

    def set_current(self, annotation_id: str | None) -> None:
        """Make one annotation the current one: outlined, and what keys act on."""
        if annotation_id == self.current:
            return
        self.current, self.edge = annotation_id, None
        self.viewport().update()
        self.current_changed.emit(annotation_id)

    def set_chips_visible(self, visible: bool) -> None:
        self.chips_visible = visible
        self.viewport().update()

    def set_article_font(self, font: QFont) -> None:
        """Change the face or size; the place being read stays in view."""
        self._font = QFont(font)
        self.__dict__.pop("metrics", None)
        caret, selection = self.caret, self.selection
        self._lay_out()
        self.place_caret(caret)
        if selection is not None:
            self.select(selection)

    # -- positions

    @property
    def caret(self) -> int:
        return self._map.to_text(self.textCursor().position())

    @property
    def selection(self) -> Span | None:
        """What is selected, widened to whole graphemes, or None."""
        cursor = self.textCursor()
        if not cursor.hasSelection():
            return None
        start, end = (
            self._map.to_text(cursor.selectionStart()),
            self._map.to_text(cursor.selectionEnd()),
        )
        return Span(*graphemes.snap(self.text, start, end)) if start < end else None

    def select(self, span: Span, *, backwards: bool = False) -> None:
        anchor, focus = (span.end, span.start) if backwards else (span.start, span.end)
        cursor = self.textCursor()
        cursor.setPosition(self._map.to_qt(anchor))
        cursor.setPosition(self._map.to_qt(focus), QTextCursor.MoveMode.KeepAnchor)
        self.setTextCursor(cursor)

    def place_caret(self, position: int) -> None:
        cursor = self.textCursor()
        cursor.setPosition(self._map.to_qt(min(max(position, 0), len(self.text))))
        self.setTextCursor(cursor)
        self.ensureCursorVisible()

    def annotations_at(self, position: int) -> tuple[Annotation, ...]:
        """Return what covers the character at a position, innermost first."""
        return self._marks.at(position) if position < len(self.text) else ()

    def character_at(self, point: QPoint | QPointF) -> int:
        """Return the position of the character at or nearest to a point of the viewport."""
        unit = self._geometry.unit_at(QPointF(point) + self._scrolled)
        return min(self._map.to_text(unit), len(self.text))

    def boundary_at(self, point: QPoint | QPointF) -> int:
        """Return the position between two characters that is nearest to a point of the viewport."""
        position = self.character_at(point)
        if position >= len(self.text):
            return len(self.text)
        cell, right_to_left = self._geometry.cell_at(self._map.to_qt(position))
        in_right_half = QPointF(point).x() + self._scrolled.x() > cell.center().x()
        if in_right_half == right_to_left or self.text[position] in NEW_PARAGRAPH:
            return graphemes.snap(self.text, position, position)[0]
        return graphemes.next(self.text, position)

    def rectangles(self, span: Span) -> list[QRectF]:
        """Return what a span covers, one rectangle a visual run, in document coordinates."""
        return [box for piece in self._pieces(span, 0.0, float("inf")) for box in piece.rectangles]

    def pieces_of(self, span: Span) -> tuple[Piece, ...]:
        """Return the parts of a span line by line, in document coordinates; for spans of ordinary length."""
        return tuple(self._pieces(span, 0.0, float("inf")))

    def cell(self, position: int) -> QRectF:
        """Return the cell of the character at a position, in document coordinates."""
        return self.cell_and_direction(position)[0]

    def cell_and_direction(self, position: int) -> tuple[QRectF, bool]:
        """Return the cell of a character, in document coordinates, and whether it runs right to left."""
        return self._geometry.cell_at(self._map.to_qt(position))

    def visible_spans(self, top: float, bottom: float) -> Iterator[Span]:
        """Yield the parts of the text, a paragraph each, that meet a band of the document."""
        for block in self._blocks(top, bottom):
            first, after = self._visible_part(block, top, bottom)
            after = min(after, len(self.text))
            if first < after:
                yield Span(first, after)

    def reveal(self, span: Span) -> None:
        """Scroll so that a span's beginning is in view, a third of the way down where it was not."""
        cell = self.cell(span.start)
        top, height = self._scrolled.y(), self.viewport().height()
        if not top + BAND <= cell.top() <= top + height - cell.height() - BAND:
            self.verticalScrollBar().setValue(int(cell.top() - height / 3))

    def shows(self, span: Span) -> bool:
        """Tell whether the beginning of a span is in view."""
        cell = self.cell(span.start)
        top = self._scrolled.y()
        return top <= cell.top() and cell.bottom() <= top + self.viewport().height()

    # -- painting

    @cached_property
    def metrics(self) -> Metrics:
        return Metrics.of(self._font)

    @property
    def ascent(self) -> float:
        """Pixels from the top of a line to its baseline."""
        return QFontMetricsF(self._font).ascent()

    def paintEvent(self, event: QPaintEvent) -> None:
        top = self._scrolled.y() - BAND
        bottom = top + self.viewport().height() + 2 * BAND
        shown = list(self._shown(top, bottom))
        with QPainter(self.viewport()) as painter:
            self._prepare(painter)
            paint.paint_tints(painter, shown, self.metrics)
            paint.paint_lanes(painter, shown, self.metrics)
            paint.paint_current(painter, shown, self.metrics)
            if self.chips_visible:
                margin = self.document().documentMargin()
                paint.paint_chips(
                    painter, shown, self.metrics, margin, self.viewport().width() - margin
                )
            if self._hits:
                self._paint_hits(painter, top, bottom)
            if (selection := self.selection) is not None:
                accent = self.palette().color(QPalette.ColorRole.Accent)
                paint.paint_selection(
                    painter, self._pieces(selection, top, bottom), accent, self.metrics
                )
        super().paintEvent(event)
        with QPainter(self.viewport()) as painter:
            self._prepare(painter)
            page = self.palette().color(QPalette.ColorRole.Base)
            for zone in self.layer.zones:
                paint.paint_zone(painter, self._pieces(zone.span, top, bottom), page)
            self._paint_edge(painter, shown)
            for paint_overlay in self.overlays:
                painter.save()
                paint_overlay(painter, top, bottom)
                painter.restore()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and hasattr(self, "_inks"):
            self._hide_own_selection()
            self._mix_inks()
        if event.type() == QEvent.Type.LanguageChange:
            self.setAccessibleName(self.tr("Article text"))
            self._mix_inks()

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._geometry.forget()
        super().resizeEvent(event)

    def createMimeDataFromSelection(self) -> QMimeData:
        """Copy from the article itself, so that no-break spaces and marks reach the clipboard as they are."""
        data = QMimeData()
        if self.selection is not None:
            data.setText(self.selection.of(self.text))
        return data

    # -- inside

    @property
    def _scrolled(self) -> QPointF:
        return QPointF(0.0, float(self.verticalScrollBar().value()))

    def _prepare(self, painter: QPainter) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.translate(-self._scrolled)

    def _lay_out(self) -> None:
        document = build_document(self._map.display, self._font, self.metrics.line_height, self)
        self._geometry = Geometry(document, self.metrics.line_height)
        self.setDocument(document)
        if self._own_document is not None:  # Qt deletes only the document it made itself
            self._own_document.deleteLater()
        self._own_document = document
        self.viewport().update()

    def _shown(self, top: float, bottom: float) -> Iterator[paint.Shown]:
        """Yield the annotations in a band of the document, the longest of each paragraph first."""
        seen: set[str] = set()
        for block in self._blocks(top, bottom):
            first, after = self._visible_part(block, top, bottom)
            for mark in self._marks.of(block.blockNumber()):
                annotation = mark.annotation
                if annotation.id in seen or annotation.start >= after or annotation.end <= first:
                    continue
                seen.add(annotation.id)
                pieces = tuple(self._pieces(annotation.span, top, bottom))
                ink = self._inks.get(annotation.label) or self._unknown_ink(annotation.label)
                yield paint.Shown(pieces, ink, mark.lane, annotation.id == self.current)

    def _blocks(self, top: float, bottom: float) -> Iterator[QTextBlock]:
        layout = self.document().documentLayout()
        position = layout.hitTest(QPointF(0, max(top, 0)), Qt.HitTestAccuracy.FuzzyHit)
        block = self.document().findBlock(max(position, 0))
        while block.isValid() and layout.blockBoundingRect(block).top() <= bottom:
            yield block
            block = block.next()

    def _visible_part(self, block: QTextBlock, top: float, bottom: float) -> tuple[int, int]:
        """Return the code points of a paragraph that lie in a band: a paragraph can be the whole article."""
        first, after = self._geometry.units_between(block, top, bottom)
        return self._map.to_text(first), self._map.to_text(after)

    def _pieces(self, span: Span, top: float, bottom: float) -> Iterable[Piece]:
        start, end = self._map.to_qt(span.start), self._map.to_qt(span.end)
        if end - start <= ORDINARY:
            return self._geometry.all_pieces(start, end)
        return self._geometry.pieces(start, end, top, bottom)

    def _paint_hits(self, painter: QPainter, top: float, bottom: float) -> None:
        ranges = [self._visible_part(block, top, bottom) for block in self._blocks(top, bottom)]
        if not ranges:
            return
        first = bisect_right(self._hits, ranges[0][0], key=lambda hit: hit.end)
        after = bisect_left(self._hits, ranges[-1][1], key=lambda hit: hit.start)
        for hit in self._hits[first:after]:
            pieces = self._pieces(hit, top, bottom)
            paint.paint_hit(
                painter, pieces, self.palette(), self.metrics, current=hit == self._current_hit
            )

    def _paint_edge(self, painter: QPainter, shown: list[paint.Shown]) -> None:
        if self.edge is None:
            return
        for item in shown:
            if not item.current:
                continue
            for piece in item.pieces:
                if piece.starts_here if self.edge == "start" else piece.ends_here:
                    annotation = self.layer[self.current or ""]
                    position = annotation.start if self.edge == "start" else annotation.end - 1
                    cell, right_to_left = self._geometry.cell_at(self._map.to_qt(position))
                    x = cell.right() if right_to_left == (self.edge == "start") else cell.left()
                    paint.paint_edge(painter, x, piece, item.ink.line, self.metrics)

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

    def _hide_own_selection(self) -> None:
        """Let Qt draw selected text as any other: the selection is painted by cells, true to mixed directions."""
        palette = self.palette()
        if palette.highlightedText() != palette.text() or palette.highlight() != _NOTHING:
            palette.setBrush(QPalette.ColorRole.Highlight, _NOTHING)
            palette.setBrush(QPalette.ColorRole.HighlightedText, palette.text())
            self.setPalette(palette)


_NOTHING = QBrush(QColor(0, 0, 0, 0))
