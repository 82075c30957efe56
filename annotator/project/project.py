from collections.abc import Callable, Generator, Iterable, Mapping
from contextlib import contextmanager, nullcontext
from datetime import UTC, datetime
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, BinaryIO

from annotator.errors import ChangedElsewhereError, DamagedFileError, ProjectError
from annotator.model import Article, Layer, Schema, Status
from annotator.pace import Deed
from annotator.progress import Progress
from annotator.project import review_settings
from annotator.project.exports import NO_OPTIONS, ExportsFolder
from annotator.project.folder import UNCHANGED
from annotator.project.paths import AnyPath, sources_of
from annotator.project.review_settings import ReviewSettings
from annotator.project.safety.check_report import CheckReport, by_severity
from annotator.project.schema_merge import merge_schemas
from annotator.store.backups import backups, pruning
from annotator.store.backups.backups import Backup
from annotator.store.backups.finding import Found
from annotator.store.checking import Checker
from annotator.store.files.confined import Confined
from annotator.store.files.filesystem import REAL, FileSystem
from annotator.store.files.layout import Layout, annotator_name
from annotator.store.files.leftovers import temporary_folder
from annotator.store.files.lock import Lock
from annotator.store.files.records import Row
from annotator.store.files.spool import Spool
from annotator.store.layers import rows
from annotator.store.layers.deeds import read_deeds
from annotator.store.layers.history import AnnotationChange, changes_of
from annotator.store.shared.guidelines_file import (
    EarlierGuidelines,
    change_guidelines,
    earlier_guidelines,
    guidelines_hash,
    keep_guidelines,
    read_guidelines,
)
from annotator.store.shared.review_file import change_review_record, read_review_record

if TYPE_CHECKING:
    from annotator.project.safety.repair_report import RepairReport
    from annotator.project.safety.restoring import RestoreReport
    from annotator.project.transfer.import_report import ImportReport


class Project(ExportsFolder):
    """A project folder. Reading needs no lock; one annotator's work goes through a `Desk`.

    Safe to read from several threads; a desk belongs to one worker thread. Use it as a context manager or `close` it.
    """

    _review_read: ReviewSettings | None = None
    """The settings as they were last read here, to tell what was changed since."""
    _guidelines_read: Mapping[str, str | None] = MappingProxyType({})
    """The guidelines as they were last read here, by language, for the same."""

    def import_files(
        self,
        paths: AnyPath | BinaryIO | Iterable[AnyPath | BinaryIO],
        *,
        format: str = "auto",  # noqa: A002 - the word everybody uses for it
        options: Mapping[str, object] = NO_OPTIONS,
        day_first: bool | None = None,
        progress: Progress | None = None,
    ) -> "ImportReport":
        """Take files, folders and streams in, one or several, each in the format its content and its name say or in the one named.

        The same text is the same article, and work that is there is never overwritten. ``options`` are those of the
        format, or with ``auto`` of any: each file gets those its format has; `annotator.project.formats` lists them.

        ``day_first`` tells how a day of publication such as 05/11/2015 is read, where none of the others tells; without it
        such days are left out and said.

        Of a file with bad lines the good ones are taken and each bad one is reported. Everything is read and judged
        before anything is written; after an error, or a `CancelledError` from ``progress``, nothing of it is left.
        Layers of an annotator who is at work in another window are refused and said.
        """
        from annotator.project.transfer.import_plan import Planner, Reading
        from annotator.project.transfer.importing import carry_out
        from annotator.project.transfer.incoming import incoming_files, unpacked

        found = sources_of(paths)
        reading = Reading(format, options, self.schema, self._article_or_none)
        self._refuse_read_only()
        if self.annotators():
            self.back_up("import")
        with (
            self._changing() as lock,
            incoming_files(self._layout.cache, found) as named,
            Spool[Article | Layer](self._layout.cache) as waiting,
        ):
            planner = Planner(
                self._catalog, self._stored_layer, self._is_readable, waiting, day_first=day_first
            )
            cache = self._layout.cache
            planner.read(named, reading, lambda path: unpacked(cache, path, progress), progress)
            with self._with_labels(reading.labels.schema, lock):
                return carry_out(
                    planner.plan,
                    self._layout,
                    self._filesystem,
                    self._catalog,
                    self._borrow,
                    progress,
                )

    def _article_or_none(self, article_id: str) -> Article | None:
        if article_id not in self._catalog or not self._is_readable(article_id):
            return None
        return self.article(article_id)

    @contextmanager
    def _with_labels(self, schema: Schema, lock: Lock) -> Generator[None, None, None]:
        """Give the project the labels that an import makes; after an error it has those of before."""
        before = self.schema
        if schema == before:
            yield
            return
        self._write_schema(lambda now: merge_schemas(before, schema, now), before, lock)
        try:
            yield
        except BaseException:
            self._write_schema(lambda now: merge_schemas(schema, before, now), before, lock)
            raise

    def check(self) -> CheckReport:
        """Read every file and say what is wrong with it. Changes nothing and raises nothing for what it finds."""
        from annotator.project.safety.gone_work import gone_work

        checker = Checker(self._layout, self._filesystem, self._reader)
        found = [*checker.check(self._catalog, self.schema)]
        found += gone_work(self._layout, self._filesystem, self.backups())
        return CheckReport(tuple(sorted(found, key=by_severity)), checker.files)

    def history(
        self, article_id: str, annotator: str, annotation_id: str
    ) -> tuple[AnnotationChange, ...]:
        """Return what happened to one annotation, the oldest change first; nothing where no journal knows it."""
        name = annotator_name(annotator)
        steps = self._reader.histories(name).complete(self._catalog[article_id].id)
        return tuple(changes_of(annotation_id, steps, name))

    def deeds(self, annotator: str, progress: Progress | None = None) -> list[Deed]:
        """Return when an annotator did what to which article, as their journals have it; for `annotator.pace`."""
        name = annotator_name(annotator)
        return list(read_deeds(self._layout, name, self._filesystem, progress))

    def guidelines(self, language: str) -> str | None:
        """Return the project's guidelines (Markdown) in a language such as ``ar``, or None."""
        text = read_guidelines(self._layout, language, self._filesystem)
        self._guidelines_read = {**self._guidelines_read, language: text}
        return text

    def guidelines_hash(self) -> str:
        """Return the SHA-256 of the guidelines in all languages, which finished articles keep; empty where there are none."""
        return guidelines_hash(self._layout, self._filesystem)

    def earlier_guidelines(self, language: str) -> tuple[EarlierGuidelines, ...]:
        """Return the versions of the guidelines that were replaced here, the newest first."""
        return earlier_guidelines(self._layout, language, self._filesystem)

    def change_guidelines(self, language: str, change: Callable[[str | None], str]) -> None:
        """Change the guidelines in a language as they are on disk now, None where there are none yet."""
        with self._changing() as lock:
            change_guidelines(self._layout, language, change, self._filesystem, lock)
        self.guidelines(language)

    def set_guidelines(self, language: str, text: str, *, read: str | None = UNCHANGED) -> None:
        """Replace the guidelines in a language; refused where they are no longer what was ``read``, or last read here.

        Raises `ChangedElsewhereError` then. What is replaced is kept: `earlier_guidelines`.
        """
        known = self._guidelines_read if read == UNCHANGED else {language: read}

        def replace(now: str | None) -> str:
            if language in known and now not in (known[language], text):
                raise ChangedElsewhereError(
                    f"{self._layout.guidelines(language)} was changed by somebody else since it was read here. "
                    "Nothing was changed: read it again, then change it"
                )
            return text

        self.change_guidelines(language, replace)

    def keep_guidelines(self, language: str, text: str) -> None:
        """Keep a text that was not to become the guidelines among their earlier versions."""
        with self._changing():
            keep_guidelines(self._layout, language, text, self._filesystem)

    def review_settings(self) -> ReviewSettings:
        """Return what the lead wants of reviews. Raises `DamagedFileError` where the file says nonsense."""
        record = read_review_record(self._layout, self._filesystem)
        self._review_read = review_settings.from_record(record, self._layout.project)
        return self._review_read

    def change_review_settings(self, change: Callable[[ReviewSettings], ReviewSettings]) -> None:
        """Change what the lead wants of reviews as it is on disk now."""
        path = self._layout.project

        def carry_out(record: Row) -> Row:
            return review_settings.to_record(change(review_settings.from_record(record, path)))

        with self._changing() as lock:
            change_review_record(self._layout, carry_out, self._filesystem, lock)
        self._review_read = self.review_settings()

    def set_review_settings(self, settings: ReviewSettings) -> None:
        """Set what the lead wants of reviews; what somebody else changed since it was read here stays changed."""
        base = self._review_read
        self.change_review_settings(lambda now: review_settings.merged(base, settings, now))

    def why_layer_read_only(self, article_id: str, annotator: str) -> str:
        """Return why this layer cannot be changed though the project can, in words; empty where it can.

        Known of the annotators whose desks are taken: theirs are the layers that are changed here.
        """
        store = self._stores.get(annotator_name(annotator))
        return "" if store is None else store.why_read_only(self.article(article_id))

    def finished_on(self, annotator: str) -> dict[str, str]:
        """Return the day (ISO) on which each finished article got its status last; without those that nobody dated."""
        found: dict[str, str] = {}
        for article_id, summary in self.summaries(annotator).items():
            if summary.status == Status.DONE:
                document = self._reader.document(article_id, annotator_name(annotator))
                at = str(rows.meta_of(document.tables).get("at", ""))
                if at:
                    found[article_id] = at[:10]
        return found

    def backups(self) -> tuple[Backup, ...]:
        """Return the backups of this project on this computer, the newest first, those of its copies among them."""
        return tuple(reversed(backups.list_backups(self._backup_folder)))

    def backup_origin(self, backup: Backup) -> str:
        """Return the folder that a backup was made of where it is not this one; empty for our own and for old ones."""
        manifest = backups.manifest_or_none(backup)
        root = manifest.root if manifest else ""
        return "" if root == backups.origin_of(self._layout) else root

    @classmethod
    def find_backups(cls, path: AnyPath) -> Found:
        """Find the backups of a project that does not open, or is gone: by its id, its folder, or by what is in them."""
        from annotator.project.safety.known_backups import backups_of_folder

        layout = Layout(Path(path).absolute())
        return backups_of_folder(layout, Confined(REAL, layout.root))

    @staticmethod
    def verify_backup(backup: Backup) -> str:
        """Read all of a backup and return what is wrong with it, in words; empty where it is sound."""
        try:
            backups.verify(backup)
        except DamagedFileError as error:
            return str(error)
        return ""

    def back_up(self, reason: str = "manual") -> Backup | None:
        """Make a backup outside the project and delete those too old to keep; None where nothing changed since the last.

        ``reason`` is one plain word such as close, timer or manual. Raises `NotSavedError` where it cannot be written.
        """
        made = backups.back_up(self._layout, self._backup_folder, self.id, self.title, reason)
        pruning.prune(backups.list_backups(self._backup_folder), datetime.now(UTC))
        return made

    def restore(
        self,
        backup: Backup,
        *,
        annotators: Iterable[str] | None = None,
        progress: Progress | None = None,
    ) -> "RestoreReport":
        """Bring articles, metadata, labels and layers back to what they were, as new edits that can be undone.

        Where the backup is damaged, the next older one is taken and the report says so.

        Layers and articles that came later stay. ``annotators`` limits whose layers; those who are at work elsewhere
        are refused and said. What there is now is backed up before anything is changed.
        """
        from annotator.project.safety.restoring import (
            FirstChange,
            RestoreReport,
            metadata_to_restore,
            restore_layers,
            unpack_first,
        )

        self._refuse_read_only()
        report, changing = RestoreReport(), FirstChange(lambda: self.back_up("restore"))
        older = [one for one in self.backups() if one < backup]
        with temporary_folder() as folder:
            used = unpack_first([backup, *older], folder, report)
            with type(self).open(used.folder, read_only=True) as then:
                if then.id != self.id:
                    raise ProjectError(
                        f"{used.backup.path} is a backup of another project, {then.title!r}"
                    )
                known = {entry.id for entry in self.entries()}
                gone = [then.article(entry.id) for entry in then.entries() if entry.id not in known]
                if gone:
                    changing.note()
                    report.articles = self.add_articles(gone)
                metadata = metadata_to_restore(self.entries(), then.entries())
                if metadata:
                    changing.note()
                    report.metadata = len(metadata)
                    self._correct(metadata)
                if then.schema != self.schema:
                    changing.note()
                    self.set_schema(then.schema)
                    report.labels = True
                restore_layers(
                    then.annotators() if annotators is None else map(annotator_name, annotators),
                    lambda name: (
                        then.layer(article_id, name) for article_id in then.summaries(name)
                    ),
                    self.layer,
                    lambda name: (
                        nullcontext(self._desks[name]) if name in self._desks else self.desk(name)
                    ),
                    changing,
                    report,
                    progress,
                )
        return report

    @classmethod
    def repair(
        cls, path: AnyPath, *, backup: Backup | None = None, filesystem: FileSystem = REAL
    ) -> "RepairReport":
        """Mend a project folder, also one that does not open, and keep what was damaged beside what replaced it.

        Layers come from their journals, else their whole records are saved; the catalog from the article files; texts
        and project.json from the last backup, or from ``backup`` where one was chosen. Raises `ProjectError` where not even
        that makes it open.
        """
        from annotator.project.safety.repairing import repair

        return repair(cls.open, Path(path), filesystem, backup)

    @classmethod
    def obstacle_to_repair(cls, path: AnyPath) -> str:
        """Say why `repair` could not make a project open that does not, and what to do; empty where it could."""
        from annotator.project.safety.repairing import obstacle

        return obstacle(Path(path), REAL)

    @classmethod
    def restore_whole(cls, path: AnyPath, backup: Backup) -> "RestoreReport":
        """Put a project back whose folder is gone or empty, from a backup or, where it is damaged, the next older one."""
        from annotator.project.safety.restoring import restore_whole

        return restore_whole(Path(path), backup)
