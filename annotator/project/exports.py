"""Exports of a project, and what they would lose, before anything is written."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from types import MappingProxyType
from typing import TYPE_CHECKING, BinaryIO

from annotator.model import GOLD
from annotator.progress import Progress
from annotator.project.paths import AnyPath, path_or_stream
from annotator.project.rulings import RulingsFolder
from annotator.project.summaries import has_work
from annotator.store.files.layout import annotator_name
from annotator.store.shared.guidelines_file import all_guidelines
from annotator.store.shared.names_file import read_names

if TYPE_CHECKING:
    from annotator.exporters import Exporter, ExportOptions
    from annotator.project.transfer.export_choice import Choice
    from annotator.project.transfer.export_report import ChoiceLoss, ExportPreview, ExportReport
    from annotator.project.transfer.exporting import ItemsOf

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
        from annotator.project.transfer.export_report import ExportReport
        from annotator.project.transfer.exporting import exporter_named, split_parts, write_files

        out = path_or_stream(out)
        exporter = exporter_named(format)
        chosen = self._export_options(exporter, options)
        choice, ids, notes = self._chosen_for_export(
            format, annotator, articles, gold=gold, status=status
        )
        parts = split_parts(map(self.article, ids), split, seed) if split else {"": ids}
        paths, loss = write_files(out, exporter, chosen, parts, self._items_of(choice), progress)
        empty = tuple(f"{part} is empty" for part, of_part in parts.items() if not of_part)
        return ExportReport(paths, loss, (*notes, *empty))

    def preview_export(
        self,
        *,
        format: str,  # noqa: A002 - the word everybody uses for it
        annotator: str | None = None,
        gold: bool = False,
        status: str | None = None,
        articles: Iterable[str] | None = None,
        options: Mapping[str, object] = NO_OPTIONS,
        progress: Progress | None = None,
    ) -> "ExportPreview":
        """Return the loss report that `export` would give, of just that export, and write nothing.

        Raises what `export` would, and what ``progress`` raises.
        """
        from annotator.project.transfer.export_report import ExportPreview
        from annotator.project.transfer.exporting import exporter_named
        from annotator.project.transfer.preview import count

        exporter = exporter_named(format)
        chosen = self._export_options(exporter, options)
        choice, ids, notes = self._chosen_for_export(
            format, annotator, articles, gold=gold, status=status
        )
        loss = count(exporter, chosen, ids, self._items_of(choice), progress)
        return ExportPreview(loss, notes)

    def preview_choices(
        self,
        *,
        format: str,  # noqa: A002 - the word everybody uses for it
        annotator: str | None = None,
        gold: bool = False,
        status: str | None = None,
        articles: Iterable[str] | None = None,
        options: Mapping[str, object] = NO_OPTIONS,
        progress: Progress | None = None,
    ) -> "tuple[ChoiceLoss, ...]":
        """Return what would be lost with every other choice of each option on which that depends, the rest as in ``options``."""
        from annotator.project.transfer.exporting import exporter_named
        from annotator.project.transfer.preview import count_choices

        exporter = exporter_named(format)
        self._export_options(exporter, options)
        choice, ids, _ = self._chosen_for_export(
            format, annotator, articles, gold=gold, status=status
        )
        return count_choices(
            exporter,
            options,
            lambda given: self._export_options(exporter, given),
            ids,
            self._items_of(choice),
            progress,
        )

    def annotating(self) -> tuple[str, ...]:
        """Return `annotators` without gold as long as it holds the lead's replies and nothing that was decided."""
        return tuple(n for n in self.annotators() if n != GOLD or has_work(self.summaries(n)))

    def _chosen_for_export(
        self,
        format_name: str,
        annotator: str | None,
        articles: Iterable[str] | None,
        *,
        gold: bool,
        status: str | None,
    ) -> "tuple[Choice, list[str], tuple[str, ...]]":
        """Return whose layers are meant, of which articles, and what to know about those left out."""
        from annotator.project.transfer.export_choice import choose
        from annotator.project.transfer.exporting import exporter_named

        exporter = exporter_named(format_name)
        name = annotator_name(annotator) if annotator else annotator
        choice, notes = choose(
            exporter, self.annotators(), self.annotating(), name, gold=gold, status=status
        )
        wanted = None if articles is None else {self._catalog[one].id for one in articles}
        known = (e.id for e in self.entries() if wanted is None or e.id in wanted)
        ids, left_out = choice.articles(known, self.summaries)
        return choice, ids, (*notes, *left_out)

    def _export_options(self, exporter: "Exporter", given: Mapping[str, object]) -> "ExportOptions":
        """Return all that an export goes by. Raises `OptionError` for a wrong choice."""
        from annotator.project.transfer.exporting import choose_options

        chosen = choose_options(exporter, given, self.schema)
        if exporter.uses_names:
            chosen = replace(chosen, names=read_names(self._layout, self._filesystem))
        return replace(chosen, guidelines=all_guidelines(self._layout, self._filesystem))

    def _items_of(self, choice: "Choice") -> "ItemsOf":
        return lambda ids: choice.items(ids, self.article, self._stored_layer, self.replies)
