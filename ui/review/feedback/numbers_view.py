"""The numbers of one annotator against gold: four figures, a table by label and one by cause."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QHBoxLayout, QHeaderView, QLabel, QVBoxLayout, QWidget

from annotator.model import Schema
from ui.review import words
from ui.review.charts.chart_table import ChartTable
from ui.review.charts.table import Table
from ui.review.feedback import tabulate
from ui.style.wrapping import wrap
from ui.widgets import numbers

if TYPE_CHECKING:
    from annotator.feedback.values import Feedback

FIGURES = ("exact", "precision", "recall", "relaxed", "pace")
SIDE, ROW = 160, 26
"""Logical pixels: the least width of the names of rows, and the height of one."""


class NumbersView(QWidget):
    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.figures = {name: QLabel() for name in FIGURES}
        self.names = {name: QLabel() for name in FIGURES}
        self.label_heading, self.cause_heading, self.cause_hint = QLabel(), QLabel(), QLabel()
        self.labels, self.causes = ChartTable(wraps=True), ChartTable(wraps=True)
        self._told: Feedback | None = None
        self._place()
        self._retranslate()

    def show_numbers(self, told: "Feedback", schema: Schema) -> None:
        self._told = told
        accuracy = told.accuracy
        self._show_figures()
        self.labels.show_table(tabulate.by_label(accuracy, schema) if accuracy else Table())
        self.causes.show_table(tabulate.by_cause(accuracy, schema) if accuracy else Table())
        for table in (self.labels, self.causes):
            rows = table.numbers.rowCount()
            head = table.horizontalHeader().height()
            table.setFixedHeight(head + rows * ROW + 2 * table.frameWidth() + 2)
        for widget in (self.cause_heading, self.cause_hint, self.causes):
            widget.setVisible(accuracy is not None and bool(accuracy.costs))

    def focus(self) -> None:
        self.labels.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    # -- inside

    def _place(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(28)
        for name in FIGURES:
            column = QVBoxLayout()
            column.setSpacing(0)
            self.figures[name].setProperty("role", "heading")
            self.names[name].setProperty("role", "hint")
            column.addWidget(self.figures[name])
            column.addWidget(self.names[name])
            row.addLayout(column)
        row.addStretch()
        self.cause_hint.setProperty("role", "hint")
        wrap(self.cause_hint)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 8, 0, 0)
        outer.setSpacing(8)
        outer.addLayout(row)
        for heading in (self.label_heading, self.cause_heading):
            heading.setProperty("role", "caption")
        for widget in (self.label_heading, self.labels, self.cause_heading, self.cause_hint):
            outer.addWidget(widget)
        outer.addWidget(self.causes)
        outer.addStretch()
        for table in (self.labels, self.causes):
            side = table.verticalHeader()
            side.setMinimumWidth(SIDE)
            side.setDefaultSectionSize(ROW)
            side.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
            side.setDefaultAlignment(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter)
            table.horizontalHeader().setHighlightSections(False)
            table.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def _show_figures(self) -> None:
        told = self._told
        scored = told.accuracy.scores.total if told and told.accuracy else None
        values = {
            "exact": scored.exact.f1 if scored else None,
            "precision": scored.exact.precision if scored else None,
            "recall": scored.exact.recall if scored else None,
            "relaxed": scored.relaxed.f1 if scored else None,
        }
        for name, value in values.items():
            self.figures[name].setText(numbers.score(value))
        per_hour = told.pace.per_hour if told and told.pace else None
        self.figures["pace"].setText(
            numbers.UNDEFINED if per_hour is None else numbers.count(round(per_hour))
        )

    def _retranslate(self) -> None:
        names = {
            "exact": words.exact(),
            "precision": self.tr("Precision"),
            "recall": self.tr("Recall"),
            "relaxed": words.relaxed(),
            "pace": self.tr("Annotations an hour"),
        }
        tips = {
            "exact": self.tr("Same edges and same label as gold."),
            "precision": self.tr("Of what was made, the share that gold has so."),
            "recall": self.tr("Of gold, the share that was made so."),
            "relaxed": self.tr("Same label and an overlap."),
            "pace": self.tr(
                "Of active time, from the journal; pauses over five minutes count nothing."
            ),
        }
        for name, said in names.items():
            self.names[name].setText(said)
            for label in (self.names[name], self.figures[name]):
                label.setToolTip(tips[name])
            self.figures[name].setAccessibleName(said)
        self.label_heading.setText(self.tr("By label"))
        self.cause_heading.setText(self.tr("By cause, the dearest first"))
        self.cause_hint.setText(self.tr("The scores are what they would be without this cause."))
        self.labels.setAccessibleName(self.tr("By label"))
        self.causes.setAccessibleName(self.tr("By cause, the dearest first"))
        self._show_figures()
