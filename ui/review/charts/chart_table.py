"""The table behind a chart, for screen readers and for copying numbers."""

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from ui.review.charts.table import Cell, Table
from ui.widgets.row_models import NOWHERE, Index, RowTable


class ChartTableModel(RowTable[tuple[Cell, ...]]):
    """A `Table` as Qt's views read it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._table = Table()

    def show_table(self, table: Table) -> None:
        self._table = table
        self._replace_rows(table.cells)

    def cell(self, index: Index) -> Cell:
        return self.row_at(index)[index.column()]

    def columnCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._table.columns)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if role == Qt.ItemDataRole.DisplayRole:
            return self.cell(index).text
        if role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleDescriptionRole):
            return self.cell(index).tip
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignCenter
        return None

    def titles(self) -> tuple[str, ...]:
        return self._table.columns

    def side_titles(self) -> tuple[str, ...]:
        return self._table.rows


class ChartTable(QTableView):
    """A chart's numbers as a table; Enter opens what lies behind one."""

    opened = Signal(object)  # Query

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.numbers = ChartTableModel(self)
        self.setModel(self.numbers)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setTabKeyNavigation(False)
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.activated.connect(self._open)

    def show_table(self, table: Table) -> None:
        self.numbers.show_table(table)
        if not table.is_empty:
            self.setCurrentIndex(self.numbers.index(0, 0))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self._open(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def _open(self, index: QModelIndex) -> None:
        if index.isValid() and (query := self.numbers.cell(index).query) is not None:
            self.opened.emit(query)
