"""Runs a long operation beside the window, with a bar and a Cancel button once it takes longer than a moment.

The operation runs in a thread of its own that ends before `run_with_progress` returns. Its results and its errors come
back to the caller as if it had been called directly.
"""

import threading
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from typing import TypeVar

from PySide6.QtCore import QEvent, QEventLoop, QLocale, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QGuiApplication
from PySide6.QtWidgets import QApplication, QDialogButtonBox, QProgressBar, QWidget

from annotator.errors import CancelledError
from annotator.progress import Progress
from ui.widgets.form import FormDialog, quiet

T = TypeVar("T")

MOMENT = 500
"""Milliseconds before the dialog appears: what is over sooner should not flash."""

_BEAT = 60
"""Milliseconds between looks at how far the operation is; it may report a million times a second."""

_INPUT = frozenset(
    {
        QEvent.Type.KeyPress,
        QEvent.Type.KeyRelease,
        QEvent.Type.ShortcutOverride,
        QEvent.Type.Shortcut,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.MouseButtonRelease,
        QEvent.Type.MouseButtonDblClick,
        QEvent.Type.Wheel,
        QEvent.Type.ContextMenu,
        QEvent.Type.DragEnter,
        QEvent.Type.Drop,
        QEvent.Type.Close,
    }
)


def run_with_progress(
    parent: QWidget | None, title: str, function: Callable[[Progress], T]
) -> T | None:
    """Call ``function(progress)`` in a thread and return what it returns, or None when the user stopped it.

    Everything ``function`` raises but `CancelledError` is raised here. It must call ``progress(done, total)`` now and
    then; that call raises `CancelledError` once the user has cancelled. Windows take no input meanwhile but are painted.
    """
    app = QApplication.instance()
    if app is None:
        raise RuntimeError("there is no application whose windows could wait")
    running = _Running()
    dialog = ProgressDialog(title, parent)
    dialog.cancelled.connect(running.cancelled.set)
    loop = QEventLoop()
    running.finished.connect(loop.quit, Qt.ConnectionType.QueuedConnection)
    patience, beat = QTimer(), QTimer()
    patience.setSingleShot(True)
    patience.timeout.connect(dialog.show)
    beat.timeout.connect(lambda: dialog.show_progress(*running.state))
    hush = Hush(dialog)
    app.installEventFilter(hush)
    with ThreadPoolExecutor(1, "operation") as executor:
        future = executor.submit(function, running.report)
        future.add_done_callback(running.tell_finished)
        patience.start(MOMENT)
        beat.start(_BEAT)
        loop.exec()
    for timer in (patience, beat):
        timer.stop()
    app.removeEventFilter(hush)
    dialog.finish()
    return _result(future)


def _result(future: Future[T]) -> T | None:
    try:
        return future.result()
    except CancelledError:
        return None


class ProgressDialog(FormDialog):
    """A bar that fills in reading direction, and Cancel. Closing it is cancelling."""

    cancelled = Signal()

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent, title)
        self.setWindowModality(Qt.WindowModality.ApplicationModal)
        self.add_heading(title)
        self.bar = QProgressBar()
        self.bar.setRange(0, 0)
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(title)
        self.body.addWidget(self.bar)
        self.count = quiet(self.tr("Starting…"))
        self.body.addWidget(self.count)
        self.stop = self.buttons.addButton(
            self.tr("Cancel"), QDialogButtonBox.ButtonRole.RejectRole
        )
        self.stop.setAutoDefault(False)  # Enter, pressed for something else, must not stop the work

    def show_progress(self, done: int, total: int) -> None:
        """Show how far the operation is; a total of 0 is unknown."""
        if not self.stop.isEnabled() or not (done or total):
            return
        self.bar.setRange(0, total)
        self.bar.setValue(min(done, total))
        number = QLocale().toString
        if total:
            words = self.tr("%1 of %2").replace("%1", number(done)).replace("%2", number(total))
        else:
            words = number(done)
        self.count.setText(words)

    def reject(self) -> None:
        if not self.stop.isEnabled():
            return
        self.stop.setEnabled(False)
        self.bar.setRange(0, 0)
        self.count.setText(self.tr("Stopping; what was begun is being undone…"))
        self.cancelled.emit()

    def closeEvent(self, event: QCloseEvent) -> None:
        event.ignore()
        self.reject()

    def finish(self) -> None:
        self.hide()
        self.deleteLater()


class _Running(QObject):
    """What the operation's thread and the window both look at."""

    finished = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.cancelled = threading.Event()
        self.state = (0, 0)

    def report(self, done: int, total: int) -> None:
        if self.cancelled.is_set():
            raise CancelledError("stopped: nothing of it was kept")
        self.state = (done, total)

    def tell_finished(self, _future: object) -> None:
        self.finished.emit()


class Hush(QObject):
    """Keeps keys and clicks from the windows below, also before the dialog is up; nothing may start twice."""

    def __init__(self, dialog: ProgressDialog) -> None:
        super().__init__()
        self._dialog = dialog

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() not in _INPUT:
            return False
        if (
            self._dialog.isVisible()
            and QGuiApplication.modalWindow() is self._dialog.windowHandle()
        ):
            return False
        return not self._belongs(watched)

    def _belongs(self, watched: QObject) -> bool:
        return watched is self._dialog or (
            isinstance(watched, QWidget) and self._dialog.isAncestorOf(watched)
        )
