"""Closing a project or the window: edits that are not on disk yet are waited for, and asked about before they are lost."""

from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QMessageBox

from ui.commands.base import Commands
from ui.main_window import MainWindow
from ui.session import Session
from ui.settings import Memory
from ui.wayfinding.visits import Visits

PATIENCE = 2.0
"""Seconds that closing waits for the disk before it asks."""


class ClosingCommands(Commands):
    """What File › Close and Quit do, and the window's own close button."""

    def __init__(
        self, window: MainWindow, session: Session, memory: Memory, visits: Visits
    ) -> None:
        super().__init__(window, session)
        self._memory, self._visits = memory, visits
        window.closing.connect(self._close_window)

    def close(self) -> bool:
        """Close the project. When edits cannot be saved, ask first; return False to stay."""
        if not self.leave():
            return False
        self._session.close_project()
        return True

    def leave(self) -> bool:
        """Make sure that the project can be closed and is found again as it is left; return False to stay."""
        self.keep_typed()
        if (
            self._session.pending
            and not self._session.wait_until_saved(PATIENCE)
            and not self._may_lose()
        ):
            return False
        self._remember_place()
        return True

    def quit(self) -> None:
        self._window.close()

    # -- inside

    def _close_window(self, event: QCloseEvent) -> None:
        geometry, layout = self._window.geometry_now, self._window.panes.layout_now
        if not self.close():
            event.ignore()
            return
        self._memory.remember_window(geometry, layout)
        event.accept()

    def _remember_place(self) -> None:
        project, article = self._session.project, self._session.article
        if project is not None and article is not None:
            self._memory.remember_places(project.id, self._visits.places)

    def _may_lose(self) -> bool:
        """Ask whether to close although edits are not on disk; staying is the default."""
        box = QMessageBox(self._window)
        box.setIcon(QMessageBox.Icon.Warning)
        box.setWindowTitle(self.tr("Not saved"))
        box.setText(
            self.tr("%n edit(s) could not be written to the disk yet.", "", self._session.pending)
        )
        box.setInformativeText(
            self.tr(
                "The disk said: %1\nMake room or connect the drive, then try again. Closing now loses them."
            ).replace("%1", self._session.why_unsaved)
        )
        stay = box.addButton(self.tr("&Stay and try again"), QMessageBox.ButtonRole.RejectRole)
        close = box.addButton(
            self.tr("&Close and lose them"), QMessageBox.ButtonRole.DestructiveRole
        )
        box.setDefaultButton(stay)
        box.exec()
        return box.clickedButton() is close
