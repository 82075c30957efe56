"""Keys on the article: which command a key stands for, where it takes the caret, what it selects."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent, QTextCursor, QWheelEvent
from PySide6.QtWidgets import QWidget

from annotator.model import Annotation, Span
from annotator.text import graphemes
from ui.article import keys, selecting
from ui.article.pointing.mouse import PointedArticle
from ui.article.reading import moves
from ui.article.text import LINES_AROUND

_SHIFT = Qt.KeyboardModifier.ShiftModifier
_CONTROL = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.MetaModifier


class ArticleView(PointedArticle):
    """The article as the annotator works in it.

    It changes nothing by itself: it says which label, command or edge the annotator meant.
    """

    label_pressed = Signal(
        str, bool
    )  # label name; True = beside what is there instead of relabelling
    command_pressed = Signal(str)  # an action's id
    let_go = Signal()  # Esc, whatever it let go of

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._command_keys: dict[str, str] = {}

    def set_command_keys(self, keys: Mapping[str, str]) -> None:
        """Say which command (an action's id) a bare key stands for; keys are written as ``J``, ``Shift+S``, ``Space``, ``Del``."""
        self._command_keys = dict(keys)

    # -- moving about

    def go_to(self, annotation: Annotation) -> None:
        """Make an annotation current, put the caret at its start and bring it into view."""
        self._keep_current = True
        try:
            self.put_caret(annotation.start)
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

    def keyPressEvent(self, event: QKeyEvent) -> None:
        self._hover.press_key()
        if (
            self._edge_drag is not None
        ):  # the hand is on the mouse: only letting go of the edge makes sense
            if event.key() == Qt.Key.Key_Escape:
                self.cancel_edge_drag()
            event.accept()
            return
        if self.edge is not None and self._move_edge(event):
            return
        act = self._means(event)
        if act is not None:
            act()
            event.accept()
            return
        before = self.textCursor()
        if not self._move_by_word(event):
            if event.modifiers() & Qt.KeyboardModifier.AltModifier:
                event.ignore()  # Qt's text widget keeps Alt and an arrow, and does nothing with it
                return
            super().keyPressEvent(event)
        if self.textCursor() != before:
            self._leave_blank_lines(before, event)
            self.show_caret(LINES_AROUND)

    def _move_by_word(self, event: QKeyEvent) -> bool:
        """Move the caret by words, which Qt takes signs for too."""
        found = moves.word_move(event)
        if found is None:
            return False
        move, selects = found
        caret = self._map.to_text(self.textCursor().position())
        forward = (move is moves.WordMove.LEFT) == self._geometry_direction(caret)
        if forward:
            position = moves.next_word(self.text, caret, to_end=selects)
        else:
            position = moves.previous_word(self.text, caret)
        self._move_caret(position, selects=selects)
        event.accept()
        return True

    def _move_caret(self, position: int, *, selects: bool) -> None:
        cursor = self.textCursor()
        mode = QTextCursor.MoveMode
        cursor.setPosition(
            self._map.to_qt(position), mode.KeepAnchor if selects else mode.MoveAnchor
        )
        self.setTextCursor(cursor)

    def _leave_blank_lines(self, before: QTextCursor, event: QKeyEvent) -> None:
        """Take a run of blank lines as one step: the caret never rests where there is nothing."""
        cursor = self.textCursor()
        if not self._geometry.is_blank(cursor.block()):
            return
        mode = QTextCursor.MoveMode
        keep = mode.KeepAnchor if event.modifiers() & _SHIFT else mode.MoveAnchor
        vertical = moves.vertical_move(event)
        if vertical is not None:
            while self._geometry.is_blank(cursor.block()) and cursor.movePosition(vertical, keep):
                pass
            if self._geometry.is_blank(cursor.block()):
                cursor = before  # nothing but blank lines that way
        else:
            forward = cursor.position() > before.position()
            cursor.setPosition(self._geometry.nearest_text(cursor.block(), forward=forward), keep)
        self.setTextCursor(cursor)

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

    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & _CONTROL:
            self.command_pressed.emit("zoom-in" if event.angleDelta().y() > 0 else "zoom-out")
            event.accept()
            return
        super().wheelEvent(event)
