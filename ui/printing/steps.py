"""Runs a long operation that only the window's own thread can do, such as painting, a step at a time.

Between the steps the window is painted and can be told to stop; the bar comes after a moment, as with `ui.widgets.progress`.
"""

from collections.abc import Generator

from PySide6.QtCore import QElapsedTimer
from PySide6.QtWidgets import QApplication, QWidget

from ui.widgets.progress import MOMENT, Hush, ProgressDialog

_BREATH = 40
"""Milliseconds of work between two looks at keys and clicks."""


def run_steps(
    parent: QWidget | None, title: str, steps: Generator[int, None, None], total: int
) -> bool:
    """Take every step and tell whether the end was reached; each yields how much of ``total`` is done.

    Where the user stops it, the generator is closed. What a step raises is raised here. The windows below take no input
    meanwhile.
    """
    app = QApplication.instance()
    if app is None:
        raise RuntimeError("there is no application whose windows could wait")
    dialog = ProgressDialog(title, parent)
    stopped: list[bool] = []
    dialog.cancelled.connect(lambda: stopped.append(True))
    hush = Hush(dialog)
    app.installEventFilter(hush)
    try:
        return _run(steps, total, dialog, stopped)
    finally:
        steps.close()
        app.removeEventFilter(hush)
        dialog.finish()


def _run(
    steps: Generator[int, None, None], total: int, dialog: ProgressDialog, stopped: list[bool]
) -> bool:
    since_start, since_breath = QElapsedTimer(), QElapsedTimer()
    since_start.start()
    since_breath.start()
    for done in steps:
        if since_breath.elapsed() < _BREATH:
            continue
        if since_start.elapsed() >= MOMENT and not dialog.isVisible():
            dialog.show()
        dialog.show_progress(done, total)
        QApplication.processEvents()
        if stopped:
            return False
        since_breath.start()
    return True
