"""The table behind a chart, for screen readers and for copying numbers."""

from collections.abc import Callable

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from ui.review.charts.table import Cell, Table
from ui.widgets.row_models import NOWHERE, Index, RowTable

NARROW_MARGIN = 8
"""Logical pixels that a title on two lines leaves free at both sides together."""


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

    def __init__(self, parent: QWidget | None = None, *, wraps: bool = False) -> None:
        """With ``wraps`` titles have two lines."""
        super().__init__(parent)
        self._wraps = wraps
        self.numbers = ChartTableModel(self)
        self.setModel(self.numbers)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setTabKeyNavigation(False)
        head = self.horizontalHeader()
        head.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        if wraps:
            head.setDefaultAlignment(Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap)
            head.setProperty("role", "narrow")
            head.setFixedHeight(2 * head.fontMetrics().lineSpacing() + 8)
        self.activated.connect(self._open)

    def show_table(self, table: Table) -> None:
        self.numbers.show_table(table)
        self._keep_titles_whole()
        if not table.is_empty:
            self.setCurrentIndex(self.numbers.index(0, 0))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self._open(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def _keep_titles_whole(self) -> None:
        """Share the width out between columns, none narrower than a title needs; the rest is scrolled."""
        head = self.horizontalHeader()
        if self._wraps:
            measure = head.fontMetrics().horizontalAdvance
            widths = [
                _width_in_two(title, measure) + NARROW_MARGIN for title in self.numbers.titles()
            ]
        else:
            head.ensurePolished()
            widths = [head.sectionSizeHint(n) for n in range(head.count())]
        head.setMinimumSectionSize(max(widths, default=0))

    def _open(self, index: QModelIndex) -> None:
        if index.isValid() and (query := self.numbers.cell(index).query) is not None:
            self.opened.emit(query)


def _width_in_two(title: str, measure: Callable[[str], int]) -> int:
    """Return the width in which a title is whole on two lines."""
    words = title.split()
    cuts = [(" ".join(words[:n]), " ".join(words[n:])) for n in range(len(words))]
    return min((max(map(measure, cut)) for cut in cuts), default=0)
