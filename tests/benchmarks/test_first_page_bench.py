"""How fast the review's first page is there: opened, painted and counted, in a project of 1,000 articles, 3 annotators and 50 spans each."""

import threading
import time

import pytest

from tests.benchmarks.test_review_bench import ARTICLES, big_project
from ui.app import make_workspace
from ui.settings import Memory, Settings


@pytest.fixture
def workspace(qapp, qtbot, tmp_path):
    big_project(tmp_path / "p")
    made = make_workspace(qapp, Memory(Settings(annotator="lead", language="en", theme="light")))
    qtbot.addWidget(made.window)
    made.window.show()
    made.commands.project.open(tmp_path / "p")
    yield made
    made.session.close_project()
    qtbot.waitUntil(lambda: all(t.name != "background" for t in threading.enumerate()))


def test_the_first_page_is_counted(workspace, qapp, qtbot, hold, benchmark):
    """From opening the review to the painted page, to all its numbers, and to those of F5, when nothing has changed."""
    review = workspace.commands.review

    def count() -> tuple[float, float, float]:
        """Return the seconds until everything is counted, those of the processor, and the longest without a frame."""
        start, used, longest = time.perf_counter(), time.process_time(), 0.0
        last = start
        found = review.reviewing
        while not (found.counting.is_settled and found.surveying.is_settled):
            qapp.processEvents()
            now = time.perf_counter()
            longest, last = max(longest, now - last), now
            assert now - start < 120
            time.sleep(0.001)
        return time.perf_counter() - start, time.process_time() - used, longest

    start = time.perf_counter()
    review.open()
    found = review.reviewing
    found.window.repaint()
    qapp.processEvents()
    painted = time.perf_counter() - start
    took, used, longest = count()
    tallies = found.surveying._survey.tallies
    assert len(tallies) == ARTICLES
    hold("review, first page from opening to painted, 1,000 x 3 x 50", painted * 1000, "ms")
    words = f"{used:.1f} s CPU, longest without a frame {longest * 1000:.0f} ms"
    hold("  from opening to counted", painted + took, "s", None, words)
    found.window.refresh_meant.emit()
    took, used, longest = count()
    words = f"{used:.1f} s CPU, longest without a frame {longest * 1000:.0f} ms"
    hold("  counted again, nothing changed (F5)", took, "s", None, words)
    benchmark(lambda: None)
