"""Saving, opening and recovering at 10,000 articles x 100 annotations; the peers are a bare append and stock TinyDB."""

import os
import random
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median, quantiles

import pytest
from tinydb import TinyDB

from annotator import edits
from annotator.model import Annotation, Article, Layer, Span, Status, new_id
from annotator.project import Desk, Project
from annotator.project.take_layer import TakeLayer
from annotator.store.files.filesystem import REAL, FileSystem
from tests.benchmarks.conftest import Hold
from tests.helpers.projects import layer_file

ARTICLES = 10_000
SPANS = 100
SAVES = 600
WORDS = [
    "مجلس",
    "الأمن",
    "الدولي",
    "الحكومة",
    "البرلمان",
    "رئيس",
    "الوزراء",
    "المعارضة",
    "الانتخابات",
    "القاهرة",
    "بغداد",
    "بيروت",
    "اتفاق",
]
LINE = b"x" * 350
"""As long as a journal line of one added annotation."""


class Unsynced(FileSystem):
    """Does not wait for the drive: what is left is our own cost."""

    def sync_descriptor(self, descriptor: int) -> None:
        pass

    def sync_directory(self, path: Path) -> None:
        pass


def any_layer(article: Article, rng: random.Random, count: int) -> Layer:
    annotations: dict[str, Annotation] = {}
    for _ in range(count):
        start = rng.randrange(len(article.text) - 40)
        name = f"{rng.getrandbits(48):012x}"
        label = rng.choice(("actor", "date", "quote"))
        annotations[name] = Annotation(name, Span(start, start + rng.randrange(3, 30)), label)
    return Layer("sara", article.id, Status.DONE, annotations)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a project of 1,000,000 annotations."""
    os.environ["HASHIYA_DATA_DIR"] = str(tmp_path_factory.mktemp("data"))
    rng = random.Random(1)
    path = tmp_path_factory.mktemp("store") / "big"
    texts = [f"{number} {' '.join(rng.choices(WORDS, k=500))}" for number in range(ARTICLES)]
    articles = [Article.from_text(text, title=text[:40]) for text in texts]
    with Project.create(path, filesystem=Unsynced()) as project:
        project.add_articles(articles)
        with project.desk("sara") as desk:
            for article in articles:
                layer = any_layer(article, rng, SPANS)
                desk.commit(article.id, TakeLayer(desk.layer(article.id), layer))
    return path


def in_ms(action: Callable[[], object]) -> float:
    started = time.perf_counter()
    action()
    return 1000 * (time.perf_counter() - started)


def percentile_99(times: list[float]) -> float:
    return quantiles(times, n=100)[98]


def save_one(desk: Desk, article_id: str, rng: random.Random) -> float:
    layer = desk.layer(article_id)
    start = rng.randrange(2000)
    edit = edits.add(Annotation(new_id(), Span(start, start + 9), "actor"), layer)
    return in_ms(lambda: desk.commit(article_id, edit))


def append_bare(path: Path) -> list[float]:
    """Time a bare append and sync of one line, as often as edits are saved."""
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_APPEND)
    sync = getattr(os, "fdatasync", os.fsync)
    times = [in_ms(lambda: (os.write(descriptor, LINE), sync(descriptor))) for _ in range(SAVES)]
    os.close(descriptor)
    return times


def test_save_one_edit_among_a_million(folder: Path, tmp_path: Path, hold: Hold) -> None:
    rng = random.Random(2)
    saved: dict[str, list[float]] = {}
    before = append_bare(folder / "bare.bin")
    for name, filesystem in (("software", Unsynced()), ("real", REAL)):
        with Project.open(folder, filesystem=filesystem) as project, project.desk("sara") as desk:
            ids = [entry.id for entry in project.entries()[:50]]
            for article_id in ids:
                desk.layer(article_id)
            saved[name] = [save_one(desk, rng.choice(ids), rng) for _ in range(SAVES)]
    bare = median(before + append_bare(folder / "bare.bin"))
    hold("save one edit at 1,000,000 annotations, median", median(saved["real"]), "ms", bare + 1)
    hold("  of it our own software", median(saved["software"]), "ms", 0.5)
    hold("  p99", percentile_99(saved["real"]), "ms")
    hold("  peer: bare append and sync of one line", bare, "ms")
    hold("  peer: stock TinyDB, one file an article", median(save_with_stock(folder, rng)), "ms")
    hold("  peer: stock TinyDB, one file of 100,000", median(save_in_one_file(tmp_path, rng)), "ms")


def save_with_stock(folder: Path, rng: random.Random) -> list[float]:
    """Let stock TinyDB save the same into copies of the same files; it syncs too, but writes in place."""
    times: list[float] = []
    with Project.open(folder, read_only=True) as project:
        paths = [layer_file(project, "sara", entry.id) for entry in project.entries()[:50]]
    for number in range(200):
        copy = folder / "stock.json"
        copy.write_bytes(rng.choice(paths).read_bytes())
        with TinyDB(copy, encoding="utf-8", ensure_ascii=False) as database:
            table = database.table("spans")
            times.append(in_ms(lambda table=table, number=number: table.insert(stock_row(number))))
    return times


def save_in_one_file(folder: Path, rng: random.Random) -> list[float]:
    with TinyDB(folder / "all.json", encoding="utf-8", ensure_ascii=False) as database:
        table = database.table("spans")
        table.insert_multiple(stock_row(number) for number in range(100_000))
        return [in_ms(lambda number=number: table.insert(stock_row(number))) for number in range(3)]


def stock_row(number: int) -> dict[str, object]:
    return {
        "uid": f"{number:012x}",
        "start": number,
        "end": number + 9,
        "label": "actor",
        "text": "بوتين",
        "origin": "manual",
        "by": "sara",
        "at": "2026-11-21T19:00:00Z",
        "rev": 1,
    }


OPEN = """
import sys, time
from pathlib import Path
import annotator.store.layers.summary_index
from annotator.project import Project

def resident() -> float:
    pages = Path("/proc/self/statm").read_text().split()[1] if Path("/proc").is_dir() else "0"
    return int(pages) * 4096 / 1e6

before, started = resident(), time.perf_counter()
project = Project.open(Path(sys.argv[1]))
desk = project.desk("sara")
summaries = project.summaries("sara")
first = desk.layer(project.entries()[0].id)
assert len(summaries) == len(project.entries()) and len(first)
print(time.perf_counter() - started, resident() - before)
project.close()
"""


def test_open_ten_thousand_articles(folder: Path, hold: Hold) -> None:
    runs: list[tuple[float, float]] = []
    for _ in range(6):
        command = [sys.executable, "-c", OPEN, str(folder)]
        out = subprocess.run(command, capture_output=True, text=True, check=True).stdout.split()
        runs.append((float(out[0]), float(out[1])))
    hold("open 10,000 articles, the first time", runs[0][0], "s", note="no cache yet")
    hold(
        "open 10,000 articles, list and counts shown",
        median(time for time, _ in runs[1:]),
        "s",
        0.3,
    )
    hold("  memory it takes", max(memory for _, memory in runs), "MB", 100)


def test_recover_forty_articles(folder: Path, hold: Hold) -> None:
    rng = random.Random(3)
    times: list[float] = []
    for _ in range(5):
        project = Project.open(folder)
        desk = project.desk("sara")
        for entry in rng.sample(project.entries(), 40):
            save_one(desk, entry.id, rng)
        # The program dies here: the lock is given back by hand, the files are not written.
        desk._layers._journal.close()
        desk._lock.release()
        with Project.open(folder) as again:
            started = time.perf_counter()
            with again.desk("sara"):
                times.append(time.perf_counter() - started)
    hold("recover 40 articles whose edits were in the journal only", median(times), "s", 1)
