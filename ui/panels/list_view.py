from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QWidget

ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
COMMANDS = (
    Qt.KeyboardModifier.ControlModifier
    | Qt.KeyboardModifier.AltModifier
    | Qt.KeyboardModifier.MetaModifier
)


class RowsView(QListView):
    """A list of painted rows of one height that says what its keys mean instead of searching by itself."""

    moved_to = Signal(QModelIndex)
    """A key moved the cursor to a row; what the program does to the cursor is not said."""
    entered_on = Signal(QModelIndex)
    """Enter was pressed on a row."""
    typed = Signal(str)
    """Letters were typed on the list: the user wants to filter it."""
    deletion_meant = Signal()
    """Del or Backspace was pressed."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setUniformItemSizes(True)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_Hover)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        typed = event.text()
        if event.key() in ENTER:
            if self.currentIndex().isValid():
                self.entered_on.emit(self.currentIndex())
        elif event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.deletion_meant.emit()
        elif typed.strip() and typed.isprintable() and not event.modifiers() & COMMANDS:
            self.typed.emit(typed)
        else:
            before = QPersistentModelIndex(self.currentIndex())
            super().keyPressEvent(event)
            if self.currentIndex().isValid() and before != self.currentIndex():
                self.moved_to.emit(self.currentIndex())
