"""A short form of the fuzz run: the same files on every machine; `make crash` takes 20,000."""

from pathlib import Path

from tests.crash.fuzzed_imports import fuzz


def test_a_strange_file_gives_articles_and_refusals_and_never_a_traceback(tmp_path: Path):
    counts = fuzz(tmp_path, 800)
    assert counts["files"] == 800
    assert counts["articles"] > 50
    assert counts["layers"] >= 4
    assert counts["refused"] > 300
    assert [counts[name] for name in ("tracebacks", "problems", "not exported", "silent")] == [
        0
    ] * 4
