"""Look at every file of a project and say what is wrong. Reads only and stops at nothing."""

from collections.abc import Callable, Generator, Iterable, Iterator
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path

from annotator.errors import ProjectError
from annotator.model import Article, Schema
from annotator.store.files.evidence import is_evidence
from annotator.store.files.filesystem import FileSystem
from annotator.store.files.layout import ARTICLE_FILE, SHARD, Layout
from annotator.store.files.problems import Problem, Severity, gist, shown
from annotator.store.files.records import Stray, Tables, load, salvage
from annotator.store.journal.checks import MERGE, check_journals
from annotator.store.journal.journals import KNOWN, Histories
from annotator.store.layers import folders, rows
from annotator.store.layers.checks import check_layer
from annotator.store.layers.found import State, read_document
from annotator.store.layers.reader import LayerReader
from annotator.store.misplaced import misplaced
from annotator.store.shared import article_files
from annotator.store.shared.catalog import Catalog, Facts
from annotator.store.shared.names_file import names_path, read_names
from annotator.store.shared.rulings_file import read_rulings, rulings_path
from annotator.store.strange_files import strange_files

REIMPORT = "Import the original text again, or put back a copy of the file"
REPAIR = "`hashiya check --repair` makes it again from the journal"
SALVAGE = "`hashiya check --repair` saves its whole records; or restore a backup"
NOTHING = "Put back a copy of the file, or restore a backup"
REWRITE = "Look at it; `hashiya check --repair` takes it as it is and writes a new checksum"
CHANGED = "the checksum does not fit: another program changed the file, or it is damaged"
ASIDE = "`hashiya check --repair` sets it aside beside, and makes what belongs there again as far as anything knows it"
RENAME = "`hashiya check --repair` writes it again from the layers"
WORK_OUT = "`hashiya check --repair` works it out from the text"


@dataclass(slots=True)
class Checker:
    """One walk through a project. ``files`` counts what was read."""

    layout: Layout
    filesystem: FileSystem
    reader: LayerReader
    files: int = 0
    _misplaced: dict[Path, str] = field(init=False, default_factory=dict[Path, str])
    """What lies where a file belongs and is none: said once, and then left alone."""

    def check(self, catalog: Catalog, schema: Schema) -> Iterator[Problem]:
        self._misplaced = misplaced(self.layout, self.filesystem)
        said = {self._named(path) for path in self._misplaced}
        for path, what in self._misplaced.items():
            yield self._problem(Severity.ERROR, path, what, ASIDE)
        yield from (one for one in strange_files(self.layout.root) if one.where not in said)
        yield from self._check_file(self.layout.project, "Restore a backup")
        yield from self._check_file(
            self.layout.catalog, "`hashiya check --repair` makes it again from the articles"
        )
        for path, read in ((names_path, read_names), (rulings_path, read_rulings)):
            if self.filesystem.exists(path(self.layout)):
                yield from self._check_list(path(self.layout), read)
        yield from self._said(self.layout.articles, self._check_articles(catalog))
        yield from self._said(self.layout.annotations, self._check_annotators(catalog, schema))
        yield from self._said(self.layout.journals, self._check_journals())

    def _said(self, folder: Path, checking: Iterator[Problem]) -> Iterator[Problem]:
        """Pass problems on; a folder that cannot be read is one, and ends only its own part of the check."""
        try:
            yield from checking
        except (ProjectError, OSError) as error:
            if not any(str(path) in str(error) for path in self._misplaced):  # said already
                yield self._problem(
                    Severity.ERROR, folder, str(error), "Check the folder's permissions"
                )

    def _check_annotators(self, catalog: Catalog, schema: Schema) -> Iterator[Problem]:
        for folder in folders.folders(self.layout, self.filesystem):
            yield from self._said(
                self.layout.annotator(folder), self._check_annotator(folder, catalog, schema)
            )

    def _check_journals(self) -> Iterator[Problem]:
        for problem, files in check_journals(self.layout, self.filesystem, self._misplaced):
            self.files += files
            if problem is not None:
                yield problem

    def _check_record(self, folder: str) -> Iterator[Problem]:
        """Check the record of an annotator's name, which their layers say too."""
        path = self.layout.annotator_record(folder)
        if (yield from self._check_file(path, RENAME)) is not None:
            try:
                folders.recorded_name(self.layout, folder, self.filesystem)
            except ProjectError as error:
                yield self._problem(Severity.ERROR, path, gist(error), RENAME)

    def _check_list(
        self, path: Path, read: Callable[[Layout, FileSystem], object]
    ) -> Iterator[Problem]:
        """Check a list that all annotators share: of names, of guideline decisions."""
        remedy = "`hashiya check --repair` keeps its whole records"
        if (yield from self._check_file(path, remedy)) is not None:
            try:
                read(self.layout, self.filesystem)
            except ProjectError as error:
                yield self._problem(Severity.ERROR, path, gist(error), remedy)

    def _check_articles(self, catalog: Catalog) -> Iterator[Problem]:
        yield from self._check_names(self.layout.articles)
        facts = Facts(self.layout, self.filesystem)
        there = set(article_files.article_ids(self.layout, self.filesystem))
        for entry in catalog.entries:
            if entry.id not in there:
                what = f"the text of {entry.title!r} is missing"
                yield self._problem(Severity.ERROR, self.layout.article(entry.id), what, REIMPORT)
        for article_id in sorted(there):
            path = self.layout.article(article_id)
            if path in self._misplaced:
                continue
            article = None
            try:
                article = article_files.read_article(self.layout, article_id, self.filesystem)
                yield from self._check_file(path, REIMPORT)
            except ProjectError as error:
                self.files += 1
                is_there = article_files.salvage_text(self.layout, article_id, self.filesystem)
                remedy = REIMPORT if is_there is None or article_id not in catalog else WORK_OUT
                yield self._problem(Severity.ERROR, path, gist(error), remedy)
            if article_id not in catalog:
                what = "the catalog does not list this article, as after an interrupted import"
                remedy = "Run the import again, or `hashiya check --repair`"
                yield self._problem(Severity.WARNING, path, what, remedy)
            elif article is not None and (truth := facts.denied_by(article)):
                what = f"of the text of {article_id} it says otherwise than the text itself: {', '.join(truth)}"
                yield self._problem(Severity.ERROR, self.layout.catalog, what, WORK_OUT)

    def _check_annotator(self, folder: str, catalog: Catalog, schema: Schema) -> Iterator[Problem]:
        base = self.layout.annotator(folder)
        yield from self._check_names(base, also=(self.layout.annotator_record(folder).name,))
        if self.filesystem.exists(self.layout.annotator_record(folder)):
            yield from self._check_record(folder)
        histories = self.reader.histories(folders.name_of(self.layout, folder, self.filesystem))
        for name in histories.strangers:
            what = (
                "it belongs to another copy of this journal: files of two copies lie in one folder"
            )
            yield self._problem(Severity.WARNING, self.layout.journals / name / KNOWN, what, MERGE)
        known = {article_id for one in histories.devices.values() for article_id in one.known}
        files = set(folders.layer_ids_in(base, self.filesystem))
        for article_id in sorted(files | known):
            path = self.layout.layer(folder, article_id)
            if article_id not in files and _waits_in_journal(histories, article_id):
                what = "edits are in the journal that no layer file has yet, as after a crash"
                yield self._problem(Severity.NOTE, path, what, "Opening the project writes them")
                continue
            if article_id not in files:
                yield self._problem(
                    Severity.ERROR,
                    path,
                    "the layer file is gone, though the journal knows it",
                    REPAIR,
                )
                continue
            remedy = REPAIR if article_id in known else self._remedy_without_journal(path)
            doubt = partial(self._doubt, path, article_id, histories)
            tables = yield from self._check_file(path, remedy, [], doubt)
            if tables is None:
                continue
            yield from self._check_age(tables, article_id, histories, path)
            yield from self._check_chain(tables, article_id, histories, path)
            article = self._article(article_id)
            if article_id not in catalog:
                what = "annotations on an article that the project does not have"
                yield self._problem(Severity.WARNING, path, what, "Import that article")
            elif article is not None:
                found = check_layer(self.filesystem.read(path), article, schema, self._named(path))
                is_damaged = bool(rows.contradiction(tables))
                yield from (replace(p, remedy=REPAIR) if is_damaged else p for p in found)

    def _doubt(self, path: Path, article_id: str, histories: Histories) -> Problem | None:
        """Say of a layer file whose checksum does not fit what is the matter with it, as far as the journals know."""
        annotator = folders.name_of(self.layout, path.parent.parent.name, self.filesystem)
        try:
            found = read_document(path, article_id, annotator, histories, self.filesystem)
        except ProjectError:
            return None
        if found.state is State.REBUILT:
            return self._problem(
                Severity.ERROR,
                path,
                found.notes[0].partition(": ")[2],
                "`hashiya check --repair` does so",
            )
        if found.unlike:
            what = f"{CHANGED}. The journal has it otherwise: {found.unlike.words}"
            return self._problem(Severity.WARNING, path, what, REWRITE)
        return None

    def _remedy_without_journal(self, path: Path) -> str:
        try:
            return SALVAGE if any(salvage(self.filesystem.read(path)).tables.values()) else NOTHING
        except ProjectError:
            return NOTHING

    def _check_age(
        self, tables: Tables, article_id: str, histories: Histories, path: Path
    ) -> Iterator[Problem]:
        steps = histories.missing(article_id, rows.seen_of(tables))
        late = [
            entry for device, entry, _ in steps if entry.q <= histories.devices[device].tail.base
        ]
        if late:
            what = f"an older copy of the file is in its place: {len(late)} edits of the journal are not in it"
            yield self._problem(Severity.ERROR, path, what, "`hashiya check --repair` adds them")

    def _check_chain(
        self, tables: Tables, article_id: str, histories: Histories, path: Path
    ) -> Iterator[Problem]:
        """Does the journal have the very entries that the file remembers, and not others under their numbers?"""
        marks = rows.marks_of(tables)
        forked = histories.forked(article_id, marks)
        if forked:
            what = (
                f"the file and the journal of {', '.join(forked)} have other edits under the same numbers, as when a copy "
                "of the project went on elsewhere"
            )
            yield self._problem(Severity.ERROR, path, what, MERGE)
        for device, mark in marks.items():
            there = histories.devices.get(device)
            is_ahead = there is not None and mark.q > there.last_of(article_id)
            if mark.link and there is not None and is_ahead and device not in forked:
                what = (
                    f"the file has edits up to number {mark.q} of {device}, whose journal here ends before: another copy of "
                    "the journal lies here, or it has not arrived"
                )
                remedy = (
                    f"The file itself has the edits; copy journal/{there.folder.name} from the computer, or the copy of the "
                    "project, that has it whole"
                )
                yield self._problem(Severity.WARNING, path, what, remedy)

    def _check_file(
        self,
        path: Path,
        remedy: str,
        stray: list[Stray] | None = None,
        doubt: Callable[[], Problem | None] = lambda: None,
    ) -> Generator[Problem, None, Tables | None]:
        """Read a file; a list for ``stray`` lets records that make no sense be another check's matter.

        ``doubt`` may know better what it means that the checksum does not fit. Where that is an error, nothing else that
        the file says counts.
        """
        self.files += 1
        if path in self._misplaced:
            return None
        try:
            loaded = load(self.filesystem.read(path), self._named(path), stray)
        except ProjectError as error:
            yield self._problem(Severity.ERROR, path, gist(error), remedy)
            return None
        if not loaded.intact:
            problem = doubt() or self._problem(Severity.WARNING, path, CHANGED, REWRITE)
            yield problem
            if problem.severity is Severity.ERROR:
                return None
        return loaded.tables

    def _check_names(self, base: Path, also: Iterable[str] = ()) -> Iterator[Problem]:
        for name in self.filesystem.names(base):
            if SHARD.fullmatch(name):
                for inner in self.filesystem.names(base / name):
                    if not ARTICLE_FILE.fullmatch(inner):
                        yield self._stray(base / name / inner)
            elif name not in also:
                yield self._stray(base / name)

    def _stray(self, path: Path) -> Problem:
        if path.suffix == ".tmp":
            what, remedy = "a temporary file of an interrupted save", "It can be deleted"
            return self._problem(Severity.NOTE, path, what, remedy)
        if is_evidence(path.name):
            what = "kept as evidence of what was healed or merged"
            return self._problem(Severity.NOTE, path, what, "Delete it when you have looked at it")
        what = "not a file of Hashiya, perhaps a sync program's conflict copy; it is ignored"
        remedy = "Opening the project as this annotator merges conflict copies; move anything else out of the project"
        return self._problem(Severity.WARNING, path, what, remedy)

    def _article(self, article_id: str) -> Article | None:
        try:
            return article_files.read_article(self.layout, article_id, self.filesystem)
        except ProjectError:
            return None

    def _problem(self, severity: Severity, path: Path, what: str, remedy: str) -> Problem:
        return Problem(severity, self._named(path), what, remedy)

    def _named(self, path: Path) -> str:
        return shown(path.relative_to(self.layout.root))


def _waits_in_journal(histories: Histories, article_id: str) -> bool:
    """Tell whether every edit of an article is newer than the last time its journal's layer files were written."""
    return all(
        (entries := one.pending.get(article_id, [])) and entries[0].n == 1
        for one in histories.devices.values()
        if article_id in one.known
    )
