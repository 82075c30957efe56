"""Write exports: one article in memory at a time, and every file whole or not at all."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import reduce
from operator import add
from pathlib import Path
from typing import BinaryIO

from annotator import exporters
from annotator.errors import ExportFailure
from annotator.exporters import Exportable, Exporter, ExportOptions
from annotator.exporters.loss import LossReport
from annotator.model import Article, Schema
from annotator.options import known_to
from annotator.progress import Counter, Progress
from annotator.project.transfer.sink import Output
from annotator.project.transfer.stream_output import StreamOutput

ItemsOf = Callable[[Sequence[str]], Iterator[Exportable]]
"""Yields the articles with these ids and their layers."""

PARTS = ("train", "dev", "test")


def exporter_named(name: str) -> Exporter:
    """Return the format of that name, of other packages too; raise `ExportFailure` naming those there are."""
    exporters.PLUGINS.load()
    try:
        return exporters.REGISTRY[name]
    except KeyError:
        known = ", ".join(exporters.REGISTRY)
        raise ExportFailure(f"there is no export format {name!r}: use {known}") from None


def choose_options(
    exporter: Exporter, given: Mapping[str, object], schema: Schema
) -> ExportOptions:
    """Return the options of a format; raise `OptionError` naming the choices, or the formats that know an option."""
    return exporter.choose(given, schema, known_to(exporters.REGISTRY))


def write_files(
    out: Path | BinaryIO,
    exporter: Exporter,
    options: ExportOptions,
    parts: dict[str, list[str]],
    items_of: ItemsOf,
    progress: Progress | None,
) -> tuple[tuple[Path, ...], LossReport]:
    """Write each part as the exporter does it; no file of any of them appears after an error.

    ``parts`` maps a word for the file's name, ``""`` for none, to article ids. A stream as ``out`` gets a format of one file,
    whole or not at all.
    """
    if not isinstance(out, Path):
        destination, called = StreamOutput(out, is_folder=exporter.is_folder), "standard output"
    else:
        destination, called = _output(out, exporter), str(out)
    if exporter.needs is not None:
        exporter.needs.load()
    counter = Counter(progress, sum(map(len, parts.values())))
    losses: dict[str, LossReport] = {}
    try:
        with destination as output:
            for part, ids in parts.items():
                items = _counted(items_of(ids), counter)
                losses[part] = exporter.write(items, output.part(part), options)
            if exporter.finish is not None:
                exporter.finish(output.part(), losses, options)
            counter.finish()
            output.keep()
            return output.paths, reduce(add, losses.values(), LossReport())
    except OSError as error:
        raise ExportFailure(f"{called} could not be written: {error.strerror or error}") from error


def _output(out: Path, exporter: Exporter) -> Output:
    if not exporter.is_folder and (not out.name or out.is_dir()):
        raise ExportFailure(
            f"{out} is a folder: name a file in it, such as {out / ('export' + exporter.suffix)}"
        )
    return Output(out, is_folder=exporter.is_folder, is_one=exporter.finish is not None)


def split_parts(
    articles: Iterable[Article], shares: tuple[int, int, int], seed: int
) -> dict[str, list[str]]:
    """Divide article ids into train, dev and test, near-identical texts together."""
    from annotator.exporters import split

    ids: list[str] = []

    def texts() -> Iterator[tuple[str, str]]:
        for article in articles:
            ids.append(article.id)
            yield article.id, article.text

    assigned = split.assign(texts(), shares=shares, seed=seed)
    return {part: [i for i in ids if assigned[i] == part] for part in PARTS}


def _counted(items: Iterator[Exportable], counter: Counter) -> Iterator[Exportable]:
    for item in items:
        counter.step()
        yield item
