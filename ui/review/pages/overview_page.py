from collections.abc import Callable

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from annotator.model import DEFAULT_SCHEMA, Schema
from annotator.project import ReviewSettings
from annotator.review.overview.shown import AgreementShown, WorkShown
from annotator.review.overview.tasks import Act, Task
from annotator.review.query import DISAGREEING, Query
from ui.review.overview.cards import AgreementCard, LabelsCard, NextCard, WorkCard, grid
from ui.review.overview.open_card import OpenCard
from ui.review.overview.sentences import Sentences, filled
from ui.widgets import numbers
from ui.widgets.elided_label import ElidedLabel

WEAK = "weak"
"""The name of the link to the labels that fall short; other links bear the name of their act."""


class OverviewPage(QWidget):
    """Where the project stands: agreement, labels, work, gold, and as one button what to do next.

    Enter does what is next wherever the keyboard is but in a chart, a list or a button of its own.
    """

    opened = Signal(object)  # Query
    merge_requested = Signal()
    settings_changed = Signal(object)  # ReviewSettings
    decide_meant = Signal(str)  # article id
    export_meant = Signal()
    refresh_meant = Signal()
    stop_meant = Signal()
    page_meant = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._say = Sentences(self)
        self.basis = ElidedLabel(Qt.TextElideMode.ElideRight)
        self.basis.setProperty("role", "hint")
        self.all_differences, self.merge, self.settings = (QPushButton() for _ in range(3))
        self.exact, self.next = AgreementCard(self._say), NextCard()
        self.by_label, self.work = LabelsCard(self._say), WorkCard(self._say)
        self.articles = OpenCard(self._say)
        self._place()
        self.all_differences.clicked.connect(lambda: self.opened.emit(Query(kinds=DISAGREEING)))
        self.merge.clicked.connect(self.merge_requested)
        self.settings.clicked.connect(self._ask_settings)
        self.next.meant.connect(self._do_next)
        self.next.followed.connect(self._follow)
        for card in (self.by_label, self.work):
            card.opened.connect(self.opened)
        self.work.gold_opened.connect(lambda: self.page_meant.emit("articles"))
        self.work.stop_meant.connect(self.stop_meant)
        self.articles.chosen.connect(self.decide_meant)
        self._agreement, self._work = AgreementShown(), WorkShown()
        self._settings, self._schema = ReviewSettings(), DEFAULT_SCHEMA
        self._title: Callable[[str], str] = lambda key: key
        self._count: tuple[int, int] | None = None
        self._was_stopped = False
        self._fill()

    # -- what is shown

    def show_agreement(self, shown: AgreementShown) -> None:
        self._agreement = shown
        self._fill()

    def show_work(self, shown: WorkShown, title: Callable[[str], str]) -> None:
        """Show how far work and gold are; ``title`` gives an article's by its id."""
        self._work, self._title, self._count = shown, title, None
        self._was_stopped = False
        self._fill()

    def show_counting(self, done: int, total: int) -> None:
        """Say how far gold has been counted while it is."""
        self._count, self._was_stopped = (done, total), False
        self._fill_counting()

    def show_stopped(self) -> None:
        """Say that gold was not counted to its end."""
        self._count, self._was_stopped = None, True
        self._fill()

    def show_settings(self, settings: ReviewSettings, schema: Schema, *, writable: bool) -> None:
        """Take what the project's lead wants, and whether it can be changed."""
        self._settings, self._schema = settings, schema
        for button in (self.settings, self.merge):
            button.setEnabled(writable)
        self._fill()

    def focus(self) -> None:
        self.next.button.setFocus(Qt.FocusReason.ShortcutFocusReason)

    # -- Qt

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.next.button.click()
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._fill()

    # -- inside

    def _place(self) -> None:
        inner = QWidget()
        outer = QVBoxLayout(inner)
        outer.setContentsMargins(14, 6, 14, 8)
        outer.setSpacing(8)
        head = QHBoxLayout()
        head.addWidget(self.basis, 1)
        for button in (self.all_differences, self.merge, self.settings):
            head.addWidget(button)
        outer.addLayout(head)
        cards = grid()
        for number, card in enumerate((self.exact, self.next, self.by_label, self.work)):
            cards.addWidget(card, number // 2, number % 2)
        cards.addWidget(self.articles, 2, 0, 1, 2)
        cards.setRowStretch(2, 1)
        outer.addLayout(cards, 1)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(inner)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(scroll)

    def _fill(self) -> None:
        shown, work = self._agreement, self._work.work
        self.all_differences.setText(self.tr("All &differences"))
        self.merge.setText(self.tr("&Merge into gold"))
        self.settings.setText(self.tr("Se&ttings…"))
        self.all_differences.setEnabled(shown.result is not None)
        self.basis.show_words(self._say.basis(shown, work))
        self.exact.show_agreement(shown, work, self._schema)
        self.by_label.show_agreement(shown, self._schema)
        self.by_label.setVisible(bool(shown.labels))
        self._fill_work()
        self._fill_next()
        self._fill_counting()

    def _fill_work(self) -> None:
        gold, result = self._work.gold, self._agreement.result
        self.work.title.setText(self.tr("Progress"))
        self.work.chart.setAccessibleName(self.work.title.text())
        compared = result.annotators if result else ()
        self.work.chart.show_work(self._work.work.people, gold, compared)
        for label, said in (
            (self.work.settled, self._say.settled(gold) if gold and gold.finished else ""),
            (self.work.open, self._say.open_gold(gold) if gold else ""),
        ):
            label.setText(said)
            label.setVisible(bool(said))
        self.articles.title.setText(self.tr("Articles with open differences"))
        self.articles.list.setAccessibleName(self.articles.title.text())
        empty = self._say.open_gold(gold) if gold else self.tr("Counting what is open…")
        self.articles.show_articles(self._work.opened, self._title, empty)

    def _fill_next(self) -> None:
        self.next.title.setText(self.tr("Next"))
        button, tasks = self.next.button, self._work.tasks
        button.setDefault(not self._is_counting)  # not disabled: it keeps the keyboard meanwhile
        first = self._first
        if self._is_counting:
            button.setText(self.tr("Counting what is open…"))
            self.next.where.show_words("")
        else:
            button.setText(self._say.act(first))
            if tasks:
                where = self._say.where(first, self._title(first.article_id))
            elif self._was_stopped:
                where = self.tr("What is open has not been counted.")
            elif not self._work.work.decidable:
                where = self.tr("Gold can be decided once two annotators have finished an article.")
            else:
                where = self.tr("Nothing is open.")
            self.next.where.show_words(where)
        later = [
            (str(task.act), self._say.later(task, self._title(task.article_id)))
            for task in tasks[1:]
        ]
        weak = len(self._agreement.judgement.weak)
        if weak:
            later.append((WEAK, self._say.weak_labels(weak)))
        self.next.then.show_links(*later, before=self.tr("then:"))

    def _fill_counting(self) -> None:
        self.work.stop.setText(self.tr("Stop"))
        said = ""
        if self._count is not None:
            done, total = map(numbers.count, self._count)
            said = filled(self.tr("Counting gold: %1 of %2 articles"), done, total)
        elif self._was_stopped:
            said = self.tr("Stopped. F5 counts again.")
        self.work.show_counting(said, is_running=self._count is not None)

    @property
    def _is_counting(self) -> bool:
        return self._work.gold is None and not self._was_stopped

    @property
    def _first(self) -> Task:
        return self._work.tasks[0] if self._work.tasks else Task(Act.WAIT)

    def _do_next(self) -> None:
        if not self._is_counting:
            self._do(self._first)

    def _follow(self, name: str) -> None:
        if name == WEAK:
            self.page_meant.emit("labels")
            return
        for task in self._work.tasks:
            if task.act == name:
                self._do(task)

    def _do(self, task: Task) -> None:
        match task.act:
            case Act.MERGE:
                self.merge_requested.emit()
            case Act.DECIDE:
                self.decide_meant.emit(task.article_id)
            case Act.WAIT:
                self.refresh_meant.emit()
            case Act.EXPORT:
                self.export_meant.emit()

    def _ask_settings(self) -> None:
        from ui.review.overview.settings_dialog import ReviewSettingsDialog

        dialog = ReviewSettingsDialog(
            self._settings, self._schema, self._agreement.result, self.window()
        )
        if dialog.exec():
            chosen = dialog.choice()
            if chosen != self._settings:
                self.settings_changed.emit(chosen)
