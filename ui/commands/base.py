"""What every group of commands shares: the window, the session, short messages, and one guard for errors."""

from collections.abc import Callable
from typing import TYPE_CHECKING, ParamSpec

from PySide6.QtCore import QObject

from annotator.errors import ProjectError
from ui.dialogs.errors.guard import Guard
from ui.main_window import MainWindow
from ui.session import Session

if TYPE_CHECKING:
    from annotator.project import Project

Arguments = ParamSpec("Arguments")


class Commands(QObject):
    """A group of commands of one window."""

    def __init__(self, window: MainWindow, session: Session) -> None:
        super().__init__(window)
        self._window = window
        self._session = session
        self.guard = Guard(lambda: window, window.notice.say)

    def say(self, message: str) -> None:
        """Show a short message over the text."""
        self._window.notice.say(message)

    def keep_typed(self) -> None:
        """Have what is typed but not stored yet stored, before something is done that is to see it."""
        self._session.typing_ends.emit()

    def guarded(self, slot: Callable[Arguments, object]) -> Callable[Arguments, None]:
        """Return a slot that explains what the user can act on, for signals that are no commands."""
        return self.guard.slot(slot)

    def is_on(self, command: str) -> bool:
        """Tell whether a command that is switched on and off is on."""
        return self._window.actions_table[command].isChecked()

    def opened_project(self) -> "Project":
        """Return the open project, or raise `ProjectError`."""
        if self._session.project is None:
            raise ProjectError(self.tr("Open a project first."))
        return self._session.project
