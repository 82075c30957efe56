"""The parts of the page on which an article is compared and decided, and where they stand."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from ui.review.deciding.choices_panel import ChoicesPanel
from ui.review.deciding.cluster_view import ClusterView
from ui.review.rows.row_filter_bar import RowFilterBar
from ui.review.rows.rows_model import RowsModel
from ui.review.rows.rows_table import RowsTable
from ui.style.wrapping import wrap
from ui.widgets.elided_label import ElidedLabel
from ui.widgets.empty_page import EmptyPage


class CompareParts(QWidget):
    """The article at the leading side; its rows, and under them the one that is being decided, at the trailing one."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title, self.tally = ElidedLabel(), QLabel()
        self.title.setProperty("role", "heading")
        self.tally.setProperty("role", "hint")
        wrap(self.tally)
        self.previous_article, self.next_article = QPushButton(), QPushButton()
        self.rules, self.many, self.pages = QPushButton(), QPushButton(), QPushButton()
        self.pages.hide()
        self.filters = RowFilterBar()
        self.view = ClusterView()
        self.model = RowsModel(self)
        self.list = RowsTable(self.model)
        self.panel = ChoicesPanel()
        self.empty = EmptyPage()
        self._lay_out()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    # -- inside

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.addWidget(self.pages)
        head.addWidget(self.title, 1)
        for widget in (self.many, self.rules, self.previous_article, self.next_article):
            head.addWidget(widget)
        self.list.setMinimumHeight(90)
        side = self.rows_split = QSplitter(Qt.Orientation.Vertical)
        side.addWidget(self.list)
        side.addWidget(self.panel)
        side.setStretchFactor(0, 3)
        side.setStretchFactor(1, 2)
        side.setSizes([320, 260])
        side.setChildrenCollapsible(False)
        right = QWidget()
        column = QVBoxLayout(right)
        column.setContentsMargins(4, 0, 4, 0)
        column.addWidget(self.filters)
        column.addWidget(side, 1)
        self.split = QSplitter(Qt.Orientation.Horizontal)
        self.split.addWidget(self.view)
        self.split.addWidget(right)
        self.split.setStretchFactor(0, 3)
        self.split.setStretchFactor(1, 2)
        self.split.setSizes([560, 500])
        self.split.setChildrenCollapsible(False)
        self.whole = QWidget()
        inside = QVBoxLayout(self.whole)
        inside.setContentsMargins(12, 8, 12, 8)
        inside.setSpacing(4)
        inside.addLayout(head)
        inside.addWidget(self.tally)
        inside.addWidget(self.split, 1)
        self.stack = QStackedWidget()
        self.stack.addWidget(self.empty)
        self.stack.addWidget(self.whole)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self.stack)

    def _retranslate(self) -> None:
        self.previous_article.setText(self.tr("Previous article"))
        self.next_article.setText(self.tr("Next article"))
        self.rules.setText(self.tr("Merge by rule…"))
        self.pages.setText(self.tr("Pages"))
        self.many.setText(self.tr("Decide all shown…"))
        self.list.setAccessibleName(self.tr("Rows to decide"))
        self.empty.say(
            self.tr(
                "Nothing waits to be decided here. Choose an article from the list of articles, or a line from a list of differences."
            ),
            self.tr("Look for open rows"),
        )
