"""Find in all articles: the panel, the index that is made in the background, and the searches."""

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QApplication

from annotator.errors import AnnotatorError, SearchError
from annotator.model import Span
from annotator.search.index import Found, SearchIndex
from ui.find.project_panel import ProjectPanel
from ui.jobs import LatestJob
from ui.main_window import MainWindow
from ui.session import Session

TYPING = 120
"""Milliseconds without a key before the project is searched."""


class ProjectFind(QObject):
    """Ties the panel to the session and to the index of its project."""

    said = Signal(str)

    def __init__(self, window: MainWindow, session: Session) -> None:
        super().__init__(window)
        self._window = window
        self._session = session
        self.index = SearchIndex()
        self._indexing, self._searching = LatestJob(self), LatestJob(self)
        self.panel = ProjectPanel()
        self._typing = QTimer(self)
        self._typing.setSingleShot(True)
        self._typing.setInterval(TYPING)
        self._connect()

    def open(self, words: str = "") -> None:
        """Show the panel with ``words`` if any as the query, and see to it that there is an index."""
        self._window.panes.open_bottom(self.panel)
        self.panel.line.take_focus(words)
        self.refresh_index()

    @property
    def has_focus(self) -> bool:
        """Whether the keyboard is in the panel."""
        focused = QApplication.focusWidget()
        return focused is not None and self.panel.isAncestorOf(focused)

    def refresh_index(self) -> None:
        """Take in, in the background, what the project has and the index has not."""
        project, index = self._session.project, self.index
        if project is None:
            return
        self._indexing.start(lambda report: index.update(project, report))

    def stop_indexing(self) -> None:
        """Stop reading articles in the background: somebody needs the index at once and fills it in the foreground."""
        self._indexing.stop()

    def _connect(self) -> None:
        self._typing.timeout.connect(self._search)
        self._indexing.progressed.connect(self.panel.show_indexing)
        self._indexing.done.connect(self._indexed)
        self._indexing.failed.connect(self._raise)
        self._searching.done.connect(self._show)
        self._searching.failed.connect(self._fail)
        self.panel.query_changed.connect(self._typing.start)
        self.panel.hit_chosen.connect(self._go_to)
        self.panel.left.connect(self._window.view.setFocus)
        self._session.project_changed.connect(self._follow_project)
        self._session.articles_changed.connect(self._follow_articles)

    def _search(self) -> None:
        query, index = self.panel.line.query(), self.index
        if query.is_blank:
            self._searching.stop()
            self._show(None)
        else:
            self._searching.start(lambda report: index.search(query, lambda: report(0, 0)))

    def _show(self, found: Found | None) -> None:
        titles = {entry.id: entry.title for entry in self._session.entries()}
        index = self.index
        self.panel.show_found(found, lambda article_id: index[article_id].source, titles)

    def _fail(self, error: Exception) -> None:
        if not isinstance(error, SearchError):
            raise error
        from ui.wording.error_words import short

        self.panel.show_problem(short(error))

    def _indexed(self) -> None:
        self.panel.show_indexing(len(self.index), len(self.index))
        self._search()
        if unread := len(self.index.unreadable):
            self.said.emit(
                self.tr("%Ln article(s) cannot be read; “Check and mend” says why.", "", unread)
            )

    def _go_to(self, article_id: str, hit: Span) -> None:
        """Open the article with the hit selected and the keyboard in it, so that a label key tags it."""
        try:
            self._session.open_article(article_id)
        except AnnotatorError as error:
            from ui.wording.error_words import short

            self.said.emit(short(error))
            return
        view = self._window.view
        view.select(hit)
        view.reveal(hit)
        view.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _follow_project(self) -> None:
        """Forget the project before; the panel stays away until it is asked for in the new one."""
        self._typing.stop()
        self._indexing.stop()
        self._searching.stop()
        self.index = SearchIndex()
        self.panel.show_indexing(0, 0)
        self._show(None)
        self._window.panes.close_bottom()

    def _follow_articles(self) -> None:
        if len(self.index) or self._indexing.is_running:
            self.refresh_index()

    def _raise(self, error: Exception) -> None:
        """Let a bug in the indexing thread reach the crash dialog like any other."""
        raise error
