from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import (
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from annotator.model import Annotation, Schema
from annotator.review.board import Difference
from ui import i18n
from ui.review import words
from ui.review.pages.compare_canvas import person_colour
from ui.style.wrapping import wrap

CHOICES = {"1": "a", "2": "b", "3": "both", "0": "none", "E": "edit", "U": "reopen"}
"""Keys, by their place on the keyboard, and what each decides."""


class DecisionBar(QWidget):
    """The current difference in words, and the buttons that settle it."""

    chosen = Signal(str)  # a value of `CHOICES`

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.kind, self.first, self.second, self.state = (QLabel() for _ in range(4))
        self.kind.setProperty("role", "section")
        self.state.setProperty("role", "hint")
        for label in (self.kind, self.first, self.second, self.state):
            wrap(label)
            label.setTextFormat(Qt.TextFormat.PlainText)
        self.reason = QLineEdit()
        self.buttons = {choice: QPushButton() for choice in CHOICES.values()}
        for choice, button in self.buttons.items():
            button.setAutoDefault(False)
            button.clicked.connect(lambda _checked=False, c=choice: self.chosen.emit(c))
        grid = QGridLayout()
        for place, choice in enumerate(CHOICES.values()):
            grid.addWidget(self.buttons[choice], place // 2, place % 2)
        self._reason_name = QLabel()
        self._reason_name.setBuddy(self.reason)
        reason = QHBoxLayout()
        reason.addWidget(self._reason_name)
        reason.addWidget(self.reason, 1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(8, 8, 8, 8)
        for label in (self.kind, self.first, self.second, self.state):
            outer.addWidget(label)
        outer.addLayout(reason)
        outer.addLayout(grid)
        self._names = ("a", "b")
        self._retranslate()
        self.show_difference(None, "", None, "")

    def show_difference(
        self, one: Difference | None, text: str, schema: Schema | None, state: str
    ) -> None:
        """Show a difference and, in ``state``, what was decided about it in a sentence."""
        for button in self.buttons.values():
            button.setEnabled(one is not None)
        self.reason.setEnabled(one is not None)
        if one is None or schema is None:
            for label in (self.kind, self.first, self.second, self.state):
                label.clear()
            return
        cause = words.cause(one.cause)
        kind = words.kind(one.kind, one.a, one.b)
        self.kind.setText(f"{kind} — {cause}" if cause else kind)
        self.first.setText(_said(one.a, one.first, text, schema))
        self.second.setText(_said(one.b, one.second, text, schema))
        self.state.setText(state)
        self.state.setVisible(bool(state))
        self.buttons["a"].setEnabled(one.first is not None)
        self.buttons["b"].setEnabled(one.second is not None)
        self.buttons["both"].setEnabled(one.first is not None and one.second is not None)
        self._names = (one.a, one.b)
        self._retranslate()

    def colour_people(self, numbers: tuple[int, int]) -> None:
        """Give both lines the colours of their people's bands."""
        for label, number in zip((self.first, self.second), numbers, strict=True):
            palette = label.palette()
            palette.setColor(QPalette.ColorRole.WindowText, person_colour(number, self.palette()))
            label.setPalette(palette)

    def take_reason(self) -> str:
        """Return the reason typed and clear it for the next decision."""
        reason = self.reason.text().strip()
        self.reason.clear()
        return reason

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def _retranslate(self) -> None:
        first, second = (i18n.isolate(name) for name in self._names)
        names = {
            "a": self.tr("As %1").replace("%1", first),
            "b": self.tr("As %1").replace("%1", second),
            "both": self.tr("Both"),
            "none": self.tr("Neither"),
            "edit": self.tr("Edit…"),
            "reopen": self.tr("Undecided"),
        }
        keys = {choice: key for key, choice in CHOICES.items()}
        for choice, button in self.buttons.items():
            button.setText(f"{names[choice]}  [{keys[choice]}]".replace("&", "&&"))
            button.setAccessibleName(names[choice])
        self._reason_name.setText(self.tr("&Reason"))
        self.reason.setPlaceholderText(self.tr("why, for the annotators"))


def _said(name: str, made: Annotation | None, text: str, schema: Schema) -> str:
    if made is None:
        return f"{i18n.isolate(name)}: —" if name else ""
    words_of = made.span.of(text)
    title = words.label(made.label, schema)
    return f"{i18n.isolate(name)}: {i18n.isolate(words_of)} ({title})"
