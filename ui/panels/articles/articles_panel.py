from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from PySide6.QtCore import QEvent, QModelIndex, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QMenu,
    QSizePolicy,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from annotator.model import Schema
from ui.panels.articles.article_row import ArticleRow
from ui.panels.articles.articles_delegate import ArticlesDelegate
from ui.panels.articles.articles_model import ArticlesModel
from ui.panels.articles.list_menus import ListMenus
from ui.remembered.list_state import ListState
from ui.style import assets
from ui.style.wrapping import wrap
from ui.widgets import numbers
from ui.widgets.empty_page import EmptyPage
from ui.widgets.filter_line import FilterLine
from ui.widgets.list_view import RowsView
from ui.widgets.panel import Panel

__all__ = ["ArticleRow", "ArticlesPanel"]


class ArticlesPanel(Panel):
    """The articles of the project: filter and sort them, see how far each is, choose one."""

    article_chosen = Signal(str)
    import_requested = Signal()
    listing_changed = Signal()
    """Other articles are listed than before, or in another order."""
    state_changed = Signal(object)
    """The user filtered or sorted: the `ListState` to remember."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._current: str | None = None
        self._model = ArticlesModel(self)
        self._menus = ListMenus(self._choose_state, self)
        self._build()
        self._connect()
        self._retranslate()
        self.show_articles(())

    def show_articles(self, rows: Sequence[ArticleRow]) -> None:
        """Show the articles of a project. Filter and order stay."""
        self._model.show(rows)
        self._refresh()
        self.listing_changed.emit()

    def show_state(self, state: ListState) -> None:
        """Filter and sort as the user did in this project before."""
        self._set_state(state)

    def show_schema(self, schema: Schema) -> None:
        """Offer the labels of ``schema`` to filter by."""
        self._menus.schema = schema

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
        self.listing_changed.emit()

    @property
    def state(self) -> ListState:
        return self._model.state

    def neighbour(
        self, article_id: str | None, step: int, *, unfinished: bool = False
    ) -> str | None:
        """Return the article so many places on in what is listed; with ``unfinished``, the next one not done, round the end."""
        return self._model.neighbour(article_id, step, unfinished=unfinished)

    def shown_ids(self) -> list[str]:
        """Return the articles that the filter lets through, in their order."""
        indices = (self._model.index(row, 0) for row in range(self._model.rowCount()))
        return [row.id for index in indices if (row := self._model.article_at(index)) is not None]

    @property
    def landing(self) -> QWidget | None:
        return self._list if self._model.shown else self._empty.button

    def focus_filter(self) -> None:
        """Put the keyboard into the filter line with its words selected."""
        self._filter.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._filter.selectAll()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc lets all articles through again before it leaves the panel."""
        if event.key() == Qt.Key.Key_Escape and self.state.is_filtered:
            self._clear()
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    # -- inside

    def _build(self) -> None:
        self._list = RowsView(ArticlesDelegate())
        self._list.setModel(self._model)
        self._heading = QLabel()
        self._heading.setProperty("role", "section")
        self._progress = QLabel()
        self._progress.setProperty("role", "hint")
        self._progress.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._progress.setAlignment(Qt.AlignmentFlag.AlignTrailing | Qt.AlignmentFlag.AlignVCenter)
        self._filter = FilterLine(self._list)
        self._facets = _menu_button("filter")
        self._order = _menu_button("sort")
        self._narrowed = QLabel()
        wrap(self._narrowed)
        self._narrowed.setProperty("role", "notice-line")
        self._empty = EmptyPage()
        self._pages = QStackedWidget()
        self._pages.addWidget(self._list)
        self._pages.addWidget(self._empty)
        head = QHBoxLayout()
        head.setContentsMargins(6, 4, 6, 2)
        head.addWidget(self._heading)
        head.addWidget(self._progress, 1)
        narrowing = QHBoxLayout()
        narrowing.setContentsMargins(5, 0, 5, 0)
        narrowing.setSpacing(0)
        narrowing.addWidget(self._filter, 1)
        narrowing.addWidget(self._facets)
        narrowing.addWidget(self._order)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addLayout(head)
        layout.addLayout(narrowing)
        layout.addWidget(self._narrowed)
        layout.addWidget(self._pages, 1)
        chain = (self._filter, self._facets, self._order, self._list, self._empty.button)
        for one, following in pairwise(chain):
            self.setTabOrder(one, following)

    def _connect(self) -> None:
        self._filter.textChanged.connect(self._type)
        self._filter.left.connect(self._leave_filter)
        self._facets.menu().aboutToShow.connect(self._fill_facets)
        self._order.menu().aboutToShow.connect(
            lambda: self._menus.fill_order(self._order.menu(), self.state)
        )
        self._list.clicked.connect(self._choose)
        self._list.entered_on.connect(self._choose)
        self._list.typed.connect(self._filter.take_typed)
        self._empty.chosen.connect(self._answer_empty_page)

    def _retranslate(self) -> None:
        self._heading.setText(self.tr("Articles"))
        self._filter.setPlaceholderText(self.tr("Filter articles"))
        self._filter.setAccessibleName(self.tr("Filter articles by title or number"))
        self._list.setAccessibleName(self.tr("Articles"))
        for button, words in (
            (self._facets, self.tr("Filter by what is known of articles and how far they are")),
            (self._order, self.tr("Sort and group")),
        ):
            button.setAccessibleName(words)
            button.setToolTip(words)
        self._refresh()

    def _fill_facets(self) -> None:
        self._menus.fill_filter(self._facets.menu(), self._model.articles, self.state)

    def _type(self, words: str) -> None:
        """Filter by what is typed; the cursor goes to the first hit."""
        self._set_state(replace(self.state, words=words), first=bool(words))
        self.state_changed.emit(self.state)

    def _choose_state(self, state: ListState) -> None:
        self._set_state(state)
        self.state_changed.emit(state)

    def _set_state(self, state: ListState, *, first: bool = False) -> None:
        if self._filter.text() != state.words:
            with QSignalBlocker(self._filter):
                self._filter.setText(state.words)
        self._model.set_state(state)
        self._refresh(first=first)
        self.listing_changed.emit()

    def _clear(self) -> None:
        self._choose_state(self.state.unfiltered())

    def _leave_filter(self) -> None:
        """Esc in the empty line: first the other filters go, then the keyboard."""
        if self.state.is_filtered:
            self._clear()
        else:
            self._list.setFocus()

    def _choose(self, index: QModelIndex) -> None:
        row = self._model.article_at(index)
        if row is not None:
            self.article_chosen.emit(row.id)

    def _answer_empty_page(self) -> None:
        if self._model.total:
            self._clear()
        else:
            self.import_requested.emit()

    def _refresh(self, *, first: bool = False) -> None:
        """Say what there is after a change of rows, filter, current article or language.

        The cursor goes to the open article, or to the ``first`` one for someone who types to find another.
        """
        self._show_progress()
        if self._model.shown:
            self._pages.setCurrentWidget(self._list)
        else:
            self._pages.setCurrentWidget(self._empty)
            self._explain_emptiness()
        index = self._model.index_of(self._current) if self._current else QModelIndex()
        if first or not index.isValid():
            index = self._model.index(1 if self.state.grouped else 0, 0)
        self._list.setCurrentIndex(index)
        self._list.scrollTo(index)

    def _show_progress(self) -> None:
        model, is_on = self._model, self.state.is_filtered
        words = self.tr("%1 of %2 done")
        done, total = numbers.count(model.done), numbers.count(model.total)
        self._progress.setText(
            words.replace("%1", done).replace("%2", total) if model.total else ""
        )
        self._narrowed.setVisible(is_on)
        if is_on:
            words = self.tr("Filter on: %1 of %2 shown, Esc clears")
            self._narrowed.setText(
                words.replace("%1", numbers.count(model.shown)).replace("%2", total)
            )
        for button, name, is_active in (
            (self._facets, "filter", is_on),
            (self._order, "sort", not self.state.is_in_the_usual_order),
        ):
            button.setIcon(assets.icon(name, "link" if is_active else ""))

    def _explain_emptiness(self) -> None:
        if self._model.total:
            self._empty.say(self.tr("No article matches the filter."), self.tr("Show all articles"))
        else:
            self._empty.say(
                self.tr("No articles yet. Import text files, or drop them on the window."),
                self.tr("Import…"),
            )
        self._empty.button.setIcon(assets.icon("filter" if self._model.total else "import"))


def _menu_button(icon: str) -> QToolButton:
    button = QToolButton()
    button.setIcon(assets.icon(icon))
    button.setAutoRaise(True)
    button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
    button.setMenu(QMenu(button))
    button.setProperty("role", "menu")
    return button
