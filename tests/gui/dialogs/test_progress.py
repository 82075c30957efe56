import threading
from threading import Event

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton

from annotator.errors import CancelledError, ProjectError
from tests.helpers.deadlines import DEADLINE
from tests.helpers.waiting import in_dialog, once
from ui.widgets import progress as module
from ui.widgets.progress import ProgressDialog, run_with_progress

AN_HOUR = 3_600_000
"""Milliseconds that do not pass while a test runs."""


@pytest.fixture
def soon(monkeypatch):
    """Let the dialog appear at once."""
    monkeypatch.setattr(module, "MOMENT", 0)


@pytest.fixture
def late(monkeypatch):
    """Let the moment before the dialog appears last for ever."""
    monkeypatch.setattr(module, "MOMENT", AN_HOUR)


def dialogs():
    return [w for w in QApplication.topLevelWidgets() if isinstance(w, ProgressDialog)]


def test_the_result_comes_back_from_another_thread(qapp):
    assert run_with_progress(
        None, "x", lambda progress: (threading.current_thread() is threading.main_thread(), 42)
    ) == (False, 42)


def test_what_is_over_in_a_moment_shows_no_dialog(qapp, late):
    seen, may_end = [], Event()

    def work(progress):
        progress(1, 2)
        assert may_end.wait(DEADLINE)

    def look():
        seen.extend(one.isVisible() for one in dialogs())
        may_end.set()

    once(lambda: any(one.count.text() == "1 of 2" for one in dialogs()), look)
    run_with_progress(None, "x", work)
    assert seen == [False]


def test_what_takes_longer_shows_how_far_it_is(qapp, soon):
    seen, may_end = [], Event()

    def work(progress):
        progress(3, 12)
        assert may_end.wait(DEADLINE)

    def look():
        [shown] = dialogs()
        seen.append((shown.isVisible(), shown.bar.value(), shown.bar.maximum()))
        may_end.set()

    once(lambda: any(one.count.text() == "3 of 12" for one in dialogs()), look)
    run_with_progress(None, "Importing", work)
    assert seen == [(True, 3, 12)]


def test_an_unknown_total_shows_only_what_was_done(qtbot):
    shown = ProgressDialog("x")
    qtbot.addWidget(shown)
    shown.show_progress(1234, 0)
    assert shown.count.text() == "1,234"
    assert shown.bar.maximum() == 0


def work_until(happened, steps):
    """Return an operation of two steps; the second comes when something has happened in the window."""

    def work(progress):
        progress(0, 2)
        assert happened.wait(DEADLINE)
        progress(1, 2)
        steps.append("the second")
        return "finished"

    return work


@pytest.mark.parametrize(
    "how",
    [
        lambda dialog: QTest.mouseClick(dialog.stop, Qt.MouseButton.LeftButton),
        lambda dialog: QTest.keyClick(dialog, Qt.Key.Key_Escape),
        lambda dialog: dialog.close(),
    ],
    ids=["cancel", "escape", "close"],
)
def test_cancelling_stops_the_work_and_gives_none(qapp, soon, how):
    steps, happened = [], Event()
    in_dialog(ProgressDialog, lambda dialog: (how(dialog), happened.set()))
    assert run_with_progress(None, "x", work_until(happened, steps)) is None
    assert (happened.is_set(), steps) == (True, [])


def test_enter_does_not_cancel(qapp, soon):
    steps, happened = [], Event()
    in_dialog(
        ProgressDialog,
        lambda dialog: (QTest.keyClick(dialog, Qt.Key.Key_Return), happened.set()),
    )
    assert run_with_progress(None, "x", work_until(happened, steps)) == "finished"
    assert steps == ["the second"]


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


def test_nothing_can_be_started_twice_before_the_dialog_is_up(show, qtbot, late):
    started, pressed_again = [], Event()
    button = QPushButton("Export")
    qtbot.addWidget(button)
    button.show()

    def press_again():
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
        pressed_again.set()

    def start():
        started.append(1)
        QTimer.singleShot(0, press_again if len(started) == 1 else pressed_again.set)
        run_with_progress(button, "x", lambda progress: pressed_again.wait(DEADLINE))

    button.clicked.connect(start)
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert started == [1]
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert started == [1, 1], "afterwards the window takes clicks again"


def test_nothing_is_left_behind(qapp):
    threads = threading.active_count()
    run_with_progress(None, "x", lambda progress: None)
    qapp.processEvents()
    assert threading.active_count() == threads
    assert not any(one.isVisible() for one in dialogs())


def test_a_million_reports_do_not_flood_the_window(qapp, monkeypatch):
    """The window looks when it is its turn to look; a report only leaves the numbers there."""
    looks = []
    monkeypatch.setattr(module, "_BEAT", AN_HOUR)
    monkeypatch.setattr(ProgressDialog, "show_progress", lambda _, *state: looks.append(state))

    def work(progress):
        for step in range(200_000):
            progress(step, 200_000)

    run_with_progress(None, "x", work)
    qapp.processEvents()
    assert looks == []
