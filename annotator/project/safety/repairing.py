"""Mend a project folder: from the journals, then from backups, then whatever whole records there are."""

from contextlib import AbstractContextManager, ExitStack
from pathlib import Path
from typing import Protocol

from annotator.errors import AnnotatorError, ProjectError
from annotator.project.desk import Desk
from annotator.project.safety.check_report import CheckReport
from annotator.project.safety.known_backups import KnownBackups, backups_of_folder
from annotator.project.safety.mend_annotators import AnnotatorMender
from annotator.project.safety.mend_misplaced import bring_back, set_misplaced_aside
from annotator.project.safety.mend_shared import SharedMender, nothing_to_take
from annotator.project.safety.repair_report import RepairReport
from annotator.store.backups.backups import Backup
from annotator.store.files.confined import Confined
from annotator.store.files.filesystem import REAL, FileSystem
from annotator.store.files.layout import Layout, folder_name
from annotator.store.files.leftovers import clear_leftovers
from annotator.store.files.lock import NAMES, PROJECT, shared_lock
from annotator.store.layers import folders
from annotator.store.shared import project_file
from annotator.store.shared.names_file import names_path
from annotator.store.shared.rulings_file import rulings_path


class Opened(Protocol):
    """What is asked of a project that opens again."""

    def annotators(self) -> tuple[str, ...]: ...

    def desk(self, annotator: str) -> Desk: ...

    def check(self) -> CheckReport: ...


class Opener(Protocol):
    """Opens a project's folder."""

    def __call__(
        self, path: Path, *, read_only: bool = False, filesystem: FileSystem = REAL
    ) -> AbstractContextManager[Opened]: ...


def repair(
    open_project: Opener, path: Path, filesystem: FileSystem, chosen: Backup | None = None
) -> RepairReport:
    """Do what `Project.repair` promises."""
    layout = Layout((path.parent if path.name == "project.json" else path).absolute())
    filesystem = Confined(filesystem, layout.root)
    _refuse_what_is_no_project(layout, filesystem)
    report = RepairReport()
    clear_leftovers()
    set_misplaced_aside(  # without a lock: nobody can hold one there
        layout, filesystem, lambda place: place == layout.locks, report
    )
    with ExitStack() as stack:
        backups = KnownBackups(layout, filesystem, stack, report.told, chosen)
        shared = SharedMender(layout, filesystem, backups, report)
        personal = AnnotatorMender(layout, filesystem, backups, report)
        _mend_shared(layout, filesystem, shared, backups, report)
        people = folders.folders(layout, filesystem)
        mixed = {folder for folder in people if personal.mend(folder)}
        for folder in people:
            shared.reseal(layout.annotator_record(folder))
        with open_project(path, filesystem=filesystem) as opened:
            for annotator in opened.annotators():
                try:
                    with opened.desk(annotator) as desk:
                        if folder_name(annotator) in mixed:
                            desk.merge_journals()
                        personal.mend_layers(desk)
                except AnnotatorError as error:
                    report.failed.append(f"{annotator}: {error}")
    with open_project(path, read_only=True, filesystem=filesystem) as opened:
        report.after = opened.check()
    return report


def obstacle(path: Path, filesystem: FileSystem) -> str:
    """Say why a repair could not make a project open that does not open, and what is to be done; nothing where it could."""
    layout = Layout((path.parent if path.name == "project.json" else path).absolute())
    filesystem = Confined(filesystem, layout.root)
    try:
        if filesystem.exists(layout.project):
            if project_file.has_wrong_id(layout, filesystem):
                return ""
            project_file.read_project_file(layout, filesystem)
            return ""
    except ProjectError:
        pass
    return nothing_to_take(backups_of_folder(layout, filesystem))


def _mend_shared(
    layout: Layout,
    filesystem: FileSystem,
    shared: SharedMender,
    backups: KnownBackups,
    report: RepairReport,
) -> None:
    names, annotations, journals = names_path(layout), layout.annotations, layout.journals
    lock = shared_lock(layout.locks, PROJECT, filesystem)
    try:
        places = set_misplaced_aside(
            layout,
            filesystem,
            lambda place: place != names and not {annotations, journals} & {*place.parents},
            report,
        )
        shared.mend_project_file(lock)
        shared.mend_catalog()
        shared.mend_articles(lock)
        shared.mend_rulings(was_there=rulings_path(layout) in places)
        texts = [place for place in places if place.suffix == ".md"]
        bring_back(texts, layout, filesystem, backups, report)
    finally:
        lock.release()
    lock = shared_lock(layout.locks, NAMES, filesystem)
    try:
        places = set_misplaced_aside(layout, filesystem, lambda place: place == names, report)
        shared.mend_registry(was_there=bool(places))
    finally:
        lock.release()


def _refuse_what_is_no_project(layout: Layout, filesystem: FileSystem) -> None:
    """Leave other folders alone: a mistyped name must not put locks, or a project, into one."""
    known = (layout.project, layout.catalog, layout.articles, layout.annotations, layout.journals)
    if not any(filesystem.exists(path) for path in known):
        raise ProjectError(f"{layout.root} is not a project: there is nothing of one in it")
