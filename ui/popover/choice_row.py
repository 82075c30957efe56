"""Up to three values or speakers to choose by Alt and a digit, and why the first is right."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from annotator.model import Relation
from ui.i18n import isolate, isolate_ltr
from ui.popover.flow import Flow, flowing
from ui.style.wrapping import wrap
from ui.widgets.lines import upright

MOST = 3
WIDEST = 180
"""Pixels of one choice's words."""

WIDEST_REASON = 300
"""Pixels of a reason on one line, beside the titles and in the narrowest popover there is room for."""


@dataclass(frozen=True, slots=True)
class Choice:
    """Words to choose, why, and what the choice brings: values of attributes, or links to make."""

    words: str
    why: str
    values: tuple[tuple[str, str], ...] = ()
    links: frozenset[Relation] = frozenset()
    is_taken: bool = False


class ChoiceRow(QWidget):
    """Buttons that do not take the keyboard; Alt+1 to Alt+3 press them."""

    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._choices: tuple[Choice, ...] = ()
        self._row = QWidget()
        self._flow = Flow(6, self._row)
        flowing(self._row)
        self._why = QLabel()
        self._why.setProperty("role", "hint")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(self._row)
        column.addWidget(self._why)
        self.hide()

    @property
    def choices(self) -> tuple[Choice, ...]:
        """What is on show."""
        return self._choices

    def show_choices(self, choices: Sequence[Choice], why: str = "") -> None:
        """Offer choices; ``why`` stands below them, in place of the first one's reason."""
        self._choices = tuple(choices[:MOST])
        while item := self._flow.takeAt(0):
            if (button := item.widget()) is not None:
                button.hide()
                button.deleteLater()
        for number, choice in enumerate(self._choices, 1):
            self._flow.addWidget(self._button(number, choice))
        words = why or (self._choices[0].why if self._choices else "")
        # a label that wraps asks for two lines, whether it needs them or not
        wrap(self._why, several=self.fontMetrics().horizontalAdvance(words) > WIDEST_REASON)
        self._why.setText(upright(words))
        self._why.setVisible(bool(words))
        self._row.setVisible(bool(self._choices))
        self.setVisible(bool(self._choices) or bool(words))

    def choose(self, number: int) -> bool:
        """Take a choice by its number, counted from 1; tell whether there is one."""
        if self.isEnabled() and 1 <= number <= len(self._choices):
            self.chosen.emit(self._choices[number - 1])
            return True
        return False

    def _button(self, number: int, choice: Choice) -> QPushButton:
        words = upright(choice.words)
        button = QPushButton(
            self.fontMetrics()
            .elidedText(words, Qt.TextElideMode.ElideMiddle, WIDEST)
            .replace("&", "&&")
        )
        button.setProperty("role", "chip")
        button.setCheckable(True)
        button.setChecked(choice.is_taken)
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        key = isolate_ltr(f"Alt+{number}")
        button.setToolTip(f"{isolate(words)} · {upright(choice.why)} · {key}")
        button.setAccessibleName(
            self.tr("Take %1, %2", "a value and the key for it")
            .replace("%2", key)
            .replace("%1", isolate(choice.words))
        )
        button.clicked.connect(lambda: self.choose(number))
        return button
