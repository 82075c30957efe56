"""Import and export: articles and layers in and out of the open project."""

from pathlib import Path
from typing import TYPE_CHECKING

from annotator.model import GOLD
from annotator.progress import Progress
from ui.commands.base import Commands
from ui.commands.project import ProjectCommands
from ui.main_window import MainWindow
from ui.session import Session
from ui.settings import Memory

if TYPE_CHECKING:
    from annotator.project import Project
    from annotator.project.transfer.export_report import ChoiceLoss, ExportPreview
    from ui.dialogs.transfer.export_dialog import ExportChoice


class TransferCommands(Commands):
    """What File › Import and Export do."""

    def __init__(
        self, window: MainWindow, session: Session, project: ProjectCommands, memory: Memory
    ) -> None:
        super().__init__(window, session)
        self._memory = memory
        self._project = project
        window.files_dropped.connect(self.guarded(self.take_dropped))

    def take_dropped(self, paths: list[str]) -> None:
        """Open a dropped project folder; import anything else that is dropped."""
        places = [Path(path) for path in paths]
        if len(places) == 1 and (places[0] / "project.json").exists():
            self._project.open(places[0])
        else:
            self.import_articles(places)

    def import_articles(self, paths: list[Path] | None = None) -> None:
        from annotator.project import formats
        from ui.dialogs.transfer.import_dialog import ImportDialog
        from ui.dialogs.transfer.import_result import ImportResultDialog
        from ui.widgets.progress import run_with_progress

        if self._session.project is None:
            self._project.new()
        project = self._session.project
        if project is None:
            return
        schema = project.schema
        dialog = ImportDialog(
            annotator=self._session.annotator,
            annotators=project.annotating(),
            paths=paths or (),
            parent=self._window,
            schema=schema,
            rules=self._memory.settings.labels.get(project.id, ""),
        )
        if not dialog.exec():
            return
        choice = dialog.choice()
        if rules := choice.options.get(formats.LABELS.name):
            before = self._memory.settings.labels.get(project.id, "")
            self._memory.remember_labels(project.id, formats.merged_rules(before, str(rules)))
        self._session.settle()
        report = run_with_progress(
            self._window,
            self.tr("Importing articles"),
            lambda progress: project.import_files(
                choice.paths,
                format=choice.format,
                options=choice.options,
                day_first=choice.day_first,
                progress=progress,
            ),
        )
        if project.schema != schema:
            self._session.schema_changed.emit()
        self._session.reload_articles()
        if report is None:
            self.say(self.tr("Import stopped; nothing was taken."))
            return
        if self._session.article is None:
            self._project.open_where_left()
        ImportResultDialog(report, self._window).exec()

    def export(self, *, gold: bool = False) -> None:
        """Ask what is to be exported and how, ``gold`` chosen at first where that is meant, and export it."""
        from ui.dialogs.transfer.export_dialog import ExportDialog
        from ui.dialogs.transfer.export_result import ExportResultDialog
        from ui.widgets.progress import run_with_progress

        project = self.opened_project()
        self.keep_typed()
        self._session.settle()
        annotators = project.annotating()
        out = self._project.usual_folder() / project.path.name
        dialog = ExportDialog(
            out,
            annotators,
            self._session.annotator,
            has_gold=GOLD in annotators,
            schema=project.schema,
            gold=gold,
            counting=Losses(project),
            parent=self._window,
        )
        if not dialog.exec():
            return
        choice = dialog.choice()
        report = run_with_progress(
            self._window,
            self.tr("Exporting"),
            lambda progress: project.export(
                choice.out,
                format=choice.format,
                annotator=choice.annotator,
                gold=choice.gold,
                split=choice.split,
                seed=choice.seed,
                status=choice.status,
                options=choice.options,
                progress=progress,
            ),
        )
        if report is None:
            self.say(self.tr("Export stopped; no file was written."))
            return
        ExportResultDialog(report, self._window).exec()


class Losses:
    """Asks the project what an export would lose; see `ui.dialogs.transfer.loss_preview.Counting`."""

    def __init__(self, project: "Project") -> None:
        self._project = project

    def preview(self, choice: "ExportChoice", progress: Progress) -> "ExportPreview":
        return self._project.preview_export(
            format=choice.format,
            annotator=choice.annotator,
            gold=choice.gold,
            status=choice.status,
            options=choice.options,
            progress=progress,
        )

    def choices(self, choice: "ExportChoice", progress: Progress) -> "tuple[ChoiceLoss, ...]":
        return self._project.preview_choices(
            format=choice.format,
            annotator=choice.annotator,
            gold=choice.gold,
            status=choice.status,
            options=choice.options,
            progress=progress,
        )
