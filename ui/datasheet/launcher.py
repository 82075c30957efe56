"""Opens the datasheet; nothing of it is imported before."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from annotator.errors import ProjectError
from ui import i18n
from ui.session import Session


class DatasheetLauncher(QObject):
    def __init__(
        self,
        session: Session,
        folder: Callable[[], Path],
        say: Callable[[str], object],
        window: QWidget,
    ) -> None:
        """``folder`` is where files are usually written; ``say`` shows a short message."""
        super().__init__(window)
        self._session, self._folder, self._say, self._window = session, folder, say, window

    def open(self) -> None:
        from annotator.datasheet.gathering import gather_datasheet
        from annotator.datasheet.markdown import to_markdown
        from annotator.datasheet.saving import save
        from ui.datasheet.dialog import DatasheetDialog
        from ui.widgets.progress import run_with_progress

        project = self._session.project
        if project is None:
            raise ProjectError(self.tr("Open a project first."))
        self._session.settle()
        found = run_with_progress(
            self._window,
            self.tr("Reading the project"),
            lambda progress: gather_datasheet(project, progress=progress),
        )
        if found is None:
            return
        path = self._folder() / f"{project.path.name}-datasheet.md"

        def text_in(language: str, pseudonyms: bool) -> str:
            return to_markdown(found.named(pseudonyms=pseudonyms), language)

        dialog = DatasheetDialog(text_in, path, self._window)
        if dialog.exec():
            save(dialog.text, dialog.file())
            written = i18n.isolate(str(dialog.file()))
            self._say(self.tr("Written: %1").replace("%1", written))
        dialog.deleteLater()
