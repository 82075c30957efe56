"""One article side by side: the text once, everybody's annotations under it, and the list of what differs."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QEvent, QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from annotator.model import Layer
from annotator.review.board import Difference
from annotator.review.comparison import Comparison
from ui import i18n
from ui.article.keys import physical_key
from ui.review.pages import differences_model as columns
from ui.review.pages.compare_canvas import CompareCanvas
from ui.review.pages.decision_bar import CHOICES, DecisionBar
from ui.review.pages.difference_list import DifferenceList
from ui.review.pages.differences_model import DifferencesModel
from ui.style.wrapping import wrap
from ui.widgets import numbers

STEPS = {"J": 1, "K": -1, "N": 1, "P": -1}
"""Keys, by their place on the keyboard, that go to the next and the previous difference."""

WIDTHS = {
    columns.KIND: 120,
    columns.LABEL: 70,
    columns.FIRST: 100,
    columns.SECOND: 100,
    columns.DECIDED: 80,
}


class ComparePage(QWidget):
    """Shows a `Comparison` and says what the reviewer meant; it changes nothing itself."""

    decided = Signal(object, str, str)  # Difference, choice, reason
    repeat_meant = Signal(object)  # Difference: the same decision for the same words elsewhere
    pair_chosen = Signal(object)  # (a, b)
    article_stepped = Signal(int)  # 1 or -1

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.shown: Comparison | None = None
        self.current: int | None = None
        self.title, self.tally = QLabel(), QLabel()
        self.title.setProperty("role", "heading")
        wrap(self.title)
        self.tally.setProperty("role", "hint")
        wrap(self.tally)
        self.pairs = QComboBox()
        self.pairs.activated.connect(lambda _row: self.pair_chosen.emit(self.pairs.currentData()))
        self.previous_article, self.next_article = QPushButton(), QPushButton()
        self.previous_article.clicked.connect(lambda: self.article_stepped.emit(-1))
        self.next_article.clicked.connect(lambda: self.article_stepped.emit(1))
        self.canvas = CompareCanvas()
        self.canvas.key_pressed.connect(self._take_key)
        self.canvas.difference_clicked.connect(self.go_to)
        self.model = DifferencesModel(
            lambda _key: self.shown.article.text if self.shown else "",
            lambda _key: self.shown.article.title if self.shown else "",
            self._outcome,
            self,
        )
        self.list = DifferenceList()
        self.list.setModel(self.model)
        self.list.hideColumn(columns.ARTICLE)
        for column, width in WIDTHS.items():
            self.list.setColumnWidth(column, width)
        self.list.key_pressed.connect(self._take_key)
        self.list.selectionModel().currentRowChanged.connect(self._follow_list)
        self.bar = DecisionBar()
        self.bar.chosen.connect(self.choose)
        self.bar.reason.returnPressed.connect(self._back_to_list)
        self.repeat = QPushButton()
        self._walk: tuple[int, ...] = ()
        self.walking, self.walk_all = QLabel(), QPushButton()
        self.walking.setProperty("role", "hint")
        self.disputes = QPushButton()
        self.disputes.clicked.connect(self._open_disputes)
        self._disputes: tuple[str, ...] = ()
        self.walk_all.clicked.connect(lambda: self.set_walk((), ""))
        self.repeat.clicked.connect(self._repeat)
        self._lay_out()
        self._retranslate()

    def show_comparison(
        self, shown: Comparison, pairs: Sequence[tuple[str, str]], at: Difference | None = None
    ) -> None:
        """Show an article, at one of its differences, else at the first that is open."""
        self.shown = shown
        self._walk = ()
        self.title.setText(shown.article.title)
        self.pairs.clear()
        for a, b in pairs:
            self.pairs.addItem(f"{i18n.isolate(a)} – {i18n.isolate(b)}", (a, b))
        self.pairs.setCurrentIndex(max(self.pairs.findData(shown.pair), 0))
        self.pairs.setVisible(len(pairs) > 1)
        self.canvas.show_comparison(shown.article, shown.layers, shown.gold, shown.schema)
        self.model.show_rows(iter(shown.differences), shown.schema)
        while self.model.canFetchMore(QModelIndex()):
            self.model.fetchMore(QModelIndex())
        self.show_disputes(shown.disputes)
        self._show_open()
        numbers = list(shown.layers)
        self.bar.colour_people(
            (
                1 + numbers.index(shown.pair[0]) if shown.pair[0] in numbers else 0,
                1 + numbers.index(shown.pair[1]) if shown.pair[1] in numbers else 0,
            )
        )
        number = next((n for n, one in enumerate(shown.differences) if one == at), None)
        if number is None:
            number = self._next_open(-1)
        self.go_to(0 if number is None and shown.differences else number)

    def update_decisions(
        self, gold: Layer, outcomes: tuple[str, ...], states: tuple[str, ...]
    ) -> None:
        """Show what is decided now; everything else stays where it is."""
        if self.shown is None:
            return
        self.shown = replace(self.shown, gold=gold, outcomes=outcomes, states=states)
        self.canvas.show_gold(gold)
        self._show_open()
        self.model.refresh()
        self._show_current()

    def set_walk(self, numbers: Sequence[int], heading: str) -> None:
        """Let J and K go through some of the differences only; none means all of them."""
        self._walk = tuple(numbers)
        self.walking.setText(self.tr("J and K walk: %1").replace("%1", heading))
        self.walking.setVisible(bool(heading))
        self.walk_all.setVisible(bool(heading))

    def show_disputes(self, lines: tuple[str, ...]) -> None:
        """Offer the list of what annotators differ in besides spans and labels."""
        self._disputes = lines
        self.disputes.setVisible(bool(lines))
        self.disputes.setText(self.tr("%n disputed value(s)…", "", len(lines)))

    # -- walking

    def go_to(self, number: int | None) -> None:
        self.current = number
        self.canvas.go_to_difference(number)
        if number is not None and self.list.currentIndex().row() != number:
            self.list.go_to_row(number)
            self.list.scrollTo(self.model.index(number, columns.KIND))
        self._show_current()

    def step(self, direction: int) -> None:
        """Go to the next or previous difference; at the end of an article, to the article beside it."""
        if self.shown is None:
            return
        numbers = self._walk or range(len(self.shown.differences))
        here = self.current if self.current is not None else -1
        ahead = [n for n in numbers if (n > here if direction > 0 else n < here)]
        if ahead:
            self.go_to(ahead[0] if direction > 0 else ahead[-1])
        else:
            self.article_stepped.emit(direction)

    def choose(self, choice: str) -> None:
        """Decide the current difference and go to the next one that is open."""
        if self.shown is None or self.current is None:
            return
        one = self.shown.differences[self.current]
        button = self.bar.buttons[choice]
        if not button.isEnabled():
            return
        here = self.current
        self.decided.emit(one, choice, self.bar.take_reason())
        if choice not in ("reopen",) and self.shown.outcomes[here]:
            following = self._next_open(here)
            if following is not None:
                self.go_to(following)

    def focus(self) -> None:
        self.list.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    # -- inside

    def _outcome(self, one: Difference) -> str:
        if self.shown is None:
            return ""
        number = next((n for n, other in enumerate(self.shown.differences) if other is one), None)
        return self.shown.outcomes[number] if number is not None else ""

    def _next_open(self, after: int) -> int | None:
        if self.shown is None:
            return None
        count = len(self.shown.outcomes)
        order = [*range(after + 1, count), *range(max(after, 0))]
        if self._walk:
            order = [n for n in order if n in self._walk]
        return next((n for n in order if not self.shown.outcomes[n]), None)

    def _show_open(self) -> None:
        if self.shown is None:
            return
        still = frozenset(n for n, outcome in enumerate(self.shown.outcomes) if not outcome)
        self.canvas.show_differences(self.shown.differences, still)
        decided = len(self.shown.outcomes) - len(still)
        words = (
            self.tr("%1 of %2 differences decided")
            .replace("%1", numbers.count(decided))
            .replace("%2", numbers.count(len(self.shown.outcomes)))
        )
        if not self.shown.differences:
            words = self.tr("These two agree on everything here.")
        elif not still:
            words = self.tr("Every difference is decided.")
        self.tally.setText(f"{words} {self.shown.may_decide}".strip())

    def _show_current(self) -> None:
        shown, number = self.shown, self.current
        if shown is None or number is None or number >= len(shown.differences):
            self.bar.show_difference(None, "", None, "")
            self.repeat.setEnabled(False)
            return
        state = shown.states[number]
        self.bar.show_difference(shown.differences[number], shown.article.text, shown.schema, state)
        if shown.may_decide:
            for button in self.bar.buttons.values():
                button.setEnabled(False)
        self.bar.buttons["reopen"].setEnabled(bool(shown.outcomes[number]) and not shown.may_decide)
        self.repeat.setEnabled(shown.outcomes[number] in ("a", "b", "both", "none"))

    def _follow_list(self, index: QModelIndex) -> None:
        if index.isValid() and index.row() != self.current:
            self.go_to(index.row())

    def _take_key(self, event: QKeyEvent) -> None:
        key = physical_key(event)
        if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            return
        if key in STEPS:
            self.step(STEPS[key])
        elif key in CHOICES:
            self.choose(CHOICES[key])
        elif key == "R":
            self.bar.reason.setFocus(Qt.FocusReason.ShortcutFocusReason)
        elif key == "S" and self.repeat.isEnabled():
            self._repeat()
        else:
            return
        event.accept()

    def _repeat(self) -> None:
        if self.shown is not None and self.current is not None:
            self.repeat_meant.emit(self.shown.differences[self.current])

    def _open_disputes(self) -> None:
        from ui.dialogs.report_dialog import ReportDialog

        summary = self.tr(
            "The value that most annotators gave is in gold, none where as many gave another; links as the rule merges them."
        )
        ReportDialog(self.tr("Disputed values"), summary, lines=self._disputes, parent=self).exec()

    def _back_to_list(self) -> None:
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.addWidget(self.title, 1)
        for widget in (self.pairs, self.previous_article, self.next_article):
            head.addWidget(widget)
        side = QWidget()
        column = QVBoxLayout(side)
        column.setContentsMargins(0, 0, 0, 0)
        self.list.setMinimumHeight(48)  # less than Qt's, so that the page fits a window of 540
        column.addWidget(self.list, 1)
        column.addWidget(self.bar)
        column.addWidget(self.repeat)
        split = QSplitter(Qt.Orientation.Horizontal)
        split.addWidget(self.canvas)
        split.addWidget(side)
        split.setStretchFactor(0, 3)
        split.setStretchFactor(1, 2)
        split.setSizes([500, 480])
        split.setChildrenCollapsible(False)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(16, 12, 16, 12)
        outer.addLayout(head)
        line = QHBoxLayout()
        line.addWidget(self.tally, 1)
        line.addWidget(self.disputes)
        line.addWidget(self.walking)
        line.addWidget(self.walk_all)
        outer.addLayout(line)
        outer.addWidget(split, 1)

    def _retranslate(self) -> None:
        self.previous_article.setText(self.tr("Previous article"))
        self.next_article.setText(self.tr("Next article"))
        self.walk_all.setText(self.tr("Walk all"))
        self.pairs.setAccessibleName(self.tr("Whom to compare"))
        self.list.setAccessibleName(self.tr("Differences"))
        self.repeat.setText(self.tr("The &same words elsewhere…") + "  [S]")
