"""Put the window together: session, panels and commands, and the strings between them."""

from contextlib import suppress
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QCloseEvent

from annotator.text import graphemes
from ui.annotating import Annotating
from ui.finding import Finding
from ui.inspecting import Inspecting
from ui.linting import Linting
from ui.main_window import MainWindow
from ui.panels.articles.articles_panel import ArticleRow
from ui.project_commands import ProjectCommands
from ui.review.launcher import ReviewLauncher
from ui.safety_commands import SafetyCommands
from ui.session import Session
from ui.settings import Memory, WindowPlace
from ui.style import theme
from ui.view_commands import ViewCommands
from ui.workers import SaveState
from ui.zoning import Zoning

if TYPE_CHECKING:
    from annotator.project import ArticleEntry
    from ui.values.values import Values


class Workspace(QObject):
    """One window with everything that belongs to it."""

    def __init__(self, memory: Memory, window: MainWindow) -> None:
        """Furnish ``window`` and bring it to life."""
        super().__init__()
        self.memory = memory
        self.window = window
        window.furnish()
        self.session = Session(self)
        self.annotating = Annotating(
            self.session, self.window.view, self.window.labels, self.window.annotations, self
        )
        self.projects = ProjectCommands(self.window, self.session, memory)
        self.safety = SafetyCommands(
            self.window, self.session, self.projects.open, self.projects.close
        )
        self.projects.damaged = self.safety.offer_repair
        self.views = ViewCommands(self.window, self.session, memory, self.annotating)
        self.finding = Finding(self.window, self.session)
        self.linting = Linting(self.window, self.session)
        self.zoning = Zoning(self.window, self.session)
        self.inspecting = Inspecting(self.window, memory)
        self.values: Values | None = None
        self.review = ReviewLauncher(
            self.session, window.actions_table["review"], self.views.article_font, window
        )
        self._connect()
        self.views.apply(None, memory.settings)
        self._restore_place()
        self._show_project()
        self.views.refresh()

    def say(self, message: str) -> None:
        self.window.notice.say(message)

    # -- inside

    def _connect(self) -> None:
        window, session = self.window, self.session
        session.project_changed.connect(self._bring_values)
        session.project_changed.connect(self._show_project)
        session.articles_changed.connect(self._show_articles)
        session.article_changed.connect(self._show_article)
        session.entry_changed.connect(self._show_entry)
        session.save_state_changed.connect(self._show_saving)
        session.schema_changed.connect(self.views.show_labels)
        session.broke.connect(_raise)
        window.articles.article_chosen.connect(self.views.open_article)
        window.view.menu_requested.connect(self.views.show_menu)
        window.view.caret_moved.connect(self._show_caret)
        window.closing.connect(self._close)
        window.turned.connect(self._restore_place)
        window.actions_table["quit"].triggered.connect(window.close)
        self.annotating.said.connect(self.say)
        self.projects.said.connect(self.say)
        self.safety.said.connect(self.say)
        self.finding.said.connect(self.say)
        self.linting.said.connect(self.say)
        self.zoning.said.connect(self.say)
        self.memory.changed.connect(lambda *_: self.views.show_labels())
        watcher = theme.watcher(_application())
        watcher.changed.connect(self.views.show_labels)

    def _show_project(self) -> None:
        project = self.session.project
        self.window.status.show_annotator(
            self.session.annotator if project else self.memory.settings.annotator or None
        )
        if project is None:
            self.window.show_welcome()
            self.window.setWindowTitle("Hashiya[*]")
            self.window.status.hide_caret()
            return
        self.window.setWindowTitle(f"{project.title}[*] — Hashiya")
        self.annotating.show_schema()
        self.views.show_labels()
        self._show_articles()
        self.window.show_article_page()
        self.window.view.clear_article()

    def _bring_values(self) -> None:
        """Start proposing with the first project: the window without one need not wait for it."""
        if self.values is None and self.session.project is not None:
            from ui.values.values import Values

            self.values = Values(self.window, self.session, self.memory, self.annotating)
            self.values.said.connect(self.say)
            self.linting.names_of = self.values.known.spellings

    def _show_articles(self) -> None:
        self.window.articles.show_articles([self._row(entry) for entry in self.session.entries()])
        self.window.articles.set_current(self.session.article.id if self.session.article else None)

    def _show_article(self) -> None:
        article = self.session.article
        self.window.articles.set_current(article.id if article else None)
        self.window.show_article_page()
        if not self.window.articles.isAncestorOf(self.window.focusWidget() or self.window):
            self.window.view.setFocus()
        self._show_caret(self.window.view.caret)

    def _show_entry(self, article_id: str) -> None:
        entry = next((entry for entry in self.session.entries() if entry.id == article_id), None)
        if entry is not None:
            with suppress(KeyError):  # an article of a project that is being closed
                self.window.articles.update_row(self._row(entry))

    def _row(self, entry: "ArticleEntry") -> ArticleRow:
        summary = self.session.summary(entry.id)
        return ArticleRow(
            entry.id,
            entry.number,
            entry.title,
            entry.published,
            summary.status,
            summary.annotations,
        )

    def _show_caret(self, position: int) -> None:
        article = self.session.article
        if article is None:
            return
        before = article.text[:position]
        column = position - (before.rfind("\n") + 1)
        first, after = graphemes.snap(article.text, position, position + 1)
        self.window.status.show_caret(before.count("\n") + 1, column + 1, article.text[first:after])

    def _show_saving(self, state: SaveState) -> None:
        status = self.window.status
        if state.read_only:
            status.show_read_only(state.read_only)
        elif state.reason:
            status.show_not_saved(state.reason, round(state.retry_in) or None)
        elif state.pending:
            status.show_saving(state.pending)
        else:
            status.show_saved(state.at)
        self.window.setWindowModified(state.pending > 0)

    def _restore_place(self) -> None:
        place = self.memory.settings.windows.get(self._direction(), WindowPlace())
        self.window.restore_place(place)

    def _direction(self) -> str:
        return "rtl" if self.window.isRightToLeft() else "ltr"

    def _close(self, event: QCloseEvent) -> None:
        on_article_page = self.window.is_on_article_page()
        place = self.window.place
        if not self.projects.close():
            event.ignore()
            return
        if on_article_page:  # on the welcome page the docks are hidden, which is nobody's wish
            self.memory.remember_window(self._direction(), place)
        event.accept()


def _application():  # noqa: ANN202 - QApplication, or whatever a test made
    from PySide6.QtWidgets import QApplication

    return QApplication.instance()


def _raise(error: Exception) -> None:
    """Let a bug in the saving thread reach the crash dialog like any other."""
    raise error
