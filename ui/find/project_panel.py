from PySide6.QtCore import QEvent, QModelIndex, Qt, Signal
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QSizePolicy,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from annotator.model import Span
from annotator.search.index import Found
from ui.find.hits_delegate import HitsDelegate
from ui.find.hits_model import HitsModel
from ui.find.query_line import GAP, QueryLine
from ui.find.rows import Texts, Titles
from ui.i18n import isolate
from ui.widgets.empty_page import EmptyPage
from ui.widgets.list_view import RowsView
from ui.widgets.panel import Panel

BAR_WIDTH = 120


class ProjectPanel(Panel):
    """Finds words in all articles and lists every hit with the words around it."""

    query_changed = Signal()
    hit_chosen = Signal(str, object)
    """An article's id and the hit's `Span`: go there."""
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.line = QueryLine()
        self.summary = QLabel()
        self.summary.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.progress = QLabel()
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setFixedWidth(BAR_WIDTH)
        self.model = HitsModel(self)
        self.list = RowsView(HitsDelegate())
        self.list.setModel(self.model)
        self._empty = EmptyPage()
        self._pages = QStackedWidget()
        self._pages.addWidget(self.list)
        self._pages.addWidget(self._empty)
        self._found: Found | None = None
        self._problem = ""
        self._state = (0, 0)
        self._build()
        self._connect()
        self._retranslate()

    def show_found(self, found: Found | None, texts: Texts, titles: Titles) -> None:
        """List what was found; None where there is no query."""
        self._found, self._problem = found, ""
        self.model.show(found, texts, titles)
        self.list.setCurrentIndex(self.model.index(1, 0))
        self.list.scrollToTop()
        self._describe()

    def show_problem(self, message: str) -> None:
        """Say why nothing can be looked for."""
        self._found, self._problem = None, message
        self.model.show(None, lambda _: "", {})
        self._describe()

    def show_indexing(self, done: int, total: int) -> None:
        """Show how many articles of all have been read; all of them: show nothing."""
        self._state = (done, total)
        self.bar.setRange(0, max(total, 1))
        self.bar.setValue(done)
        self._describe()

    @property
    def landing(self) -> QWidget | None:
        return self.line.edit

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _build(self) -> None:
        below = QHBoxLayout()
        below.addWidget(self.summary, 1)
        below.addWidget(self.progress)
        below.addWidget(self.bar)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(GAP, 4, GAP, 4)
        layout.setSpacing(4)
        layout.addWidget(self.line)
        layout.addLayout(below)
        layout.addWidget(self._pages, 1)

    def _connect(self) -> None:
        self.line.changed.connect(self.query_changed)
        self.line.edit.left.connect(self.left)
        self.line.edit.went_down.connect(self.list.setFocus)
        self.line.edit.entered.connect(self._enter)
        self.list.entered_on.connect(self._choose)
        self.list.doubleClicked.connect(self._choose)
        self.list.typed.connect(self._take_typed)

    def _enter(self, direction: int) -> None:
        """Go to the hit at which the list is: the first one, until arrow keys have moved on."""
        index = self.list.currentIndex()
        if index.isValid():
            self._choose(index)

    def _choose(self, index: QModelIndex) -> None:
        place = self.model.place_from(index)
        self.hit_chosen.emit(place.article_id, Span(place.start, place.end))

    def _take_typed(self, typed: str) -> None:
        self.line.edit.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.line.edit.insert(typed)

    def _describe(self) -> None:
        done, total = self._state
        indexing = done < total
        self.bar.setVisible(indexing)
        self.progress.setVisible(indexing)
        self.progress.setText(self.tr("Reading the articles…"))
        found = self._found
        if found is not None and found.total:
            hits = self.tr("%Ln hit(s)", "", found.total)
            articles = self.tr("in %Ln article(s)", "", found.articles)
            self.summary.setText(f"{hits} {articles}")
            self._pages.setCurrentWidget(self.list)
            return
        self.summary.setText("")
        self._pages.setCurrentWidget(self._empty)
        self._empty.say(self._why_empty(indexing), "")

    def _why_empty(self, indexing: bool) -> str:
        if self._problem:
            return self._problem
        if self._found is None:
            return self.tr("Type words to find them in all articles, however they are spelled.")
        if indexing:
            return self.tr("Nothing so far; the articles are still being read.")
        words = self.tr("No article holds %1.")
        return words.replace("%1", isolate(self.line.edit.text()))

    def _retranslate(self) -> None:
        self.setWindowTitle(self.tr("Find in all articles"))
        self.list.setAccessibleName(self.tr("Hits"))
        self._describe()
