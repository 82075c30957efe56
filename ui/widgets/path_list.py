"""The list of files and folders that are about to be imported."""

from collections.abc import Iterable
from pathlib import Path

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QAbstractItemView, QListWidget, QListWidgetItem

from ui.style import assets

_PATH = Qt.ItemDataRole.UserRole
_ICON = QSize(18, 18)
_HEIGHT = 132
"""Pixels: five lines, so that the options below stay in sight."""


class PathList(QListWidget):
    """Shows each path once, folders told apart; Delete removes the selected ones."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setIconSize(_ICON)
        self.setSpacing(2)
        self.setFixedHeight(_HEIGHT)

    def add(self, paths: Iterable[Path]) -> None:
        have = set(self.paths())
        new = [path for path in dict.fromkeys(paths) if path not in have]
        for path in new:
            item = QListWidgetItem(
                assets.icon("folder" if path.is_dir() else "article"), path.name or str(path)
            )
            item.setToolTip(str(path))
            item.setData(_PATH, str(path))
            self.addItem(item)
        if new:
            self.changed.emit()

    def paths(self) -> tuple[Path, ...]:
        return tuple(Path(self.item(row).data(_PATH)) for row in range(self.count()))

    def remove_selected(self) -> None:
        """Remove the selected entries, or the current one where none is selected."""
        chosen = self.selectedItems() or [item for item in [self.currentItem()] if item is not None]
        for item in chosen:
            self.takeItem(self.row(item))
        if chosen:
            self.changed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.remove_selected()
            return
        super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self.count():
            return
        with QPainter(self.viewport()) as painter:
            painter.setPen(self.palette().color(QPalette.ColorRole.PlaceholderText))
            words = self.tr("Drop files or a folder here")
            painter.drawText(self.viewport().rect(), Qt.AlignmentFlag.AlignCenter, words)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self.viewport().update()
