"""Check and repair, backups, history: commands that show that nothing is lost and bring back what seems so."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from annotator.errors import AnnotatorError, DamagedFileError
from ui.commands.base import Commands
from ui.commands.project import ProjectCommands
from ui.main_window import MainWindow
from ui.session import Session

if TYPE_CHECKING:
    from annotator.project import Project
    from annotator.project.safety.repair_report import RepairReport
    from ui.dialogs.report_dialog import ReportDialog


class SafetyCommands(Commands):
    """What the File menu offers against loss, and the history of an annotation."""

    def __init__(
        self,
        window: MainWindow,
        session: Session,
        project: ProjectCommands,
        close: Callable[[], bool],
    ) -> None:
        """``close`` closes the open project and tells whether it is closed now."""
        super().__init__(window, session)
        self._project = project
        self._close = close
        project.damaged = self.offer_repair
        session.healed.connect(self._tell_healed)
        session.noticed.connect(lambda notices: self._changed_outside(notices).open())
        session.noticed_at_end.connect(lambda notices: self._changed_outside(notices).exec())
        session.task_failed.connect(self._tell_failed)

    def _tell_failed(self, words: str) -> None:
        from ui.wording.error_words import short

        self.say(short(AnnotatorError(words)))

    # -- check and repair

    def check(self) -> None:
        """Look at every file; where something is wrong, offer to mend it."""
        from ui.dialogs.check_dialog import CheckDialog
        from ui.widgets.progress import run_with_progress

        project = self.opened_project()
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

        if self._session.project is not None and not self._close():
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
        return self._project.open(path)

    def offer_repair(self, path: Path, error: DamagedFileError) -> bool:
        """Ask whether to mend a project that does not open; tell whether it was tried."""
        from ui.dialogs.errors.repair_box import RepairBox

        return bool(RepairBox(error, self._window).exec()) and self.repair(path)

    # -- backups

    def show_backups(self) -> None:
        """List the backups; make one, or bring one back as edits that can be undone."""
        from ui.dialogs.backups_dialog import BackupsDialog
        from ui.dialogs.report_dialog import ReportDialog
        from ui.widgets.progress import run_with_progress

        project = self.opened_project()
        self._session.settle()
        dialog = BackupsDialog(
            project.backups(),
            writable=self._session.project_is_writable,
            origin_of=project.backup_origin,
            parent=self._window,
        )
        dialog.make_requested.connect(
            lambda: self.guard.attempt(lambda: self._make_backup(project, dialog))
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
        project = self.opened_project()
        if article is None or current is None:
            self.say(self.tr("No annotation is current: put the caret into one."))
            return
        self.keep_typed()
        changes = self._session.history(current)
        HistoryDialog(changes, article.text, project.schema, self._window).exec()

    # -- inside

    def _changed_outside(self, notices: tuple[str, ...]) -> "ReportDialog":
        from ui.dialogs.report_dialog import ReportDialog

        return ReportDialog(
            self.tr("Changed from outside"),
            self.tr(
                "Something other than this window changed files of the project while it was open. Nothing of either "
                "was lost; this is what came of it:"
            ),
            lines=list(notices),
            parent=self._window,
        )

    def _tell_healed(self, notices: tuple[str, ...]) -> None:
        from ui.dialogs.report_dialog import ReportDialog

        ReportDialog(
            self.tr("Mended while opening"),
            self.tr("Some files were damaged and have been made whole again from the journal."),
            lines=list(notices),
            parent=self._window,
        ).open()
