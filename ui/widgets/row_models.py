"""What the models of lists and tables share: rows on one level, replaced as a whole or added at the end."""

from collections.abc import Iterable, Sequence
from typing import ClassVar, Generic, TypeVar

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

Row = TypeVar("Row")
Index = QModelIndex | QPersistentModelIndex
NOWHERE = QModelIndex()
"""The parent of every row: there is one level only."""

HEADINGS_TOLD = (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole)
"""Roles in which a heading is said in full."""


class RowTable(QAbstractTableModel, Generic[Row]):
    """A table of rows; what stands in a cell is said in `data`. A list is a table of one column.

    Where a filter hides rows or an order is kept, the rows are the keys of what is shown.
    """

    columns: ClassVar[int] = 1
    """A number, not the count of the `titles`: Qt asks for it with every index it makes."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: list[Row] = []

    @property
    def rows(self) -> Sequence[Row]:
        return self._rows

    def told_titles(self) -> Sequence[str]:
        """Return the headings in full, for the pointer and for screen readers, where those shown may be cut or empty."""
        return ()

    def titles(self) -> Sequence[str]:
        """Return the words over the columns, in the language of the window; none where no header is seen."""
        return ()

    def side_titles(self) -> Sequence[str]:
        """Return the words beside the rows."""
        return ()

    def row_at(self, index: Index) -> Row:
        return self._rows[index.row()]

    def rowCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else self.columns

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if role in HEADINGS_TOLD and orientation == Qt.Orientation.Horizontal:
            told = self.told_titles()
            return told[section] if told else None
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        titles = self.titles() if orientation == Qt.Orientation.Horizontal else self.side_titles()
        return titles[section] if titles else None

    def _replace_rows(self, rows: Iterable[Row]) -> None:
        self.beginResetModel()
        self._rows = list(rows)
        self.endResetModel()

    def _add_rows(self, rows: Sequence[Row]) -> None:
        if rows:
            first = len(self._rows)
            self.beginInsertRows(NOWHERE, first, first + len(rows) - 1)
            self._rows += rows
            self.endInsertRows()

    def _tell_changed(self, column: int = 0) -> None:
        """Say that a column must be drawn again."""
        if self._rows:
            last = self.index(len(self._rows) - 1, column)
            self.dataChanged.emit(self.index(0, column), last)

    def _tell_row_changed(self, index: QModelIndex) -> None:
        """Say that a row must be drawn again, where it is shown."""
        if index.isValid():
            self.dataChanged.emit(index, index)


class GrowingTable(RowTable[Row]):
    """A table whose rows are looked for as far as somebody scrolls."""

    def canFetchMore(self, parent: Index) -> bool:
        return not parent.isValid() and self._is_more_to_find()

    def fetchMore(self, parent: Index) -> None:
        if not parent.isValid():
            self._add_rows(self._find_more())

    def _is_more_to_find(self) -> bool:
        return False

    def _find_more(self) -> list[Row]:
        """Return the next rows, none where there are no more."""
        return []
