from collections.abc import Iterable
from contextlib import nullcontext
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from annotator.errors import ProjectError
from annotator.model import Status
from annotator.progress import Progress
from annotator.project import review_settings
from annotator.project.folder import ProjectFolder
from annotator.project.paths import AnyPath, paths_of
from annotator.project.review_settings import ReviewSettings
from annotator.project.safety.check_report import CheckReport, by_severity
from annotator.store.backups import backups, pruning
from annotator.store.backups.backups import Backup
from annotator.store.checking import Checker
from annotator.store.files.filesystem import REAL, FileSystem
from annotator.store.files.layout import annotator_name
from annotator.store.layers import rows
from annotator.store.layers.history import AnnotationChange, changes_of
from annotator.store.shared.review_file import read_review_record, write_review_record

if TYPE_CHECKING:
    from annotator.project.safety.repairing import RepairReport
    from annotator.project.safety.restoring import RestoreReport
    from annotator.project.transfer.export_report import ExportReport
    from annotator.project.transfer.import_report import ImportReport


class Project(ProjectFolder):
    """A project folder. Reading needs no lock; one annotator's work goes through a `Desk`.

    Safe to read from several threads; a desk belongs to one worker thread. Use it as a context manager or `close` it.
    """

    def import_files(
        self,
        paths: AnyPath | Iterable[AnyPath],
        *,
        format: str = "auto",  # noqa: A002 - the word everybody uses for it
        annotator: str | None = None,
        first_line_is_title: bool = True,
        repair_visual: bool = False,
        progress: Progress | None = None,
    ) -> "ImportReport":
        """Take files and folders in, one or several; the same text is the same article, and work that is there is never overwritten.

        Of a file with bad lines the good ones are taken and each bad one is reported. Everything is read and judged
        before anything is written; after an error, or a `CancelledError` from ``progress``, nothing of it is left.
        Layers of an annotator who is at work in another window are refused and said.
        """
        from annotator.importers import ImportOptions
        from annotator.project.transfer.import_plan import Planner
        from annotator.project.transfer.importing import carry_out

        found = paths_of(paths)
        options = ImportOptions(
            annotator=annotator and annotator_name(annotator),
            schema=self.schema,
            first_line_is_title=first_line_is_title,
            repair_visual=repair_visual,
        )
        self._refuse_read_only()
        if self.annotators():
            self.back_up("import")
        with self._changing():
            planner = Planner(self._catalog, self._stored_layer)
            planner.read(found, format, options, progress)
            return carry_out(
                planner.plan, self._layout, self._filesystem, self._catalog, self._borrow, progress
            )

    def export(
        self,
        out: AnyPath,
        *,
        format: str,  # noqa: A002 - the word everybody uses for it
        annotator: str | None = None,
        gold: bool = False,
        nested: str = "outermost",
        misaligned: str | None = None,
        split: tuple[int, int, int] | None = None,
        seed: int = 13,
        status: str = "any",
        columns: int = 4,
        skip_zones: bool = False,
        progress: Progress | None = None,
    ) -> "ExportReport":
        """Write articles with one annotator's layers, the gold ones or, in the JSON formats, everybody's.

        ``split`` gives the shares of train, dev and test in per cent; their names go before the suffix of ``out``.
        Memory stays flat, and after an error or a `CancelledError` from ``progress`` no file has appeared or changed.
        """
        from annotator.exporters import ExportOptions
        from annotator.project.transfer.export_choice import choose
        from annotator.project.transfer.export_report import ExportReport
        from annotator.project.transfer.exporting import exporter_named, split_parts, write_files

        out = Path(out)
        exporter = exporter_named(format)
        options = ExportOptions(nested, misaligned, columns, self.schema, skip_zones)
        name = None if annotator is None else annotator_name(annotator)
        choice, notes = choose(exporter, self.annotators(), name, gold=gold, status=status)
        ids = [entry.id for entry in self.entries()]
        if choice.done_only:
            done = {
                i
                for n in choice.annotators
                for i, s in self.summaries(n).items()
                if s.status == Status.DONE
            }
            ids = [article_id for article_id in ids if article_id in done]
        parts = split_parts(map(self.article, ids), split, seed) if split else {"": ids}
        paths, loss = write_files(
            out,
            exporter,
            options,
            parts,
            lambda ids: choice.items(ids, self.article, self._stored_layer),
            progress,
        )
        return ExportReport(paths, loss, notes)

    def check(self) -> CheckReport:
        """Read every file and say what is wrong with it. Changes nothing and raises nothing for what it finds."""
        checker = Checker(self._layout, self._filesystem, self._reader)
        problems = sorted(checker.check(self._catalog, self.schema), key=by_severity)
        return CheckReport(tuple(problems), checker.files)

    def history(
        self, article_id: str, annotator: str, annotation_id: str
    ) -> tuple[AnnotationChange, ...]:
        """Return what happened to one annotation, the oldest change first; nothing where no journal knows it."""
        name = annotator_name(annotator)
        steps = self._reader.histories(name).complete(self._catalog[article_id].id)
        return tuple(changes_of(annotation_id, steps, name))

    def review_settings(self) -> ReviewSettings:
        """Return what the lead wants of reviews. Raises `DamagedFileError` where the file says nonsense."""
        record = read_review_record(self._layout, self._filesystem)
        return review_settings.from_record(record, self._layout.project)

    def set_review_settings(self, settings: ReviewSettings) -> None:
        with self._changing():
            record = review_settings.to_record(settings)
            write_review_record(self._layout, record, self._filesystem)

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
        """Return the backups of this project on this computer, the newest first."""
        return tuple(reversed(backups.list_backups(self._backup_folder)))

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

        Layers and articles that came later stay. ``annotators`` limits whose layers; those who are at work elsewhere
        are refused and said. What there is now is backed up first.
        """
        from annotator.project.safety.restoring import (
            RestoreReport,
            metadata_to_restore,
            restore_layers,
        )

        self._refuse_read_only()
        self.back_up("restore")
        report = RestoreReport()
        with TemporaryDirectory(prefix="hashiya-") as folder:
            backups.unpack(backup, Path(folder))
            with type(self).open(Path(folder), read_only=True) as then:
                if then.id != self.id:
                    raise ProjectError(
                        f"{backup.path} is a backup of another project, {then.title!r}"
                    )
                known = {entry.id for entry in self.entries()}
                gone = [then.article(entry.id) for entry in then.entries() if entry.id not in known]
                report.articles = self.add_articles(gone)
                metadata = metadata_to_restore(self.entries(), then.entries())
                report.metadata = len(metadata)
                self._correct(metadata)
                if then.schema != self.schema:
                    self.set_schema(then.schema)
                    report.labels = True
                restore_layers(
                    then.annotators() if annotators is None else map(annotator_name, annotators),
                    lambda name: (
                        then.layer(article_id, name) for article_id in then.summaries(name)
                    ),
                    lambda name: (
                        nullcontext(self._desks[name]) if name in self._desks else self.desk(name)
                    ),
                    report,
                    progress,
                )
        return report

    @classmethod
    def repair(cls, path: AnyPath, *, filesystem: FileSystem = REAL) -> "RepairReport":
        """Mend a project folder, also one that does not open, and keep what was damaged beside what replaced it.

        Layers come from their journals, else their whole records are saved; the catalog from the article files; texts
        and project.json from the last backup. Raises `ProjectError` where not even that makes it open.
        """
        from annotator.project.safety.repairing import repair

        return repair(cls.open, Path(path), filesystem)
