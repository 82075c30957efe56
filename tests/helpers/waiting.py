"""Waiting in the event loop for what happens, never for a time."""

import os
from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import QDeadlineTimer, QEvent, QTimer
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from tests.helpers.deadlines import DEADLINE_MS

LOOK_EVERY = 5
"""Milliseconds between two looks at whether it has happened."""

W = TypeVar("W", bound=QWidget)


class PatientBot(QtBot):
    """pytest-qt's hands, with our deadline in the place of its five seconds."""

    def waitUntil(self, callback, *, timeout=DEADLINE_MS):
        super().waitUntil(callback, timeout=timeout)

    def waitSignal(self, signal, *, timeout=DEADLINE_MS, **options):
        return super().waitSignal(signal, timeout=timeout, **options)

    def waitActive(self, widget, *, timeout=DEADLINE_MS):
        return super().waitActive(widget, timeout=timeout)


def once(ready: Callable[[], object], act: Callable[[], object]) -> None:
    """Call ``act`` from the event loop as soon as ``ready()`` holds, also while a dialog keeps the caller waiting.

    Looks no longer than the test that asked runs: a dialog of the next test is not its business.
    """
    deadline, test = QDeadlineTimer(DEADLINE_MS), running_test()

    def look() -> None:
        if running_test() != test:
            return
        if ready():
            act()
        elif not deadline.hasExpired():
            QTimer.singleShot(LOOK_EVERY, look)

    QTimer.singleShot(0, look)


def in_dialog(kind: type[W], act: Callable[[W], object]) -> None:
    """Call ``act`` with the dialog of a kind that opens next."""
    once(lambda: shown(kind) is not None, lambda: act(shown(kind)))


def settled_events() -> None:
    """Let everything happen that waits in the event loop, and everything go that is to be deleted."""
    for _ in range(3):
        QApplication.sendPostedEvents()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        QApplication.processEvents()


def shown(kind: type[W]) -> W | None:
    """Return the visible window of a kind, None where there is none."""
    windows = (w for w in QApplication.topLevelWidgets() if isinstance(w, kind) and w.isVisible())
    return next(windows, None)


def running_test() -> str:
    """Return the test that runs now, nothing between two of them, when the event loop may still be turning."""
    return os.environ.get("PYTEST_CURRENT_TEST", "").rpartition(" ")[0]
