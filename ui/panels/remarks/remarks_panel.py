from collections.abc import Iterable

from PySide6.QtCore import QEvent, QItemSelectionModel, QModelIndex, Signal, SignalInstance
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QHBoxLayout,
    QPushButton,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from annotator.project.remark_rows import RemarkRow
from ui.panels.remarks.remarks_delegate import RemarksDelegate
from ui.panels.remarks.remarks_model import RemarksModel
from ui.style import assets
from ui.widgets.empty_page import EmptyPage
from ui.widgets.list_view import RowsView
from ui.widgets.panel import Panel


class RemarksPanel(Panel):
    """The annotator's flags and questions in the whole project; those that are open, or all."""

    chosen = Signal(object)
    """A `RemarkRow` to go to."""
    answer_meant = Signal(object)
    settling_meant = Signal(object)
    """The same, to be settled or opened again."""
    removal_meant = Signal(object)
    appeared = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._all: tuple[RemarkRow, ...] = ()
        self.model = RemarksModel(self)
        self._build()
        self._connect()
        self._retranslate()

    def show_rows(self, rows: Iterable[RemarkRow]) -> None:
        """List flags and questions in their order; the current one stays so, or the one after it takes its place."""
        self._all = tuple(sorted(rows, key=lambda row: row.order))
        self._fill()

    @property
    def current(self) -> RemarkRow | None:
        index = self.list.currentIndex()
        return self.model.row_at(index) if index.isValid() else None

    def choose(self, remark_id: str) -> None:
        """Make one current, without saying so; one that is not listed changes nothing."""
        ids = [row.remark.id for row in self.model.rows]
        if remark_id in ids:
            self._put_cursor(ids.index(remark_id))

    @property
    def landing(self) -> QWidget | None:
        return self.list if self.model.rows else None

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.appeared.emit()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _build(self) -> None:
        self.setWindowIcon(assets.icon("help", "ink"))
        self.list = RowsView(RemarksDelegate())
        self.list.setModel(self.model)
        self.nothing = EmptyPage()
        self._pages = QStackedWidget()
        self._pages.addWidget(self.nothing)
        self._pages.addWidget(self.list)
        self.settled_too = QCheckBox()
        self.answer, self.settle = QPushButton(), QPushButton()
        self.remove = QToolButton()
        self.remove.setIcon(assets.icon("delete"))
        self.remove.setAutoRaise(True)
        buttons = QHBoxLayout()
        buttons.setContentsMargins(4, 0, 4, 0)
        for button in (self.answer, self.settle, self.remove):
            buttons.addWidget(button)
        buttons.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 4)
        layout.setSpacing(4)
        layout.addWidget(self._pages, 1)
        layout.addLayout(buttons)
        layout.addWidget(self.settled_too)
        self.settled_too.setContentsMargins(4, 0, 4, 0)

    def _connect(self) -> None:
        self.list.clicked.connect(self._tell)
        self.list.entered_on.connect(self._tell)
        self.list.deletion_meant.connect(lambda: self._mean(self.removal_meant))
        self.list.selectionModel().currentChanged.connect(self._refresh)
        self.settled_too.toggled.connect(self._fill)
        self.answer.clicked.connect(lambda: self._mean(self.answer_meant))
        self.settle.clicked.connect(lambda: self._mean(self.settling_meant))
        self.remove.clicked.connect(lambda: self._mean(self.removal_meant))

    def _tell(self, index: QModelIndex) -> None:
        self.chosen.emit(self.model.row_at(index))

    def _mean(self, signal: SignalInstance) -> None:
        if self.current is not None:
            signal.emit(self.current)

    def _fill(self) -> None:
        old, place = self.current, self.list.currentIndex().row()
        shown = [row for row in self._all if row.remark.is_open or self.settled_too.isChecked()]
        self.model.show(shown)
        if old is not None and shown:
            ids = [row.remark.id for row in shown]
            there = old.remark.id in ids
            self._put_cursor(ids.index(old.remark.id) if there else min(place, len(shown) - 1))
        self._refresh()

    def _put_cursor(self, row: int) -> None:
        index = self.model.index(row, 0)
        flag = QItemSelectionModel.SelectionFlag.ClearAndSelect
        self.list.selectionModel().setCurrentIndex(index, flag)
        self.list.scrollTo(index)

    def _refresh(self, *_: object) -> None:
        current = self.current
        self._pages.setCurrentIndex(1 if self.model.rows else 0)
        for button in (self.answer, self.settle, self.remove):
            button.setVisible(bool(self.model.rows))
            button.setEnabled(current is not None)
        is_settled = current is not None and current.remark.is_settled
        self.settle.setText(self.tr("Reopen") if is_settled else self.tr("Settle"))
        self.settled_too.setVisible(any(row.remark.is_settled for row in self._all))
        if self._all:
            self.nothing.say(self.tr("Nothing is open: every question and flag is settled."), "")
        else:
            words = self.tr(
                "No questions and no flags. Q asks about the annotation or word at the caret, F flags it."
            )
            self.nothing.say(words, "")

    def _retranslate(self) -> None:
        self.setWindowTitle(self.tr("Questions"))
        self.setAccessibleName(self.tr("Questions"))
        self.list.setAccessibleName(self.tr("Questions and flags"))
        self.answer.setText(self.tr("Answer…"))
        self.settled_too.setText(self.tr("Settled ones too"))
        self.remove.setToolTip(self.tr("Remove"))
        self.remove.setAccessibleName(self.tr("Remove"))
        self._fill()
