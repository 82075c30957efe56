import threading
import time

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton

from annotator.errors import CancelledError, ProjectError
from ui.widgets import progress as module
from ui.widgets.progress import ProgressDialog, run_with_progress


@pytest.fixture
def soon(monkeypatch):
    """Let the dialog appear at once."""
    monkeypatch.setattr(module, "MOMENT", 0)


def dialog():
    return next(
        (
            w
            for w in QApplication.topLevelWidgets()
            if isinstance(w, ProgressDialog) and w.isVisible()
        ),
        None,
    )


def later(milliseconds, action):
    QTimer.singleShot(milliseconds, action)


def test_the_result_comes_back_from_another_thread(qapp):
    assert run_with_progress(
        None, "x", lambda progress: (threading.current_thread() is threading.main_thread(), 42)
    ) == (False, 42)


def test_what_is_over_in_a_moment_shows_no_dialog(qapp):
    seen = []
    later(30, lambda: seen.append(dialog()))
    run_with_progress(None, "x", lambda progress: time.sleep(0.1))
    assert seen == [None]


def test_what_takes_longer_shows_how_far_it_is(qapp, soon):
    seen = []

    def look():
        seen.append((dialog().bar.value(), dialog().bar.maximum(), dialog().count.text()))
        go.set()

    go = threading.Event()

    def work(progress):
        progress(3, 12)
        go.wait(5)

    later(250, look)
    run_with_progress(None, "Importing", work)
    assert seen == [(3, 12, "3 of 12")]


def test_an_unknown_total_shows_only_what_was_done(qtbot):
    shown = ProgressDialog("x")
    qtbot.addWidget(shown)
    shown.show_progress(1234, 0)
    assert shown.count.text() == "1,234"
    assert shown.bar.maximum() == 0


def test_cancel_stops_the_work_and_gives_none(qapp, soon):
    steps = []

    def work(progress):
        for step in range(10_000):
            progress(step, 10_000)
            steps.append(step)
            time.sleep(0.002)
        return "finished"

    later(150, lambda: QTest.mouseClick(dialog().stop, Qt.MouseButton.LeftButton))
    assert run_with_progress(None, "x", work) is None
    assert 0 < len(steps) < 10_000


@pytest.mark.parametrize("how", ["escape", "close"])
def test_closing_the_dialog_is_cancelling(qapp, soon, how):
    def work(progress):
        while True:
            progress(0, 0)
            time.sleep(0.002)

    later(
        100,
        lambda: (
            QTest.keyClick(dialog(), Qt.Key.Key_Escape) if how == "escape" else dialog().close()
        ),
    )
    assert run_with_progress(None, "x", work) is None


def test_enter_does_not_cancel(qapp, soon):
    later(80, lambda: QTest.keyClick(dialog(), Qt.Key.Key_Return))
    assert (
        run_with_progress(None, "x", lambda progress: (time.sleep(0.2), progress(1, 1), "done")[2])
        == "done"
    )


def test_an_error_arrives_where_the_work_was_asked_for(qapp):
    def work(progress):
        raise ProjectError("the disk is full")

    with pytest.raises(ProjectError, match="the disk is full"):
        run_with_progress(None, "x", work)


def test_a_bug_in_the_work_is_not_swallowed(qapp):
    with pytest.raises(ZeroDivisionError):
        run_with_progress(None, "x", lambda progress: 1 / 0)


def test_the_work_may_stop_itself(qapp):
    def work(progress):
        raise CancelledError("no")

    assert run_with_progress(None, "x", work) is None


def test_nothing_can_be_started_twice_before_the_dialog_is_up(show, qtbot):
    started = []
    button = QPushButton("Export")
    qtbot.addWidget(button)
    button.show()

    def start():
        started.append(1)
        run_with_progress(button, "x", lambda progress: time.sleep(0.15))

    button.clicked.connect(start)
    later(50, lambda: QTest.mouseClick(button, Qt.MouseButton.LeftButton))
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert started == [1]
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert started == [1, 1], "afterwards the window takes clicks again"


def test_nothing_is_left_behind(qapp):
    threads = threading.active_count()
    run_with_progress(None, "x", lambda progress: None)
    qapp.processEvents()
    assert threading.active_count() == threads
    assert dialog() is None


def test_a_million_reports_do_not_flood_the_window(qapp):
    def work(progress):
        for step in range(200_000):
            progress(step, 200_000)

    started = time.perf_counter()
    run_with_progress(None, "x", work)
    assert time.perf_counter() - started < 5
