"""Mouse and keys on the article: what is selected, which annotation is meant, which command a key stands for."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QHelpEvent, QKeyEvent, QMouseEvent, QWheelEvent
from PySide6.QtWidgets import QApplication, QToolTip, QWidget

from annotator.model import Annotation, Span
from annotator.text import graphemes
from ui import i18n
from ui.article import keys, selecting
from ui.article.canvas import ArticleCanvas
from ui.article.pointing.hover import Hover

_SHIFT = Qt.KeyboardModifier.ShiftModifier
_ALT = Qt.KeyboardModifier.AltModifier
_CONTROL = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.MetaModifier


class ArticleView(ArticleCanvas):
    """The article as the annotator works in it.

    It changes nothing by itself: it says which label, command or edge the annotator meant.
    """

    label_pressed = Signal(
        str, bool
    )  # label name; True = beside what is there instead of relabelling
    command_pressed = Signal(str)  # an action's id
    edge_moved = Signal(str, object)  # annotation id, new Span
    caret_moved = Signal(int)
    selection_made = Signal(object)  # the Span a finished mouse selection covers
    menu_requested = Signal(QPoint)
    annotation_clicked = Signal(str)  # the innermost under the pointer
    annotation_hovered = Signal(
        object
    )  # its id when the pointer has rested on it, None when it left
    margin_mark_clicked = Signal(object)  # the MarginMark
    let_go = Signal()  # Esc, whatever it let go of

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._drag_from: Span | None = None
        self._pressed_at = QPoint()
        self._double_clicked_at: tuple[int, QPoint] | None = None
        self._keep_current = False
        self.is_chosen = False
        """Whether the current annotation was gone to or just made, not merely found where the caret came to be."""
        self.cursorPositionChanged.connect(self._follow_caret)
        self.selectionChanged.connect(self.viewport().update)
        self._hover = Hover(self)
        self._hover.rested.connect(self.annotation_hovered)
        self.viewport().setMouseTracking(True)
        self._command_keys: dict[str, str] = {}

    def set_command_keys(self, keys: Mapping[str, str]) -> None:
        """Say which command (an action's id) a bare key stands for; keys are written as ``J``, ``Shift+S``, ``Space``, ``Del``."""
        self._command_keys = dict(keys)

    # -- moving about

    def go_to(self, annotation: Annotation) -> None:
        """Make an annotation current, put the caret at its start and bring it into view."""
        self._keep_current = True
        try:
            self.place_caret(annotation.start)
        finally:
            self._keep_current = False
        self.set_current(annotation.id)
        self.is_chosen = True
        self.reveal(annotation.span)

    def settle_on(self, annotation_id: str) -> None:
        """After tagging: drop the selection, leave the caret at the annotation's end, make it current."""
        self._keep_current = True
        try:
            self.place_caret(self.layer[annotation_id].end)
        finally:
            self._keep_current = False
        self.set_current(annotation_id)
        self.is_chosen = True

    def step(self, direction: int) -> None:
        """Go to the next (1) or previous (-1) annotation in reading order."""
        ordered = self.layer.in_order
        if not ordered:
            return
        if self.current is not None and self.current in self.layer:
            index = ordered.index(self.layer[self.current]) + direction
        elif direction > 0:
            index = next((i for i, a in enumerate(ordered) if a.start >= self.caret), len(ordered))
        else:
            index = sum(a.start < self.caret for a in ordered) - 1
        if 0 <= index < len(ordered):
            self.go_to(ordered[index])

    def cycle_overlapping(self) -> None:
        """Make the next annotation that covers the caret current, from the innermost outwards and round."""
        here = [annotation.id for annotation in self._around(self.caret)]
        if here:
            index = here.index(self.current) + 1 if self.current in here else 0
            self.set_current(here[index % len(here)])
            self.is_chosen = True

    def choose_edge(self, edge: str) -> None:
        """Let the arrow keys move one edge of the current annotation; choosing it again lets go."""
        if self.current is not None:
            self.edge = None if self.edge == edge else edge
            self.viewport().update()

    def clear_step(self) -> None:
        """Let go of the edge; else of the selection; else of the current annotation."""
        self.let_go.emit()
        if self.edge is not None:
            self.edge = None
            self.viewport().update()
        elif self.selection is not None:
            self.place_caret(self.caret)
        else:
            self.set_current(None)

    # -- keys

    def event(self, event: QEvent) -> bool:
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and self._means(event)
        ):
            event.accept()  # otherwise a window shortcut on the same letter would take it
            return True
        return super().event(event)

    def viewportEvent(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            self._show_tip(event)
            return True
        return super().viewportEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        self._hover.press_key()
        if self.edge is not None and self._move_edge(event):
            return
        act = self._means(event)
        if act is not None:
            act()
            event.accept()
            return
        super().keyPressEvent(event)

    def _means(self, event: QKeyEvent) -> Callable[[], None] | None:
        """Return what a bare key stands for, or None for keys that are the text widget's own."""
        match keys.meaning(event, self.schema, self._command_keys):
            case keys.LabelKey(label, beside):
                return lambda: self.label_pressed.emit(label, beside)
            case keys.CommandKey(command):
                return lambda: self.command_pressed.emit(command)
            case _:
                return None

    def _move_edge(self, event: QKeyEvent) -> bool:
        """Move the chosen edge where an arrow key points on screen, by a letter or, with Ctrl, by a word."""
        if event.key() not in (Qt.Key.Key_Left, Qt.Key.Key_Right) or self.current is None:
            return False
        annotation = self.layer[self.current]
        right_to_left = self._geometry_direction(annotation.start)
        forward = (event.key() == Qt.Key.Key_Left) == right_to_left
        by_word = bool(event.modifiers() & _CONTROL)
        position = annotation.start if self.edge == "start" else annotation.end
        moved = self._moved(position, forward=forward, by_word=by_word)
        start, end = (moved, annotation.end) if self.edge == "start" else (annotation.start, moved)
        if start < end and (start, end) != (annotation.start, annotation.end):
            self.edge_moved.emit(annotation.id, Span(start, end))
        event.accept()
        return True

    def _moved(self, position: int, *, forward: bool, by_word: bool) -> int:
        if by_word:
            edges = selecting.word_start if self.edge == "start" else selecting.word_end
            return edges(self.text, position, forward=forward)
        return (graphemes.next if forward else graphemes.previous)(self.text, position)

    def _geometry_direction(self, position: int) -> bool:
        block = self.document().findBlock(self._map.to_qt(position))
        return block.textDirection() == Qt.LayoutDirection.RightToLeft

    # -- mouse

    def mousePressEvent(self, event: QMouseEvent) -> None:
        point = event.position().toPoint()
        if event.button() != Qt.MouseButton.LeftButton:
            event.accept()  # a right click keeps what is selected
            return
        self._pressed_at = point
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
        self.place_caret(self.boundary_at(point))
        self._follow_click(point)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        point = event.position().toPoint()
        if not event.buttons():
            self._follow_pointer(event.position())
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

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._hover_over(None)

    def _follow_pointer(self, point: QPointF) -> None:
        """Show what the pointer is on: a mark in the margin, an edge that can be dragged, an annotation, the text."""
        mark = self.margin_mark_at(point)
        shape = Qt.CursorShape.IBeamCursor if mark is None else Qt.CursorShape.PointingHandCursor
        self.viewport().setCursor(shape)
        here = self.annotations_under(point)
        self._hover_over(here[0].id if here and mark is None else None)

    def _hover_over(self, annotation_id: str | None) -> None:
        if self._hover.move(annotation_id):
            self.hovered = annotation_id
            self.viewport().update()

    def annotations_under(self, point: QPoint | QPointF) -> tuple[Annotation, ...]:
        """Return the annotations whose letters are under a point of the viewport, innermost first."""
        here = self.annotations_at(self.character_at(point))
        there = QPointF(point) + self._scrolled
        if here and any(box.contains(there) for box in self.rectangles(here[0].span)):
            return here
        return ()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._drag_from = None
            if self.selection is not None:
                self.selection_made.emit(self.selection)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if event.button() != Qt.MouseButton.LeftButton:
            return
        point = event.position().toPoint()
        self._double_clicked_at = (event.timestamp(), point)
        word = selecting.token_at(self.text, self.character_at(point))
        if word is not None:
            self.select(word)

    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & _CONTROL:
            self.command_pressed.emit("zoom-in" if event.angleDelta().y() > 0 else "zoom-out")
            event.accept()
            return
        super().wheelEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        if event.reason() == QContextMenuEvent.Reason.Mouse and self.selection is None:
            self.place_caret(self.boundary_at(event.pos()))
            self._follow_click(event.pos())
        self.menu_requested.emit(event.globalPos())

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
            QToolTip.hideText()
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
