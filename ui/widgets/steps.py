"""Runs a long operation that only the window's own thread can do, such as painting, a step at a time.

Between the steps the window is painted and can be told to stop; the bar comes after a moment, as with `ui.widgets.progress`.
"""

from collections.abc import Iterator

from PySide6.QtCore import QElapsedTimer, QEventLoop, QTimer
from PySide6.QtWidgets import QWidget

from ui.widgets.progress import MOMENT, ProgressDialog

_BREATH = 40
"""Milliseconds of work between two looks at keys and clicks."""


def run_steps(parent: QWidget | None, title: str, steps: Iterator[int], total: int) -> bool:
    """Take every step and tell whether the end was reached; each yields how much of ``total`` is done.

    Where the user stops it, the iterator is closed. What a step raises is raised here. The window below takes no input
    meanwhile.
    """
    runner = _Runner(parent, title, steps, total)
    return runner.run()


class _Runner:
    def __init__(self, parent: QWidget | None, title: str, steps: Iterator[int], total: int) -> None:
        self._steps, self._total = steps, total
        self._parent = parent
        self._dialog = ProgressDialog(title, parent)
        self._dialog.cancelled.connect(self._stop)
        self._loop = QEventLoop()
        self._stopped = self._finished = False
        self._error: Exception | None = None

    def run(self) -> bool:
        patience, work = QTimer(), QTimer()
        patience.setSingleShot(True)
        patience.timeout.connect(self._dialog.show)
        work.timeout.connect(self._go_on)
        patience.start(MOMENT)
        work.start(0)
        was_enabled = self._parent is not None and self._parent.isEnabled()
        if self._parent is not None:
            self._parent.setEnabled(False)
            self._dialog.setEnabled(True)
        try:
            self._loop.exec()
        finally:
            work.stop()
            patience.stop()
            if self._parent is not None:
                self._parent.setEnabled(was_enabled)
            self._dialog.finish()
        if self._error is not None:
            raise self._error
        return self._finished

    def _go_on(self) -> None:
        clock = QElapsedTimer()
        clock.start()
        try:
            while not self._stopped and not self._finished and clock.elapsed() < _BREATH:
                self._take_step()
        except Exception as error:  # carried out of Qt's loop to the caller
            self._error = error
        if self._stopped or self._finished or self._error is not None:
            self._loop.quit()

    def _take_step(self) -> None:
        done = next(self._steps, None)
        if done is None:
            self._finished = True
        else:
            self._dialog.show_progress(done, self._total)

    def _stop(self) -> None:
        self._stopped = True
        close = getattr(self._steps, "close", None)
        if close is not None:
            close()
