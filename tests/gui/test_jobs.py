"""Work beside the window: only the latest is heard, and nothing of it outlives whoever asked for it."""

from threading import Event

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication

from tests.helpers.deadlines import DEADLINE
from ui.jobs import LatestJob


def test_only_the_latest_job_is_heard(qtbot):
    job, heard = LatestJob(), []
    job.done.connect(heard.append)

    def endless(report):
        while True:
            report(0, 0)

    job.start(endless)
    job.start(lambda _check: "second")
    job.start(lambda _check: "third")
    qtbot.waitUntil(lambda: bool(heard) and not job.is_running)
    assert heard == ["third"]


def test_what_comes_too_late_is_not_heard(qtbot):
    job, heard, go_on = LatestJob(), [], Event()
    job.done.connect(heard.append)
    job.start(lambda _check: go_on.wait(DEADLINE) and "late")
    job.start(lambda _check: "new")
    go_on.set()
    qtbot.waitUntil(lambda: bool(heard) and not job.is_running)
    assert heard == ["new"]


def test_a_stopped_job_is_silent(qtbot):
    job, heard = LatestJob(), []
    job.done.connect(heard.append)
    job.failed.connect(heard.append)

    def until_stopped(report):
        while True:
            report(0, 0)

    job.start(until_stopped)
    job.stop()
    assert not job.is_running
    job.start(lambda _check: "the next")
    qtbot.waitUntil(lambda: bool(heard) and not job.is_running)
    assert heard == ["the next"]


def test_how_far_it_is_is_told_and_not_of_a_job_that_is_stopped(qtbot):
    job, told, go_on = LatestJob(), [], Event()
    job.progressed.connect(lambda done, total: told.append((done, total)))

    def work(report):
        report(3, 12)
        go_on.wait(DEADLINE)

    job.start(work)
    qtbot.waitUntil(lambda: told == [(3, 12)])
    go_on.set()
    job.start(lambda report: report(7, 12))
    job.stop()
    QApplication.processEvents()
    assert told == [(3, 12)]


def test_jobs_that_are_dropped_with_words_on_their_way_do_no_harm(qtbot):
    """A word sent to the job by the job itself from its thread ended the process, once in a hundred times."""

    def endless(report):
        while True:
            report(0, 0)

    for _ in range(100):
        job = LatestJob()
        job.start(endless)
        job.start(lambda report: report(1, 1))
        job.stop()
        del job
        QApplication.processEvents()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
