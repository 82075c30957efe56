"""New, open, import, export, check, close: commands on the project as a whole."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from annotator.errors import AnnotatorError, DamagedFileError, LockedError, ProjectError
from annotator.model import GOLD
from ui import sample
from ui.main_window import MainWindow
from ui.panels.welcome_panel import RecentProject
from ui.session import Session
from ui.settings import Memory

if TYPE_CHECKING:  # imported where they are needed: the first window comes sooner
    from annotator.project import Project


class ProjectCommands(QObject):
    """What the File menu does."""

    said = Signal(str)

    def __init__(self, window: MainWindow, session: Session, memory: Memory) -> None:
        super().__init__(window)
        self._window = window
        self._session = session
        self._memory = memory
        self.damaged: Callable[[Path, DamagedFileError], bool] | None = None
        """Asks what to do about a project that does not open; tells whether it was mended and is open now."""
        table = window.actions_table
        slots: dict[str, Callable[[], None]] = {
            "new": self.new,
            "open": self.ask_and_open,
            "open-sample": self.open_sample,
            "import": self.import_articles,
            "export": self.export,
            "save": self.save,
            "close-project": self.close,
            "annotator": self.change_annotator,
            "schema": self.edit_schema,
            "article-details": self.edit_details,
            "guidelines": self.show_guidelines,
        }
        for action_id, slot in slots.items():
            table[action_id].triggered.connect(lambda _checked=False, run=slot: self._guarded(run))
        window.welcome.new_requested.connect(table["new"].trigger)
        window.welcome.open_requested.connect(table["open"].trigger)
        window.welcome.sample_requested.connect(table["open-sample"].trigger)
        window.welcome.import_requested.connect(table["import"].trigger)
        window.welcome.recent_chosen.connect(
            lambda path: self._guarded(lambda: self.open(Path(path)))
        )
        window.articles.import_requested.connect(table["import"].trigger)
        window.files_dropped.connect(lambda paths: self._guarded(lambda: self.take_dropped(paths)))
        window.status.annotator_clicked.connect(table["annotator"].trigger)
        window.status.retry_requested.connect(session.retry_saving)
        session.project_changed.connect(self.show_recent)
        self.show_recent()

    # -- opening

    def new(self) -> None:
        from annotator.project import Project
        from ui.dialogs.new_project_dialog import NewProjectDialog

        dialog = NewProjectDialog(self._usual_folder(), self._window)
        if dialog.exec():
            choice = dialog.choice()
            Project.create(choice.path, title=choice.title, schema=choice.schema).close()
            self.open(choice.path)

    def ask_and_open(self) -> None:
        from PySide6.QtWidgets import QFileDialog

        chosen = QFileDialog.getExistingDirectory(
            self._window, self.tr("Open a project folder"), str(self._usual_folder())
        )
        if chosen:
            self.open(Path(chosen))

    def open_sample(self) -> None:
        self.open(sample.copy_to(sample.user_folder()))

    def open(self, path: Path) -> bool:
        """Open a project, asking for the annotator's name once; tell whether it is open now."""
        project = self._session.project
        if project is not None and project.path == path.absolute():
            return True
        annotator = self._memory.settings.annotator or self.ask_name(path)
        if not annotator:
            return False
        try:
            self._session.open_project(path, annotator)
        except LockedError as error:
            if not self._offer_read_only(error):
                return False
            self._session.open_project(path, annotator, read_only=True)
        except DamagedFileError as error:
            return self.damaged is not None and self.damaged(path, error)
        except ProjectError:
            if not path.exists():
                self._memory.update(self._memory.settings.without_recent(str(path)))
                self.show_recent()
            raise
        self._memory.update(self._memory.settings.with_recent(str(path)))
        self.show_recent()
        self._open_where_left()
        return True

    def open_or_explain(self, path: Path) -> None:
        """Open a project; what stands in the way is shown and not raised."""
        self._guarded(lambda: self.open(path))

    def ask_name(self, path: Path | None) -> str:
        """Ask who annotates and remember it; return an empty name when the question was closed."""
        from annotator.project import Project
        from ui.dialogs.annotator_dialog import AnnotatorDialog

        known: tuple[str, ...] = ()
        if path is not None:
            with Project.open(path, read_only=True) as project:
                known = project.annotators()
        dialog = AnnotatorDialog(self._memory.settings.annotator, known, self._window)
        if not dialog.exec():
            return ""
        name = dialog.choice().name
        self._memory.update(replace(self._memory.settings, annotator=name))
        return name

    def change_annotator(self) -> None:
        project = self._session.project
        path = project.path if project else None
        before = self._memory.settings.annotator
        name = self.ask_name(path)
        if name and name != before and path is not None and self.close():
            self.open(path)

    def show_recent(self) -> None:
        """List the projects opened before, on the welcome page and in the menu."""
        recent = self._memory.settings.recent
        self._window.welcome.show_recent(
            [RecentProject(path, Path(path).name, not Path(path).is_dir()) for path in recent]
        )
        menu = self._window.recent_menu
        menu.clear()
        for path in recent:
            action = menu.addAction(path)
            action.triggered.connect(
                lambda _checked=False, p=path: self._guarded(lambda: self.open(Path(p)))
            )
        menu.setEnabled(bool(recent))

    # -- in and out

    def take_dropped(self, paths: list[str]) -> None:
        """Open a dropped project folder; import anything else that is dropped."""
        places = [Path(path) for path in paths]
        if len(places) == 1 and (places[0] / "project.json").exists():
            self.open(places[0])
        else:
            self.import_articles(places)

    def import_articles(self, paths: list[Path] | None = None) -> None:
        from ui.dialogs.transfer.import_dialog import ImportDialog
        from ui.dialogs.transfer.import_result import ImportResultDialog
        from ui.widgets.progress import run_with_progress

        if self._session.project is None:
            self.new()
        project = self._session.project
        if project is None:
            return
        dialog = ImportDialog(
            annotator=self._session.annotator,
            annotators=project.annotators(),
            paths=paths or (),
            parent=self._window,
        )
        if not dialog.exec():
            return
        choice = dialog.choice()
        self._session.settle()
        report = run_with_progress(
            self._window,
            self.tr("Importing articles"),
            lambda progress: project.import_files(
                choice.paths,
                format=choice.format,
                options=choice.options,
                progress=progress,
            ),
        )
        self._session.reload_articles()
        if report is None:
            self.said.emit(self.tr("Import stopped; nothing was taken."))
            return
        if self._session.article is None:
            self._open_where_left()
        ImportResultDialog(report, self._window).exec()

    def export(self) -> None:
        from ui.dialogs.transfer.export_dialog import ExportDialog
        from ui.dialogs.transfer.export_result import ExportResultDialog
        from ui.widgets.progress import run_with_progress

        project = self._open_project()
        self._window.annotations.commit()
        self._session.settle()
        annotators = project.annotators()
        out = self._usual_folder() / project.path.name
        dialog = ExportDialog(
            out,
            annotators,
            self._session.annotator,
            has_gold=GOLD in annotators,
            schema=project.schema,
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
            self.said.emit(self.tr("Export stopped; no file was written."))
            return
        ExportResultDialog(report, self._window).exec()

    def save(self) -> None:
        """Every edit is saved by itself: this commits what is still being typed and hurries a refused one."""
        self._window.annotations.commit()
        self._session.retry_saving()
        if self._session.save_state.is_saved:
            self.said.emit(self.tr("Everything is saved; Hashiya saves each edit by itself."))

    def close(self) -> bool:
        """Close the project. When edits cannot be saved, ask first; return False to stay."""
        self._window.annotations.commit()
        if (
            self._session.pending
            and not self._session.wait_until_saved(2.0)
            and not self._may_lose()
        ):
            return False
        self._remember_place()
        self._session.close_project()
        return True

    # -- one article, the labels

    def edit_details(self) -> None:
        from ui.dialogs.article_details_dialog import ArticleDetails, ArticleDetailsDialog

        article = self._session.article
        if article is None:
            return
        details = ArticleDetails(article.title, article.published, article.source, article.url)
        dialog = ArticleDetailsDialog(details, self._window)
        if dialog.exec():
            choice = dialog.choice()
            self._session.set_metadata(choice.title, choice.published, choice.source, choice.url)

    def edit_schema(self) -> None:
        from annotator.project.usage import count_usage
        from ui.dialogs.schema.schema_dialog import SchemaDialog
        from ui.widgets.progress import run_with_progress

        project = self._open_project()
        self._session.settle()
        usage = run_with_progress(
            self._window,
            self.tr("Counting annotations"),
            lambda progress: count_usage(project, progress),
        )
        if usage is None:
            return
        dialog = SchemaDialog(project.schema, usage.labels, self._window, carried=usage.attributes)
        if dialog.exec():
            self._session.set_schema(dialog.choice().schema)

    def show_guidelines(self) -> None:
        from ui import i18n
        from ui.dialogs.guidelines_dialog import GuidelinesDialog

        project = self._open_project()
        text = (
            project.guidelines(i18n.current())
            or project.guidelines("en")
            or project.guidelines("ar")
        )
        if text is None:
            self.said.emit(self.tr("This project has no guidelines yet."))
        else:
            GuidelinesDialog(text, self._window).show()

    # -- inside

    def _guarded(self, run: Callable[[], object]) -> None:
        try:
            run()
        except AnnotatorError as error:
            from ui.dialogs.error_box import show_error

            show_error(self._window, error)

    def _open_project(self) -> "Project":
        if self._session.project is None:
            raise ProjectError(self.tr("Open a project first."))
        return self._session.project

    def _open_where_left(self) -> None:
        project = self._session.project
        if project is None or not self._session.entries():
            return
        place = self._memory.settings.places.get(project.id)
        ids = [entry.id for entry in self._session.entries()]
        article_id = place.article if place is not None and place.article in ids else ids[0]
        self._session.open_article(article_id)
        if place is not None and place.article == article_id:
            self._window.view.place_caret(place.caret)

    def _remember_place(self) -> None:
        project, article = self._session.project, self._session.article
        if project is not None and article is not None:
            self._memory.remember_place(project.id, article.id, self._window.view.caret)

    def _usual_folder(self) -> Path:
        recent = self._memory.settings.recent
        return Path(recent[0]).parent if recent else Path.home()

    def _offer_read_only(self, error: LockedError) -> bool:
        from PySide6.QtWidgets import QMessageBox

        box = QMessageBox(self._window)
        box.setIcon(QMessageBox.Icon.Question)
        box.setWindowTitle(self.tr("Already open"))
        box.setText(str(error))
        box.setInformativeText(self.tr("You can look at the project without changing anything."))
        look = box.addButton(self.tr("Open &read-only"), QMessageBox.ButtonRole.AcceptRole)
        box.addButton(QMessageBox.StandardButton.Cancel)
        box.exec()
        return box.clickedButton() is look

    def _may_lose(self) -> bool:
        """Ask whether to close although edits are not on disk; staying is the default."""
        from PySide6.QtWidgets import QMessageBox

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
