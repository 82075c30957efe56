"""A choice whose entries explain themselves: one sentence under the box says what the chosen one does."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QComboBox

from ui.widgets.form import Field

MARGIN = 12
"""Pixels on either side of a row of the list."""

_FLAGS = Qt.ItemDataRole.UserRole - 1
"""Where a combo box's own model keeps the flags of a row; 0 makes it neither enabled nor selectable."""


@dataclass(frozen=True, slots=True)
class Option:
    """``value`` is what the program is told, ``title`` and ``explanation`` what the user reads, ``group`` a heading over it."""

    value: object
    title: str
    explanation: str = ""
    group: str = ""


class OptionBox(QComboBox):
    def __init__(self, options: Sequence[Option] = ()) -> None:
        super().__init__()
        self._rows: tuple[Option | None, ...] = ()
        self._remarks: Mapping[object, str] = {}
        self.set_options(options)

    def set_options(self, options: Sequence[Option]) -> None:
        """Offer other options, or the same in another language; what was chosen stays chosen where it is still there."""
        chosen = self.value()
        rows: list[Option | None] = []
        blocked = self.blockSignals(True)
        self.clear()
        for before, option in zip((None, *options), options, strict=False):
            if option.group and (before is None or before.group != option.group):
                rows.append(None)
                self._add_heading(option.group)
            rows.append(option)
            self.addItem(option.title)
        self._rows = tuple(rows)
        self.set_value(chosen)
        self.blockSignals(blocked)
        if self.value() != chosen:
            self.currentIndexChanged.emit(self.currentIndex())

    def set_remarks(self, remarks: Mapping[object, str]) -> None:
        """Say something of each value beside it, as long as the list is open; the box itself keeps to its title."""
        self._remarks = remarks

    def remark(self) -> str:
        """Return what is said of the chosen value."""
        return self._remarks.get(self.value(), "")

    def showPopup(self) -> None:
        self._title_rows(self._remarks)
        if self._remarks:
            self.view().setMinimumWidth(self.view().sizeHintForColumn(0) + 2 * MARGIN)
        super().showPopup()

    def hidePopup(self) -> None:
        super().hidePopup()
        self._title_rows({})

    def _title_rows(self, remarks: Mapping[object, str]) -> None:
        blocked = self.blockSignals(True)
        for row, option in enumerate(self._rows):
            if option is not None:
                remark = remarks.get(option.value, "")
                self.setItemText(row, f"{option.title} · {remark}" if remark else option.title)
        self.blockSignals(blocked)

    def value(self) -> object:
        """Return the chosen option's value, None where nothing is offered."""
        option = self._chosen()
        return None if option is None else option.value

    def set_value(self, value: object) -> None:
        """Choose an option; a value that is not offered leaves the first one chosen."""
        offered = [(row, option) for row, option in enumerate(self._rows) if option is not None]
        found = (row for row, option in offered if option.value == value)
        self.setCurrentIndex(next(found, offered[0][0] if offered else -1))

    def explanation(self) -> str:
        option = self._chosen()
        return "" if option is None else option.explanation

    def _chosen(self) -> Option | None:
        """Return the option of the current row; a program that comes to a heading is at the first one under it."""
        return next(filter(None, self._rows[max(self.currentIndex(), 0) :]), None)

    def _add_heading(self, words: str) -> None:
        """Add a row that cannot be chosen, by mouse or by key."""
        self.addItem(words)
        row = self.count() - 1
        font = QFont(self.font())
        font.setBold(True)
        self.setItemData(row, font, Qt.ItemDataRole.FontRole)
        self.setItemData(row, 0, _FLAGS)

    def explain_in(self, field: Field) -> None:
        """Keep the field's hint at what the chosen option does."""
        self.currentIndexChanged.connect(lambda: field.set_hint(self.explanation()))
        field.set_hint(self.explanation())
