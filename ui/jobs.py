"""Work beside the window: it can be stopped, says how far it is, and only the latest of a kind is heard."""

import time
from collections.abc import Callable
from threading import Event

from PySide6.QtCore import QObject, QThread, Signal

from annotator.errors import CancelledError
from annotator.progress import Progress

BEAT = 0.06
"""Seconds between two words on how far a job is; it may report a million times a second."""

Work = Callable[[Progress], object]
"""What a job does. It must call its argument now and then: that raises `CancelledError` once nobody wants the result."""


class Background(QThread):
    """Runs one function off the window's thread and hands its result back.

    Connect `succeeded` and `failed` before `start`. The function must not touch any widget.
    """

    reported = Signal(int, int)
    succeeded = Signal(object)
    failed = Signal(object)

    def __init__(self, function: Work, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("background")
        self._function = function
        self._stopped = Event()
        self._told = 0.0

    @property
    def is_stopped(self) -> bool:
        return self._stopped.is_set()

    def stop(self) -> None:
        """Let the function end at its next report."""
        self._stopped.set()

    def run(self) -> None:
        try:
            result = self._function(self._report)
        except Exception as error:  # shown by whoever asked: a message or the crash dialog
            self.failed.emit(error)
        else:
            self.succeeded.emit(result)

    def _report(self, done: int, total: int) -> None:
        if self._stopped.is_set():
            raise CancelledError("stopped: something newer is wanted")
        now = time.monotonic()
        if now - self._told >= BEAT:
            self._told = now
            self.reported.emit(done, total)


class LatestJob(QObject):
    """Runs one function at a time in a thread. A newer one stops the one before; what that brings is dropped."""

    progressed = Signal(int, int)
    done = Signal(object)
    failed = Signal(object)
    """The exception of a job that was not stopped."""

    def __init__(
        self,
        parent: QObject | None = None,
        priority: QThread.Priority = QThread.Priority.InheritPriority,
    ) -> None:
        super().__init__(parent)
        self._priority = priority
        self._thread: Background | None = None
        self._next: Work | None = None

    @property
    def is_running(self) -> bool:
        return self._thread is not None

    def start(self, function: Work) -> None:
        self._next = function
        if self._thread is None:
            self._launch()
        else:
            self._thread.stop()

    def cancel(self) -> None:
        """Let go of what runs without waiting for its end; nothing of it is heard any more."""
        self._next = None
        if self._thread is not None:
            self._thread.stop()

    def stop(self) -> None:
        """Stop what runs and wait until it has ended."""
        self._next = None
        if self._thread is not None:
            self._thread.stop()
            self._thread.wait()
            self._thread.disconnect(self)
            self._end()

    def _launch(self) -> None:
        function, self._next = self._next, None
        if function is None:
            return
        self._thread = Background(function, self)
        self._thread.reported.connect(self._tell_progress)
        self._thread.succeeded.connect(self._tell_done)
        self._thread.failed.connect(self._tell_failed)
        self._thread.finished.connect(self._go_on)
        self._thread.start(self._priority)

    def _tell_progress(self, done: int, total: int) -> None:
        if self._is_wanted():
            self.progressed.emit(done, total)

    def _tell_done(self, result: object) -> None:
        if self._is_wanted():
            self.done.emit(result)

    def _tell_failed(self, error: object) -> None:
        if self._is_wanted():
            self.failed.emit(error)

    def _go_on(self) -> None:
        if self._is_latest():
            self._end()
            self._launch()

    def _is_latest(self) -> bool:
        """Tell whether the word that is being heard comes from the thread that runs now.

        Disconnecting a stopped thread does not take back the words that are already on their way.
        """
        return self.sender() is self._thread

    def _is_wanted(self) -> bool:
        return self._thread is not None and self._is_latest() and not self._thread.is_stopped

    def _end(self) -> None:
        if self._thread is not None:
            self._thread.wait()  # `finished` is said a moment before the thread is gone
            self._thread.deleteLater()
            self._thread = None
