"""Shows an annotator how long they worked, how many annotations they made and how fast, today, of late and by article."""

from collections.abc import Mapping
from datetime import date, datetime, timedelta

from PySide6.QtCore import QLocale, Qt
from PySide6.QtWidgets import (
    QDialogButtonBox,
    QGridLayout,
    QHeaderView,
    QLabel,
    QTreeWidget,
    QTreeWidgetItem,
    QWidget,
)

from annotator.pace import MOST_AT_ONCE, PAUSE, Figures, Pace
from ui.i18n import isolate
from ui.pace.days_chart import DaysChart
from ui.review.charts.table import Cell, Table
from ui.widgets import numbers
from ui.widgets.form import GAP, WIDE, FormDialog, quiet, text
from ui.widgets.options import Option, OptionBox

RECENT = (7, 30)
"""Days that the chart can show."""

_TALL = 170
_MINUTE = timedelta(minutes=1)


class PaceDialog(FormDialog):
    """``titles`` are those of the articles there are, by id; ``today`` is given by tests."""

    def __init__(
        self,
        pace: Pace,
        titles: Mapping[str, str],
        parent: QWidget | None = None,
        *,
        today: date | None = None,
    ) -> None:
        super().__init__(parent, "", width=WIDE)
        self._pace, self._titles = pace, titles
        self._today = today or datetime.now().astimezone().date()
        self.setWindowTitle(self.tr("Your pace"))
        self.add_heading(
            self.tr("Your pace"),
            self.tr(
                "Counted here and now from the times of your own edits. Hashiya sends it to nobody and keeps it nowhere; "
                "the journal it is counted from is part of the project folder."
            ),
        )
        if not pace.days:
            self.body.addWidget(
                text(self.tr("You have not edited anything in this project yet."), "plain")
            )
        self.figures = self._add_figures()
        self.days = OptionBox(
            [Option(number, self.tr("The last %Ln day(s)", "", number)) for number in RECENT]
        )
        self.add_field(self.tr("Active minutes a &day"), self.days)
        self.chart = DaysChart()
        self.chart.setAccessibleName(self.tr("Active minutes a day"))
        self.body.addWidget(self.chart)
        self.days.currentIndexChanged.connect(self._show_days)
        self._show_days()
        self.table = self._make_table()
        self.body.addWidget(self.table, 1)
        close = self.buttons.addButton(self.tr("Close"), QDialogButtonBox.ButtonRole.RejectRole)
        close.setDefault(True)

    def definition(self) -> str:
        """Say what the figures count."""
        minutes = self.tr("%Ln minute(s)", "", PAUSE // _MINUTE)
        return (
            self.tr(
                "Active: the time between edits that are no more than %1 apart (a time-out between events, after "
                "Catledge and Pitkow 1995). Longer gaps are pauses; what comes before the first edit after one is not counted."
            ).replace("%1", minutes)
            + "\n"
            + self.tr(
                "Annotations: those you first made that day and that were still there at its end. "
                "Imports, and edits that add more than %1 at once, do not count."
            ).replace("%1", numbers.count(MOST_AT_ONCE))
        )

    # -- inside

    def _add_figures(self) -> dict[str, tuple[QLabel, ...]]:
        """Show today and the last week, a line each; return the labels for whoever reads them."""
        grid = QGridLayout()
        grid.setHorizontalSpacing(3 * GAP)
        grid.setVerticalSpacing(GAP // 2)
        heads = ("", self.tr("Active"), self.tr("Annotations"), self.tr("An hour"))
        for column, head in enumerate(heads):
            grid.addWidget(self._explained(quiet(head)), 0, column)
        week = sum(self._pace.last(RECENT[0], self._today).values(), Figures())
        rows = {
            "today": (self.tr("Today"), self._pace.on(self._today)),
            "week": (self.tr("The last %Ln day(s)", "", RECENT[0]), week),
            "all": (self.tr("In this project"), self._pace.total),
        }
        shown: dict[str, tuple[QLabel, ...]] = {}
        for row, (key, (name, figures)) in enumerate(rows.items(), 1):
            labels = [text(name, "plain")]
            labels += [text(words, "plain") for words in self._words(figures)]
            for column, label in enumerate(labels):
                grid.addWidget(self._explained(label), row, column)
            shown[key] = tuple(labels)
        grid.setColumnStretch(len(heads), 1)
        self.body.addLayout(grid)
        return shown

    def _explained(self, label: QLabel) -> QLabel:
        label.setToolTip(self.definition())
        label.setWordWrap(False)
        return label

    def _words(self, figures: Figures) -> tuple[str, str, str]:
        rate = figures.per_hour
        return (
            self._duration(figures.active),
            numbers.count(figures.annotations),
            numbers.UNDEFINED if rate is None else numbers.count(round(rate)),
        )

    def _duration(self, active: timedelta) -> str:
        minutes = round(active / _MINUTE)
        hours, rest = divmod(minutes, 60)
        if not hours:
            return self.tr("%1 min", "minutes").replace("%1", QLocale().toString(rest))
        both = self.tr("%1 h %2 min", "hours and minutes")
        return both.replace("%1", QLocale().toString(hours)).replace("%2", QLocale().toString(rest))

    def _show_days(self) -> None:
        number = self.days.value()
        assert isinstance(number, int)
        shown = self._pace.last(number, self._today)
        highest = max((figures.active for figures in shown.values()), default=timedelta())
        cells = tuple(
            Cell(
                numbers.count(round(figures.active / _MINUTE)),
                figures.active / highest if highest else 0.0,
                tip=self._tip(figures),
            )
            for figures in shown.values()
        )
        names = tuple(numbers.short_day(day.isoformat()) for day in shown)
        self.chart.show_table(Table(("",), names, (cells,)))

    def _tip(self, figures: Figures) -> str:
        active, annotations, rate = self._words(figures)
        words = self.tr("Active: %1 · annotations: %2 · an hour: %3")
        return words.replace("%1", active).replace("%2", annotations).replace("%3", rate)

    def _make_table(self) -> QTreeWidget:
        table = QTreeWidget()
        table.setRootIsDecorated(False)
        table.setAlternatingRowColors(True)
        table.setUniformRowHeights(True)
        table.setMinimumHeight(_TALL)
        table.setAccessibleName(self.tr("Pace by article"))
        table.setToolTip(self.definition())
        table.setAccessibleDescription(self.definition())
        table.setHeaderLabels(
            [self.tr("Article"), self.tr("Active"), self.tr("Annotations"), self.tr("An hour")]
        )
        table.header().setStretchLastSection(False)
        table.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        found = self._pace.articles.items()
        for article, figures in sorted(found, key=lambda one: one[1].active, reverse=True):
            title = self._titles.get(article) or article
            item = QTreeWidgetItem([isolate(title), *self._words(figures)])
            item.setToolTip(0, title)
            for column in (1, 2, 3):
                item.setTextAlignment(
                    column, Qt.AlignmentFlag.AlignTrailing | Qt.AlignmentFlag.AlignVCenter
                )
            table.addTopLevelItem(item)
        for column in (1, 2, 3):
            table.header().setSectionResizeMode(column, QHeaderView.ResizeMode.ResizeToContents)
        return table
