"""Fields of the annotation editor: they say what was typed once, on Enter or when left, and Esc takes it back.

Each is given its stored value with `show_value`. Words typed since then survive another `show_value`, because the
layer changes for other reasons while someone is typing.
"""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget

from annotator.text.direction import base_direction

NOTE_LINES = 2
FRAME = 3
"""Border and padding of a note in the style sheet, in logical pixels."""


class LineField(QLineEdit):
    """A value on one line."""

    edited = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._stored = ""
        self._shown = ""
        self.editingFinished.connect(self.commit)

    @property
    def is_dirty(self) -> bool:
        """Whether something was typed that nobody was told of yet.

        What was only shown is never read back: a stored value may hold what a line cannot show.
        """
        return self.text() != self._shown and self.value() != self._stored

    def value(self) -> str:
        """Return what would be stored: without the spaces around it."""
        return self.text().strip()

    def show_value(self, stored: str) -> None:
        typed = self.is_dirty
        changed, self._stored = stored != self._stored, stored
        if typed:
            self._shown = stored
        elif changed:
            self.restore()

    def commit(self) -> None:
        """Say what was typed, if anything."""
        if self.is_dirty:
            self._stored = self.value()
            self.edited.emit(self._stored)

    def restore(self) -> None:
        """Forget what was typed."""
        self.setText(self._stored)
        self.setCursorPosition(0)
        self._shown = self.text()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.is_dirty and not self._is_completing():
            self.restore()
        else:
            super().keyPressEvent(event)

    def _is_completing(self) -> bool:
        completer = self.completer()
        popup = completer.popup() if completer is not None else None
        return popup is not None and popup.isVisible()


class NoteField(QPlainTextEdit):
    """A few lines of free text. Enter stores it, Shift+Enter starts a line, Tab leaves."""

    edited = Signal(str)

    def __init__(self, parent: QWidget | None = None, *, lines: int = NOTE_LINES) -> None:
        super().__init__(parent)
        self._stored = ""
        self.setTabChangesFocus(True)
        self.setProperty("role", "field")  # what the style sheet knows it by
        margins = 2 * (FRAME + int(self.document().documentMargin()) + 1)
        self.setFixedHeight(lines * self.fontMetrics().lineSpacing() + margins)

    @property
    def is_dirty(self) -> bool:
        """Whether something was typed that nobody was told of yet.

        What was only shown is never read back: the widget turns a no-break space into a space.
        """
        return self.document().isModified() and self.value() != self._stored

    def value(self) -> str:
        return self.toPlainText().strip()

    def show_value(self, stored: str) -> None:
        typed = self.is_dirty
        changed, self._stored = stored != self._stored, stored
        if changed and not typed:
            self.restore()

    def commit(self) -> None:
        """Say what was typed, if anything."""
        if self.is_dirty:
            self._stored = self.value()
            self.document().setModified(False)
            self.edited.emit(self._stored)

    def restore(self) -> None:
        """Forget what was typed."""
        self.setPlainText(self._stored)
        self.document().setModified(False)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        shift = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not shift:
            self.commit()
        elif event.key() == Qt.Key.Key_Escape and self.is_dirty:
            self.restore()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self.commit()
        super().focusOutEvent(event)


def turn_as_written(field: QPlainTextEdit) -> None:
    """Let the words of a field run as they are written, an empty one as the window does.

    The side is said as well: a field that was filled while it was turned the other way keeps its old one.
    """
    words = field.toPlainText()
    direction = field.layoutDirection()
    if words:
        is_rtl = base_direction(words) == "rtl"
        direction = Qt.LayoutDirection.RightToLeft if is_rtl else Qt.LayoutDirection.LeftToRight
    is_right = direction == Qt.LayoutDirection.RightToLeft
    side = Qt.AlignmentFlag.AlignRight if is_right else Qt.AlignmentFlag.AlignLeft
    alignment = side | Qt.AlignmentFlag.AlignAbsolute
    option = field.document().defaultTextOption()
    if (option.textDirection(), option.alignment()) != (direction, alignment):
        option.setTextDirection(direction)
        option.setAlignment(alignment)
        field.document().setDefaultTextOption(option)
