"""Counts beside the window what the export that is being chosen would lose, and shows it while one chooses."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QThread, QTimer, Signal
from PySide6.QtWidgets import QProgressBar, QPushButton, QVBoxLayout, QWidget

from annotator.errors import AnnotatorError
from annotator.progress import Progress
from annotator.project.transfer.export_report import ExportPreview
from ui.dialogs.transfer.loss_words import LossWords
from ui.jobs import LatestJob
from ui.widgets.form import GAP, quiet, side_by_side, text
from ui.wording.error_words import short

if TYPE_CHECKING:
    from annotator.project.transfer.export_report import ChoiceLoss
    from ui.dialogs.transfer.export_dialog import ExportChoice

PAUSE = 120
"""Milliseconds without another change before counting begins, so that a number can be typed."""


class Counting(Protocol):
    """What a project tells of an export before it is written. Both raise `AnnotatorError` where it would."""

    def preview(self, choice: "ExportChoice", progress: Progress) -> ExportPreview: ...

    def choices(self, choice: "ExportChoice", progress: Progress) -> "tuple[ChoiceLoss, ...]": ...


class LossPreview(QWidget):
    """Give it each choice as it is made. ``compared`` brings what the other choices of options would lose."""

    shown = Signal(object)
    """The `ExportPreview` of what is chosen, None while it is not known."""
    compared = Signal(object)
    """The `ChoiceLoss` of every other choice."""

    def __init__(self, counting: Counting | None) -> None:
        super().__init__()
        self._counting = counting
        self._words = LossWords(self)
        self._choice: ExportChoice | None = None
        self._next: Callable[[], object] | None = None
        self.summary = text("", "caption")
        self.reasons = quiet("")
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setMaximumHeight(GAP)
        self.bar.setAccessibleName(self.tr("Counting what would be lost"))
        self.stop = QPushButton(self.tr("Stop counting"))
        self.stop.setAutoDefault(False)
        self.stop.clicked.connect(self._stop)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP // 2)
        column.addWidget(self.summary)
        column.addWidget(self.reasons)
        column.addLayout(side_by_side(self.bar, self.stop))
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(PAUSE)
        self._timer.timeout.connect(self._count)
        self._job = LatestJob(self, QThread.Priority.LowPriority)
        self._job.progressed.connect(self._show_progress)
        self._job.done.connect(self._take)
        self._job.failed.connect(self._fail)
        self._show("", "")

    @property
    def is_counting(self) -> bool:
        return self._timer.isActive() or self._job.is_running

    def ask(self, choice: "ExportChoice | None") -> None:
        """Count anew for another choice, nothing for None; what is counted for the one before is stopped."""
        self._job.cancel()
        self._choice = choice
        self.shown.emit(None)
        if choice is None or self._counting is None:
            self._timer.stop()
            self._show("", "")
            return
        self._show(self.tr("Counting what would be lost…"), "")
        self._timer.start()

    def end(self) -> None:
        """Stop, and wait until the thread has ended."""
        self._timer.stop()
        self._job.stop()

    def _count(self) -> None:
        counting, choice = self._counting, self._choice
        if counting is not None and choice is not None:
            self._next = self._compare
            self._job.start(lambda progress: counting.preview(choice, progress))

    def _compare(self) -> None:
        counting, choice = self._counting, self._choice
        if counting is not None and choice is not None:
            self._next = None
            self._job.start(lambda progress: counting.choices(choice, progress))

    def _take(self, result: object) -> None:
        if not isinstance(result, ExportPreview):
            self._hide_bar()
            self.compared.emit(result)
            return
        self._show(self._words.summary(result), self._words.reasons(result))
        self.shown.emit(result)
        if self._next is not None:
            self._next()

    def _fail(self, error: Exception) -> None:
        if not isinstance(error, AnnotatorError):
            raise error
        self._show(short(error), "")

    def _stop(self) -> None:
        self._timer.stop()
        self._job.cancel()
        self._hide_bar()
        self.summary.setText(self.tr("Not counted to the end."))
        self.summary.show()

    def _show_progress(self, done: int, total: int) -> None:
        self.bar.setRange(0, total)
        self.bar.setValue(min(done, total))
        self.bar.show()
        self.stop.show()

    def _hide_bar(self) -> None:
        self.bar.hide()
        self.stop.hide()

    def _show(self, summary: str, reasons: str) -> None:
        self._hide_bar()
        self.summary.setText(summary)
        self.summary.setVisible(bool(summary))
        self.reasons.setText(reasons)
        self.reasons.setVisible(bool(reasons))
        self.setVisible(bool(summary))
