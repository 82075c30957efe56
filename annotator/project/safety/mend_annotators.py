"""Mend what belongs to single annotators: the records of their names, their journals, their layers."""

from dataclasses import dataclass
from pathlib import Path

from annotator.errors import AnnotatorError, DamagedFileError, ProjectError
from annotator.project.desk import Desk
from annotator.project.safety.known_backups import KnownBackups
from annotator.project.safety.mend_journals import mend_journals
from annotator.project.safety.mend_misplaced import bring_back, set_misplaced_aside
from annotator.project.safety.repair_report import RepairReport
from annotator.store.files.evidence import set_aside
from annotator.store.files.filesystem import FileSystem
from annotator.store.files.layout import ARTICLE_FILE, Layout, folder_name
from annotator.store.files.lock import annotator_lock
from annotator.store.files.problems import gist
from annotator.store.files.records import whole_records
from annotator.store.journal.journals import Histories
from annotator.store.layers import folders


@dataclass(frozen=True, slots=True)
class AnnotatorMender:
    """Mends one annotator after the other, each under their lock; who is at work is left alone and named."""

    layout: Layout
    filesystem: FileSystem
    backups: KnownBackups
    report: RepairReport

    def mend(self, folder: str) -> bool:
        """Mend names and journals of the annotator with this folder; tell whether lines of several copies may be in them."""
        try:
            lock = annotator_lock(self.layout.locks, folder, self.filesystem)
        except AnnotatorError as error:
            self.report.failed.append(f"{folder}: {error}")
            return False
        try:
            return self._mend(folder)
        except (AnnotatorError, OSError) as error:
            self.report.failed.append(f"{folder}: {error}")
            return False
        finally:
            lock.release()

    def _mend(self, folder: str) -> bool:
        places = set_misplaced_aside(
            self.layout, self.filesystem, lambda path: self._is_of(folder, path), self.report
        )
        segments = [path for path in places if path.suffix == ".jsonl"]
        bring_back(segments, self.layout, self.filesystem, self.backups, self.report)
        mended, failed, is_mixed = mend_journals(
            self.layout, folder, self.filesystem, self.backups.all
        )
        self.report.mended.extend(mended)
        self.report.failed.extend(failed)
        self._bring_layers(folder, places)
        self._mend_name(folder, was_there=self.layout.annotator_record(folder) in places)
        return is_mixed

    def mend_layers(self, desk: Desk) -> None:
        """Open every layer of one annotator, which heals it, and write what was healed."""
        folder = folder_name(desk.annotator)
        histories = Histories(self.layout.journals, folder, self.filesystem)
        known = {article_id for one in histories.devices.values() for article_id in one.known}
        there = folders.layer_ids(self.layout, desk.annotator, self.filesystem)
        for article_id in sorted(known | set(there)):
            try:
                desk.layer(article_id)
            except AnnotatorError as error:
                if str(error) not in self.report.failed:  # of the text, it was said already
                    self.report.failed.append(f"{desk.annotator}: {error}")
        desk.checkpoint()
        self.report.mended.extend(f"{desk.annotator}: {notice}" for notice in desk.notices)
        for path in folders.temporary_files(self.layout.annotator(folder), self.filesystem):
            self.filesystem.remove(path)
            self.report.mended.append(f"{path.name}, left by an interrupted save, was deleted")

    def _bring_layers(self, folder: str, places: list[Path]) -> None:
        """Bring the layers back in whose place something else was, from a backup where the journals do not have them whole."""
        histories = Histories(self.layout.journals, folder, self.filesystem)
        gone = {
            match[1]: path
            for path in places
            if self.layout.annotator(folder) in path.parents
            and (match := ARTICLE_FILE.fullmatch(path.name))
        }
        for article_id in folders.layer_ids_in(self.layout.annotator(folder), self.filesystem):
            path = self.layout.layer(folder, article_id)
            is_known = any(article_id in one.known for one in histories.devices.values())
            if not is_known and self._holds_nothing(path) and self.backups.read(path):
                set_aside(path, self.filesystem)
                bring_back([path], self.layout, self.filesystem, self.backups, self.report)
        for article_id, path in gone.items():
            steps = histories.complete(article_id)
            if any(step.entry.n for step in steps):
                continue
            bring_back([path], self.layout, self.filesystem, self.backups, self.report)
            if not steps and not self.filesystem.exists(path):
                self.report.failed.append(
                    f"{folder}: neither a journal nor a backup knows what was in {path.name}"
                )

    def _holds_nothing(self, path: Path) -> bool:
        """Tell whether a layer file has nothing that could be read, not even single records."""
        try:
            return not any(whole_records(self.filesystem.read(path)).values())
        except ProjectError:
            return False

    def _mend_name(self, folder: str, *, was_there: bool) -> None:
        """Write the damaged record of a name again, from the layers."""
        path = self.layout.annotator_record(folder)
        try:
            if was_there and not self.filesystem.exists(path):
                raise DamagedFileError("it was no file")
            folders.recorded_name(self.layout, folder, self.filesystem)
        except DamagedFileError as error:
            name = folders.name_of(self.layout, folder, self.filesystem)
            if self.filesystem.exists(path):
                set_aside(path, self.filesystem)
            folders.remember_name(self.layout, folder, name, self.filesystem)
            self.report.mended.append(
                f"the record of {name}'s name was written again ({gist(error)})"
            )

    def _is_of(self, folder: str, path: Path) -> bool:
        inside = path.relative_to(self.layout.root).parts
        return len(inside) > 1 and (
            (inside[0] == self.layout.annotations.name and inside[1] == folder)
            or (inside[0] == self.layout.journals.name and inside[1].startswith(f"{folder}@"))
        )
