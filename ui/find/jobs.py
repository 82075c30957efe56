"""Work beside the window of which only the latest is wanted."""

from collections.abc import Callable
from threading import Event

from PySide6.QtCore import QObject, Signal

from annotator.errors import CancelledError
from ui.workers import Background

Check = Callable[[], None]
"""Raises `CancelledError` once the result is no longer wanted; the work calls it now and then."""


class LatestJob(QObject):
    """Runs one function at a time in a thread. A newer one stops the one before; what that brings is dropped."""

    done = Signal(object)
    failed = Signal(object)
    """The exception of a job that was not stopped."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._thread: Background | None = None
        self._stopped = Event()
        self._next: Callable[[Check], object] | None = None

    @property
    def is_running(self) -> bool:
        return self._thread is not None

    def start(self, function: Callable[[Check], object]) -> None:
        self._next = function
        if self._thread is None:
            self._launch()
        else:
            self._stopped.set()

    def stop(self) -> None:
        """Stop what runs and wait until it has ended."""
        self._next = None
        if self._thread is not None:
            self._stopped.set()
            self._thread.wait()
            self._thread.disconnect(self)
            self._end()

    def _launch(self) -> None:
        function, self._next = self._next, None
        if function is None:
            return
        stopped = self._stopped = Event()

        def check() -> None:
            if stopped.is_set():
                raise CancelledError("stopped: something newer is wanted")

        self._thread = Background(lambda: function(check), self)
        self._thread.succeeded.connect(self._tell_done)
        self._thread.failed.connect(self._tell_failed)
        self._thread.finished.connect(self._go_on)
        self._thread.start()

    def _tell_done(self, result: object) -> None:
        if not self._stopped.is_set():
            self.done.emit(result)

    def _tell_failed(self, error: object) -> None:
        if not self._stopped.is_set():
            self.failed.emit(error)

    def _go_on(self) -> None:
        self._end()
        self._launch()

    def _end(self) -> None:
        if self._thread is not None:
            self._thread.wait()  # `finished` is said a moment before the thread is gone
            self._thread.deleteLater()
            self._thread = None
