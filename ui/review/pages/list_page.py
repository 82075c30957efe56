from collections.abc import Callable, Iterator

from PySide6.QtCore import QEvent, QModelIndex, Qt, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from annotator.model import Schema
from annotator.review.board import Difference
from annotator.review.query import KINDS
from ui.review import words
from ui.review.pages.difference_list import DifferenceList
from ui.review.pages.differences_model import (
    ARTICLE,
    DECIDED,
    FIRST,
    KIND,
    LABEL,
    SECOND,
    DifferencesModel,
)
from ui.widgets import numbers

CAUSES = ("clitic", "article", "punctuation", "title", "outer_word")
WIDTHS = {ARTICLE: 200, KIND: 210, LABEL: 90, FIRST: 190, SECOND: 190, DECIDED: 110}


class ListPage(QWidget):
    """The differences behind a number, narrowed by kind and cause; Enter opens one in its article."""

    difference_chosen = Signal(object)  # Difference
    narrowed = Signal(str, str)  # kind and cause, empty for any

    def __init__(
        self,
        text_of: Callable[[str], str],
        title_of: Callable[[str], str],
        outcome_of: Callable[[Difference], str],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.heading, self.count = QLabel(), QLabel()
        self.heading.setProperty("role", "heading")
        self.count.setProperty("role", "hint")
        self.kinds, self.causes = QComboBox(), QComboBox()
        self._kinds_name, self._causes_name = QLabel(), QLabel()
        self._kinds_name.setBuddy(self.kinds)
        self._causes_name.setBuddy(self.causes)
        self.list = DifferenceList()
        self.model = DifferencesModel(text_of, title_of, outcome_of, self)
        self.list.setModel(self.model)
        for column, width in WIDTHS.items():
            self.list.setColumnWidth(column, width)
        self.list.entered_on.connect(self._choose)
        self.list.doubleClicked.connect(self._choose)
        for model_signal in (self.model.modelReset, self.model.rowsInserted):
            model_signal.connect(self._tally)
        narrowing = QHBoxLayout()
        for widget in (self._kinds_name, self.kinds, self._causes_name, self.causes):
            narrowing.addWidget(widget)
        narrowing.addStretch()
        outer = QVBoxLayout(self)
        outer.setContentsMargins(16, 12, 16, 12)
        outer.setSpacing(8)
        outer.addWidget(self.heading)
        outer.addWidget(self.count)
        outer.addLayout(narrowing)
        outer.addWidget(self.list, 1)
        for kind in ("", *KINDS[1:]):
            self.kinds.addItem("", kind)
        for cause in ("", *CAUSES):
            self.causes.addItem("", cause)
        for box in (self.kinds, self.causes):
            box.activated.connect(self._narrow)
        self._retranslate()

    def show_rows(
        self,
        heading: str,
        rows: Iterator[Difference | None],
        schema: Schema,
        *,
        kind: str = "",
        cause: str = "",
    ) -> None:
        self.heading.setText(heading)
        self.kinds.setCurrentIndex(max(self.kinds.findData(kind), 0))
        self.causes.setCurrentIndex(max(self.causes.findData(cause), 0))
        self.model.show_rows(rows, schema)
        if self.model.rowCount():
            self.list.go_to_row(0)

    def focus(self) -> None:
        self.list.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def _choose(self, index: QModelIndex) -> None:
        if index.isValid():
            self.difference_chosen.emit(self.model.row_at(index))

    def _narrow(self) -> None:
        self.narrowed.emit(self.kinds.currentData(), self.causes.currentData())

    def _tally(self) -> None:
        shown = self.model.rowCount()
        number = numbers.count(shown)
        if self.model.canFetchMore(QModelIndex()):
            self.count.setText(self.tr("%1 and more; scroll for the rest").replace("%1", number))
        else:
            self.count.setText(self.tr("%n difference(s)", "", shown))

    def _retranslate(self) -> None:
        self._kinds_name.setText(self.tr("&Kind"))
        self._causes_name.setText(self.tr("Ca&use"))
        first, second = self.tr("the first"), self.tr("the second")
        for row in range(self.kinds.count()):
            kind = self.kinds.itemData(row)
            self.kinds.setItemText(
                row, words.kind(kind, first, second) if kind else self.tr("any kind")
            )
        for row in range(self.causes.count()):
            cause = self.causes.itemData(row)
            self.causes.setItemText(row, words.cause(cause) if cause else self.tr("any cause"))
        self.list.setAccessibleName(self.tr("Differences"))
        self._tally()
