"""Memory of every export and import of 10,000 articles: `make memory` runs this and prints each peak beside its bar.

The articles have 568 words and 17 annotations, as those of the sample project have. HASHIYA_ARTICLES makes them fewer. That no
format keeps articles is a test of its own, with few of them (tests/unit/project/test_export_memory.py, test_import_memory.py).
"""

import os
from pathlib import Path

import pytest

from annotator import exporters, importers
from tests.benchmarks.conftest import Hold
from tests.benchmarks.corpus import articles
from tests.benchmarks.files_to_import import FROM_EXPORT, MADE, OF_EXPORT, file_of
from tests.benchmarks.peak_memory import measured
from tests.unit.formats.build import is_there

ARTICLES = int(os.environ.get("HASHIYA_ARTICLES", "10000"))
SPANS = 17  # 322 on 19 articles in the sample project

MOST_EXPORT, MOST_IMPORT = 100, 120
"""MiB that a process may have at its peak, whatever the format."""


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("memory")


@pytest.fixture(scope="module")
def imported(folder: Path) -> dict[str, float]:
    """Import the articles into the project of which all exports are, and return what that took."""
    path = file_of("jsonl", folder, articles(ARTICLES, SPANS))
    return measured("import", "jsonl", folder / "project", path)


def test_an_import_is_carried_out(hold: Hold, folder: Path, imported: dict[str, float]) -> None:
    assert (imported["articles"], imported["annotations"]) == (ARTICLES, ARTICLES * SPANS)
    hold(f"import {ARTICLES:,} articles, jsonl", imported["peak"], "MiB", MOST_IMPORT)
    opened = measured("open", "-", folder / "project", folder)
    hold("open them", opened["peak"], "MiB")


@pytest.mark.parametrize("name", [n for n, e in exporters.REGISTRY.items() if is_there(e)])
@pytest.mark.usefixtures("imported")
def test_an_export_is_flat(hold: Hold, folder: Path, name: str) -> None:
    out = folder / f"out{exporters.REGISTRY[name].suffix}"
    found = measured("export", name, folder / "project", out)
    assert found["articles"] == ARTICLES
    hold(f"export them, {name}", found["peak"], "MiB", MOST_EXPORT, f"{found['seconds']:.0f} s CPU")


@pytest.mark.parametrize("name", [*FROM_EXPORT, *MADE])
def test_reading_is_flat(hold: Hold, tmp_path: Path, name: str) -> None:
    file = file_of(name, tmp_path, articles(ARTICLES, SPANS))
    found = measured("read", name, tmp_path / "project", file)
    assert found["articles"] >= ARTICLES  # with what is said of the file
    hold(f"read them, {name}", found["peak"], "MiB", MOST_IMPORT, f"{found['seconds']:.0f} s CPU")


def test_every_format_that_is_read_is_measured() -> None:
    assert {*FROM_EXPORT, *MADE} == set(importers.REGISTRY)
    assert OF_EXPORT.keys() <= exporters.REGISTRY.keys()
