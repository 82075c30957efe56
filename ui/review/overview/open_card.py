from collections.abc import Callable, Sequence

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtWidgets import QHeaderView, QLabel, QSizePolicy, QWidget

from annotator.review.overview.tasks import OpenArticle
from ui.review.overview.cards import Card
from ui.review.overview.sentences import Sentences
from ui.review.pages.difference_list import DifferenceList
from ui.style.wrapping import wrap
from ui.widgets import numbers
from ui.widgets.row_models import Index, RowTable

TITLE, EXACT, TO_DECIDE, KINDS, WAITING = range(5)
FEWEST_ROWS = 2
"""Rows that are always seen; the list scrolls beyond what there is room for."""


class OpenArticles(RowTable[OpenArticle]):
    columns = WAITING + 1

    def __init__(self, sentences: Sentences, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._say = sentences
        self._title: Callable[[str], str] = lambda key: key

    def show_articles(self, rows: Sequence[OpenArticle], title: Callable[[str], str]) -> None:
        self._title = title
        self._replace_rows(rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        one = self.row_at(index)
        if role == Qt.ItemDataRole.DisplayRole:
            return (
                self._title(one.article_id),
                numbers.score(one.exact),
                numbers.count(one.to_decide),
                self._say.open_kinds(one.tally),
                numbers.count(one.waiting),
            )[index.column()]
        if role == Qt.ItemDataRole.TextAlignmentRole and index.column() not in (TITLE, KINDS):
            return Qt.AlignmentFlag.AlignCenter
        return None

    def titles(self) -> tuple[str, ...]:
        return (
            self.tr("Article"),
            self.tr("Exact F1"),
            self.tr("Open"),
            self.tr("of which"),
            self.tr("Agreed"),
        )


class OpenCard(Card):
    """The articles of which something is open; Enter or a double click goes to one."""

    chosen = Signal(str)  # article id

    def __init__(self, sentences: Sentences, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.list = DifferenceList()
        self.model = OpenArticles(sentences, self)
        self.list.setModel(self.model)
        self.list.setFrameShape(DifferenceList.Shape.NoFrame)
        # Ignored: a page that scrolls asks for hints, and room for two rows is enough to fit a small laptop.
        self.list.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Ignored)
        header = self.list.horizontalHeader()
        header.setStretchLastSection(False)
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(TITLE, QHeaderView.ResizeMode.Stretch)
        self.list.entered_on.connect(self._choose)
        self.list.doubleClicked.connect(self._choose)
        self.empty = QLabel()
        self.empty.setProperty("role", "hint")
        wrap(self.empty)
        self.column.addWidget(self.list, 1)
        self.column.addWidget(self.empty)

    def show_articles(
        self, rows: Sequence[OpenArticle], title: Callable[[str], str], empty: str
    ) -> None:
        """Show them in the order given, or the words ``empty`` where there are none."""
        row = max(self.list.currentIndex().row(), 0)
        self.model.show_articles(rows, title)
        self.list.setVisible(bool(rows))
        self.empty.setText(empty)
        self.empty.setVisible(not rows)
        high = self.list.verticalHeader().defaultSectionSize()
        header = self.list.horizontalHeader().sizeHint().height()
        shown = min(len(rows), FEWEST_ROWS)
        self.list.setMinimumHeight(header + shown * high + 4 if rows else 0)
        if rows:
            self.list.go_to_row(min(row, len(rows) - 1))

    def _choose(self, index: QModelIndex) -> None:
        if index.isValid():
            self.chosen.emit(self.model.row_at(index).article_id)
