"""Shows the articles of the open project in their list, and remembers how each project's list is filtered and sorted."""

from contextlib import suppress
from typing import TYPE_CHECKING

from PySide6.QtCore import QDateTime, QObject, Qt
from PySide6.QtGui import QGuiApplication

from annotator.errors import ProjectError
from annotator.model import Status
from ui.main_window import MainWindow
from ui.panels.articles.articles_panel import ArticleRow
from ui.remembered.list_state import ListState
from ui.session import LayerChange, Session
from ui.settings import Memory

if TYPE_CHECKING:
    from annotator.project import ArticleEntry


class Listing(QObject):
    """Keeps the list of articles at what the session has. A change of one article costs the same in every project."""

    def __init__(self, window: MainWindow, session: Session, memory: Memory) -> None:
        super().__init__(window)
        self._panel, self._session, self._memory = window.articles, session, memory
        self._changed: dict[str, str] = {}
        """When the articles changed in this session were changed last."""
        self._guidelines = ""
        """The hash of the guidelines by which what is finished is judged."""
        app = QGuiApplication.instance()
        if isinstance(
            app, QGuiApplication
        ):  # other programs write guidelines too, while they have the keyboard
            app.applicationStateChanged.connect(self._look_at_guidelines)
        session.guidelines_changed.connect(self._look_at_guidelines)
        session.project_changed.connect(self._show_project)
        session.schema_changed.connect(self._show_schema)
        session.articles_changed.connect(self._show_articles)
        session.article_changed.connect(self._show_current)
        session.entry_changed.connect(self._show_entry)
        session.layer_changed.connect(self._take_change)
        session.layer_replaced.connect(self._take_change)
        self._panel.state_changed.connect(self._remember)

    def _show_project(self) -> None:
        project = self._session.project
        self._changed.clear()
        self._guidelines = self._hash()
        state = self._memory.settings.lists.get(project.id, ListState()) if project else ListState()
        self._show_schema()
        self._panel.show_state(state)
        self._show_articles()

    def _show_schema(self) -> None:
        if self._session.project is not None:
            self._panel.show_schema(self._session.project.schema)

    def _show_articles(self) -> None:
        self._panel.show_articles([self._row(entry) for entry in self._session.entries()])
        self._show_current()

    def _hash(self) -> str:
        """Return what the guidelines are by now; empty, by which nothing is outdated, where they cannot be read."""
        with suppress(ProjectError, OSError):
            return self._session.project.guidelines_hash() if self._session.project else ""
        return ""

    def _look_at_guidelines(self, *_: object) -> None:
        """Judge anew what is finished, where the guidelines are no longer what they were."""
        before, self._guidelines = self._guidelines, self._hash()
        if before != self._guidelines:
            self._show_articles()

    def _show_current(self) -> None:
        article = self._session.article
        self._panel.set_current(article.id if article else None)

    def _take_change(self, change: LayerChange) -> None:
        now = QDateTime.currentDateTimeUtc().toString(Qt.DateFormat.ISODate)
        self._changed[change.after.article_id] = now
        if change.after.status == Status.DONE != change.before.status:
            self._look_at_guidelines()  # by what they are now it was finished
        self._show_entry(change.after.article_id)

    def _show_entry(self, article_id: str) -> None:
        entry = self._session.entry(article_id)
        if entry is not None:
            with suppress(KeyError):  # an article that the list has not been shown yet
                self._panel.update_row(self._row(entry))

    def _row(self, entry: "ArticleEntry") -> ArticleRow:
        summary = self._session.summary(entry.id)
        return ArticleRow(
            entry.id,
            entry.number,
            entry.title,
            entry.published,
            summary.status,
            summary.annotations,
            entry.source or "",
            summary.labels,
            summary.notes,
            summary.questions,
            summary.flags,
            self._changed.get(entry.id, summary.changed),
            entry.fields,
            bool(self._guidelines) and summary.is_outdated(self._guidelines),
        )

    def _remember(self, state: ListState) -> None:
        if self._session.project is not None:
            self._memory.remember_list(self._session.project.id, state)
