"""Memory of an export does not grow with what is exported, whatever the format."""

import gc
import io
import tempfile
import tracemalloc
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from typing import Any

import pytest

from annotator import exporters
from annotator.exporters import Exportable, Exporter, ExportOptions, LossReport, Sink
from annotator.model import Annotation, Article, Layer, Span
from tests.helpers.sinks import KeepingNothing
from tests.unit.formats.build import is_there

FEW, MANY = 4, 20
SPANS = 30
KIB = 1 << 10
MOST = 1 * KIB
"""Bytes that an export may keep of an article, as its title for a list at the end and the names of its files. The article with
its annotations is 12 KiB, and no format writes less than 3 of it."""

BURST = 128 * KIB
"""Bytes that more content makes a zip take at one moment: what is compressed comes out in bursts, which soon grow no more."""


def items(count: int) -> Iterator[Exportable]:
    """Yield articles of which no two have a number in common, and no word that is not in every one."""
    for number in range(count):
        text = f"{number:07d} " + "قال بوتين في موسكو إن الاتفاق نافذ. " * 14
        spans = (Span(8 + 15 * n % 400, 8 + 15 * n % 400 + 9) for n in range(SPANS))
        found = {f"{n:012x}": Annotation(f"{n:012x}", s, "actor") for n, s in enumerate(spans)}
        article = Article.from_text(text, title=f"خبر {number}")
        yield Exportable(article, (Layer("sara", article.id, annotations=found),))


def one_by_one(given: Iterable[Exportable]) -> Iterator[Exportable]:
    """Clear away before each article: what nobody holds any more is not held by the export."""
    for item in given:
        yield item
        del item
        gc.collect()


def spool_at_once(max_size: int = 0, **others: Any) -> Any:
    """Open what waits in memory up to ``max_size`` bytes, and on the disk from then on: here it waits there from the beginning."""
    assert max_size, "it would never leave memory"
    return _SPOOLED(max_size=1, **others)


_SPOOLED = tempfile.SpooledTemporaryFile


def peak_of(exporter: Exporter, count: int) -> int:
    """Export so many articles and return the most memory that took, in bytes."""
    options = exporter.choose({})
    gc.collect()
    gc.freeze()  # what other tests left is not looked at again with every article
    tracemalloc.start()
    try:
        report = exporter.write(one_by_one(items(count)), KeepingNothing(), options)
        assert report.articles == count
        return tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
        gc.unfreeze()


def more_for_more(exporter: Exporter) -> int:
    """Return how many bytes `MANY` articles take more than `FEW`."""
    peak_of(exporter, FEW)  # fills what is made once and for all
    few = peak_of(exporter, FEW)
    return peak_of(exporter, MANY) - few


def most_for_more(exporter: Exporter) -> int:
    is_zip = exporter.suffix in (".qdpx", ".xlsx")
    return (MANY - FEW) * MOST + BURST * is_zip


@pytest.fixture(autouse=True)
def nothing_waits_in_memory(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tempfile, "SpooledTemporaryFile", spool_at_once)


@pytest.mark.parametrize("name", [n for n, e in exporters.REGISTRY.items() if is_there(e)])
def test_more_articles_take_no_more_memory(name: str) -> None:
    exporter = exporters.REGISTRY[name]
    assert more_for_more(exporter) < most_for_more(exporter)


def keeping_articles(exporter: Exporter) -> Exporter:
    """Return a format that goes through all articles before it writes the first."""

    def write(given: Iterable[Exportable], sink: Sink, options: ExportOptions) -> LossReport:
        return exporter.write(list(given), sink, options)

    return replace(exporter, write=write)


class Keeping(KeepingNothing):
    """Keeps what is written to the one file."""

    def __init__(self) -> None:
        super().__init__()
        self.main = io.BytesIO()


def keeping_what_it_writes(exporter: Exporter) -> Exporter:
    def write(given: Iterable[Exportable], _: Sink, options: ExportOptions) -> LossReport:
        return exporter.write(given, Keeping(), options)

    return replace(exporter, write=write)


@pytest.mark.parametrize(
    ("name", "spoilt"),
    [
        ("conll2003", keeping_articles),
        ("qdpx", keeping_articles),
        ("conll2003", keeping_what_it_writes),
        ("jsonl", keeping_what_it_writes),
    ],
)
def test_a_format_that_keeps_everything_is_found(
    name: str, spoilt: Callable[[Exporter], Exporter]
) -> None:
    exporter = spoilt(exporters.REGISTRY[name])
    assert more_for_more(exporter) > 1.3 * most_for_more(exporter)
