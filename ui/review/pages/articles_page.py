from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QModelIndex, Qt, Signal
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QHeaderView, QLabel, QVBoxLayout, QWidget

from annotator.model import Status
from ui.review.pages.difference_list import DifferenceList
from ui.style import theme
from ui.style.wrapping import wrap
from ui.widgets import numbers
from ui.widgets.row_models import Index, RowTable

TITLE, EXACT, RELAXED, DIFFERENCES, SPANS, GOLD_STATE = range(6)
LEAST = 90
"""Logical pixels of a column of figures whose heading is short."""
"""Logical pixels of a column of numbers."""


@dataclass(frozen=True, slots=True)
class ArticleLine:
    """One article: ``noisy`` scores say little, for want of annotations."""

    article_id: str
    title: str
    exact: float | None
    relaxed: float | None
    differences: int
    spans: int
    noisy: bool


class ScoresModel(RowTable[ArticleLine]):
    columns = GOLD_STATE + 1

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._view = parent
        self._gold: Mapping[str, Status] = {}

    def show_lines(self, lines: Sequence[ArticleLine]) -> None:
        self._replace_rows(lines)

    def show_gold(self, states: Mapping[str, Status]) -> None:
        """Say how far the gold of each article is."""
        self._gold = dict(states)
        self._tell_changed(GOLD_STATE)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        line = self.row_at(index)
        if role == Qt.ItemDataRole.DisplayRole:
            return (
                line.title,
                numbers.score(line.exact),
                numbers.score(line.relaxed),
                numbers.count(line.differences),
                numbers.count(line.spans),
                self._gold_words(line.article_id),
            )[index.column()]
        if (
            role == Qt.ItemDataRole.ForegroundRole
            and line.noisy
            and index.column() in (EXACT, RELAXED)
        ):
            return theme.tone("ink_quiet", self._view.palette()) if self._view else None
        if role == Qt.ItemDataRole.ToolTipRole and line.noisy:
            return self.tr("Fewer than 10 annotations each: the score of one article says little.")
        if role == Qt.ItemDataRole.TextAlignmentRole and index.column() not in (TITLE, GOLD_STATE):
            return Qt.AlignmentFlag.AlignCenter
        return None

    def _gold_words(self, article_id: str) -> str:
        names = {Status.DONE: self.tr("done"), Status.IN_PROGRESS: self.tr("begun")}
        return names.get(self._gold.get(article_id, Status.NEW), "")

    def titles(self) -> tuple[str, ...]:
        return (
            self.tr("Article"),
            self.tr("Exact F1"),
            self.tr("Relaxed F1"),
            self.tr("Differences"),
            self.tr("Annotations"),
            self.tr("Gold"),
        )


class ArticlesPage(QWidget):
    """The articles, those on which annotators agree least first; Enter compares one."""

    article_chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.heading, self.hint = QLabel(), QLabel()
        self.heading.setProperty("role", "heading")
        self.hint.setProperty("role", "hint")
        wrap(self.hint)
        self.list = DifferenceList()
        self.model = ScoresModel(self)
        self.list.setModel(self.model)
        header = self.list.horizontalHeader()
        header.setStretchLastSection(False)
        header.setSectionResizeMode(TITLE, QHeaderView.ResizeMode.Stretch)
        header.setMinimumSectionSize(LEAST)
        # By what is in view: Qt would measure 1,000 rows for one that changed.
        header.setResizeContentsPrecision(0)
        self.list.entered_on.connect(self._choose)
        self.list.doubleClicked.connect(self._choose)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(16, 12, 16, 12)
        outer.setSpacing(8)
        for widget in (self.heading, self.hint):
            outer.addWidget(widget)
        outer.addWidget(self.list, 1)
        self._retranslate()

    def show_lines(self, lines: Sequence[ArticleLine]) -> None:
        row = max(self.list.currentIndex().row(), 0)
        self.model.show_lines(lines)
        if lines:
            self.list.go_to_row(min(row, len(lines) - 1))

    def show_gold(self, states: Mapping[str, Status]) -> None:
        self.model.show_gold(states)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._size_columns(QHeaderView.ResizeMode.ResizeToContents)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        # Of a list that is not shown Qt measures every row, whatever the precision: the first decision on an article
        # waited a fifth of a second for that.
        self._size_columns(QHeaderView.ResizeMode.Interactive)

    def focus(self) -> None:
        self.list.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def _size_columns(self, mode: QHeaderView.ResizeMode) -> None:
        header = self.list.horizontalHeader()
        for column in range(EXACT, GOLD_STATE + 1):
            header.setSectionResizeMode(column, mode)

    def _choose(self, index: QModelIndex) -> None:
        if index.isValid():
            self.article_chosen.emit(self.model.row_at(index).article_id)

    def _retranslate(self) -> None:
        self.heading.setText(self.tr("Articles, worst first"))
        self.hint.setText(self.tr("Enter compares the annotators on an article."))
        self.list.setAccessibleName(self.tr("Articles, worst first"))
