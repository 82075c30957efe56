"""Memory of an export does not grow with what is exported, whatever the format."""

import os
import subprocess
import sys
import tracemalloc
from collections.abc import Iterator

import pytest

from annotator import exporters
from annotator.exporters import Exportable
from annotator.model import Annotation, Article, Layer, Span
from tests.helpers.commands import ROOT
from tests.helpers.deadlines import PROCESS_DEADLINE
from tests.unit.formats.build import is_there

MIB = 1 << 20
WORDS = 100
SPANS = 30


class Nothing:
    """A sink of streams that keep nothing."""

    part = ""

    def __init__(self) -> None:
        self.main = self

    def beside(self, _word: str, _suffix: str | None = None) -> "Nothing":
        return self

    def open(self, _name: str) -> "Nothing":
        return self

    def write(self, content: bytes) -> int:
        return len(content)

    def close(self) -> None:
        pass

    def __enter__(self) -> "Nothing":
        return self

    def __exit__(self, *_: object) -> None:
        pass


def items(count: int) -> Iterator[Exportable]:
    """Yield articles of which no two have a number in common, and no word that is not in every one."""
    for number in range(count):
        text = f"{number:07d} " + "قال بوتين في موسكو إن الاتفاق نافذ. " * (WORDS // 7)
        spans = (Span(8 + 15 * n % 400, 8 + 15 * n % 400 + 9) for n in range(SPANS))
        found = {f"{n:012x}": Annotation(f"{n:012x}", s, "actor") for n, s in enumerate(spans)}
        article = Article.from_text(text, title=f"خبر {number}")
        yield Exportable(article, (Layer("sara", article.id, annotations=found),))


def peak_of(name: str, count: int) -> int:
    """Export so many articles and return the most memory that took, in bytes."""
    exporter = exporters.REGISTRY[name]
    options = exporter.choose({})
    tracemalloc.start()
    try:
        report = exporter.write(items(count), Nothing(), options)  # pyright: ignore[reportArgumentType]
        assert report.articles == count
        return tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()


def peaks_alone(name: str) -> tuple[int, int]:
    """Export 40 and 340 articles in a process of its own, after an export that fills what is kept once and for all."""
    probe = (
        "import sys; from tests.unit.project.test_export_memory import peak_of; name = sys.argv[1]; "
        "peak_of(name, 20); print(peak_of(name, 40), peak_of(name, 340))"
    )
    done = subprocess.run(
        [sys.executable, "-c", probe, name],
        capture_output=True,
        check=True,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        timeout=PROCESS_DEADLINE,
    )
    few, many = map(int, done.stdout.split())
    return few, many


@pytest.mark.parametrize("name", [n for n, e in exporters.REGISTRY.items() if is_there(e)])
def test_three_hundred_articles_more_take_no_more_memory(name: str) -> None:
    few, many = peaks_alone(name)
    assert many - few < 2.5 * MIB  # 300 of these articles with their annotations are 3.6
