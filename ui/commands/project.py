"""New, open, save: commands on the project as a whole."""

from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from annotator.errors import DamagedFileError, LockedError, ProjectError
from ui import i18n, sample
from ui.commands.base import Commands
from ui.main_window import MainWindow
from ui.panels.welcome_panel import RecentProject
from ui.session import Session
from ui.settings import Memory


class ProjectCommands(Commands):
    """What File › New and Open do."""

    def __init__(
        self,
        window: MainWindow,
        session: Session,
        memory: Memory,
        *,
        close: Callable[[], bool],
        leave: Callable[[], bool],
    ) -> None:
        """``close`` closes the open project and tells whether it is closed now; ``leave`` only makes ready for that."""
        super().__init__(window, session)
        self._memory = memory
        self._close, self._leave = close, leave
        self.damaged: Callable[[Path, DamagedFileError], bool] | None = None
        """Asks what to do about a project that does not open; tells whether it was mended and is open now."""
        table = window.actions_table
        window.welcome.new_requested.connect(table["new"].trigger)
        window.welcome.open_requested.connect(table["open"].trigger)
        window.welcome.sample_requested.connect(table["open-sample"].trigger)
        window.welcome.import_requested.connect(table["import"].trigger)
        window.welcome.recent_chosen.connect(self.guarded(lambda path: self.open(Path(path))))
        window.articles.import_requested.connect(table["import"].trigger)
        window.status.annotator_clicked.connect(table["annotator"].trigger)
        window.status.retry_requested.connect(session.retry_saving)
        session.project_changed.connect(self.show_recent)
        self.show_recent()

    # -- opening

    def new(self) -> None:
        from annotator.project import Project
        from ui.dialogs.new_project_dialog import NewProjectDialog

        dialog = NewProjectDialog(self.usual_folder(), self._window)
        if dialog.exec():
            choice = dialog.choice()
            Project.create(choice.path, title=choice.title, schema=choice.schema).close()
            self.open(choice.path)

    def ask_and_open(self) -> None:
        from PySide6.QtWidgets import QFileDialog

        chosen = QFileDialog.getExistingDirectory(
            self._window, self.tr("Open a project folder"), str(self.usual_folder())
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
        if not annotator or not self._leave():
            return False
        try:
            self._session.open_project(path, annotator)
        except LockedError:
            if not self._offer_read_only(annotator):
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
        self.open_where_left()
        return True

    def open_or_explain(self, path: Path) -> None:
        """Open a project; what stands in the way is shown and not raised."""
        self.guard.attempt(lambda: self.open(path))

    def ask_name(self, path: Path | None) -> str:
        """Ask who annotates and remember it; return an empty name when the question was closed."""
        from annotator.project import Project
        from ui.dialogs.annotator_dialog import AnnotatorDialog

        known: tuple[str, ...] = ()
        if path is not None:
            with Project.open(path, read_only=True) as project:
                known = project.annotating()
        dialog = AnnotatorDialog(self._memory.settings.annotator, known, self._window)
        if not dialog.exec():
            return ""
        name = dialog.choice().name
        self._memory.update(replace(self._memory.settings, annotator=name))
        return name

    def change_annotator(self) -> None:
        project = self._session.project
        path = project.path if project else None
        name = self.ask_name(path)
        if name:
            self.turn_to(name)

    def turn_to(self, annotator: str) -> None:
        """Open the project that is open anew, as what another annotator has made of it; nothing where it is so already."""
        project = self._session.project
        if project is not None and self._session.annotator != annotator and self._close():
            self.open(project.path)

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
                lambda _checked=False, p=path: self.guard.attempt(lambda: self.open(Path(p)))
            )
        menu.setEnabled(bool(recent))

    def save(self) -> None:
        """Every edit is saved by itself: this commits what is still being typed and hurries a refused one."""
        self.keep_typed()
        self._session.retry_saving()
        if self._session.save_state.is_saved:
            self.say(self.tr("Everything is saved; Hashiya saves each edit by itself."))

    # -- the labels

    def edit_schema(self) -> None:
        from annotator.project.usage import count_usage
        from ui.dialogs.schema.schema_dialog import SchemaDialog
        from ui.widgets.progress import run_with_progress

        project = self.opened_project()
        self._session.settle()
        usage = run_with_progress(
            self._window,
            self.tr("Counting annotations"),
            lambda progress: count_usage(project, progress),
        )
        if usage is None:
            return
        used = Counter(name for entry in project.entries() for name in entry.fields)
        dialog = SchemaDialog(
            project.schema, usage.labels, self._window, carried=usage.attributes, used_fields=used
        )
        if dialog.exec():
            self._session.set_schema(dialog.choice().schema)

    # -- inside

    def open_where_left(self) -> None:
        """Open the article in which work was left, else the first."""
        project = self._session.project
        if project is None or not self._session.entries():
            return
        place = self._memory.settings.places.get(project.id)
        ids = [entry.id for entry in self._session.entries()]
        article_id = place.article if place is not None and place.article in ids else ids[0]
        self._session.open_article(article_id)

    def usual_folder(self) -> Path:
        """Return the folder that file dialogs begin in."""
        recent = self._memory.settings.recent
        return Path(recent[0]).parent if recent else Path.home()

    def _offer_read_only(self, annotator: str) -> bool:
        from PySide6.QtWidgets import QMessageBox

        box = QMessageBox(self._window)
        box.setIcon(QMessageBox.Icon.Question)
        box.setWindowTitle(self.tr("Already open"))
        words = self.tr("%1 is already at work on this project, in another window.")
        box.setText(words.replace("%1", i18n.isolate(annotator)))
        box.setInformativeText(self.tr("You can look at the project without changing anything."))
        look = box.addButton(self.tr("Open &read-only"), QMessageBox.ButtonRole.AcceptRole)
        box.addButton(QMessageBox.StandardButton.Cancel)
        box.exec()
        return box.clickedButton() is look
