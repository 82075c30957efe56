"""Write exports: one article in memory at a time, and every file whole or not at all."""

import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import ExitStack
from dataclasses import replace
from functools import reduce
from operator import add
from pathlib import Path

from annotator import exporters
from annotator.errors import ExportFailure
from annotator.exporters import Exportable, Exporter, ExportOptions
from annotator.exporters.loss import LossReport
from annotator.model import Article
from annotator.progress import Counter, Progress
from annotator.store.files.leftovers import noted

ItemsOf = Callable[[Sequence[str]], Iterator[Exportable]]
"""Yields the articles with these ids and their layers."""


def exporter_named(name: str) -> Exporter:
    try:
        return exporters.REGISTRY[name]
    except KeyError:
        known = ", ".join(exporters.REGISTRY)
        raise ExportFailure(f"there is no export format {name!r}: use {known}") from None


def write_files(
    out: Path,
    exporter: Exporter,
    options: ExportOptions,
    parts: dict[str, list[str]],
    items_of: ItemsOf,
    progress: Progress | None,
) -> tuple[tuple[Path, ...], LossReport]:
    """Write one file a part, and one a label where the options say per-label; none of them appears after an error.

    ``parts`` maps a word for the file's name, ``""`` for none, to article ids.
    """
    if not out.name or out.is_dir():
        raise ExportFailure(
            f"{out} is a folder: name a file in it, such as {out / ('export' + exporter.suffix)}"
        )
    jobs = [
        (_with_words(out, part, label), replace(options, label=label), ids)
        for part, ids in parts.items()
        for label in exporters.labels_for(exporter.name, options)
    ]
    total = sum(len(ids) for _, _, ids in jobs)
    counter = Counter(progress, total)
    losses: list[LossReport] = []
    with ExitStack() as undo:
        written: list[tuple[Path, Path]] = []
        for path, chosen, ids in jobs:
            temporary = path.with_name(f".{path.name}.{os.getpid()}.tmp")
            undo.callback(temporary.unlink, missing_ok=True)
            undo.enter_context(noted([temporary]))
            losses.append(
                _write(temporary, path, exporter, chosen, _counted(items_of(ids), counter))
            )
            written.append((temporary, path))
        counter.finish()
        try:
            for temporary, path in written:
                temporary.replace(path)
        except OSError as error:
            raise ExportFailure(
                f"{error.filename2} could not be replaced: {error.strerror}"
            ) from error
    return tuple(path for path, _, _ in jobs), reduce(add, losses, LossReport())


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
    return {part: [i for i in ids if assigned[i] == part] for part in ("train", "dev", "test")}


def _write(
    temporary: Path,
    path: Path,
    exporter: Exporter,
    options: ExportOptions,
    items: Iterable[Exportable],
) -> LossReport:
    if path.is_dir():
        raise ExportFailure(f"{path} is a folder: give the name of a file to write")
    if path.exists() and not path.is_file():
        raise ExportFailure(f"{path} is a device or a pipe: give the name of a file to write")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with temporary.open("wb") as stream:
            loss = exporter.write(items, stream, options)
            stream.flush()
            os.fsync(stream.fileno())
    except OSError as error:
        raise ExportFailure(f"{path} could not be written: {error.strerror or error}") from error
    return loss


def _with_words(out: Path, *words: str | None) -> Path:
    """Put words between a file's name and its suffix: ``name.train.actor.conll``."""
    inserted = "".join(f".{word}" for word in words if word)
    return out.with_name(f"{out.stem}{inserted}{out.suffix}") if inserted else out


def _counted(items: Iterator[Exportable], counter: Counter) -> Iterator[Exportable]:
    for item in items:
        counter.step()
        yield item
