"""A line for a path with a button that opens the system's file dialog."""

from enum import Enum
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLineEdit, QPushButton, QWidget

from ui.widgets.form import GAP, left_to_right


class Kind(Enum):
    FOLDER = "folder"
    OPEN_FILE = "open"
    SAVE_FILE = "save"


class PathField(QWidget):
    """What is typed is taken as it is; ``~`` stands for the home folder."""

    changed = Signal()

    def __init__(self, kind: Kind, path: Path | None = None, filters: str = "") -> None:
        super().__init__()
        self._kind = kind
        self.filters = filters
        self.line = left_to_right(QLineEdit("" if path is None else str(path)))
        self.line.textChanged.connect(self.changed)
        self.button = QPushButton(self.tr("Browse…"))
        self.button.setAutoDefault(False)
        self.button.clicked.connect(self.browse)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GAP)
        row.addWidget(self.line, 1)
        row.addWidget(self.button)
        self.setFocusProxy(self.line)

    def ask_for(self, kind: Kind, filters: str = "") -> None:
        """Look for another kind of place from now on."""
        self._kind = kind
        self.filters = filters

    def path(self) -> Path | None:
        """Return what is typed, or None while nothing is."""
        typed = self.line.text().strip()
        return Path(typed).expanduser() if typed else None

    def set_path(self, path: Path) -> None:
        self.line.setText(str(path))

    def browse(self) -> None:
        start = self.line.text()
        if self._kind is Kind.FOLDER:
            found = QFileDialog.getExistingDirectory(self, self.tr("Choose a folder"), start)
        elif self._kind is Kind.OPEN_FILE:
            found, _ = QFileDialog.getOpenFileName(
                self, self.tr("Choose a file"), start, self.filters
            )
        else:
            found, _ = QFileDialog.getSaveFileName(
                self, self.tr("Choose where to write"), start, self.filters
            )
        if found:
            self.line.setText(found)
