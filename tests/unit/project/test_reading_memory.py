"""Memory of reading does not grow with what is read, whatever the format."""

import gc
import tracemalloc
from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import chain
from pathlib import Path

import pytest

from annotator import importers
from annotator.importers import Imported, Importer, ImportOptions, Outcome, head
from annotator.importers.objects import json_items
from annotator.project.transfer.import_files import Walk
from tests.benchmarks.files_to_import import FROM_EXPORT, MADE, file_of, options_of
from tests.unit.project.test_export_memory import items

FEW, MANY = 3, 12
MOST = 3 << 10
"""Bytes that reading may keep of an article: its id, where it was, and the long paths of its files. The article with its annotations is 12 KiB."""


@pytest.fixture(autouse=True)
def small_pieces(monkeypatch: pytest.MonkeyPatch) -> None:
    """The head of a file, and a block that is read at once, would be all of these small ones."""
    monkeypatch.setattr(json_items, "BLOCK", 1 << 12)
    monkeypatch.setattr(head, "HEAD", 1 << 12)


def peak_of(importer: Importer, path: Path) -> tuple[int, int]:
    """Read a file and return how many articles came of it, and the most memory that took, in bytes."""
    options = importer.choose(options_of(importer))
    found = [one.path for one in Walk(importer.name, lambda path: path).files([path])]
    articles = 0
    gc.collect()
    gc.freeze()  # what other tests left is not looked at again with every article
    tracemalloc.start()
    try:
        for outcome in chain.from_iterable(importer.read(one, options) for one in found):
            articles += isinstance(outcome, Imported)
            del outcome
            gc.collect()  # what nobody holds any more is not held by the reader
        return articles, tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
        gc.unfreeze()


def more_for_more(importer: Importer, folder: Path) -> int:
    """Return how many bytes `MANY` articles take more than `FEW`."""
    peaks: list[int] = []
    for number, count in enumerate(
        (FEW, FEW, MANY)
    ):  # the first fills what is made once and for all
        (of_count := folder / str(number)).mkdir()
        articles, peak = peak_of(importer, file_of(importer.name, of_count, items(count)))
        assert articles == count
        peaks.append(peak)
    return peaks[2] - peaks[1]


@pytest.mark.parametrize("name", [*FROM_EXPORT, *MADE])
def test_more_articles_take_no_more_memory(tmp_path: Path, name: str) -> None:
    assert more_for_more(importers.REGISTRY[name], tmp_path) < (MANY - FEW) * MOST


def reading_ahead(importer: Importer) -> Importer:
    """Return a format that reads everything before it gives anything."""

    def read(path: Path, options: ImportOptions) -> Iterator[Outcome]:
        return iter(list(importer.read(path, options)))

    return replace(importer, read=read)


def keeping_the_file(importer: Importer) -> Importer:
    """Return a format that holds the bytes of a file while it reads."""

    def read(path: Path, options: ImportOptions) -> Iterator[Outcome]:
        held = path.read_bytes()
        yield from importer.read(path, options)
        del held

    return replace(importer, read=read)


@pytest.mark.parametrize(
    ("name", "spoilt"),
    [("jsonl", keeping_the_file), ("jsonl", reading_ahead), ("conll", reading_ahead)],
)
def test_a_format_that_keeps_everything_is_found(
    tmp_path: Path, name: str, spoilt: Callable[[Importer], Importer]
) -> None:
    importer = spoilt(importers.REGISTRY[name])
    assert more_for_more(importer, tmp_path) > (MANY - FEW) * MOST
