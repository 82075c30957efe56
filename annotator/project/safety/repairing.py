"""Mend a project folder: from the journals, then from backups, then whatever whole records there are."""

import re
from contextlib import AbstractContextManager, ExitStack, suppress
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from annotator.errors import AnnotatorError, DamagedFileError
from annotator.project.desk import Desk
from annotator.project.safety.check_report import CheckReport
from annotator.project.safety.mend_journals import mend_journals
from annotator.store.backups import backups
from annotator.store.backups.backups import Backup
from annotator.store.files.clock import now
from annotator.store.files.confined import Confined
from annotator.store.files.device import backup_folder
from annotator.store.files.filesystem import REAL, FileSystem, write_atomically
from annotator.store.files.layout import Layout, folder_name
from annotator.store.files.leftovers import clear_leftovers, temporary_folder
from annotator.store.files.lock import NAMES, PROJECT, Lock, annotator_lock, shared_lock
from annotator.store.files.records import Tables, load, salvage
from annotator.store.journal.journals import Histories
from annotator.store.layers import folders
from annotator.store.shared import article_files, catalog, names_file, project_file

if TYPE_CHECKING:
    from annotator.model import Article


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


@dataclass(slots=True)
class RepairReport:
    """What was mended, what could not be, and what a check says afterwards."""

    mended: list[str] = field(default_factory=list[str])
    failed: list[str] = field(default_factory=list[str])
    told: list[str] = field(default_factory=list[str])
    """What is worth knowing besides, such as a backup that is damaged."""
    after: CheckReport | None = None

    def lines(self) -> list[str]:
        return [
            *(f"mended: {what}" for what in self.mended),
            *(f"not mended: {what}" for what in self.failed),
            *(f"note: {what}" for what in self.told),
            *([] if self.after is None else self.after.lines()),
        ]


def repair(open_project: Opener, path: Path, filesystem: FileSystem) -> RepairReport:
    """Do what `Project.repair` promises."""
    layout = Layout((path.parent if path.name == "project.json" else path).absolute())
    filesystem = Confined(filesystem, layout.root)
    report = RepairReport()
    clear_leftovers()
    with ExitStack() as stack:
        lock = shared_lock(layout.locks, PROJECT, filesystem)
        stack.callback(lock.release)
        backup = _LastBackup(layout, filesystem, stack, report)
        _mend_shared_files(layout, filesystem, lock, backup, report)
        _mend_articles(layout, filesystem, lock, backup, report)
        _mend_names(layout, filesystem, report)
    with ExitStack() as stack:
        stack.callback(shared_lock(layout.locks, NAMES, filesystem).release)
        _mend_registry(layout, filesystem, backup, report)
    mixed = {
        folder
        for folder in folders.folders(layout, filesystem)
        if _mend_journals(layout, folder, filesystem, backup.known, report)
    }
    with open_project(path, filesystem=filesystem) as opened:
        for annotator in opened.annotators():
            try:
                with opened.desk(annotator) as desk:
                    if folder_name(annotator) in mixed:
                        desk.merge_journals()
                    _mend_layers(desk, layout, filesystem, report)
            except AnnotatorError as error:
                report.failed.append(f"{annotator}: {error}")
    with open_project(path, read_only=True, filesystem=filesystem) as opened:
        report.after = opened.check()
    return report


class _LastBackup:
    """The last backup that can be read, unpacked when it is first needed."""

    def __init__(
        self, layout: Layout, filesystem: FileSystem, stack: ExitStack, report: RepairReport
    ) -> None:
        self._layout = layout
        self._filesystem = filesystem
        self._stack = stack
        self._report = report
        self._looked = False
        self._found: Layout | None = None

    def get(self) -> Layout | None:
        if not self._looked:
            self._looked = True
            self._found = self._unpack()
        return self._found

    @cached_property
    def known(self) -> list[Backup]:
        """The project's backups on this computer, the newest first."""
        # The id is all that is needed of a project.json, however damaged the rest of it is.
        data = (
            self._filesystem.read(self._layout.project)
            if self._filesystem.exists(self._layout.project)
            else b""
        )
        match = re.search(rb'"id":\s*"([0-9a-f]{12})"', data)
        found = backups.list_backups(backup_folder(match[1].decode())) if match else []
        return found[::-1]

    def _unpack(self) -> Layout | None:
        for made in self.known:
            folder = self._stack.enter_context(temporary_folder())
            try:
                backups.unpack(made, folder)
            except DamagedFileError as error:
                self._report.told.append(str(error))
            else:
                return Layout(folder)
        return None


def _mend_shared_files(
    layout: Layout,
    filesystem: FileSystem,
    lock: Lock,
    backup: _LastBackup,
    report: RepairReport,
) -> None:
    """Make project.json and catalog.json readable, so that the project opens. What they held is kept beside them."""
    try:
        project_file.read_project_file(layout, filesystem)
    except DamagedFileError as error:
        if not _mend_id(layout, filesystem, lock, report):
            _mend_project_file(layout, filesystem, backup, report, str(error))
    try:
        catalog.Catalog(layout, filesystem)
    except DamagedFileError as error:
        data = _put_aside(layout.catalog, filesystem)
        catalog.create_catalog(layout, filesystem, _whole_records(data))
        report.mended.append(
            f"{layout.catalog.name} was made again from its whole records ({error})"
        )


def _mend_articles(
    layout: Layout,
    filesystem: FileSystem,
    lock: Lock,
    backup: _LastBackup,
    report: RepairReport,
) -> None:
    """Bring damaged texts back from a backup and list articles that no catalog lists."""
    known = catalog.Catalog(layout, filesystem, lock)
    ids = [entry.id for entry in known.entries]
    unlisted = [i for i in article_files.article_ids(layout, filesystem) if i not in known]
    found: list[Article] = []
    for article_id in [*ids, *unlisted]:
        try:
            article = article_files.read_article(layout, article_id, filesystem)
        except DamagedFileError as error:
            _mend_article(layout, article_id, filesystem, backup, report, str(error))
        else:
            found += [article] if article_id in unlisted else []
    if found:
        known.update(found, {})
        report.mended.append(
            f"{len(found)} articles that the catalog did not list are in the list again"
        )


def _mend_names(layout: Layout, filesystem: FileSystem, report: RepairReport) -> None:
    """Write the damaged records of annotators' names again, from their layers."""
    for folder in folders.folders(layout, filesystem):
        try:
            folders.recorded_name(layout, folder, filesystem)
        except DamagedFileError as error:
            name = folders.name_of(layout, folder, filesystem)
            _put_aside(layout.annotator_record(folder), filesystem)
            folders.remember_name(layout, folder, name, filesystem)
            report.mended.append(f"the record of {name}'s name was written again ({error})")


def _mend_id(layout: Layout, filesystem: FileSystem, lock: Lock, report: RepairReport) -> bool:
    """Give a project that is sound but for its id a new one; tell whether that was all that it needed."""
    try:
        if not project_file.has_wrong_id(layout, filesystem):
            return False
        data = filesystem.read(layout.project)
        new = project_file.set_id(layout, filesystem, lock)
        project_file.read_project_file(layout, filesystem)
    except DamagedFileError:
        return False
    aside = layout.project.with_name(f"{layout.project.name}.damaged-{now().replace(':', '')}")
    filesystem.write_file(aside, data)
    report.mended.append(f"{layout.project.name} had no usable id and got the new one {new}")
    return True


def _mend_registry(
    layout: Layout, filesystem: FileSystem, backup: "_LastBackup", report: RepairReport
) -> None:
    """Bring a damaged list of names back from a backup, or keep its whole records."""
    path = names_file.names_path(layout)
    try:
        names_file.read_names(layout, filesystem)
    except DamagedFileError as error:
        data = _put_aside(path, filesystem)
        count = names_file.mend_names(layout, _whole_records(data), filesystem)
        told = f"{path.name} was made again from its {count} whole records ({error})"
        report.mended.append(told + _add_names(layout, filesystem, backup))


def _add_names(layout: Layout, filesystem: FileSystem, backup: "_LastBackup") -> str:
    """Add the names that a backup has and the mended list lacks; return what to say of it."""
    last = backup.get()
    if last is None:
        return ""
    with suppress(DamagedFileError):
        added = names_file.add_names(layout, names_file.read_names(last, REAL), filesystem)
        return f", and {added} names from the last backup" if added else ""
    return ""


def _mend_journals(
    layout: Layout,
    folder: str,
    filesystem: FileSystem,
    known: list[Backup],
    report: RepairReport,
) -> bool:
    """Mend one annotator's journals; tell whether lines of several copies may lie in them."""
    try:
        lock = annotator_lock(layout.locks, folder, filesystem)
    except AnnotatorError as error:
        report.failed.append(f"{folder}: {error}")
        return False
    try:
        mended, failed, is_mixed = mend_journals(layout, folder, filesystem, known)
    except (AnnotatorError, OSError) as error:
        mended, failed, is_mixed = [], [f"{folder}: {error}"], False
    finally:
        lock.release()
    report.mended.extend(mended)
    report.failed.extend(failed)
    return is_mixed


def _mend_layers(desk: Desk, layout: Layout, filesystem: FileSystem, report: RepairReport) -> None:
    """Open every layer of one annotator, which heals it, and write what was healed."""
    folder = folder_name(desk.annotator)
    histories = Histories(layout.journals, folder, filesystem)
    known = {article_id for one in histories.devices.values() for article_id in one.known}
    for article_id in sorted(known | set(folders.layer_ids(layout, desk.annotator, filesystem))):
        try:
            desk.layer(article_id)
        except AnnotatorError as error:
            report.failed.append(f"{desk.annotator}: {error}")
    desk.checkpoint()
    report.mended.extend(f"{desk.annotator}: {notice}" for notice in desk.notices)
    for path in folders.temporary_files(layout.annotator(folder), filesystem):
        filesystem.remove(path)
        report.mended.append(f"{path.name}, left by an interrupted save, was deleted")


def _mend_project_file(
    layout: Layout,
    filesystem: FileSystem,
    backup: _LastBackup,
    report: RepairReport,
    why: str,
) -> None:
    last = backup.get()
    if last is None:
        raise DamagedFileError(f"{why}. There is no backup to take it from")
    _put_aside(layout.project, filesystem)
    write_atomically(filesystem, layout.project, filesystem.read(last.project))
    report.mended.append(f"{layout.project.name} was taken from the last backup ({why})")


def _mend_article(
    layout: Layout,
    article_id: str,
    filesystem: FileSystem,
    backup: _LastBackup,
    report: RepairReport,
    why: str,
) -> None:
    last = backup.get()
    with suppress(DamagedFileError):
        if last is not None:
            article = article_files.read_article(last, article_id, filesystem)
            _put_aside(layout.article(article_id), filesystem)
            article_files.write_article(layout, article, filesystem)
            report.mended.append(f"the text of {article_id} was taken from the last backup")
            return
    report.failed.append(why)


def _whole_records(data: bytes) -> Tables:
    """Return the records of a damaged file that are whole: of JSON all that are records, else those on lines of their own."""
    try:
        return load(data, "it", []).tables
    except DamagedFileError:
        return salvage(data).tables


def _put_aside(path: Path, filesystem: FileSystem) -> bytes:
    """Rename a damaged file, so that it is kept, and return what is in it."""
    if not filesystem.exists(path):
        return b""
    data = filesystem.read(path)
    filesystem.replace(path, path.with_name(f"{path.name}.damaged-{now().replace(':', '')}"))
    return data
