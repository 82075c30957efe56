"""Exports of a project."""

from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING, BinaryIO

from annotator.model import GOLD
from annotator.progress import Progress
from annotator.project.paths import AnyPath, path_or_stream
from annotator.project.rulings import RulingsFolder
from annotator.project.summaries import has_work
from annotator.store.files.layout import annotator_name

if TYPE_CHECKING:
    from annotator.project.transfer.export_report import ExportReport

NO_OPTIONS: Mapping[str, object] = MappingProxyType({})


class ExportsFolder(RulingsFolder):
    """What can be written out of a project folder. `Project` is what to use."""

    def export(
        self,
        out: AnyPath | BinaryIO,
        *,
        format: str,  # noqa: A002 - the word everybody uses for it
        annotator: str | None = None,
        gold: bool = False,
        split: tuple[int, int, int] | None = None,
        seed: int = 13,
        status: str | None = None,
        articles: Iterable[str] | None = None,
        options: Mapping[str, object] = NO_OPTIONS,
        progress: Progress | None = None,
    ) -> "ExportReport":
        """Write articles with one annotator's layers, the gold ones or, in formats that hold them, everybody's.

        ``options`` are those of the format, by name; `annotator.project.formats` lists them. ``split`` gives the shares of
        train, dev and test in per cent; their names go before the suffix of ``out``, or are folders in it. ``status`` is
        ``any`` or ``done``, the articles that were finished; without it ``done`` for gold and ``any`` for others. ``articles``
        are the ids to choose among, without it all; an ``annotator`` ``""`` is nobody, for the bare texts. A stream
        as ``out`` takes a format of one file. Memory stays flat, and after an error or a `CancelledError` from
        ``progress`` no file has appeared or changed. Nothing to write is an `ExportFailure`.
        """
        from annotator.project.transfer.export_choice import choose
        from annotator.project.transfer.export_report import ExportReport
        from annotator.project.transfer.exporting import (
            choose_options,
            exporter_named,
            split_parts,
            write_files,
        )

        out = path_or_stream(out)
        exporter = exporter_named(format)
        chosen = choose_options(exporter, options, self.schema)
        name = annotator_name(annotator) if annotator else annotator
        choice, notes = choose(
            exporter, self.annotators(), self.annotating(), name, gold=gold, status=status
        )
        wanted = None if articles is None else {self._catalog[one].id for one in articles}
        known = (e.id for e in self.entries() if wanted is None or e.id in wanted)
        ids, left_out = choice.articles(known, self.summaries)
        parts = split_parts(map(self.article, ids), split, seed) if split else {"": ids}
        paths, loss = write_files(
            out,
            exporter,
            chosen,
            parts,
            lambda ids: choice.items(ids, self.article, self._stored_layer, self.replies),
            progress,
        )
        empty = tuple(f"{part} is empty" for part, of_part in parts.items() if not of_part)
        return ExportReport(paths, loss, (*notes, *left_out, *empty))

    def annotating(self) -> tuple[str, ...]:
        """Return `annotators` without gold as long as it holds the lead's replies and nothing that was decided."""
        return tuple(n for n in self.annotators() if n != GOLD or has_work(self.summaries(n)))
