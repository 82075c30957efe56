"""Edits the attributes of a label, one a row."""

from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QCheckBox,
    QHBoxLayout,
    QHeaderView,
    QLineEdit,
    QTableWidget,
    QToolButton,
    QWidget,
)

from annotator.model import Attribute, AttributeKind
from ui.dialogs.schema.schema_checks import free_name
from ui.style import assets
from ui.widgets.options import Option, OptionBox

_ENGLISH, _ARABIC, _KIND, REQUIRED, _CHOICES, _REMOVE = range(6)
_COMMAS = str.maketrans({"،": ",", "؛": ",", ";": ","})


@dataclass(frozen=True, slots=True)
class _Row:
    """The fields of one attribute; ``name`` is empty until the attribute has one."""

    name: str
    english: QLineEdit
    arabic: QLineEdit
    kind: OptionBox
    required: QCheckBox
    choices: QLineEdit
    remove: QToolButton


class AttributeTable(QTableWidget):
    """Every cell is an ordinary field, so that Tab goes through all of them. Names follow the English titles once."""

    changed = Signal()
    refused = Signal(str)
    """Emitted with the reason when an attribute may not be removed."""

    def __init__(self) -> None:
        super().__init__(0, 6)
        self._fields: list[_Row] = []
        self._used: Mapping[str, int] = {}
        self._titles = [
            self.tr("English name"),
            self.tr("Arabic name"),
            self.tr("Holds"),
            self.tr("Required"),
            self.tr("Choices"),
            "",
        ]
        self.setHorizontalHeaderLabels(self._titles)
        self.verticalHeader().hide()
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setTabKeyNavigation(False)  # Tab walks through the fields and then out of the table
        self.setShowGrid(False)
        self.setAccessibleName(self.tr("Attributes"))
        header = self.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        for column in (_KIND, REQUIRED, _REMOVE):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.ResizeToContents)

    def show_attributes(self, attributes: tuple[Attribute, ...], used: Mapping[str, int]) -> None:
        """Fill the table; ``used`` counts the annotations that carry each attribute by name."""
        self._fields, self._used = [], used
        self.setRowCount(0)
        for attribute in attributes:
            self._append(attribute)

    def attributes(self) -> tuple[Attribute, ...]:
        found: list[Attribute] = []
        named = {row.name for row in self._fields if row.name}
        for row in self._fields:
            found.append(_attribute(row, named | {attribute.name for attribute in found}))
        return tuple(found)

    def add(self) -> None:
        """Append an empty attribute and go to its first field."""
        self._append(Attribute("", "", ""))
        self._fields[-1].english.setFocus()
        self.changed.emit()

    def remove(self, row: int) -> None:
        """Remove an attribute, unless annotations carry it."""
        if count := self._used.get(self._fields[row].name, 0):
            self.refused.emit(self.refusal(count))
            return
        self.removeRow(row)
        del self._fields[row]
        self.changed.emit()

    def refusal(self, count: int) -> str:
        """Return why an attribute that so many carry may not be removed."""
        return self.tr("%Ln annotation(s) carry this attribute; empty it there first.", "", count)

    def kinds(self) -> tuple[Option, ...]:
        """Return what an attribute may hold."""
        return (
            Option(AttributeKind.TEXT, self.tr("Text")),
            Option(AttributeKind.NAME, self.tr("Name")),
            Option(AttributeKind.DATE, self.tr("Date")),
            Option(AttributeKind.CHOICE, self.tr("One of")),
        )

    def _append(self, attribute: Attribute) -> None:
        row = self.rowCount()
        self.insertRow(row)
        english = self._line(attribute.title_en, _ENGLISH)
        arabic = self._line(attribute.title_ar, _ARABIC)
        self.setCellWidget(row, _ENGLISH, english)
        self.setCellWidget(row, _ARABIC, arabic)
        kind = OptionBox(self.kinds())
        kind.set_value(attribute.kind)
        kind.setProperty("role", "cell")
        kind.setAccessibleName(self._titles[_KIND])
        self.setCellWidget(row, _KIND, kind)
        required = QCheckBox()
        required.setChecked(attribute.required)
        required.setAccessibleName(self._titles[REQUIRED])
        required.toggled.connect(self.changed)
        self.setCellWidget(row, REQUIRED, _centred(required))
        comma = self.tr(", ", "between names in a list")
        choices = self._line(comma.join(attribute.choices), _CHOICES)
        choices.setPlaceholderText(self.tr("a, b, c"))
        choices.setEnabled(attribute.kind == AttributeKind.CHOICE)
        self.setCellWidget(row, _CHOICES, choices)
        kind.currentIndexChanged.connect(
            lambda: choices.setEnabled(kind.value() == AttributeKind.CHOICE)
        )
        kind.currentIndexChanged.connect(self.changed)
        remove = QToolButton()
        remove.setIcon(assets.icon("delete"))
        remove.setToolTip(self.tr("Remove this attribute"))
        remove.setAccessibleName(remove.toolTip())
        remove.setAutoRaise(True)
        remove.clicked.connect(lambda: self.remove(self._row_of(remove)))
        self.setCellWidget(row, _REMOVE, remove)
        self._fields.append(_Row(attribute.name, english, arabic, kind, required, choices, remove))

    def _row_of(self, remove: QToolButton) -> int:
        return next(number for number, row in enumerate(self._fields) if row.remove is remove)

    def _line(self, words: str, column: int) -> QLineEdit:
        line = QLineEdit(words)
        line.setProperty("role", "cell")
        line.setCursorPosition(0)
        line.setAccessibleName(self._titles[column])
        line.textChanged.connect(self.changed)
        return line


def _attribute(row: _Row, taken: set[str]) -> Attribute:
    english = _words(row.english)
    name = row.name or free_name(english, taken, "attribute")
    kind = AttributeKind(row.kind.value())
    choices = (
        _words(row.choices).translate(_COMMAS).split(",") if kind == AttributeKind.CHOICE else []
    )
    kept = tuple(dict.fromkeys(choice.strip() for choice in choices if choice.strip()))
    return Attribute(name, english, _words(row.arabic), kind, row.required.isChecked(), kept)


def _words(line: QLineEdit) -> str:
    return " ".join(line.text().split())


def _centred(widget: QWidget) -> QWidget:
    holder = QWidget()
    row = QHBoxLayout(holder)
    row.setContentsMargins(0, 0, 0, 0)
    row.addWidget(widget, 0, Qt.AlignmentFlag.AlignCenter)
    return holder
