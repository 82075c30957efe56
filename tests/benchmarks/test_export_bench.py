"""How fast a corpus is written, and how much of it: 1,000 articles of 568 words and 100 annotations each."""

import io
import random
import re
import time
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable
from statistics import median
from typing import BinaryIO

import pytest

from annotator import exporters, importers
from annotator.exporters import Exportable, split
from annotator.importers import Imported
from annotator.model import Layer
from annotator.project.transfer.import_files import Walk
from tests.benchmarks.corpus import SEED, SPANS, articles, words
from tests.benchmarks.files_to_import import FROM_EXPORT, MADE, file_of, options_of
from tests.helpers.sinks import KeepingNothing
from tests.unit.formats.build import is_there

ARTICLES = 1_000
FEW = 100
"""Articles for the figures of all formats, some of which take twenty seconds for a thousand."""


@pytest.fixture(scope="module")
def corpus() -> list[Exportable]:
    return list(articles(ARTICLES))


def fresh(corpus: list[Exportable]) -> list[Exportable]:
    """Return the corpus with layers that have sorted nothing yet, as they come from the disk."""
    return [
        Exportable(
            item.article,
            tuple(Layer(x.annotator, x.article_id, x.status, x.annotations) for x in item.layers),
        )
        for item in corpus
    ]


def yardstick(items: Iterable[Exportable], out: io.BytesIO) -> int:
    """Write flat CoNLL as a script of an afternoon does: words by ``\\w``, a sentence a line, nested spans lost.

    It does less than an export: a word ends at each vowel mark, a sentence only at a line end, and what is lost is not told.
    """
    word = re.compile(r"\w+|[^\w\s]")
    kept = 0
    for item in items:
        text, tags = item.article.text, {}
        tokens = [match.span() for match in word.finditer(text)]
        starts = [start for start, _ in tokens]
        for annotation in sorted(item.layers[0], key=lambda a: a.start - a.end):
            first = max(bisect_right(starts, annotation.start) - 1, 0)
            covered = range(first, bisect_left(starts, annotation.end))
            if not any(token in tags for token in covered):
                kept += 1
                for token in covered:
                    tags[token] = ("B-" if token == first else "I-") + annotation.label.upper()
        lines = ["-DOCSTART- -X- O O\n"]
        end = 0
        for number, (start, after) in enumerate(tokens):
            if "\n" in text[end:start]:
                lines.append("")
            lines.append(f"{text[start:after]} -X- -X- {tags.get(number, 'O')}")
            end = after
        out.write(("\n".join(lines) + "\n\n").encode())
    return kept


def measure(
    benchmark, run: Callable[[list[Exportable], io.BytesIO], int], corpus: list[Exportable]
):
    """Return the spans kept, the median CPU seconds of five rounds, and the bytes of the last."""
    kept: list[int] = []
    outs: list[io.BytesIO] = []

    def start():
        outs.append(io.BytesIO())
        return (fresh(corpus), outs[-1]), {}

    benchmark.pedantic(lambda items, out: kept.append(run(items, out)), setup=start, rounds=5)
    return kept[-1], benchmark.stats.stats.median, outs[-1].getvalue()


class OneFile:
    """A sink of the one stream it is given."""

    part = ""

    def __init__(self, out: BinaryIO) -> None:
        self.main = out


def writing(name: str, **options: object) -> Callable[[list[Exportable], io.BytesIO], int]:
    def run(items: list[Exportable], out: io.BytesIO) -> int:
        exporter = exporters.REGISTRY[name]
        return exporter.write(iter(items), OneFile(out), exporter.choose(options)).written

    return run


_yardstick_seconds: list[float] = []


@pytest.mark.benchmark(timer=time.process_time, group="export")
def test_plain_python_as_a_yardstick(benchmark, hold, corpus):
    kept, seconds, _ = measure(benchmark, yardstick, corpus)
    _yardstick_seconds.append(seconds)
    hold(
        "CoNLL by 25 lines of plain Python",
        seconds,
        "s CPU",
        note=f"{kept:,} of {ARTICLES * SPANS:,} spans",
    )


@pytest.mark.benchmark(timer=time.process_time, group="export")
@pytest.mark.parametrize("name", ["conll2003", "conll-layers", "jsonl", "json"])
def test_a_corpus_is_written(benchmark, hold, corpus, name):
    kept, seconds, written = measure(benchmark, writing(name), corpus)
    spans = in_file(name, written)
    if name == "conll2003":
        assert spans >= kept  # those over the end of a sentence are two
    else:
        assert spans == kept == ARTICLES * SPANS
    times = f", {seconds / _yardstick_seconds[0]:.2f} x plain Python" if _yardstick_seconds else ""
    bar = 2.0 if name.startswith("conll") else None
    note = f"{kept / ARTICLES / SPANS:.1%} of {ARTICLES * SPANS:,} spans{times}"
    hold(f"export {ARTICLES:,} articles x {SPANS} spans, {name}", seconds, "s CPU", bar, note)
    if name == "conll2003" and _yardstick_seconds:
        hold(f"{name} against plain Python", seconds / _yardstick_seconds[0], "x", 1.3)


def in_file(name: str, written: bytes) -> int:
    """Count the spans in the file itself."""
    if name.startswith("json"):
        return len(re.findall(rb'"start": ?\d', written))
    going_on = re.findall(rb"^# continues = (.*)$", written, re.MULTILINE)
    rows = re.sub(rb"^# .* = .*$", b"", written, flags=re.MULTILINE)
    return len(re.findall(rb" B-[A-Z]", rows)) - sum(len(line.split()) for line in going_on)


@pytest.mark.benchmark(timer=time.process_time, group="import")
@pytest.mark.parametrize(("name", "suffix"), [("jsonl", "jsonl"), ("conll-layers", "conll")])
def test_a_corpus_is_read(benchmark, hold, corpus, tmp_path, name, suffix):
    path = tmp_path / f"corpus.{suffix}"
    with path.open("wb") as out:
        exporter = exporters.REGISTRY[name]
        exporter.write(iter(corpus), OneFile(out), exporter.choose({}))

    def read() -> int:
        importer = importers.REGISTRY[name]
        return sum(len(x.layers[0]) for x in importer.read(path, importer.choose({})))

    assert benchmark.pedantic(read, rounds=3) == ARTICLES * SPANS
    hold(f"import the same, {name}", benchmark.stats.stats.median, "s CPU", note="100.0% of spans")


def times_plain_python(run: Callable[[], object], corpus: list[Exportable]) -> float:
    """Return how many times as much CPU a run takes as the yardstick on the same articles, the median of three such pairs."""
    ratios: list[float] = []
    for _ in range(3):
        begun = time.process_time()
        run()
        between = time.process_time()
        yardstick(fresh(corpus), io.BytesIO())
        ratios.append((between - begun) / (time.process_time() - between))
    return median(ratios)


@pytest.mark.parametrize("name", [n for n, e in exporters.REGISTRY.items() if is_there(e)])
def test_every_format_is_written(hold, corpus, name):
    some, exporter = corpus[:FEW], exporters.REGISTRY[name]
    options = exporter.choose({})
    ratio = times_plain_python(
        lambda: exporter.write(iter(fresh(some)), KeepingNothing(), options), some
    )
    hold(f"export {FEW} articles x {SPANS} spans, {name}", ratio, "x plain Python")


@pytest.mark.parametrize("name", [*FROM_EXPORT, *MADE])
def test_every_format_is_read(hold, corpus, tmp_path, name):
    some, importer = corpus[:FEW], importers.REGISTRY[name]
    path = file_of(name, tmp_path, some)
    options = importer.choose(options_of(importer))

    def read() -> int:
        found = Walk(name, lambda path: path).files([path])
        outcomes = (outcome for one in found for outcome in importer.read(one.path, options))
        return sum(isinstance(outcome, Imported) for outcome in outcomes)

    assert read() == FEW
    hold(f"import the same, {name}", times_plain_python(read, some), "x plain Python")


@pytest.mark.benchmark(timer=time.process_time, group="split")
def test_ten_thousand_articles_are_split(benchmark, hold):
    rng = random.Random(SEED)
    texts = [(f"{number:05d}", words(rng, 115)) for number in range(9_000)]
    texts += [
        (f"copy{name}", text.replace("قال", "ذكر") + " (وكالات)") for name, text in texts[:1_000]
    ]
    parts = benchmark.pedantic(split.assign, (texts,), rounds=3)
    apart = sum(parts[name] != parts[f"copy{name}"] for name, _ in texts[:1_000])
    hold(
        "split 10,000 articles",
        benchmark.stats.stats.median,
        "s CPU",
        5.0,
        f"{apart} of 1,000 near copies apart",
    )
    assert apart == 0
