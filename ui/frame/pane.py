"""One part of the window beside the text: it never asks for more room than the window has."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.widgets.panel import Panel


class Pane(QWidget):
    """Holds a panel. Esc, where nothing inside wants it, leaves for the text."""

    left = Signal()

    def __init__(self, least: QSize, parent: QWidget | None = None) -> None:
        """``least`` is the smallest size: what is inside may want more, and the window would grow with it."""
        super().__init__(parent)
        self._least = least
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(0)

    def minimumSizeHint(self) -> QSize:
        return self._least

    def take_focus(self) -> None:
        """Put the keyboard to where the panel wants it."""
        raise NotImplementedError

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and not event.modifiers():
            self.left.emit()
        else:
            super().keyPressEvent(event)


class PlainPane(Pane):
    """A pane of one panel, which says itself where in it the keyboard goes."""

    def __init__(self, panel: Panel, least: QSize, parent: QWidget | None = None) -> None:
        super().__init__(least, parent)
        self._panel = panel
        self.column.addWidget(panel)

    def take_focus(self) -> None:
        self._panel.take_focus()
