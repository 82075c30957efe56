from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QItemSelectionModel, QModelIndex, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from annotator.model import Layer, Schema, Zone
from ui.panels.findings.findings_delegate import FindingsDelegate
from ui.panels.findings.findings_model import FindingsModel
from ui.panels.findings.findings_words import FindingsWords
from ui.panels.findings.zones_list import ZonesList
from ui.widgets.empty_page import EmptyPage
from ui.widgets.list_view import RowsView
from ui.widgets.panel import Panel

if TYPE_CHECKING:
    from annotator.lint import Finding


class FindingsPanel(Panel):
    """What in the open layer goes against the guidelines, with a button that mends it; below, what is out of scope."""

    finding_chosen = Signal(object)
    """A `Finding` to show in the article."""
    fix_requested = Signal(object)
    """A `Finding` to mend."""
    fix_all_requested = Signal(str)
    """The rule of which all findings are to be mended."""
    zone_chosen = Signal(object)
    zone_removal_requested = Signal(object)
    """A `Zone`."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = FindingsModel(self)
        self._words = FindingsWords(self)
        self._shown: tuple[Layer, str, Schema | None] = (Layer("", ""), "", None)
        self._build()
        self._connect()
        self._retranslate()

    def show_findings(
        self, findings: "Sequence[Finding]", layer: Layer, text: str, schema: Schema | None
    ) -> None:
        """List what was found, nothing where no article is open; the finding that was current stays so, or the one after it takes its place."""
        old, row = self.current, self._list.currentIndex().row()
        self._shown = layer, text, schema
        self._model.show(findings, layer, text, schema)
        if old is not None and findings:
            keys = [finding.key for finding in findings]
            row = keys.index(old.key) if old.key in keys else min(row, len(findings) - 1)
            self._put_cursor(row)
        self._refresh()

    def show_zones(self, zones: Iterable[Zone], text: str) -> None:
        """List the text out of scope."""
        self._zones.show_zones(zones, text)

    @property
    def current(self) -> "Finding | None":
        index = self._list.currentIndex()
        return self._model.row_at(index) if index.isValid() else None

    def choose(self, finding: "Finding") -> None:
        """Make a finding of the list current, without saying so."""
        self._put_cursor(self._model.rows.index(finding))

    @property
    def landing(self) -> QWidget | None:
        return self._list if self._model.rows else self._zones.landing

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _build(self) -> None:
        self._list = RowsView(FindingsDelegate())
        self._list.setModel(self._model)
        self._nothing = EmptyPage()
        self._pages = QStackedWidget()
        self._pages.addWidget(self._nothing)
        self._pages.addWidget(self._list)
        self._fix = QPushButton()
        self._fix_all = QPushButton()
        self._zones = ZonesList()
        buttons = QHBoxLayout()
        buttons.setContentsMargins(4, 0, 4, 4)
        buttons.addWidget(self._fix)
        buttons.addWidget(self._fix_all)
        buttons.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._pages, 1)
        layout.addLayout(buttons)
        layout.addWidget(self._zones)

    def _connect(self) -> None:
        self._list.clicked.connect(self._choose)
        self._list.moved_to.connect(self._choose)
        self._list.entered_on.connect(self._choose)
        self._list.selectionModel().currentChanged.connect(self._refresh)
        self._fix.clicked.connect(lambda: self.current and self.fix_requested.emit(self.current))
        self._fix_all.clicked.connect(
            lambda: self.current and self.fix_all_requested.emit(self.current.rule)
        )
        self._zones.chosen.connect(self.zone_chosen)
        self._zones.removal_meant.connect(self.zone_removal_requested)

    def _choose(self, index: QModelIndex) -> None:
        self.finding_chosen.emit(self._model.row_at(index))

    def _put_cursor(self, row: int) -> None:
        index = self._model.index(row, 0)
        flag = QItemSelectionModel.SelectionFlag.ClearAndSelect
        self._list.selectionModel().setCurrentIndex(index, flag)
        self._list.scrollTo(index)

    def _refresh(self) -> None:
        findings, current = self._model.rows, self.current
        self._pages.setCurrentIndex(1 if findings else 0)
        same = [f for f in findings if current and f.rule == current.rule and f.fix is not None]
        self._fix.setVisible(bool(findings))
        self._fix.setEnabled(current is not None and current.fix is not None)
        self._fix_all.setVisible(len(same) > 1)
        words = self.tr("Fix all %Ln of this kind", "", len(same))
        self._fix_all.setText(words)
        self._fix_all.setToolTip(self._words.kind(current.rule) if current else "")

    def _retranslate(self) -> None:
        self.setAccessibleName(self.tr("Findings"))
        self._list.setAccessibleName(self.tr("Findings"))
        self._nothing.say(self.tr("Nothing to mend."), "")
        self._fix.setText(self.tr("Fix"))
        layer, text, schema = self._shown
        row = self._list.currentIndex().row()
        self._model.show(self._model.rows, layer, text, schema)
        if row >= 0:
            self._put_cursor(row)
        self._refresh()
