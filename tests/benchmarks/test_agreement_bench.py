"""How fast inter-annotator agreement is: counted from columns, after one change, and opened again from the cache."""

import json
import subprocess
import sys
import time
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from annotator.errors import CancelledError
from annotator.iaa.alignment.columns import Columns, Ranges
from annotator.iaa.alignment.details import Details, Values
from annotator.iaa.counts import storing
from annotator.iaa.counts.counting import count
from annotator.iaa.scores.results import LinkMeasure
from annotator.iaa.scores.summary import summarise
from annotator.model import Article, Status
from annotator.project import Project
from annotator.project.iaa import counts as iaa
from annotator.store.files import records
from annotator.store.files.filesystem import FileSystem
from annotator.store.files.layout import Layout
from annotator.store.layers import rows

ARTICLES, SPANS, CHARACTERS = 10_000, 100, 2_400
LABELS = ("actor", "date", "quote", "agreement")
SHARES = (0.60, 0.20, 0.12, 0.08)
LONGEST = (24, 20, 180, 120)
"""Characters of the longest span of each label: names and dates are short, quotes and agreements hold them."""


def corpus(annotators: int, articles: int = ARTICLES) -> Columns:
    """Return what annotators of falling skill make of the same spans: they miss some, add some, move and relabel some."""
    rng = np.random.default_rng(20261121)
    size = articles * SPANS
    article = np.repeat(np.arange(articles), SPANS)
    label = rng.choice(4, size, p=SHARES)
    length = rng.integers(3, np.array(LONGEST)[label])
    start = rng.integers(0, CHARACTERS - length)
    marks = []
    for skill in np.linspace(0.6, 1.6, annotators):
        keep = np.flatnonzero(rng.random(size) >= 0.1 * skill)
        own = rng.integers(0, CHARACTERS - 24, int(0.08 * skill * size))
        where = np.concatenate((article[keep], rng.integers(0, articles, own.size)))
        begin = np.concatenate((start[keep], own))
        end = np.concatenate(((start + length)[keep], own + rng.integers(3, 24, own.size)))
        what = np.concatenate((label[keep], rng.choice(4, own.size, p=SHARES)))
        moved = rng.random(begin.size) < 0.12 * skill
        begin = np.maximum(0, begin - moved * rng.integers(0, 9, begin.size))
        end = np.minimum(CHARACTERS, end + moved * rng.integers(0, 9, begin.size))
        changed = rng.random(begin.size) < 0.05 * skill
        what = np.where(changed, (what + rng.integers(1, 4, begin.size)) % 4, what)
        order = np.argsort(where, kind="stable")
        offsets = np.searchsorted(where[order], np.arange(articles + 1))
        columns = (begin[order].astype(np.int32), end[order].astype(np.int32))
        marks.append(Ranges(offsets, *columns, what[order].astype(np.int16)))
    nothing = np.zeros(0, np.int32)
    return Columns(
        tuple(f"{n:012x}" for n in range(articles)),
        tuple(f"annotator {n}" for n in range(annotators)),
        LABELS,
        np.full(articles, CHARACTERS, np.int64),
        np.ones((articles, annotators), bool),
        tuple(marks),
        Ranges(np.zeros(articles + 1, np.int64), nothing, nothing, nothing.astype(np.int16)),
    )


@pytest.fixture(scope="module")
def three() -> Columns:
    return corpus(3)


def cpu(job, times: int = 3) -> float:
    """Return the least CPU seconds of a few runs: other programs on the machine only ever add to it."""
    took = []
    for _ in range(times):
        before = time.process_time()
        job()
        took.append(time.process_time() - before)
    return min(took)


ALONE = """
import sys, json, time, numpy as np
from annotator.iaa.alignment.columns import Columns, Ranges
from annotator.iaa.alignment.details import Details, Values
from annotator.iaa.counts.counting import count
from annotator.iaa.scores.summary import summarise
found = np.load(sys.argv[1])
A, D = int(found["annotators"]), len(found["lengths"])
ranges = lambda k: Ranges(*(found[f"{k}.{name}"] for name in ("offsets", "starts", "ends", "labels")))
columns = Columns(
    tuple(f"{n:012x}" for n in range(D)), tuple(f"annotator {n}" for n in range(A)), tuple(found["labels"].tolist()),
    found["lengths"], np.ones((D, A), bool), tuple(ranges(n) for n in range(A)), ranges("zones"),
)
told = []
before = time.process_time()
summary = summarise(count(columns, lambda done, total: told.append(done)), draws=1000)
took = time.process_time() - before
try:  # what other systems call the peak may be the parent's
    status = open("/proc/self/status").read()
    peak = int(status.partition("VmHWM:")[2].split()[0]) / 1024
except OSError:
    peak = float("nan")
print(json.dumps([took, peak, len(told), summary.articles]))
"""


def alone(columns: Columns, folder: Path) -> tuple[float, float, int]:
    """Count and summarise in a process of its own; return CPU seconds, peak memory in MB and steps of progress."""
    arrays = {"annotators": len(columns.annotators), "lengths": columns.lengths}
    arrays["labels"] = np.array(columns.labels)
    for name, ranges in [*enumerate(columns.marks), ("zones", columns.zones)]:
        for part in ("offsets", "starts", "ends", "labels"):
            arrays[f"{name}.{part}"] = getattr(ranges, part)
    path = folder / "columns.npz"
    np.savez(path, **arrays)
    run = [sys.executable, "-c", ALONE, str(path)]
    done = subprocess.run(run, capture_output=True, check=True, encoding="utf-8", timeout=600)
    took, peak, steps, articles = json.loads(done.stdout)
    assert articles == len(columns.articles)
    return took, peak, steps


def test_everything_from_columns(three, hold, tmp_path, benchmark):
    """All measures, kinds, votes and 1,000 draws for 10,000 articles x 100 spans x 3 annotators."""
    took, peak, _ = alone(three, tmp_path)
    hold("agreement, 10,000 articles x 100 spans x 3, all measures + 1,000 draws", took, "s CPU", 2)
    hold("  peak memory of that process", peak, "MB", 400)
    benchmark.pedantic(lambda: summarise(count(three), draws=1000), rounds=3)


ATTRIBUTES = ("role", "name", "value")
ROLES, NAMES, DAYS = 6, 5_000, 1_100


def with_details(columns: Columns, *, names: bool = False) -> Columns:
    """Return the columns with what people give: actors a role of six (and a name of 5,000), dates one of 1,100 days, quotes a speaker.

    Annotators mostly give what follows from the place of the span, so that they agree, and sometimes something else.
    """
    rng = np.random.default_rng(20261128)
    dated = np.arange(1 + ROLES + NAMES + DAYS) > ROLES + NAMES
    hashes = np.concatenate(([0], np.sort(rng.integers(1, 2**62, ROLES + NAMES + DAYS))))
    days = np.where(dated, 737_000 + np.arange(dated.size), 0)
    firsts, lasts = np.where(dated, days, -(2**31)), np.where(dated, days, 2**31 - 1)
    made = []
    for marks in columns.marks:
        rows = np.arange(marks.starts.size)
        place = marks.starts.astype(np.int64) * 31 + np.repeat(
            np.arange(len(columns.articles)), np.diff(marks.offsets)
        )
        place += (rng.random(rows.size) < 0.1) * rng.integers(1, 1_000, rows.size)
        actor, date = rows[marks.labels == 0], rows[marks.labels == 1]
        parts = [
            (actor, 0, 1 + place[actor] % ROLES),
            *([(actor, 1, 1 + ROLES + place[actor] % NAMES)] if names else []),
            (date, 2, 1 + ROLES + NAMES + place[date] % DAYS),
        ]
        row = np.concatenate([one for one, _, _ in parts])
        attribute = np.concatenate([np.full(one.size, name) for one, name, _ in parts])
        value = np.concatenate([values for _, _, values in parts])
        order = np.argsort(row, kind="stable")
        quotes = rows[marks.labels == 2]
        speakers = actor[np.minimum(np.searchsorted(actor, quotes), actor.size - 1)]
        article = np.searchsorted(marks.offsets, quotes, "right")
        inside = article == np.searchsorted(marks.offsets, speakers, "right")
        quotes, speakers = quotes[inside], speakers[inside]
        made.append(
            Details(
                np.searchsorted(row[order], marks.offsets),
                row[order],
                attribute[order],
                value[order],
                np.searchsorted(quotes, marks.offsets),
                np.zeros(quotes.size, np.int64),
                quotes,
                speakers,
            )
        )
    return replace(
        columns,
        details=tuple(made),
        attributes=ATTRIBUTES,
        relation_types=("speaker",),
        values=Values(hashes, firsts, lasts, dated),
    )


def test_values_and_links_as_well(three, hold, benchmark):
    """The same with a role for each actor, a day for each date and a speaker for each quote; then with names, too."""
    detailed = with_details(three)

    def all_measures():
        return summarise(count(detailed), draws=1000)

    found = all_measures()
    assert [one.attribute for one in found.attributes] == ["role", "value"]
    assert found.links.total.mean[LinkMeasure.STRICT].interval is not None
    hold("agreement, the same with values and links", cpu(all_measures), "s CPU", 3)
    named = with_details(three, names=True)
    took = cpu(lambda: summarise(count(named), draws=1000), 1)
    hold("  with 5,000 names of actors as well", took, "s CPU")
    benchmark.pedantic(all_measures, rounds=1)


def test_one_changed_article(three, hold, benchmark):
    """Count one article anew, put it in its place among 10,000, and add everything up again without intervals."""
    counts = count(three)
    one = corpus(3, articles=1)

    def change():
        return summarise(counts.replaced(77, count(one)), draws=0)

    took = 1_000 * cpu(change, 7)
    hold("agreement, one changed article of 10,000 to all numbers", took, "ms", 20)
    benchmark.pedantic(change, rounds=5)


def test_ten_annotators(hold, tmp_path, benchmark):
    """45 pairs, 10 million spans, told step by step; stopped in the middle it ends at once."""
    ten = corpus(10)
    took, peak, steps = alone(ten, tmp_path)
    hold(
        "agreement, 10 annotators, 45 pairs, 10,000,000 spans", took, "s CPU", 20, f"{steps} steps"
    )
    hold("  peak memory of that process", peak, "MB")
    stopped_at = 0.0

    def stop(done: int, total: int) -> None:
        nonlocal stopped_at
        if done * 10 > total:
            stopped_at = time.perf_counter()
            raise CancelledError("stopped")

    def cancelled():
        with pytest.raises(CancelledError):
            count(ten, stop)
        return time.perf_counter() - stopped_at

    hold("  from cancelling to having stopped", 1_000 * cancelled(), "ms", 100)
    hold("  longest wait for a step", 1_000 * took / steps, "ms", 500)
    benchmark.pedantic(cancelled, rounds=1)


class NoSync(FileSystem):
    """A disk that never waits: the benchmark is about reading."""

    def sync_descriptor(self, descriptor: int) -> None:
        del descriptor

    def sync_directory(self, path: Path) -> None:
        del path


def big_project(folder: Path, annotators: tuple[str, ...]) -> None:
    """Make 10,000 articles with a finished layer of one span by each annotator."""
    with Project.create(folder, filesystem=NoSync()) as project:
        texts = (f"مقال رقم {n} عن القمة" for n in range(ARTICLES))
        project.add_articles([Article.from_text(text, title=text) for text in texts])
        layout = Layout(folder)
        for entry in project.entries():
            for name in annotators:
                tables = rows.new_tables(entry.id, name)
                tables[rows.META]["1"]["status"] = str(Status.DONE)
                tables[rows.SPANS]["1"] = {"uid": "0a", "start": 0, "end": 4, "label": "actor"}
                path = layout.layer(name, entry.id)
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_bytes(records.dump(tables))


def test_opening_again_from_the_cache(three, hold, tmp_path, benchmark):
    """Open a project of 30,000 layers and measure it: no layer has changed since the last time."""
    names = ("a", "b", "c")
    big_project(tmp_path / "p", names)
    with Project.open(tmp_path / "p") as project:
        before = time.process_time()
        iaa.agreement(project)
        first = time.process_time() - before
    # In the place of the counts of these small layers, those of 100 spans each.
    [cache] = (tmp_path / "p" / ".cache").iterdir()
    small, revisions = storing.load(cache.read_bytes())
    full = count(three)
    full = type(full)(
        small.articles, names, LABELS, *(getattr(full, n) for n in full.__slots__[3:])
    )
    cache.write_bytes(storing.dump(full, revisions))

    def reopen():
        with Project.open(tmp_path / "p") as project:
            found = iaa.agreement(project)
        assert found.articles == ARTICLES
        assert found.pairs[0].scores.total.kinds["exact"] > ARTICLES
        return found

    hold(
        "agreement, opening 10,000 articles x 3 again from the cache, with 1,000 draws",
        cpu(reopen),
        "s CPU",
        1,
    )
    hold("  the first time, reading 30,000 layers of one span", first, "s CPU")
    hold("  size of the cache", cache.stat().st_size / 1e6, "MB")
    benchmark.pedantic(reopen, rounds=2)
