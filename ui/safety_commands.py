"""Check and repair, backups, history: commands that show that nothing is lost and bring back what seems so."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from annotator.errors import AnnotatorError, DamagedFileError, ProjectError
from ui.main_window import MainWindow
from ui.session import Session

if TYPE_CHECKING:
    from annotator.project import Project
    from annotator.project.safety.repairing import RepairReport


class SafetyCommands(QObject):
    """What the File menu offers against loss."""

    said = Signal(str)

    def __init__(
        self,
        window: MainWindow,
        session: Session,
        open_project: Callable[[Path], bool],
        close_project: Callable[[], bool],
    ) -> None:
        super().__init__(window)
        self._window = window
        self._session = session
        self._open_project = open_project
        self._close_project = close_project
        slots: dict[str, Callable[[], None]] = {
            "check": self.check,
            "backups": self.show_backups,
            "history": self.show_history,
        }
        for action_id, slot in slots.items():
            window.actions_table[action_id].triggered.connect(
                lambda _checked=False, run=slot: self._guarded(run)
            )
        session.healed.connect(self._tell_healed)
        session.task_failed.connect(self.said)

    # -- check and repair

    def check(self) -> None:
        """Look at every file; where something is wrong, offer to mend it."""
        from ui.dialogs.check_dialog import CheckDialog
        from ui.widgets.progress import run_with_progress

        project = self._project()
        self._session.settle()
        report = run_with_progress(
            self._window, self.tr("Checking the project"), lambda _progress: project.check()
        )
        if report is not None and CheckDialog(report, self._window).exec():
            self.repair(project.path)

    def repair(self, path: Path) -> bool:
        """Mend a project, open or not, and open it again; tell whether it is open now."""
        from annotator.project import Project
        from ui.dialogs.report_dialog import ReportDialog
        from ui.widgets.progress import run_with_progress

        if self._session.project is not None and not self._close_project():
            return False
        report: RepairReport | None = run_with_progress(
            self._window, self.tr("Mending the project"), lambda _progress: Project.repair(path)
        )
        if report is None:
            return False
        summary = self.tr("%Ln thing(s) mended.", "", len(report.mended))
        ReportDialog(
            self.tr("Repair finished"), summary, lines=report.lines(), parent=self._window
        ).exec()
        return self._open_project(path)

    def offer_repair(self, path: Path, error: DamagedFileError) -> bool:
        """Ask whether to mend a project that does not open; tell whether it was tried."""
        from PySide6.QtWidgets import QMessageBox

        box = QMessageBox(self._window)
        box.setIcon(QMessageBox.Icon.Warning)
        box.setWindowTitle(self.tr("Damaged project"))
        box.setText(str(error))
        box.setInformativeText(
            self.tr(
                "Hashiya can mend it from its journals and backups. What is damaged is kept beside what replaces it."
            )
        )
        mend = box.addButton(self.tr("&Mend it"), QMessageBox.ButtonRole.AcceptRole)
        box.addButton(QMessageBox.StandardButton.Cancel)
        box.exec()
        return box.clickedButton() is mend and self.repair(path)

    # -- backups

    def show_backups(self) -> None:
        """List the backups; make one, or bring one back as edits that can be undone."""
        from ui.dialogs.backups_dialog import BackupsDialog
        from ui.dialogs.report_dialog import ReportDialog
        from ui.widgets.progress import run_with_progress

        project = self._project()
        self._session.settle()
        dialog = BackupsDialog(
            project.backups(), writable=self._session.is_writable, parent=self._window
        )
        dialog.make_requested.connect(
            lambda: self._guarded(lambda: self._make_backup(project, dialog))
        )
        if not dialog.exec():
            return
        backup = dialog.choice()
        report = run_with_progress(
            self._window,
            self.tr("Restoring"),
            lambda progress: project.restore(backup, progress=progress),
        )
        self._session.reload_articles()
        if report is not None:
            summary = self.tr("%Ln layer(s) restored.", "", report.layers)
            ReportDialog(
                self.tr("Restore finished"), summary, lines=report.lines(), parent=self._window
            ).exec()

    def _make_backup(self, project: "Project", dialog: QObject) -> None:
        from ui.dialogs.backups_dialog import BackupsDialog
        from ui.widgets.progress import run_with_progress

        made = run_with_progress(
            self._window, self.tr("Making a backup"), lambda _progress: project.back_up()
        )
        if isinstance(dialog, BackupsDialog):
            dialog.show_backups(project.backups(), just_made=made)

    # -- history

    def show_history(self) -> None:
        """Show what happened to the current annotation: who, when, what it was and became."""
        from ui.dialogs.history_dialog import HistoryDialog

        article, current = self._session.article, self._window.view.current
        project = self._project()
        if article is None or current is None:
            self.said.emit(self.tr("No annotation is current: put the caret into one."))
            return
        self._window.annotations.commit()
        changes = self._session.history(current)
        HistoryDialog(changes, article.text, project.schema, self._window).exec()

    # -- inside

    def _tell_healed(self, notices: tuple[str, ...]) -> None:
        from ui.dialogs.report_dialog import ReportDialog

        ReportDialog(
            self.tr("Mended while opening"),
            self.tr("Some files were damaged and have been made whole again from the journal."),
            lines=list(notices),
            parent=self._window,
        ).open()

    def _project(self) -> "Project":
        if self._session.project is None:
            raise ProjectError(self.tr("Open a project first."))
        return self._session.project

    def _guarded(self, run: Callable[[], object]) -> None:
        try:
            run()
        except AnnotatorError as error:
            from ui.dialogs.error_box import show_error

            show_error(self._window, error)
