"""How fast the cluster view is: it opens an article and paints a decision, in a project of 1,000 articles, 3 annotators and 50 spans each."""

import statistics
import threading
import time

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from tests.benchmarks.test_review_bench import big_project
from ui.app import make_workspace
from ui.settings import Memory, Settings


@pytest.fixture(scope="module")
def project_path(tmp_path_factory):
    path = tmp_path_factory.mktemp("review") / "p"
    big_project(path)
    return path


@pytest.fixture
def reviewing(qapp, qtbot, project_path):
    workspace = make_workspace(
        qapp, Memory(Settings(annotator="lead", language="en", theme="light"))
    )
    qtbot.addWidget(workspace.window)
    workspace.window.show()
    workspace.commands.project.open(project_path)
    workspace.commands.review.open()
    found = workspace.commands.review.reviewing
    qtbot.waitUntil(lambda: found.counting.is_settled, timeout=120_000)
    found.window.resize(1280, 720)
    yield found
    workspace.session.close_project()
    qtbot.waitUntil(lambda: all(t.name != "background" for t in threading.enumerate()))


def test_the_cluster_view_opens_and_paints_decisions(reviewing, qapp, hold, benchmark):
    """An article that was not looked at before, up to the painted page; then a decision by key, up to the painted page."""
    window = reviewing.window
    ids = list(reviewing.context.board.entries)
    reviewing.browsing.compare_all(ids[0])
    qapp.processEvents()
    opened, decided = [], []
    for article_id in ids[1:40]:
        start = time.perf_counter()
        reviewing.browsing.compare_all(article_id)
        window.repaint()
        qapp.processEvents()
        opened.append(time.perf_counter() - start)
    compare = window.compare
    for number in range(40):
        compare.focus()
        start = time.perf_counter()
        QTest.keyClick(compare.list, Qt.Key(Qt.Key.Key_1 + number % 3))
        window.repaint()
        qapp.processEvents()
        decided.append(time.perf_counter() - start)
        if compare.current is None:
            compare.step(1, only_open=True)
    for what, took, bar in (
        ("cluster view opens an article, 1,000 x 3 x 50", opened, 150),
        ("decision to paint, 1,000 x 3 x 50", decided, 50),
    ):
        worst = f"worst {max(took) * 1000:.0f} ms"
        hold(what, statistics.median(took) * 1000, "ms", bar, worst)
    benchmark(lambda: None)
