import threading

from PySide6.QtCore import QThread

from tests.helpers.deadlines import DEADLINE_MS
from tests.helpers.threads import leftover_threads, running_threads


def test_a_python_thread_that_still_runs_is_named():
    before = running_threads()
    done = threading.Event()
    thread = threading.Thread(target=done.wait, name="forgotten")
    thread.start()
    assert leftover_threads(before, patience=0.05) == ["forgotten"]
    done.set()
    thread.join()
    assert leftover_threads(before) == []


def test_a_qt_thread_that_still_runs_is_named(qtbot):
    before = running_threads()
    thread = QThread()
    thread.setObjectName("forgotten-qt")
    with qtbot.waitSignal(thread.started):
        thread.start()
    assert leftover_threads(before, patience=0.2) == ["forgotten-qt"]
    thread.quit()
    assert thread.wait(DEADLINE_MS)
    assert leftover_threads(before) == []
