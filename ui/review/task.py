"""One long computation beside the window, with progress, that can be stopped."""

import threading
from collections.abc import Callable

from PySide6.QtCore import QObject, QThread, Signal

from annotator.errors import CancelledError
from annotator.progress import Progress
from ui.workers import Background


class Task(QObject):
    """Runs ``function(progress)`` in a thread. One of `succeeded` and `failed` follows, unless it was stopped."""

    progressed = Signal(int, int)
    succeeded = Signal(object)
    failed = Signal(object)

    def __init__(
        self, function: Callable[[Progress], object], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._stopped = threading.Event()
        self._thread = Background(lambda: function(self._report), self)
        self._thread.succeeded.connect(self._succeed)
        self._thread.failed.connect(self._fail)

    def start(self) -> None:
        self._thread.start(QThread.Priority.LowPriority)

    def stop(self) -> None:
        """End the computation at its next report, and wait for that."""
        self._stopped.set()
        self._thread.wait()

    def _report(self, done: int, total: int) -> None:
        if self._stopped.is_set():
            raise CancelledError("stopped")
        self.progressed.emit(done, total)

    def _succeed(self, result: object) -> None:
        if not self._stopped.is_set():
            self.succeeded.emit(result)

    def _fail(self, error: Exception) -> None:
        if not self._stopped.is_set():
            self.failed.emit(error)
