"""Opens the pace; nothing of it is imported before."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from annotator.errors import ProjectError
from ui.session import Session

if TYPE_CHECKING:
    from annotator.pace import Deed, Pace


class PaceLauncher(QObject):
    def __init__(self, session: Session, window: QWidget) -> None:
        super().__init__(window)
        self._session, self._window = session, window

    def open(self) -> None:
        from ui.pace.dialog import PaceDialog
        from ui.widgets.progress import run_with_progress

        project, annotator = self._session.project, self._session.annotator
        if project is None:
            raise ProjectError(self.tr("Open a project first."))
        self._session.settle()
        pace = run_with_progress(
            self._window,
            self.tr("Reading the journal"),
            lambda progress: _pace(project.deeds(annotator, progress)),
        )
        if pace is None:
            return
        titles = {entry.id: entry.title for entry in self._session.entries()}
        dialog = PaceDialog(pace, titles, self._window)
        dialog.exec()
        dialog.deleteLater()


def _pace(deeds: "list[Deed]") -> "Pace":
    from annotator.pace import pace_of

    return pace_of(deeds)
