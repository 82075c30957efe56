"""The mouse on the article: what is selected, which annotation is meant, edges that are dragged."""

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QHelpEvent, QMouseEvent
from PySide6.QtWidgets import QApplication, QToolTip, QWidget

from annotator.model import Annotation, Article, Layer, Schema, Span
from ui import i18n
from ui.article import selecting
from ui.article.canvas import ArticleCanvas
from ui.article.pointing.edge_drag import EdgeDrag, edge_under
from ui.article.pointing.hover import Hover

_SHIFT = Qt.KeyboardModifier.ShiftModifier
_ALT = Qt.KeyboardModifier.AltModifier


EDGE_STARTS = 2.0
"""Pixels that the pointer goes before an edge follows it: a click beside an edge sets the caret."""


class PointedArticle(ArticleCanvas):
    """The article under the mouse. It changes nothing by itself: it says what was meant."""

    edge_moved = Signal(str, object)  # annotation id, new Span
    caret_moved = Signal(int)
    selection_made = Signal(object)  # the Span a finished mouse selection covers
    menu_requested = Signal(QPoint)
    annotation_clicked = Signal(str)  # the innermost under the pointer
    annotation_hovered = Signal(
        object
    )  # its id when the pointer has rested on it, None when it left
    margin_mark_clicked = Signal(object)  # the MarginMark

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.edges_can_move = True
        """Whether the mouse may take edges: not where the layer cannot be written."""
        self._drag_from: Span | None = None
        self._edge_drag: EdgeDrag | None = None
        self._at_edge: str | None = None  # of the current annotation, where the button went down
        self._pressed_at = QPoint()
        self._double_clicked_at: tuple[int, QPoint] | None = None
        self._keep_current = False
        self.is_chosen = False
        """Whether the current annotation was gone to or just made, not merely found where the caret came to be."""
        self.cursorPositionChanged.connect(self._follow_caret)
        self._selected: Span | None = None  # as it was painted last
        self.selectionChanged.connect(self._paint_selection_again)
        self._hover = Hover(self)
        self._hover.rested.connect(self.annotation_hovered)
        self.viewport().setMouseTracking(True)

    def show_article(self, article: Article, layer: Layer, schema: Schema) -> None:
        self._edge_drag = self._at_edge = self._drag_from = None
        self._hover.move(None)
        super().show_article(article, layer, schema)

    def annotations_under(self, point: QPoint | QPointF) -> tuple[Annotation, ...]:
        """Return the annotations whose letters are under a point of the viewport, innermost first."""
        here = self.annotations_at(self.character_at(point))
        there = QPointF(point) + self._scrolled
        if here and any(box.contains(there) for box in self.rectangles(here[0].span)):
            return here
        return ()

    def viewportEvent(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            self._show_tip(event)
            return True
        if event.type() == QEvent.Type.Leave:
            self._hover_over(None)
        return super().viewportEvent(event)

    # -- mouse

    def mousePressEvent(self, event: QMouseEvent) -> None:
        point = event.position().toPoint()
        if event.button() != Qt.MouseButton.LeftButton:
            event.accept()  # what a right click means is known when its menu opens
            return
        self._pressed_at = point
        mark = self.margin_mark_at(point)
        if mark is not None:
            self.margin_mark_clicked.emit(mark)
            return
        if self.edges_can_move and event.modifiers() == Qt.KeyboardModifier.NoModifier:
            self._at_edge = edge_under(self, event.position())
            if self._at_edge is not None:
                return  # a click after all if the pointer does not move
        if self._is_third_click(event, point):
            self._select_paragraph(self.character_at(point))
            return
        if event.modifiers() & _SHIFT:
            anchor = self._map.to_text(self.textCursor().anchor())
            self._select_between(
                anchor, self.boundary_at(point), exactly=bool(event.modifiers() & _ALT)
            )
            return
        position = self.character_at(point)
        self._drag_from = Span(position, position + 1) if position < len(self.text) else None
        self._click(point)

    def _click(self, point: QPoint | QPointF) -> None:
        self.place_caret(self.boundary_at(point))
        self._follow_click(point)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        point = event.position().toPoint()
        if not event.buttons():
            self._follow_pointer(event.position())
            return
        if self._at_edge is not None or self._edge_drag is not None:
            self._drag_edge(event.position())
            return
        if self._drag_from is None or not event.buttons() & Qt.MouseButton.LeftButton:
            return
        if (point - self._pressed_at).manhattanLength() < QApplication.startDragDistance():
            return
        exactly = bool(event.modifiers() & _ALT)
        if exactly:
            self._select_between(
                self.boundary_at(self._pressed_at), self.boundary_at(point), exactly=True
            )
            return
        here = self.character_at(point)
        if here < self._drag_from.start:
            self._select_between(self._drag_from.end, here, exactly=False)
        else:
            self._select_between(
                self._drag_from.start, min(here + 1, len(self.text)), exactly=False
            )

    def _follow_pointer(self, point: QPointF) -> None:
        """Show what the pointer is on: a mark in the margin, an edge that can be dragged, an annotation, the text."""
        mark = self.margin_mark_at(point)
        shape = Qt.CursorShape.IBeamCursor
        if mark is not None:
            shape = Qt.CursorShape.PointingHandCursor
        elif self.edges_can_move and edge_under(self, point):
            shape = Qt.CursorShape.SplitHCursor
        if self.viewport().cursor().shape() != shape:
            self.viewport().setCursor(shape)
        here = self.annotations_under(point)
        self._hover_over(here[0].id if here and mark is None else None)

    def _hover_over(self, annotation_id: str | None) -> None:
        if self._hover.move(annotation_id):
            before, self.hovered = self.hovered, annotation_id
            self._paint_annotations_again(before, annotation_id)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() != Qt.MouseButton.LeftButton:
            return
        self._drag_from = None
        if self._edge_drag is not None:
            self._drop_edge()
        elif self._at_edge is not None:
            self._click(event.position())
        elif self.selection is not None:
            self.selection_made.emit(self.selection)
        self._at_edge = None

    # -- edges

    def cancel_edge_drag(self) -> bool:
        """Give a dragged edge back to its place, and tell whether there was one."""
        if self._edge_drag is None:
            return False
        self._edge_drag.cancel()
        self._edge_drag = self._at_edge = None
        self.edge = None
        self.viewport().update()
        return True

    def _drag_edge(self, point: QPointF) -> None:
        if self._edge_drag is None and self._at_edge is not None and self.current is not None:
            if abs(point.x() - self._pressed_at.x()) < EDGE_STARTS:
                return
            self._edge_drag = EdgeDrag(self, self.layer[self.current], self._at_edge)
            self.edge = self._at_edge
        if self._edge_drag is not None:
            self._edge_drag.move(point)

    def _drop_edge(self) -> None:
        drag, current = self._edge_drag, self.current
        self._edge_drag = self.edge = None
        span = drag.drop() if drag is not None else None
        if span is not None and current is not None:
            self.edge_moved.emit(current, span)
        self.viewport().update()

    # -- selecting

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if event.button() != Qt.MouseButton.LeftButton:
            return
        point = event.position().toPoint()
        self._double_clicked_at = (event.timestamp(), point)
        word = selecting.token_at(self.text, self.character_at(point))
        if word is not None:
            self.select(word)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Open the menu of what is under the pointer; inside the selection, of the selection."""
        where = event.globalPos()
        if event.reason() == QContextMenuEvent.Reason.Mouse:
            if not self._is_in_selection(event.pos()):
                self._click(event.pos())
        else:
            where = self.viewport().mapToGlobal(self._under_caret())
        self.menu_requested.emit(where)

    def _is_in_selection(self, point: QPoint) -> bool:
        there = QPointF(point) + self._scrolled
        return self.selection is not None and any(
            box.contains(there) for box in self.rectangles(self.selection)
        )

    def _under_caret(self) -> QPoint:
        """Return the place under the caret, in the viewport, or the viewport's nearest to it."""
        y = self.baseline_of(self.caret) + self.metrics.zone_bottom - self._scrolled.y()
        bottom = self.viewport().height() - 1
        return QPoint(self.cursorRect().center().x(), round(min(max(y, 0.0), float(bottom))))

    def _select_between(self, anchor: int, focus: int, *, exactly: bool) -> None:
        span = (selecting.exact if exactly else selecting.words)(self.text, anchor, focus)
        if span is not None:
            self.select(span, backwards=focus < anchor)

    def _select_paragraph(self, position: int) -> None:
        block = self.document().findBlock(self._map.to_qt(position))
        start = self._map.to_text(block.position())
        end = self._map.to_text(block.position() + block.length() - 1)
        span = selecting.trimmed(self.text, start, end)
        if span is not None:
            self.select(span)

    def _is_third_click(self, event: QMouseEvent, point: QPoint) -> bool:
        if self._double_clicked_at is None:
            return False
        when, where = self._double_clicked_at
        self._double_clicked_at = None
        soon = event.timestamp() - when < QApplication.doubleClickInterval()
        return soon and (point - where).manhattanLength() < QApplication.startDragDistance()

    def _paint_selection_again(self) -> None:
        """Paint the lines that a selection left or came to; a proposed edge may stand on the letters before it."""
        before, self._selected = self._selected, self.selection
        self.paint_again(*(span for span in (before, self._selected) if span is not None))

    # -- which annotation is meant

    def _follow_caret(self) -> None:
        self.caret_moved.emit(self.caret)
        if self._keep_current:
            return
        self.is_chosen = False
        selection = self.selection
        if selection is not None:
            same = next((a for a in self._around(selection.start) if a.span == selection), None)
            self.set_current(same.id if same else None)
            return
        here = self._around(self.caret)
        if self.current in [annotation.id for annotation in here]:
            return  # cycling to an outer one lasts while the caret stays inside it
        self.set_current(here[0].id if here else None)

    def _follow_click(self, point: QPoint | QPointF) -> None:
        """A click means the innermost annotation under the pointer, whichever side of a letter the caret goes to."""
        here = self.annotations_at(self.character_at(point))
        self.is_chosen = False
        self.set_current(here[0].id if here else None)
        if here:
            self.annotation_clicked.emit(here[0].id)

    def _around(self, position: int) -> tuple[Annotation, ...]:
        """Return the annotations at a caret position; at the very end of one, that one still counts."""
        here = self.annotations_at(position)
        if here or not position:
            return here
        return tuple(a for a in self.annotations_at(position - 1) if a.end == position)

    def _show_tip(self, event: QHelpEvent) -> None:
        here = self.annotations_under(event.pos())
        if not here:
            name = self.cut_name_at(event.pos())
            QToolTip.showText(
                event.globalPos(), name, self.viewport()
            )  # no name: what was shown goes
            return
        lines: list[str] = []
        for annotation in here:
            label = self.schema.label(annotation.label) if self.schema else None
            title = label.title(i18n.current()) if label else annotation.label
            values = " · ".join(annotation.attributes.values())
            lines += [
                f"{title}: {values}" if values else title,
                *([annotation.note] if annotation.note else []),
            ]
        QToolTip.showText(event.globalPos(), "\n".join(lines), self.viewport())
