"""Memory of an import does not grow with what is imported, and what is too large is refused before memory is gone."""

import json
import os
import subprocess
import sys
import tracemalloc
from collections.abc import Iterable
from pathlib import Path

import pytest

from annotator.errors import CancelledError
from annotator.importers.files import LARGEST
from annotator.model import Article
from annotator.project import Project
from annotator.project.transfer.import_report import ImportReport
from tests.crash.bytes_everywhere import Unsynced
from tests.helpers.commands import ROOT
from tests.helpers.deadlines import PROCESS_DEADLINE

MIB = 1 << 20
TEXT = "قال بوتين في موسكو إن الاتفاق نافذ. " * 20
SPANS = 40


def lines(count: int) -> Iterable[str]:
    for number in range(count):
        text = f"{number} {TEXT}"
        spans = [[5 + 7 * n, 9 + 7 * n, "actor"] for n in range(SPANS)]
        yield json.dumps({"text": text, "spans": spans}, ensure_ascii=False)


def write_lines(path: Path, count: int) -> None:
    path.write_text("\n".join(lines(count)), encoding="utf-8")


def peak_of(root: Path, path: Path, annotator: str | None = "sara") -> tuple[int, ImportReport]:
    """Import a file into a new project; return the most memory that took, in bytes, and the report."""
    with Project.create(root, filesystem=Unsynced()) as project:
        tracemalloc.start()
        try:
            report = project.import_files([path], options={"annotator": "sara"})
            return tracemalloc.get_traced_memory()[1], report
        finally:
            tracemalloc.stop()


def peak_alone(root: Path, path: Path) -> tuple[int, int, int]:
    """Do it in a process of its own, as what other tests left decides when Python looks for cycles."""
    probe = (
        "import sys; from pathlib import Path; from tests.unit.project.test_import_memory import peak_of; "
        "peak, report = peak_of(*map(Path, sys.argv[1:])); "
        "print(report.articles, report.files[0].annotations, peak)"
    )
    done = subprocess.run(
        [sys.executable, "-c", probe, root, path],
        capture_output=True,
        check=True,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        timeout=PROCESS_DEADLINE,
    )
    articles, annotations, peak = map(int, done.stdout.split())
    return articles, annotations, peak


def test_twice_the_articles_take_no_more_memory(tmp_path: Path) -> None:
    """What an import keeps; what each reader keeps is in `test_reading_memory`."""
    peaks: list[int] = []
    for count in (250, 500):  # more than are kept open, and more than waits in memory
        folder = tmp_path / str(count)
        folder.mkdir()
        write_lines(folder / "a.jsonl", count)
        articles, annotations, peak = peak_alone(folder / "p", folder / "a.jsonl")
        assert (articles, annotations) == (count, count * SPANS)
        peaks.append(peak)
    assert peaks[1] - peaks[0] < 4 * MIB  # 250 articles with their annotations are 15


def test_no_texts_are_in_memory_when_articles_are_listed(tmp_path: Path) -> None:
    made = (
        Article.from_text(f"{n} " + "خبر " * 25_000) for n in range(20)
    )  # 200 KB each in memory
    with Project.create(tmp_path / "p", filesystem=Unsynced()) as project:
        with project._changing():
            tracemalloc.start()
            try:
                project._catalog.update(made, {})
                peak = tracemalloc.get_traced_memory()[1]
            finally:
                tracemalloc.stop()
        assert [entry.characters for entry in project.entries()] == [100_002] * 10 + [100_003] * 10
    assert peak < 1.5 * MIB  # that of five


HUGE = 200 * MIB


def huge(path: Path, begin: str, end: str) -> Path:
    """Write a file of 200 MiB: what it begins with, letters, and what it ends with."""
    with path.open("wb") as file:
        file.write(begin.encode())
        for _ in range(HUGE // MIB):
            file.write(b"a" * MIB)
        file.write(end.encode())
    return path


@pytest.mark.parametrize(
    ("name", "begin", "end", "taken"),
    [
        ("a.txt", "", "", 0),
        ("a.jsonl", '{"text":"first"}\n{"text":"', '"}\n{"text":"last"}\n', 2),
        ("a.json", '[{"text":"first"},{"text":"', '"},{"text":"last"}]', 1),
        ("a.json", '{"text":"', '"}', 0),
        ("a.conll", '# newdoc id = 1\n# text = "', '"\n', 0),
    ],
)
def test_what_is_too_large_is_refused_with_the_limit_and_costs_no_memory(
    tmp_path: Path, name: str, begin: str, end: str, taken: int
) -> None:
    peak, report = peak_of(tmp_path / "p", huge(tmp_path / name, begin, end))
    assert report.articles == taken
    assert len(report.refused) == 1
    assert f"longer than {LARGEST >> 20} MiB" in str(report.refused[0])
    assert peak < 6 * LARGEST


def test_a_text_just_short_of_the_limit_is_taken(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for module in ("files", "texts.plain", "objects.json_items"):
        monkeypatch.setattr(f"annotator.importers.{module}.LARGEST", 100)
    for name, begin, end in (("a.txt", "", ""), ("a.jsonl", '{"text":"', '"}\n')):
        for size, articles in ((100, 1), (101, 0)):
            path = tmp_path / name
            path.write_text(begin + "a" * (size - len(begin) - len(end)) + end, encoding="utf-8")
            _, report = peak_of(tmp_path / f"{name}{size}", path)
            assert report.articles == articles, (name, size)


def test_an_import_leaves_nothing_of_what_waited(tmp_path: Path) -> None:
    write_lines(tmp_path / "a.jsonl", 100)

    def stop(done: int, _total: int) -> None:
        if done == 90:
            raise CancelledError("stop")

    with Project.create(tmp_path / "p", filesystem=Unsynced()) as project:
        (tmp_path / "p" / ".cache" / "incoming" / "0").mkdir(parents=True)  # of one that was killed
        (tmp_path / "p" / ".cache" / "incoming" / "0" / "standard input").write_bytes(b"x")
        with pytest.raises(CancelledError):
            project.import_files([tmp_path / "a.jsonl"], options={"annotator": "s"}, progress=stop)
    assert [path.name for path in (tmp_path / "p" / ".cache").iterdir()] == []
