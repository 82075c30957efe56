"""Shows what a long operation did, file by file or in lines, and lets it be copied."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QDialogButtonBox,
    QPlainTextEdit,
    QPushButton,
    QTreeView,
    QWidget,
)

from ui.style import assets
from ui.widgets.form import GAP, WIDE, FormDialog, text
from ui.widgets.row_models import Index, RowTable

TAKEN, NOTED, SKIPPED, REFUSED = "taken", "note", "skipped", "refused"
_ICONS = {TAKEN: "saved", NOTED: "info", SKIPPED: "history", REFUSED: "error"}


@dataclass(frozen=True, slots=True)
class ReportRow:
    """What happened (``taken``, ``note``, ``skipped`` or ``refused``), to which file, and why."""

    outcome: str
    where: str
    detail: str = ""


class ReportModel(RowTable[ReportRow]):
    columns = 3

    def __init__(self, rows: Sequence[ReportRow], parent: QWidget) -> None:
        super().__init__(parent)
        self._rows = list(rows)
        self._words = {
            TAKEN: self.tr("taken"),
            NOTED: self.tr("note"),
            SKIPPED: self.tr("already there"),
            REFUSED: self.tr("refused"),
        }
        self._icons = {outcome: assets.icon(name) for outcome, name in _ICONS.items()}

    def titles(self) -> tuple[str, ...]:
        return (self.tr("Result"), self.tr("File"), self.tr("Details"))

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        row = self.row_at(index)
        cells = (self._words.get(row.outcome, row.outcome), row.where, row.detail)
        if role == Qt.ItemDataRole.DisplayRole:
            return cells[index.column()]
        if role == Qt.ItemDataRole.ToolTipRole:
            return cells[index.column()] or None
        if role == Qt.ItemDataRole.DecorationRole and index.column() == 0:
            return self._icons.get(row.outcome)
        return None


class ReportDialog(FormDialog):
    """``rows`` fill a table, refusals first; ``lines`` fill a text. ``copied`` is what the copy button takes instead."""

    def __init__(
        self,
        title: str,
        summary: str,
        rows: Sequence[ReportRow] = (),
        lines: Sequence[str] = (),
        copied: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent, title, width=WIDE)
        self._rows = tuple(sorted(rows, key=lambda row: row.outcome != REFUSED))
        self._lines = tuple(lines)
        self._copied = copied
        self.add_heading(title, summary)
        if rows:
            self.table = self._make_table()
            self.body.addWidget(self.table)
            self.detail = text("", "plain")
            self.detail.setMinimumHeight(3 * self.detail.fontMetrics().lineSpacing())
            self.detail.setAlignment(Qt.AlignmentFlag.AlignTop)
            self.body.addWidget(self.detail)
            self.table.selectionModel().currentChanged.connect(self._show_detail)
            self.table.setCurrentIndex(self.table.model().index(0, 0))
        if lines:
            self.text = self._make_text()
            self.body.addWidget(self.text)
        self.copy = QPushButton(self.tr("&Copy report"))
        self.copy.setAutoDefault(False)
        self.copy.clicked.connect(self.copy_report)
        self.buttons.addButton(self.copy, QDialogButtonBox.ButtonRole.ActionRole)
        self.close_button = self.buttons.addButton(
            self.tr("Close"), QDialogButtonBox.ButtonRole.AcceptRole
        )
        self.close_button.setDefault(True)
        self.setSizeGripEnabled(True)

    def copy_report(self) -> None:
        QGuiApplication.clipboard().setText(self.report())
        self.copy.setText(self.tr("Copied"))

    def report(self) -> str:
        """Return the report as plain lines, tabs between the columns of the table."""
        if self._copied:
            return self._copied
        if self._lines:
            return "\n".join(self._lines) + "\n"
        return "".join(f"{row.outcome}\t{row.where}\t{row.detail}\n" for row in self._rows)

    def _show_detail(self, index: QModelIndex) -> None:
        """Write the details of the current row out, which the table cuts."""
        self.detail.setText(self._rows[index.row()].detail)

    def _make_table(self) -> QTreeView:
        table = QTreeView()
        table.setModel(ReportModel(self._rows, table))
        table.setRootIsDecorated(False)
        table.setUniformRowHeights(True)
        table.setAlternatingRowColors(True)
        table.setMinimumHeight(240)
        table.setAccessibleName(self.tr("What happened to each file"))
        table.header().resizeSection(0, table.sizeHintForColumn(0) + 3 * GAP)
        table.header().resizeSection(1, 200)
        return table

    def _make_text(self) -> QPlainTextEdit:
        box = QPlainTextEdit("\n".join(self._lines))
        box.setReadOnly(True)
        box.setTabChangesFocus(True)
        box.setMinimumHeight(240)
        box.setAccessibleName(self.tr("Report"))
        return box
