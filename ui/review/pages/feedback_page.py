"""What one annotator is told: what was decided otherwise, how near gold they come, since when, and guideline decisions."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QModelIndex, Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QStackedWidget,
    QTabBar,
    QVBoxLayout,
    QWidget,
)

from annotator.model import Schema
from ui import i18n
from ui.review.charts.chart_page import ChartPage
from ui.review.charts.time_chart import TimeChart
from ui.review.feedback import tabulate
from ui.review.feedback.corrections_model import FeedbackLine, FeedbackModel
from ui.review.feedback.numbers_view import NumbersView
from ui.review.feedback.rulings_model import RulingsModel
from ui.review.pages.difference_list import DifferenceList
from ui.style.wrapping import wrap

if TYPE_CHECKING:
    from annotator.feedback.values import Feedback

WIDTHS = (150, 210, 180, 180, 90)
RULING_WIDTHS = (240, 90, 90, 200, 190)

PARTS = ("corrections", "numbers", "time", "rulings")


class FeedbackPage(QWidget):
    """What gold has otherwise than one annotator, with the numbers behind it; Enter shows an article."""

    article_chosen = Signal(str)
    annotator_chosen = Signal(str)
    save_meant = Signal()
    removal_meant = Signal(object)  # GuidelineDecision

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.heading, self.hint, self._whose = QLabel(), QLabel(), QLabel()
        self.heading.setProperty("role", "heading")
        self.hint.setProperty("role", "hint")
        wrap(self.hint)
        self.annotators, self.save = QComboBox(), QPushButton()
        self._whose.setBuddy(self.annotators)
        self.tabs, self.stack = QTabBar(), QStackedWidget()
        self.tabs.setDrawBase(False)
        self.list, self.model = DifferenceList(), FeedbackModel(self)
        self.context = QLabel()
        self.numbers = NumbersView()
        self.time = ChartPage(TimeChart())
        self.rulings, self.rulings_model = DifferenceList(), RulingsModel(self)
        self.no_rulings, self.remove = QLabel(), QPushButton()
        self._told: Feedback | None = None
        self._may_remove = False
        self._place()
        self._connect()
        self._retranslate()

    def show_annotators(self, names: Sequence[str], chosen: str) -> None:
        self.annotators.clear()
        self.annotators.addItems(list(names))
        self.annotators.setCurrentIndex(max(self.annotators.findText(chosen), 0))

    def show_feedback(
        self, told: "Feedback", lines: Sequence[FeedbackLine], schema: Schema, *, may_remove: bool
    ) -> None:
        """Show what an annotator is told; ``lines`` are its corrections in words."""
        self._told, self._may_remove = told, may_remove
        self.model.show_lines(lines)
        self.numbers.show_numbers(told, schema)
        self.time.show_table(tabulate.over_weeks(told))
        self.rulings_model.show_rulings(told.rulings)
        for listed, model in ((self.list, self.model), (self.rulings, self.rulings_model)):
            if model.rowCount():
                listed.go_to_row(0)
        self._say()

    @property
    def told(self) -> "Feedback | None":
        """What is shown; None before anything is."""
        return self._told

    @property
    def part(self) -> str:
        return PARTS[self.tabs.currentIndex()]

    def focus(self) -> None:
        widget = {"corrections": self.list, "rulings": self.rulings}.get(self.part)
        if widget is not None:
            widget.setFocus(Qt.FocusReason.ShortcutFocusReason)
        elif self.part == "numbers":
            self.numbers.focus()
        else:
            self.time.focus()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    # -- inside

    def _place(self) -> None:
        top = QHBoxLayout()
        for widget in (self._whose, self.annotators):
            top.addWidget(widget)
        top.addStretch()
        top.addWidget(self.save)
        for _ in PARTS:
            self.tabs.addTab("")
        for part in (self._corrections(), self._scrolled(), self.time, self._rulings()):
            self.stack.addWidget(part)
        self.time.heading.hide()
        outer = QVBoxLayout(self)
        outer.setContentsMargins(16, 12, 16, 12)
        outer.setSpacing(8)
        outer.addWidget(self.heading)
        outer.addLayout(top)
        outer.addWidget(self.hint)
        outer.addWidget(self.tabs)
        outer.addWidget(self.stack, 1)

    def _corrections(self) -> QWidget:
        self.list.setModel(self.model)
        for column, width in enumerate(WIDTHS):
            self.list.setColumnWidth(column, width)
        self.context.setTextFormat(Qt.TextFormat.RichText)
        self.context.setFrameShape(QFrame.Shape.StyledPanel)
        self.context.setMargin(8)
        wrap(self.context)
        return _column(self.list, self.context)

    def _scrolled(self) -> QWidget:
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(self.numbers)
        return scroll

    def _rulings(self) -> QWidget:
        self.rulings.setModel(self.rulings_model)
        for column, width in enumerate(RULING_WIDTHS):
            self.rulings.setColumnWidth(column, width)
        self.no_rulings.setProperty("role", "hint")
        wrap(self.no_rulings)
        row = QHBoxLayout()
        row.addWidget(self.remove)
        row.addStretch()
        holder = QWidget()
        holder.setLayout(row)
        row.setContentsMargins(0, 0, 0, 0)
        return _column(self.no_rulings, self.rulings, holder)

    def _connect(self) -> None:
        self.annotators.activated.connect(
            lambda _row: self.annotator_chosen.emit(self.annotators.currentText())
        )
        self.save.clicked.connect(self.save_meant)
        self.tabs.currentChanged.connect(self.stack.setCurrentIndex)
        self.list.entered_on.connect(self._choose)
        self.list.doubleClicked.connect(self._choose)
        self.list.selectionModel().currentChanged.connect(lambda *_: self._show_context())
        self.model.modelReset.connect(self._show_context)
        self.remove.clicked.connect(self._remove)

    def _choose(self, index: QModelIndex) -> None:
        if index.isValid():
            self.article_chosen.emit(self.model.row_at(index).article_id)

    def _remove(self) -> None:
        index = self.rulings.currentIndex()
        if index.isValid():
            self.removal_meant.emit(self.rulings_model.row_at(index).ruling)

    def _show_context(self) -> None:
        index = self.list.currentIndex()
        self.context.setVisible(index.isValid())
        if index.isValid():
            line = self.model.row_at(index)
            you, decided = self.tr("You"), self.tr("Decided")
            self.context.setText(
                f"<p style='margin:0'><b>{you}:</b> {line.made_text}</p>"
                f"<p style='margin:0'><b>{decided}:</b> {line.decided_text}</p>"
            )

    def _say(self) -> None:
        told = self._told
        self.save.setEnabled(told is not None)
        rulings = self.rulings_model.rowCount()
        self.rulings.setVisible(bool(rulings))
        self.no_rulings.setVisible(not rulings)
        self.remove.setVisible(bool(rulings) and self._may_remove)
        self.hint.setText(self._hint(self.model.rowCount()))
        if told is None:
            return
        if told.accuracy is None:
            words = self.tr(
                "None of these articles has finished gold yet, so there is nothing to compare with."
            )
        else:
            words = self.tr("%Ln article(s) compared with gold.", "", told.accuracy.articles)
        self.hint.setText(f"{self._hint(self.model.rowCount())} {words}")

    def _hint(self, number: int) -> str:
        if not number:
            return self.tr("Nothing was decided otherwise so far.")
        return self.tr("%n annotation(s) were decided otherwise.", "", number)

    def _retranslate(self) -> None:
        self.heading.setText(self.tr("What was decided"))
        self._whose.setText(self.tr("&Annotations of"))
        self.save.setText(self.tr("&Save as…"))
        self.list.setAccessibleName(self.tr("What was decided"))
        titles = (
            self.tr("What was decided"),
            self.tr("Accuracy"),
            self.tr("Over time"),
            self.tr("Guideline decisions"),
        )
        for number, title in enumerate(titles):
            self.tabs.setTabText(number, title)
        self.tabs.setAccessibleName(self.tr("Parts of the feedback"))
        self.rulings.setAccessibleName(self.tr("Guideline decisions"))
        self.remove.setText(self.tr("&Remove the guideline decision"))
        self.no_rulings.setText(
            self.tr(
                "There is no guideline decision yet. Deciding many differences of one cause at once makes one."
            )
        )
        self.time.show_words(
            self.tr("Over time"),
            self.tr(
                "F1 against gold by the week in which the articles were finished. A dashed line is a guideline decision."
            ),
        )
        self._show_context()
        self._say()


def sides(lead: str, words: str, tail: str, label: str) -> str:
    """Return an annotation in its line as rich text."""
    from html import escape

    text = f"{escape(lead)}<u><b>{escape(words)}</b></u>{escape(tail)}"
    return f"{i18n.isolate(text)} ({i18n.isolate(escape(label))})"


def _column(*widgets: QWidget) -> QWidget:
    holder = QWidget()
    column = QVBoxLayout(holder)
    column.setContentsMargins(0, 8, 0, 0)
    column.setSpacing(8)
    for number, widget in enumerate(widgets):
        column.addWidget(widget, 0 if number else 1)
    return holder
