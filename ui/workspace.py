"""Put the window together: session, panels and commands, and the strings between them."""

from PySide6.QtCore import QObject

from annotator.text import graphemes
from ui.commands.groups import Groups
from ui.main_window import MainWindow
from ui.saver import SaveState
from ui.session import Session
from ui.settings import Memory


class Workspace(QObject):
    """One window with everything that belongs to it."""

    def __init__(self, memory: Memory, window: MainWindow) -> None:
        """Furnish ``window`` and bring it to life."""
        # A child of the window, whose last wish it hears: the session's signals hold functions of the window, and what Qt
        # holds, Python cannot collect; an object without a parent would keep both for ever.
        super().__init__(window)
        self.memory = memory
        self.window = window
        window.workspace = self
        window.furnish()
        self.session = Session(self)
        self.commands = Groups(window, self.session, memory)
        self._connect()
        self.commands.view.apply(None, memory.settings)
        window.panes.restore(memory.settings.layout)
        self._show_project()
        self.commands.enabling.refresh()

    # -- inside

    def _connect(self) -> None:
        window, session = self.window, self.session
        session.project_changed.connect(self._begin_proposing)
        session.project_changed.connect(self._show_project)
        session.article_changed.connect(self._show_article)
        session.save_state_changed.connect(self._show_saving)
        session.broke.connect(_raise)
        window.view.caret_moved.connect(self._show_caret)

    def _show_project(self) -> None:
        project = self.session.project
        self.window.status.show_annotator(
            self.session.annotator if project else self.memory.settings.annotator or None
        )
        self.window.status.tell_of_saving(project is not None)
        if project is None:
            self.window.show_welcome()
            self.window.setWindowTitle("Hashiya[*]")
            self.window.status.hide_caret()
            return
        self.window.setWindowTitle(f"{project.title}[*] — Hashiya")
        self.commands.display.show_schema()
        self.commands.label_menu.show_labels()
        self.window.show_article_page()
        self.window.view.clear_article()

    def _begin_proposing(self) -> None:
        if self.session.project is not None:
            _ = self.commands.propose

    def _show_article(self) -> None:
        self.window.show_article_page()
        if not self.window.articles.isAncestorOf(self.window.focusWidget() or self.window):
            self.window.view.setFocus()
        self._show_caret(self.window.view.caret)

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


def _raise(error: Exception) -> None:
    """Let a bug in the saving thread reach the crash dialog like any other."""
    raise error
