"""What an export would lose: the exporter runs, and what it writes is kept nowhere.

The choices of options are counted in one pass over the articles, some at a time: reading them is half of the work, and loss reports
of parts add up to that of the whole.
"""

import io
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import islice
from typing import BinaryIO, cast

from annotator.errors import AnnotatorError, CancelledError
from annotator.exporters import Exportable, Exporter, ExportOptions
from annotator.exporters.loss import LossReport
from annotator.progress import Counter, Progress
from annotator.project.transfer.export_report import ChoiceLoss
from annotator.project.transfer.exporting import ItemsOf

_AT_A_TIME = 16
"""Articles that are held while every choice is counted on them."""


class _Nothing(io.RawIOBase):
    """A file that keeps nothing of what is written to it, and knows how much that was."""

    def __init__(self) -> None:
        super().__init__()
        self._size = 0

    def writable(self) -> bool:
        return True

    def write(self, data: object, /) -> int:
        size = len(cast("bytes", data))
        self._size += size
        return size

    def tell(self) -> int:
        return self._size


class Nowhere:
    """An `exporters.Sink` of any files, none of which is kept."""

    def __init__(self) -> None:
        self._main: BinaryIO | None = None

    @property
    def part(self) -> str:
        return ""

    @property
    def main(self) -> BinaryIO:
        if self._main is None:
            self._main = cast("BinaryIO", _Nothing())
        return self._main

    def beside(self, word: str, suffix: str | None = None) -> BinaryIO:
        return cast("BinaryIO", _Nothing())

    def open(self, name: str) -> BinaryIO:
        return cast("BinaryIO", _Nothing())


def count(
    exporter: Exporter,
    options: ExportOptions,
    ids: Sequence[str],
    items_of: ItemsOf,
    progress: Progress | None,
) -> LossReport:
    """Return the loss report of an export, which writes nothing. Raises what it would raise."""
    if exporter.needs is not None:
        exporter.needs.load()
    counter = Counter(progress, len(ids))

    def items() -> Iterator[Exportable]:
        for item in items_of(ids):
            counter.step()
            yield item

    report = exporter.write(items(), Nowhere(), options)
    counter.finish()
    return report


def count_choices(
    exporter: Exporter,
    given: Mapping[str, object],
    options_for: Callable[[Mapping[str, object]], ExportOptions],
    ids: Sequence[str],
    items_of: ItemsOf,
    progress: Progress | None,
) -> tuple[ChoiceLoss, ...]:
    """Return the loss of every other choice of each option that `loses`, the others as ``given``.

    ``options_for`` makes all that an export goes by of such choices.
    A choice that would stop the export has the reason in place of its loss.
    """
    if exporter.needs is not None:
        exporter.needs.load()
    chosen = {option.name: option.default for option in exporter.all_options} | dict(given)
    runs = [
        _Run(exporter, option.name, value, options_for({**given, option.name: value}))
        for option in exporter.all_options
        if option.loses
        for value in option.alternatives
        if value != chosen[option.name]
    ]
    counter = Counter(progress, len(ids) * len(runs))
    articles = items_of(ids) if runs else iter(())
    while held := list(islice(articles, _AT_A_TIME)):
        for run in runs:
            run.take(held, counter)
    counter.finish()
    return tuple(run.result() for run in runs)


class _Run:
    """One choice of one option, counted some articles at a time."""

    def __init__(
        self,
        exporter: Exporter,
        option: str,
        value: str | int | bool,
        options: ExportOptions,
    ) -> None:
        self._exporter = exporter
        self._option = option
        self._value = value
        self._options = options
        self._report = LossReport()
        self._failure = ""

    def take(self, items: Sequence[Exportable], counter: Counter) -> None:
        def counted() -> Iterator[Exportable]:
            for item in items:
                counter.step()
                yield item

        if not self._failure:
            try:
                self._report += self._exporter.write(counted(), Nowhere(), self._options)
            except CancelledError:
                raise
            except AnnotatorError as error:
                self._failure = str(error)

    def result(self) -> ChoiceLoss:
        return ChoiceLoss(
            self._option, self._value, None if self._failure else self._report, self._failure
        )
