from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QApplication, QLineEdit, QWidget

from ui.style import assets

TO_LIST = (
    Qt.Key.Key_Up,
    Qt.Key.Key_Down,
    Qt.Key.Key_PageUp,
    Qt.Key.Key_PageDown,
    Qt.Key.Key_Return,
    Qt.Key.Key_Enter,
)


class FilterLine(QLineEdit):
    """The line above a list that filters it. Arrow keys and Enter go to the list, Esc empties the line."""

    left = Signal()
    """Esc was pressed in an empty line: the user wants out."""

    def __init__(self, target: QAbstractItemView, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._target = target
        self.setClearButtonEnabled(True)
        self.addAction(assets.icon("search"), QLineEdit.ActionPosition.LeadingPosition)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in TO_LIST and event.modifiers() in (
            Qt.KeyboardModifier.NoModifier,
            Qt.KeyboardModifier.KeypadModifier,
        ):
            QApplication.sendEvent(self._target, event)
        elif event.key() == Qt.Key.Key_Escape:
            if self.text():
                self.clear()
            else:
                self.left.emit()
        else:
            super().keyPressEvent(event)

    def take_typed(self, typed: str) -> None:
        """Add what was typed elsewhere in the panel and take the keyboard."""
        self.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.insert(typed)
