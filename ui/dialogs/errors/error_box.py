"""Tells calmly that something could not be done: what, where, and what to do about it."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QDialogButtonBox,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from annotator.errors import AnnotatorError
from ui.style import assets
from ui.widgets.form import GAP, FormDialog, quiet, text
from ui.wording.error_words import advice, headline, particulars

_ICON = QSize(32, 32)


class ErrorBox(FormDialog):
    """``doing`` names the action that failed as the user knows it; without it the kind of error is the headline."""

    def __init__(
        self, error: AnnotatorError, doing: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent, "")
        self.setWindowTitle(self.tr("Not done"))
        self._report = f"{doing}\n{type(error).__name__}: {error}".strip()
        picture = QLabel()
        picture.setPixmap(assets.icon("warning").pixmap(_ICON, self.devicePixelRatioF()))
        words = QVBoxLayout()
        words.setSpacing(GAP)
        words.addWidget(text(doing or headline(error), "heading"))
        if doing:
            words.addWidget(text(headline(error), "plain"))
        self.detail = text(particulars(error), "plain")
        self.detail.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        words.addWidget(self.detail)
        if todo := advice(error):
            words.addWidget(quiet(todo))
        row = QHBoxLayout()
        row.setSpacing(2 * GAP)
        row.addWidget(picture, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)
        self.body.addLayout(row)
        self.setAccessibleDescription(particulars(error))
        self.copy = QPushButton(self.tr("&Copy"))
        self.copy.setAutoDefault(False)
        self.copy.clicked.connect(self._copy)
        self.buttons.addButton(self.copy, QDialogButtonBox.ButtonRole.ActionRole)
        close = self.buttons.addButton(self.tr("Close"), QDialogButtonBox.ButtonRole.AcceptRole)
        close.setDefault(True)

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self._report)
        self.copy.setText(self.tr("Copied"))


def show_error(parent: QWidget | None, error: AnnotatorError, doing: str = "") -> None:
    """Show the error and wait until it was read."""
    ErrorBox(error, doing, parent).exec()
