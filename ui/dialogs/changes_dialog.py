"""Changes to annotations that are looked over before they are made."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)

from ui.i18n import isolate
from ui.widgets.form import WIDE, FormDialog

MOST_SEEN = 12
"""Rows that the dialog opens with room for."""


@dataclass(frozen=True, slots=True)
class ChangeRow:
    """One annotation: its words and where they stand, the value it has, the one it would get, and why."""

    words: str
    context: str
    old: str
    new: str
    why: str = ""


class ChangesDialog(FormDialog):
    """Offers rows, all of them chosen at first; `chosen` says which the user left chosen."""

    def __init__(
        self,
        title: str,
        explanation: str,
        rows: Sequence[ChangeRow],
        accept: str,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent, title, width=max(WIDE, 640))
        self.add_heading(title, explanation)
        self._checks: list[QTableWidgetItem] = []
        self.table = QTableWidget(len(rows), 4)
        self.table.setHorizontalHeaderLabels(
            [
                self.tr("Text"),
                self.tr("Now"),
                self.tr("Becomes"),
                self.tr("Why") if any(row.why for row in rows) else self.tr("Where"),
            ]
        )
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.table.verticalHeader().hide()
        self.table.setShowGrid(False)
        self.table.setTabKeyNavigation(False)
        self.table.setAccessibleName(title)
        for number, row in enumerate(rows):
            self._fill(number, row)
        header = self.table.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setStretchLastSection(True)
        height = self.table.verticalHeader().defaultSectionSize()
        self.table.setMinimumHeight(height * (min(len(rows), MOST_SEEN) + 2))
        self.body.addWidget(self.table)
        self.add_buttons(accept)
        if rows:
            self.table.setCurrentCell(0, 0)

    def chosen(self) -> list[int]:
        """Return the numbers of the rows to change."""
        return [
            number
            for number, item in enumerate(self._checks)
            if item.checkState() == Qt.CheckState.Checked
        ]

    def _fill(self, number: int, row: ChangeRow) -> None:
        cells = (row.words, row.old, row.new, row.why or row.context)
        for column, words in enumerate(cells):
            item = QTableWidgetItem(isolate(words))
            item.setToolTip(row.context if column == 0 else words)
            if column == 0:
                item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
                item.setCheckState(Qt.CheckState.Checked)
                self._checks.append(item)
            self.table.setItem(number, column, item)
