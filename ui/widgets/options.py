"""A choice whose entries explain themselves: one sentence under the box says what the chosen one does."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtWidgets import QComboBox

from ui.widgets.form import Field


@dataclass(frozen=True, slots=True)
class Option:
    """``value`` is what the program is told, ``title`` and ``explanation`` what the user reads."""

    value: object
    title: str
    explanation: str = ""


class OptionBox(QComboBox):
    def __init__(self, options: Sequence[Option] = ()) -> None:
        super().__init__()
        self._options: tuple[Option, ...] = ()
        self.set_options(options)

    def set_options(self, options: Sequence[Option]) -> None:
        """Offer other options, or the same in another language; what was chosen stays chosen where it is still there."""
        chosen = self.value()
        self._options = tuple(options)
        blocked = self.blockSignals(True)
        self.clear()
        self.addItems([option.title for option in options])
        self.set_value(chosen)
        self.blockSignals(blocked)
        if self.value() != chosen:
            self.currentIndexChanged.emit(self.currentIndex())

    def value(self) -> object:
        """Return the chosen option's value, None where nothing is offered."""
        return self._options[self.currentIndex()].value if self.currentIndex() >= 0 else None

    def set_value(self, value: object) -> None:
        """Choose an option; a value that is not offered leaves the first one chosen."""
        values = [option.value for option in self._options]
        self.setCurrentIndex(values.index(value) if value in values else min(0, len(values) - 1))

    def explanation(self) -> str:
        return self._options[self.currentIndex()].explanation if self.currentIndex() >= 0 else ""

    def explain_in(self, field: Field) -> None:
        """Keep the field's hint at what the chosen option does."""
        self.currentIndexChanged.connect(lambda: field.set_hint(self.explanation()))
        field.set_hint(self.explanation())
