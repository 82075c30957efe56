from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemDelegate,
    QAbstractItemView,
    QHeaderView,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
COMMANDS = (
    Qt.KeyboardModifier.ControlModifier
    | Qt.KeyboardModifier.AltModifier
    | Qt.KeyboardModifier.MetaModifier
)


class RowsView(QTableView):
    """A list of painted rows of one height that says what its keys mean instead of searching by itself.

    A table of one column, because a QListView lays out every row again, through Python, for each changed one:
    15 ms at 10,000 rows against nothing here.
    """

    moved_to = Signal(QModelIndex)
    """A key moved the cursor to a row; what the program does to the cursor is not said."""
    entered_on = Signal(QModelIndex)
    """Enter was pressed on a row."""
    typed = Signal(str)
    """Letters were typed on the list: the user wants to filter it."""
    deletion_meant = Signal()
    """Del or Backspace was pressed."""

    def __init__(self, delegate: QAbstractItemDelegate, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        delegate.setParent(self)
        self.setItemDelegate(delegate)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.horizontalHeader().hide()
        self.horizontalHeader().setStretchLastSection(True)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_Hover)
        self._set_row_height()

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

    def moveCursor(  # noqa: N802 - Qt's name
        self, action: QAbstractItemView.CursorAction, modifiers: Qt.KeyboardModifier
    ) -> QModelIndex:
        """Go to the ends of the list on Home and End, where a table goes to the ends of the row."""
        if action == QAbstractItemView.CursorAction.MoveHome:
            first = self.model().index(0, 0)
            is_heading = first.isValid() and not first.flags() & Qt.ItemFlag.ItemIsEnabled
            return self.model().index(1, 0) if is_heading else first
        if action == QAbstractItemView.CursorAction.MoveEnd:
            return self.model().index(self.model().rowCount() - 1, 0)
        return super().moveCursor(action, modifiers)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._set_row_height()

    def _set_row_height(self) -> None:
        option = QStyleOptionViewItem()
        option.initFrom(self)
        height = self.itemDelegate().sizeHint(option, QModelIndex()).height()
        self.verticalHeader().setMinimumSectionSize(height)
        self.verticalHeader().setDefaultSectionSize(height)
