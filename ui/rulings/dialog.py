"""The window of guideline decisions: one above, what it proposes to the annotator below, decided by key."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QSize, Qt, Signal, SignalInstance
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from annotator.adjudication.guideline_decisions import GuidelineDecision
from annotator.adjudication.ruling_edits import Standing
from annotator.feedback.excerpts import Reading
from annotator.feedback.proposed import Proposal
from ui import i18n
from ui.review.feedback.deviations import decided_by, nothing
from ui.review.feedback.rulings_model import buys
from ui.review.pages.difference_list import DifferenceList
from ui.review.pages.feedback_page import sides
from ui.rulings.proposals_model import ProposalsModel
from ui.style import fitting
from ui.style.wrapping import wrap
from ui.widgets import numbers
from ui.widgets.empty_page import EmptyPage

SIZE = QSize(860, 600)
WIDTHS = (250, 210, 210)
ACCEPT, REFUSE = Qt.Key.Key_A, Qt.Key.Key_R
"""Keys on the list, as they are on its buttons; by their place on the keyboard in any layout."""


class RulingsDialog(QDialog):
    """Shows proposals and says what the annotator means; what becomes of them comes back through `show_standing`."""

    accepted_one = Signal(object)  # Proposal
    refused_one = Signal(object)
    accepted_all = Signal(object)  # list of Proposal
    place_meant = Signal(object)  # Proposal
    undo_meant = Signal()

    def __init__(
        self,
        rulings: Sequence[GuidelineDecision],
        proposals: Sequence[Proposal],
        label: Callable[[str], str],
        parent: QWidget | None = None,
    ) -> None:
        """``label`` gives the title of a label."""
        super().__init__(parent, Qt.WindowType.Window)
        self.setObjectName("rulings")
        self._rulings, self._label = tuple(rulings), label
        self._proposals = list(proposals)
        self.heading, self.explanation, self._which = QLabel(), QLabel(), QLabel()
        self.choice, self.about = QComboBox(), QLabel()
        self.list, self.model = DifferenceList(), ProposalsModel(label, self)
        self.context = QLabel()
        self.accept_one, self.refuse_one = QPushButton(), QPushButton()
        self.accept_all, self.show_place = QPushButton(), QPushButton()
        self.nothing, self.pages = EmptyPage(), QStackedWidget()
        self._place()
        self._connect()
        self._retranslate()
        self.resize(SIZE.boundedTo(fitting.largest(self)))
        self._offer()

    @property
    def ruling(self) -> GuidelineDecision | None:
        number = self.choice.currentIndex()
        return self._rulings[number] if 0 <= number < len(self._rulings) else None

    @property
    def current(self) -> Proposal | None:
        index = self.list.currentIndex()
        return self.model.row_at(index) if index.isValid() else None

    @property
    def proposals(self) -> Sequence[Proposal]:
        """Everything that is proposed, as it stands now."""
        return self._proposals

    def show_standing(self, proposals: Sequence[Proposal]) -> None:
        """Take proposals as they stand by now, those that were shown among them in the same order."""
        self._proposals = list(proposals)
        for row, one in enumerate(self._of_ruling()):
            if one != self.model.rows[row]:
                self.model.change_row(row, one)
        self._show_current()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
            self._offer()

    # -- inside

    def _place(self) -> None:
        self.heading.setProperty("role", "heading")
        for label in (self.explanation, self.about):
            label.setProperty("role", "hint")
            wrap(label)
        self._which.setBuddy(self.choice)
        self.list.setModel(self.model)
        for column, width in enumerate(WIDTHS):
            self.list.setColumnWidth(column, width)
        self.context.setTextFormat(Qt.TextFormat.RichText)
        self.context.setFrameShape(QFrame.Shape.StyledPanel)
        self.context.setMargin(8)
        wrap(self.context)
        top, buttons = QHBoxLayout(), QHBoxLayout()
        top.addWidget(self._which)
        top.addWidget(self.choice, 1)
        for button in (self.accept_one, self.refuse_one, self.show_place):
            buttons.addWidget(button)
        buttons.addStretch()
        buttons.addWidget(self.accept_all)
        for button in (self.accept_one, self.refuse_one, self.show_place, self.accept_all):
            button.setAutoDefault(False)
        whole = QWidget()
        column = QVBoxLayout(whole)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(top)
        column.addWidget(self.about)
        column.addWidget(self.list, 1)
        column.addWidget(self.context)
        column.addLayout(buttons)
        for page in (whole, self.nothing):
            self.pages.addWidget(page)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(16, 12, 16, 12)
        outer.setSpacing(8)
        outer.addWidget(self.heading)
        outer.addWidget(self.explanation)
        outer.addWidget(self.pages, 1)

    def _connect(self) -> None:
        self.choice.currentIndexChanged.connect(lambda _row: self._show_ruling())
        self.list.key_pressed.connect(self._take_key)
        self.list.entered_on.connect(lambda _index: self._tell(self.place_meant))
        self.list.doubleClicked.connect(lambda _index: self._tell(self.place_meant))
        self.list.selectionModel().currentChanged.connect(lambda *_: self._show_current())
        self.accept_one.clicked.connect(lambda: self._tell(self.accepted_one))
        self.refuse_one.clicked.connect(lambda: self._tell(self.refused_one))
        self.show_place.clicked.connect(lambda: self._tell(self.place_meant))
        self.accept_all.clicked.connect(lambda: self.accepted_all.emit(self._open_ones()))
        undo = QAction(self)
        undo.setShortcut(QKeySequence(QKeySequence.StandardKey.Undo))
        undo.triggered.connect(self.undo_meant)
        self.addAction(undo)

    def _take_key(self, event: QKeyEvent) -> None:
        signals = {ACCEPT: self.accepted_one, REFUSE: self.refused_one}
        signal = signals.get(Qt.Key(event.key()))
        if signal is not None:
            self._tell(signal)
            event.accept()

    def _tell(self, signal: SignalInstance) -> None:
        one = self.current
        if one is None:
            return
        row = self.list.currentIndex().row()
        signal.emit(one)
        now = self.current
        if now is not None and now.standing != one.standing and row + 1 < self.model.rowCount():
            self.list.go_to_row(row + 1)

    def _offer(self) -> None:
        chosen = max(self.choice.currentIndex(), 0)
        blocked = self.choice.blockSignals(True)
        self.choice.clear()
        for ruling in self._rulings:
            waiting = sum(
                1
                for one in self._proposals
                if one.ruling.id == ruling.id and one.standing == Standing.OPEN
            )
            said = self.tr("%Ln edit(s) wait", "", waiting) if waiting else ""
            self.choice.addItem(" · ".join(p for p in (i18n.isolate(ruling.name), said) if p))
        self.choice.setCurrentIndex(min(chosen, len(self._rulings) - 1))
        self.choice.blockSignals(blocked)
        self.pages.setCurrentIndex(0 if self._rulings else 1)
        self._show_ruling()

    def _of_ruling(self) -> list[Proposal]:
        ruling = self.ruling
        return [one for one in self._proposals if ruling and one.ruling.id == ruling.id]

    def _open_ones(self) -> list[Proposal]:
        return [one for one in self._of_ruling() if one.standing == Standing.OPEN]

    def _show_ruling(self) -> None:
        ruling = self.ruling
        if ruling is not None:
            said = [decided_by(ruling.who, numbers.short_day(ruling.when)), ruling.why]
            gain = buys(ruling.f1_before, ruling.f1_after)
            if gain:
                said.append(self.tr("Exact F1 of all pairs: %1").replace("%1", gain))
            if not self._of_ruling():
                said.append(self.tr("It proposes nothing to you."))
            self.about.setText(" · ".join(i18n.isolate(part) for part in said if part))
        rows = self._of_ruling()
        self.model.show_proposals(rows)
        if rows:
            waiting = [n for n, one in enumerate(rows) if one.standing == Standing.OPEN]
            self.list.go_to_row(waiting[0] if waiting else 0)
        self._show_current()

    def _show_current(self) -> None:
        one = self.current
        self.context.setVisible(one is not None)
        if one is not None:
            now, proposed = self.tr("Now"), self.tr("Proposed")
            self.context.setText(
                f"<p style='margin:0'><b>{now}:</b> {self._side(one.before)}</p>"
                f"<p style='margin:0'><b>{proposed}:</b> {self._side(one.after)}</p>"
            )
        is_open = one is not None and one.standing == Standing.OPEN
        is_refused = one is not None and one.standing == Standing.REFUSED
        self.accept_one.setEnabled(is_open or is_refused)
        self.refuse_one.setEnabled(is_open or is_refused)
        self.refuse_one.setText(
            self.tr("Take the &refusal back") if is_refused else self.tr("&Refuse (R)")
        )
        self.show_place.setEnabled(one is not None)
        self.accept_all.setEnabled(bool(self._open_ones()))

    def _side(self, reading: Reading | None) -> str:
        if reading is None:
            return nothing()
        return sides(reading.lead, reading.words, reading.tail, self._label(reading.label))

    def _retranslate(self) -> None:
        self.setWindowTitle(self.tr("Guideline decisions") + " — Hashiya")
        self.heading.setText(self.tr("Guideline decisions"))
        self.explanation.setText(
            self.tr(
                "What was ruled about a kind of case, and what that means for your annotations. "
                "Nothing is changed without you; Ctrl+Z takes a step back."
            )
        )
        self._which.setText(self.tr("&Guideline decision"))
        self.list.setAccessibleName(self.tr("Proposed edits"))
        self.accept_one.setText(self.tr("&Accept (A)"))
        self.show_place.setText(self.tr("Show the &place"))
        self.accept_all.setText(self.tr("Accept a&ll that wait"))
        self.nothing.say(self.tr("No guideline decision has been made in this project yet."), "")
        self._show_current()
