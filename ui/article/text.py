"""The laid-out text of one article: where its characters stand, which part of it is read. Knows no annotations."""

from collections.abc import Iterable, Iterator
from contextlib import AbstractContextManager
from functools import cached_property

from PySide6.QtCore import QEvent, QMimeData, QPoint, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import (
    QAbstractTextDocumentLayout,
    QFocusEvent,
    QFont,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QShowEvent,
    QTextBlock,
    QTextCursor,
    QTextDocument,
)
from PySide6.QtWidgets import QFrame, QTextEdit, QWidget

from annotator.model import Span
from annotator.text import graphemes
from ui.article.document import build_document, paragraphs_with_text
from ui.article.geometry import Geometry, Piece
from ui.article.ink import Metrics
from ui.article.offsets import NEW_PARAGRAPH, OffsetMap
from ui.article.reading import column
from ui.article.reading.caret import Caret
from ui.article.reading.place import ReadingLine, ReadingPlace
from ui.article.reading.spacing import NORMAL, SPACINGS, Spacing, fitting
from ui.style.scroll_bars import show_only_what_moves

ORDINARY = 2_000
"""UTF-16 units: a longer span is measured only where it is in view."""

TAIL = 0.4
"""Share of the view's height left empty after the last line, so that it can be read in the middle."""

TAIL_STEP = 32.0
"""Pixels in which that room grows: the text is laid out anew each time."""

LINES_AROUND = 3
"""Lines kept between the caret and the edge of the view where keys move it."""


class ArticleText(QTextEdit):
    """A read-only text widget around one unbroken layout.

    Positions taken and given are code points of the article's text. The text is never read back from the widget: Qt
    turns a no-break space into a space.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setReadOnly(True)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        # Always there: the column stays where it is from article to article, and is laid out once.
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        show_only_what_moves(self.verticalScrollBar())
        self.setAcceptDrops(False)  # a dropped file is for the window to import
        self.setAccessibleName(self.tr("Article text"))
        self.tail = TAIL
        self._font = QFont(self.font())
        self._chosen = NORMAL
        self._letters: int | None = None
        self._map = OffsetMap("")
        self._geometry = Geometry(self.document(), 1.0, 1.0, ())
        self._own_document: QTextDocument | None = None
        self._fitted = (0.0, 0.0)
        self._top_on_window = 0
        self._caret = Caret(self)
        self._reading = ReadingLine(self)

    @property
    def text(self) -> str:
        return self._map.text

    # -- looks

    def set_article_font(self, font: QFont) -> None:
        """Change the face or size; the line being read stays."""
        self._font = QFont(font)
        self._lay_out_again()

    def set_spacing(self, name: str) -> None:
        """Set lines ``compact``, ``normal`` or ``wide``; the line being read stays."""
        if SPACINGS[name] is not self._chosen:
            self._chosen = SPACINGS[name]
            self._lay_out_again()

    def set_column(self, letters: int | None) -> None:
        """Make lines so many letters long at most, or as long as the view is wide; the line being read stays."""
        if letters != self._letters:
            self._letters = letters
            self._refit()

    @cached_property
    def spacing(self) -> Spacing:
        """The spacing of this article: decided once, when it is opened, and one step wider for vowelled text."""
        return fitting(self._chosen, self.text)

    @cached_property
    def metrics(self) -> Metrics:
        return Metrics.of(self._font, self.spacing)

    # -- the place being read

    def anchor_kept(self) -> AbstractContextManager[None]:
        """Keep the line being read at its height on the screen through whatever changes inside."""
        return self._reading.kept()

    @property
    def reading_place(self) -> ReadingPlace:
        return self._reading.place()

    def restore_place(self, place: ReadingPlace) -> None:
        """Bring back what `reading_place` told of this article, also before the view has its size."""
        self._reading.restore(place)

    # -- positions

    @property
    def caret(self) -> int:
        return min(self._map.to_text(self.textCursor().position()), len(self.text))

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

    def put_caret(self, position: int) -> None:
        """Put the caret somewhere; the view stays where it is."""
        cursor = self.textCursor()
        cursor.setPosition(self._map.to_qt(min(max(position, 0), len(self.text))))
        self.setTextCursor(cursor)

    def place_caret(self, position: int) -> None:
        """Put the caret somewhere and bring its line into view."""
        self.put_caret(position)
        self.show_caret()

    def show_caret(self, lines: int = 0) -> None:
        """Scroll as little as needed to have the caret's line in view with so many lines before and after it."""
        metrics, bar = self.metrics, self.verticalScrollBar()
        baseline, height = self.baseline_of(self.caret), self.viewport().height()
        room = min(lines * metrics.pitch, max((height - metrics.pitch) / 2, 0.0))
        highest = baseline - metrics.band_above - room
        lowest = baseline + metrics.band_below + room - height
        if bar.value() > highest:
            bar.setValue(int(highest))
        elif bar.value() < lowest:
            bar.setValue(int(lowest) + 1)

    def character_at(self, point: QPoint | QPointF) -> int:
        """Return the position of the character at or nearest to a point of the viewport, never one of a blank line."""
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

    def line_at(self, point: QPoint | QPointF) -> tuple[int, int]:
        """Return where the line nearest to a point of the viewport begins and ends."""
        first, after = self._geometry.line_units(QPointF(point) + self._scrolled)
        return self._map.to_text(first), self._map.to_text(after)

    # -- places, in document coordinates where nothing else is said

    def rectangles(self, span: Span) -> list[QRectF]:
        """Return what a span covers of the bands of its lines, one rectangle a visual run."""
        return [box for piece in self._pieces(span, 0.0, float("inf")) for box in piece.rectangles]

    def pieces_of(self, span: Span) -> tuple[Piece, ...]:
        """Return the parts of a span line by line; for spans of ordinary length."""
        return tuple(self._pieces(span, 0.0, float("inf")))

    def cell(self, position: int) -> QRectF:
        """Return the cell of the character at a position, as tall as its line's band."""
        return self.cell_and_direction(position)[0]

    def cell_and_direction(self, position: int) -> tuple[QRectF, bool]:
        """Return the cell of a character and whether it runs right to left."""
        return self._geometry.cell_at(self._map.to_qt(position))

    def baseline_of(self, position: int) -> float:
        return self._geometry.baseline_at(self._map.to_qt(position))

    def column_rect(self) -> QRect:
        """Return the column of text, in the viewport's coordinates and as tall as the viewport."""
        side = round(self._fitted[0])
        width = self.viewport().width()
        return QRect(side, 0, max(width - 2 * side, 0), self.viewport().height())

    def visible_spans(self, top: float, bottom: float) -> Iterator[Span]:
        """Yield the parts of the text, a paragraph each, that meet a band of the document."""
        for block in self._geometry.blocks(top, bottom):
            first, after = self._visible_part(block, top, bottom)
            after = min(after, len(self.text))
            if first < after:
                yield Span(first, after)

    def reveal(self, span: Span) -> None:
        """Scroll so that a span's beginning is in view, a third of the way down where it was not."""
        cell, room = self.cell(span.start), self.metrics.pitch
        top, height = self._scrolled.y(), self.viewport().height()
        if not top + room <= cell.top() <= top + height - cell.height() - room:
            self.verticalScrollBar().setValue(int(cell.top() - height / 3))

    def paint_again(self, *spans: Span) -> None:
        """Paint the lines in view on which spans stand, as wide as the view: names stand beside and under them.

        What the lines are is asked of the layout alone: nothing is measured, nothing out of view laid out.
        """
        if self.document() is not self._own_document:
            return  # Qt tells of the caret while it takes another document, which has no lines yet
        top, pitch = self._scrolled.y(), self.metrics.pitch
        ends = [(self._map.to_qt(span.start), self._map.to_qt(span.end)) for span in spans]
        height = float(self.viewport().height())
        for baseline in self._geometry.baselines(ends, top - pitch, top + height + pitch):
            box = QRectF(0.0, baseline - top - pitch, self.viewport().width(), 2 * pitch)
            self.viewport().update(box.toAlignedRect())

    # -- Qt

    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self.viewport()) as painter:
            self._prepare(painter)
            self._paint_text(painter, event)

    def changeEvent(self, event: QEvent) -> None:
        if not hasattr(self, "_reading"):  # Qt tells of its first font before there is one of ours
            super().changeEvent(event)
            return
        with self.anchor_kept():
            super().changeEvent(event)
            match event.type():
                case QEvent.Type.FontChange | QEvent.Type.ApplicationFontChange:
                    self.document().setDefaultFont(self._font)  # Qt gave it the window's
                    self._geometry.forget()
                case QEvent.Type.LayoutDirectionChange:
                    self._geometry.forget()
                case QEvent.Type.LanguageChange:
                    self.setAccessibleName(self.tr("Article text"))
                case _:
                    pass

    def event(self, event: QEvent) -> bool:
        handled = super().event(event)
        if event.type() == QEvent.Type.DevicePixelRatioChange:
            self._lay_out_again()  # another screen may have other pixels to the point
        return handled

    def resizeEvent(self, event: QResizeEvent) -> None:
        top = self.viewport().mapTo(self.window(), QPoint()).y()
        moved = float(top - self._top_on_window) if event.oldSize().height() > 0 else 0.0
        self._top_on_window = top
        with self._reading.kept(event.oldSize().height(), moved):
            self._geometry.forget()
            self._fit()
            super().resizeEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        with self.anchor_kept():  # Qt would go to the caret, the first time
            super().showEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._caret.follow_focus()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._caret.follow_focus()

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

    def _paint_text(self, painter: QPainter, event: QPaintEvent) -> None:
        """Draw the letters in one colour, without Qt's caret and selection, which know nothing of bands and cells."""
        context = QAbstractTextDocumentLayout.PaintContext()
        context.palette = self.palette()
        context.clip = QRectF(event.rect()).translated(self._scrolled)
        context.cursorPosition = -1
        painter.save()
        painter.setClipRect(context.clip)
        self.document().documentLayout().draw(painter, context)
        painter.restore()

    def _show_text(self, text: str) -> None:
        """Lay out another text."""
        if text != self._map.text:
            self._map = OffsetMap(text)
        self._reading.drop()
        self._forget_looks()
        # at the top, else Qt lays out as much as was read of the text before
        self.verticalScrollBar().setValue(0)
        self._lay_out()
        self.verticalScrollBar().setValue(0)

    def _lay_out_again(self) -> None:
        """Lay the same text out in other looks: the caret, the selection and the line being read stay."""
        anchor = self._map.to_text(self.textCursor().anchor())
        caret = self.caret
        with self.anchor_kept():
            self._forget_looks()
            self._lay_out()
            if anchor != caret:
                self.select(Span(min(anchor, caret), max(anchor, caret)), backwards=caret < anchor)
            else:
                self.put_caret(caret)

    def _forget_looks(self) -> None:
        self.__dict__.pop("spacing", None)
        self.__dict__.pop("metrics", None)

    def _lay_out(self) -> None:
        display, metrics = self._map.display, self.metrics
        with_text = paragraphs_with_text(display)
        document = build_document(display, self._font, metrics.pitch, metrics.gap, with_text, self)
        self._geometry = Geometry(document, metrics.band_above, metrics.band_below, with_text)
        self._fitted = (0.0, 0.0)
        self._fit(document)
        self.setDocument(document)
        if self._own_document is not None:  # Qt deletes only the document it made itself
            self._own_document.deleteLater()
        self._own_document = document
        self.viewport().update()

    def _refit(self) -> None:
        """Bring the column to what it is to be now; the line being read stays."""
        with self.anchor_kept():
            self._fit()

    def _fit(self, document: QTextDocument | None = None) -> None:
        """Put the column into the middle of the view, and room below the last line."""
        shown = document or self.document()
        wanted = None if self._letters is None else column.width_of(self._letters, self._font)
        side = column.margins(self.viewport().width(), wanted, self._beside_column())
        tail = TAIL_STEP * round(self.tail * self.viewport().height() / TAIL_STEP)
        if (side, tail) == self._fitted:
            return
        column.frame(shown, side, tail)
        self._geometry.forget()
        self._fitted = side, tail

    def _beside_column(self) -> float:
        """Return how many pixels what stands beside the text would like to have."""
        return 0.0

    def _visible_part(self, block: QTextBlock, top: float, bottom: float) -> tuple[int, int]:
        """Return the code points of a paragraph that lie in a band: a paragraph can be the whole article."""
        first, after = self._geometry.units_between(block, top, bottom)
        return self._map.to_text(first), self._map.to_text(after)

    def _pieces(self, span: Span, top: float, bottom: float) -> Iterable[Piece]:
        start, end = self._map.to_qt(span.start), self._map.to_qt(span.end)
        if end - start <= ORDINARY:
            return self._geometry.all_pieces(start, end)
        return self._geometry.pieces(start, end, top, bottom)
