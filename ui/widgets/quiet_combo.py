from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QIcon, QKeyEvent, QWheelEvent
from PySide6.QtWidgets import QComboBox, QSizePolicy, QWidget

from annotator.model import Schema
from ui.style import assets


class QuietCombo(QComboBox):
    """One of several values, changed only through its opened list: a turned wheel or a stray key changes nothing."""

    edited = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._stored = ""
        self._offered = 0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(6)
        self.activated.connect(self._take)

    @property
    def is_dirty(self) -> bool:
        """Whether something waits to be said: never, a choice is said when it is made."""
        return False

    def offer(self, choices: Sequence[tuple[str, str, QIcon]]) -> None:
        """Offer (value, words, icon) triples instead of what was offered before."""
        self.clear()
        for value, words, icon in choices:
            self.addItem(icon, words, value)
        self._offered = self.count()
        self.show_value(self._stored)

    def show_value(self, stored: str) -> None:
        """Show ``stored``, also where it is not (or no longer) one of the choices."""
        self._stored = stored
        while self.count() > self._offered:
            self.removeItem(self._offered)
        if self.findData(stored) < 0:
            self.addItem(assets.icon("warning"), stored, stored)
        self.setCurrentIndex(self.findData(stored))

    def commit(self) -> None:
        """Do nothing: a choice is said when it is made."""

    def restore(self) -> None:
        """Do nothing, for the same reason."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down) or event.text().strip():
            self.showPopup()
        else:
            super().keyPressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()

    def _take(self) -> None:
        chosen = self.currentData()
        if chosen != self._stored:
            self._stored = chosen
            self.edited.emit(chosen)


def label_choices(schema: Schema, language: str, dark: bool) -> list[tuple[str, str, QIcon]]:
    """Return the labels of a schema as choices with their swatches."""
    return [
        (label.name, label.title(language), assets.swatch(label, dark)) for label in schema.labels
    ]
