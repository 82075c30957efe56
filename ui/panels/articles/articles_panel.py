from collections.abc import Sequence

from PySide6.QtCore import QEvent, QModelIndex, QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QLabel,
    QSizePolicy,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from annotator.model import Status
from ui.panels.articles.articles_delegate import ArticlesDelegate
from ui.panels.articles.articles_model import ArticleRow, ArticlesModel
from ui.style import assets
from ui.widgets import numbers
from ui.widgets.empty_page import EmptyPage
from ui.widgets.filter_line import FilterLine
from ui.widgets.list_view import RowsView

__all__ = ["ArticleRow", "ArticlesPanel"]


class ArticlesPanel(QWidget):
    """The articles of the project: filter them, see how far each is, choose one."""

    article_chosen = Signal(str)
    import_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._current: str | None = None
        self._model = ArticlesModel(self)
        self._build()
        self._connect()
        self._retranslate()
        self.show_articles(())

    def show_articles(self, rows: Sequence[ArticleRow]) -> None:
        """Show the articles of a project, in this order. The filter stays."""
        self._model.show(rows)
        self._refresh()

    def update_row(self, row: ArticleRow) -> None:
        """Show what has changed about one article; `KeyError` when it was never shown."""
        self._model.update(row)
        self._show_progress()

    def set_current(self, article_id: str | None) -> None:
        """Mark the article that is open, without choosing it again."""
        self._current = article_id
        self._model.set_opened(article_id)
        self._model.tidy()
        self._refresh()

    def shown_ids(self) -> list[str]:
        """Return the articles that the filter lets through, in their order."""
        rows = range(self._model.rowCount())
        return [self._model.article_at(self._model.index(row, 0)).id for row in rows]

    def focus_list(self) -> None:
        """Put the keyboard into the list."""
        self._list.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def focus_filter(self) -> None:
        """Put the keyboard into the filter line with its words selected."""
        self._filter.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._filter.selectAll()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _build(self) -> None:
        self._list = RowsView(ArticlesDelegate())
        self._list.setModel(self._model)
        self._filter = FilterLine(self._list)
        self._status = QComboBox()
        for status in (None, *Status):
            self._status.addItem("", status)
        self._progress = QLabel()
        self._progress.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._progress.setAlignment(Qt.AlignmentFlag.AlignTrailing | Qt.AlignmentFlag.AlignVCenter)
        self._empty = EmptyPage()
        self._pages = QStackedWidget()
        self._pages.addWidget(self._list)
        self._pages.addWidget(self._empty)
        narrowing = QHBoxLayout()
        narrowing.addWidget(self._status)
        narrowing.addWidget(self._progress, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(4, 4, 4, 4)
        layout.setSpacing(4)
        layout.addWidget(self._filter)
        layout.addLayout(narrowing)
        layout.addWidget(self._pages, 1)
        self.setFocusProxy(self._list)

    def _connect(self) -> None:
        self._filter.textChanged.connect(self._apply_filter)
        self._filter.left.connect(self._list.setFocus)
        self._status.currentIndexChanged.connect(self._apply_filter)
        self._list.clicked.connect(self._choose)
        self._list.entered_on.connect(self._choose)
        self._list.typed.connect(self._filter.take_typed)
        self._empty.chosen.connect(self._answer_empty_page)

    def _retranslate(self) -> None:
        self._filter.setPlaceholderText(self.tr("Filter articles"))
        self._filter.setAccessibleName(self.tr("Filter articles by title or number"))
        self._list.setAccessibleName(self.tr("Articles"))
        self._status.setAccessibleName(self.tr("Show articles of this status"))
        self._status.setItemText(0, self.tr("All articles"))
        for place, status in enumerate(Status, start=1):
            self._status.setItemText(place, self._model.status_words(status))
        self._refresh()

    def _apply_filter(self) -> None:
        self._model.filter(self._filter.text(), self._status.currentData())
        self._refresh(first=bool(self._filter.text()))

    def _choose(self, index: QModelIndex) -> None:
        self.article_chosen.emit(self._model.article_at(index).id)

    def _answer_empty_page(self) -> None:
        if not self._model.total:
            self.import_requested.emit()
            return
        with QSignalBlocker(self._status):
            self._status.setCurrentIndex(0)
        self._filter.clear()
        self._apply_filter()

    def _refresh(self, *, first: bool = False) -> None:
        """Say what there is after a change of rows, filter, current article or language.

        The cursor goes to the open article, or to the ``first`` one for someone who types to find another.
        """
        self._show_progress()
        if self._model.rowCount():
            self._pages.setCurrentWidget(self._list)
        else:
            self._pages.setCurrentWidget(self._empty)
            self._explain_emptiness()
        index = self._model.index_of(self._current) if self._current else QModelIndex()
        if first or not index.isValid():
            index = self._model.index(0, 0)
        self._list.setCurrentIndex(index)
        self._list.scrollTo(index)

    def _show_progress(self) -> None:
        words = self.tr("%1 of %2 done")
        done, total = numbers.count(self._model.done), numbers.count(self._model.total)
        self._progress.setText(
            words.replace("%1", done).replace("%2", total) if self._model.total else ""
        )

    def _explain_emptiness(self) -> None:
        if self._model.total:
            self._empty.say(self.tr("No article matches the filter."), self.tr("Show all articles"))
        else:
            self._empty.say(
                self.tr("No articles yet. Import text files, or drop them on the window."),
                self.tr("Import…"),
            )
        self._empty.button.setIcon(assets.icon("filter" if self._model.total else "import"))
