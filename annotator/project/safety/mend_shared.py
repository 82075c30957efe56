"""Mend what all annotators share: project.json, the catalog, the texts, the lists of names and of guideline decisions."""

from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from annotator.errors import DamagedFileError, ProjectError
from annotator.model import Article
from annotator.project.safety.known_backups import KnownBackups
from annotator.project.safety.repair_report import RepairReport
from annotator.store.backups.finding import Candidate, Found
from annotator.store.files.evidence import DAMAGED, keep_beside, set_aside
from annotator.store.files.filesystem import REAL, FileSystem, write_atomically
from annotator.store.files.layout import Layout
from annotator.store.files.lock import Lock
from annotator.store.files.problems import gist
from annotator.store.files.records import Row, dump, load, whole_records
from annotator.store.shared import article_files, catalog, names_file, project_file, rulings_file


@dataclass(frozen=True, slots=True)
class SharedMender:
    """Mends shared files. What they held is kept beside them."""

    layout: Layout
    filesystem: FileSystem
    backups: KnownBackups
    report: RepairReport

    def mend_project_file(self, lock: Lock) -> None:
        """Make project.json readable, or raise `DamagedFileError` saying what is to be done."""
        if not self.filesystem.exists(self.layout.project):
            self._take_project_file(f"{self.layout.project.name} was gone")
        try:
            project_file.read_project_file(self.layout, self.filesystem)
        except DamagedFileError as error:
            if not self._mend_id(lock):
                self._take_project_file(gist(error))
        self.reseal(self.layout.project)

    def mend_catalog(self) -> None:
        try:
            catalog.Catalog(self.layout, self.filesystem)
        except DamagedFileError as error:
            left = [whole_records(self._put_aside(self.layout.catalog))]
            if self.backups.last is not None:
                with suppress(ProjectError):
                    left.append(whole_records(REAL.read(self.backups.last.catalog)))
            catalog.create_catalog(self.layout, self.filesystem, *left)
            self.report.mended.append(
                f"{self.layout.catalog.name} was made again from its whole records ({gist(error)})"
            )
        self.reseal(self.layout.catalog)

    def mend_articles(self, lock: Lock) -> None:
        """Bring damaged texts back from a backup, list articles that no catalog lists, and work out what follows from texts."""
        known = catalog.Catalog(self.layout, self.filesystem, lock)
        listed = {entry.id: entry for entry in known.entries}
        facts = catalog.Facts(self.layout, self.filesystem)
        unlisted = [
            i for i in article_files.article_ids(self.layout, self.filesystem) if i not in known
        ]
        found: list[Article] = []
        truths: dict[str, Row] = {}
        for article_id in [*listed, *unlisted]:
            try:
                article = article_files.read_article(self.layout, article_id, self.filesystem)
            except DamagedFileError as error:
                if not self._work_article_out(article_id, listed.get(article_id), gist(error)):
                    self._take_article(article_id, str(error))
                continue
            self.reseal(self.layout.article(article_id))
            found += [article] if article_id in unlisted else []
            if truth := facts.denied_by(article):
                truths[article_id] = truth
        if found:
            known.update(found, {})
            self.report.mended.append(
                f"{len(found)} articles that the catalog did not list are in the list again"
            )
        if truths:
            facts.correct(truths, lock)
            self.report.mended.append(
                f"what {self.layout.catalog.name} said of the texts of {', '.join(truths)} was worked out again from them"
            )

    def mend_registry(self, *, was_there: bool) -> None:
        """Bring a damaged list of names back from a backup, or keep its whole records."""
        path = names_file.names_path(self.layout)
        try:
            if was_there and not self.filesystem.exists(path):
                raise DamagedFileError("it was no file")
            names_file.read_names(self.layout, self.filesystem)
        except DamagedFileError as error:
            data = self._put_aside(path)
            count = names_file.mend_names(self.layout, whole_records(data), self.filesystem)
            told = f"{path.name} was made again from its {count} whole records ({gist(error)})"
            self.report.mended.append(told + self._add_names())
        self.reseal(path)

    def mend_rulings(self, *, was_there: bool) -> None:
        """Keep the whole records of a damaged list of guideline decisions, and add those that a backup has."""
        path = rulings_file.rulings_path(self.layout)
        try:
            if was_there and not self.filesystem.exists(path):
                raise DamagedFileError("it was no file")
            rulings_file.read_rulings(self.layout, self.filesystem)
        except DamagedFileError as error:
            data = self._put_aside(path)
            count = rulings_file.mend_rulings(self.layout, whole_records(data), self.filesystem)
            told = f"{path.name} was made again from its {count} whole records ({gist(error)})"
            self.report.mended.append(told + self._add_rulings())
        self.reseal(path)

    def reseal(self, path: Path) -> None:
        """Write a readable file that another program changed as it is, with a checksum that fits."""
        if not self.filesystem.exists(path):
            return
        with suppress(DamagedFileError):
            loaded = load(self.filesystem.read(path), path)
            if not loaded.intact:
                write_atomically(self.filesystem, path, dump(loaded.tables))
                where = path.relative_to(self.layout.root).as_posix()
                self.report.mended.append(f"{where} was taken as it is and got a new checksum")

    def _mend_id(self, lock: Lock) -> bool:
        """Give a project that is sound but for its id its own, where a backup knows it; tell whether that was all."""
        try:
            if not project_file.has_wrong_id(self.layout, self.filesystem):
                return False
            data = self.filesystem.read(self.layout.project)
            known = self.backups.found.project
            new = project_file.set_id(self.layout, self.filesystem, lock, known)
            project_file.read_project_file(self.layout, self.filesystem)
        except DamagedFileError:
            return False
        keep_beside(self.layout.project, DAMAGED, data, self.filesystem)
        got = (
            f"its own again, {known}, as a backup has it{self.backups.which()}"
            if known
            else f"the new one {new}"
        )
        self.report.mended.append(f"{self.layout.project.name} had no usable id and got {got}")
        if not known and (several := self.backups.found.candidates):
            self.report.told.append(
                f"the backups of {_listed(several)} may be its: with the new id they are not in its list any more"
            )
        return True

    def _take_project_file(self, why: str) -> None:
        last = self.backups.last
        if last is None:
            raise DamagedFileError(f"{why}. {nothing_to_take(self.backups.found)}")
        self._put_aside(self.layout.project)
        write_atomically(self.filesystem, self.layout.project, REAL.read(last.project))
        self.report.mended.append(
            f"{self.layout.project.name} was taken from the last backup that can be read{self.backups.which()}: {why}"
        )

    def _work_article_out(
        self, article_id: str, entry: catalog.ArticleEntry | None, why: str
    ) -> bool:
        """Write an article again whose text is sound, which its id proves, and all else of it wrong or missing."""
        text = article_files.salvage_text(self.layout, article_id, self.filesystem)
        if text is None or entry is None:
            return False
        self._put_aside(self.layout.article(article_id))
        article = Article.from_text(
            text,
            title=entry.title,
            published=entry.published,
            source=entry.source,
            url=entry.url,
        )
        article_files.write_article(self.layout, article, self.filesystem)
        self.report.mended.append(f"{article_id} was written again from its own text ({why})")
        return True

    def _take_article(self, article_id: str, why: str) -> None:
        path = self.layout.article(article_id)
        last = self.backups.last
        with suppress(DamagedFileError):
            if last is not None:
                article = article_files.read_article(last, article_id, REAL)
                self._put_aside(path)
                article_files.write_article(self.layout, article, self.filesystem)
                self.report.mended.append(
                    f"the text of {article_id} was taken from the last backup that can be read"
                )
                return
        self.report.failed.append(why)

    def _add_names(self) -> str:
        """Add the names that a backup has and the mended list lacks; return what to say of it."""
        last = self.backups.last
        if last is None:
            return ""
        with suppress(DamagedFileError):
            names = names_file.read_names(last, REAL)
            added = names_file.add_names(self.layout, names, self.filesystem)
            return f", and {added} names from the last backup" if added else ""
        return ""

    def _add_rulings(self) -> str:
        """Add the guideline decisions that a backup has and the mended list lacks; return what to say of it."""
        last = self.backups.last
        if last is None:
            return ""
        with suppress(DamagedFileError):
            rulings = rulings_file.read_rulings(last, REAL)
            added = rulings_file.add_rulings(self.layout, rulings, self.filesystem)
            return f", and {added} guideline decisions from the last backup" if added else ""
        return ""

    def _put_aside(self, path: Path) -> bytes:
        """Rename a damaged file, so that it is kept, and return what is in it."""
        if not self.filesystem.exists(path):
            return b""
        data = self.filesystem.read(path)
        set_aside(path, self.filesystem)
        return data


def nothing_to_take(found: Found) -> str:
    """Say why no backup is taken, and what is to be done; nothing where there are backups."""
    if found.backups:
        return ""
    if found.candidates:
        return (
            f"The backups of {_listed(found.candidates)} may be its: see `hashiya backup list`, and choose one with "
            "`hashiya backup restore`"
        )
    return (
        "There is no backup of it on this computer to take it from: put back a copy of the file, from another copy of the "
        "project or from a new one with the same labels, which `hashiya new` makes"
    )


def _listed(candidates: tuple[Candidate, ...]) -> str:
    names = ", ".join(f"{one.title!r} ({one.project})" for one in candidates)
    return f"{len(candidates)} projects, {names},"
