"""What the annotators flagged and asked, and the field in which the lead answers."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QModelIndex, Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from annotator.review.asked import Asked
from ui import i18n
from ui.panels.remarks.remark_card import CardField
from ui.review.pages.asked_model import ARTICLE, ASKED, WHO, WORDS, AskedModel
from ui.review.pages.difference_list import DifferenceList
from ui.widgets.empty_page import EmptyPage
from ui.widgets.form import wrap
from ui.widgets.lines import one_line

WIDTHS = {WHO: 110, ARTICLE: 200, WORDS: 150, ASKED: 260}


class QuestionsPage(QWidget):
    """Lists flags and questions of everybody; Enter goes to the place, and typing below answers."""

    chosen = Signal(object)
    """An `Asked` to go to."""
    answered = Signal(object, str)
    """An `Asked` and what the lead says to it, nothing to take that back."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._all: tuple[Asked, ...] = ()
        self._shown: Asked | None = None
        self._may_answer = True
        self.heading, self.hint, self._whose = QLabel(), QLabel(), QLabel()
        self.heading.setProperty("role", "heading")
        self.hint.setProperty("role", "hint")
        wrap(self.hint)
        self.annotators = QComboBox()
        self._whose.setBuddy(self.annotators)
        self.answered_too = QCheckBox()
        self.list = DifferenceList()
        self.model = AskedModel(self)
        self.list.setModel(self.model)
        for column, width in WIDTHS.items():
            self.list.setColumnWidth(column, width)
        self.list.horizontalHeader().setSectionResizeMode(ASKED, QHeaderView.ResizeMode.Interactive)
        self.nothing = EmptyPage()
        self.pages = QStackedWidget()
        for page in (self.nothing, self.list):
            self.pages.addWidget(page)
        self.asked = QLabel()
        wrap(self.asked)
        self.answer = CardField()
        self.store, self.show_place = QPushButton(), QPushButton()
        self._answering = QWidget()
        self._place()
        self._connect()
        self._retranslate()

    def show_asked(self, found: Sequence[Asked]) -> None:
        """Show what there is; the filter, the current one and what is being typed about it stay."""
        self._all = tuple(found)
        self._offer_annotators()
        self._fill()

    def allow_answers(self, may_answer: bool) -> None:
        self._may_answer = may_answer
        self._show_current()

    def focus(self) -> None:
        keeper = self.list if self.model.rowCount() else self.annotators
        keeper.setFocus(Qt.FocusReason.ShortcutFocusReason)

    @property
    def current(self) -> Asked | None:
        index = self.list.currentIndex()
        return self.model.row_at(index) if index.isValid() else None

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    # -- inside

    def _place(self) -> None:
        narrowing = QHBoxLayout()
        for widget in (self._whose, self.annotators, self.answered_too):
            narrowing.addWidget(widget)
        narrowing.addStretch()
        buttons = QHBoxLayout()
        for button in (self.store, self.show_place):
            buttons.addWidget(button)
        buttons.addStretch()
        below = QVBoxLayout(self._answering)
        below.setContentsMargins(0, 0, 0, 0)
        for part in (self.asked, self.answer):
            below.addWidget(part)
        below.addLayout(buttons)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(16, 12, 16, 12)
        outer.setSpacing(8)
        for widget in (self.heading, self.hint):
            outer.addWidget(widget)
        outer.addLayout(narrowing)
        outer.addWidget(self.pages, 1)
        outer.addWidget(self._answering)

    def _connect(self) -> None:
        self.annotators.activated.connect(lambda _row: self._fill())
        self.answered_too.toggled.connect(lambda _on: self._fill())
        self.list.entered_on.connect(self._tell)
        self.list.doubleClicked.connect(self._tell)
        self.list.selectionModel().currentChanged.connect(lambda *_: self._show_current())
        self.show_place.clicked.connect(lambda: self._tell(self.list.currentIndex()))
        self.store.clicked.connect(self._store)
        self.answer.entered.connect(self._store)
        self.answer.left.connect(self._leave_answer)

    def _tell(self, index: QModelIndex) -> None:
        if index.isValid():
            self.chosen.emit(self.model.row_at(index))

    def _store(self) -> None:
        one = self.current
        if one is None:
            return
        words = self.answer.words()
        self.focus()
        if words != one.row.reply:
            self.answered.emit(one, words)

    def _leave_answer(self) -> None:
        self._shown = None
        self._show_current()
        self.focus()

    def _offer_annotators(self) -> None:
        chosen = self.annotators.currentData()
        self.annotators.clear()
        self.annotators.addItem(self.tr("everybody"), "")
        for name in sorted({one.annotator for one in self._all}):
            self.annotators.addItem(i18n.isolate(name), name)
        self.annotators.setCurrentIndex(max(self.annotators.findData(chosen), 0))

    def _fill(self) -> None:
        old, place = self.current, max(self.list.currentIndex().row(), 0)
        whose, everything = self.annotators.currentData(), self.answered_too.isChecked()
        rows = [
            one
            for one in self._all
            if (everything or one.waits) and (not whose or one.annotator == whose)
        ]
        had_keyboard = self.list.hasFocus()
        self.model.show_rows(rows)
        self.pages.setCurrentWidget(self.list if rows else self.nothing)
        if rows:
            keys = [one.key for one in rows]
            there = keys.index(old.key) if old is not None and old.key in keys else place
            self.list.go_to_row(min(there, len(rows) - 1))
        if had_keyboard:
            self.focus()
        self._say_what_there_is()
        self._show_current()

    def _show_current(self) -> None:
        """Show the current one in full; words that are being typed about it stay."""
        one = self.current
        self._answering.setVisible(one is not None)
        if one is None:
            self._shown = None
            return
        before, self._shown = self._shown, one
        said = [f"{i18n.isolate(one.annotator)}: {i18n.isolate(one.row.remark.text)}"]
        if not one.row.remark.text:
            said = [
                f"{i18n.isolate(one.annotator)}: {self.model.data(self.model.index(self.list.currentIndex().row(), ASKED))}"
            ]
        if one.row.words:
            said.append(f"«{i18n.isolate(one_line(one.row.words, 200))}»")
        if one.row.remark.answer:
            own = self.tr("Settled by the annotator: %1")
            said.append(own.replace("%1", i18n.isolate(one.row.remark.answer)))
        mark = (
            "\u200f" if self.isRightToLeft() else "\u200e"
        )  # each line begins where the window does
        self.asked.setText("\n".join(mark + line for line in said))
        if before is None or before.key != one.key or before.row.reply != one.row.reply:
            self.answer.setPlainText(one.row.reply)
        self.answer.setEnabled(self._may_answer)
        self.store.setEnabled(self._may_answer)

    def _say_what_there_is(self) -> None:
        waiting = sum(one.waits for one in self._all)
        self.hint.setText(
            self.tr("%Ln wait(s) for an answer. Enter goes to the place.", "", waiting)
            if waiting
            else ""
        )
        self.hint.setVisible(bool(waiting))
        if not self._all:
            words = self.tr("No annotator has asked or flagged anything yet.")
        elif waiting:
            words = self.tr("Nothing of this annotator's waits for an answer.")
        else:
            words = self.tr("Everything is answered or settled.")
        self.nothing.say(words, "")
        self.answered_too.setVisible(waiting < len(self._all))

    def _retranslate(self) -> None:
        self.heading.setText(self.tr("Questions"))
        self._whose.setText(self.tr("&Asked by"))
        self.answered_too.setText(self.tr("Answered and settled ones too"))
        self.list.setAccessibleName(self.tr("Questions and flags of the annotators"))
        self.answer.setPlaceholderText(self.tr("Answer; the annotator sees it at the place"))
        self.answer.setAccessibleName(self.tr("Answer"))
        self.store.setText(self.tr("Answer"))
        self.show_place.setText(self.tr("Show the place"))
        self._offer_annotators()
        self._fill()
