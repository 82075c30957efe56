"""How fast a corpus is written, and how much of it: 1,000 articles of 568 words and 100 annotations each."""

import io
import random
import re
import time
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable
from typing import BinaryIO

import pytest

from annotator import exporters, importers
from annotator.exporters import Exportable, split
from annotator.model import DEFAULT_SCHEMA, Annotation, Article, Layer, Span

ARTICLES = 1_000
SPANS = 100
WORDS = 568  # the mean of the peers' corpus in the study of formats
LABELS = DEFAULT_SCHEMA.label_names
CLITICS = ("", "", "", "", "و", "ب", "ل", "ال", "وال", "فل")
STEMS = [
    "رئيس",
    "روسيا",
    "أرمينيا",
    "أذربيجان",
    "بوتين",
    "علييف",
    "باشينيان",
    "قمّة",
    "موسكو",
    "باكو",
    "يريفان",
    "اتفاق",
    "بيان",
    "قوّات",
    "سلام",
    "حدود",
    "إقليم",
    "قره",
    "باغ",
    "وزير",
    "خارجية",
    "دفاع",
    "لقاء",
    "مباحثات",
    "أعلن",
    "أكد",
    "قال",
    "أضاف",
    "وقّع",
    "نشر",
    "تصعيد",
    "تهدئة",
    "حكومة",
    "برلمان",
    "شعب",
    "أرض",
    "ممرّ",
    "جانب",
    "ثلاثي",
    "مستقبل",
    "إنساني",
]
DATES = ("9 نوفمبر 2020", "12/05/2021", "٣ أيّار ٢٠٢١", "اليوم\u00a0الأربعاء", "13:00")
ENDS = (".", ".", "،", "،", "؛", "؟", '"', "»", ":", ".\n", ".\n\n")


def words(rng: random.Random, count: int) -> str:
    parts: list[str] = []
    for number in range(count):
        word = rng.choice(CLITICS) + rng.choice(STEMS) if rng.random() > 0.02 else rng.choice(DATES)
        parts.append(word + (rng.choice(ENDS) if number % 9 == 8 else ""))
    return " ".join(parts)


def article(rng: random.Random, number: int) -> Exportable:
    """Return an article of which a fifth of the spans are nested and an eighth start inside a word."""
    text = f"{number} {words(rng, WORDS)}"
    starts = [match.start() + 1 for match in re.finditer(r"\s(?=\S)", text)]
    ends = [match.start() for match in re.finditer(r"(?<=\w)(?=\W)", text)]
    found: dict[str, Annotation] = {}
    step = len(starts) // 81
    for place in range(81):
        first = starts[place * step]
        at = bisect_right(ends, first)
        last = ends[at + rng.choice((0, 0, 1, 2, 4))]
        add(found, first + (rng.random() < 0.15 and last - first > 3), last, rng)
        if place < SPANS - 81 and (inner := ends[at]) < last:
            add(found, first, inner, rng)
    while len(found) < SPANS:
        outer = found[rng.choice(list(found))].span
        add(found, outer.start, max(outer.start + 1, outer.end - 1), rng)
    made = Article.from_text(text, title=f"خبر {number}")
    return Exportable(made, (Layer("bench", made.id, annotations=found),))


def add(found: dict[str, Annotation], start: int, end: int, rng: random.Random) -> None:
    key = f"{len(found):012x}"
    found[key] = Annotation(key, Span(start, end), rng.choice(LABELS))


@pytest.fixture(scope="module")
def corpus() -> list[Exportable]:
    rng = random.Random(20261121)
    return [article(rng, number) for number in range(ARTICLES)]


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


@pytest.mark.benchmark(timer=time.process_time, group="split")
def test_ten_thousand_articles_are_split(benchmark, hold):
    rng = random.Random(20261121)
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
