"""Knows how many edits of guideline decisions wait for the annotator, and says so when a project is opened: once."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QThread, Signal
from PySide6.QtWidgets import QWidget

from annotator.errors import AnnotatorError
from annotator.model import GOLD, Layer
from annotator.progress import Progress
from ui import i18n
from ui.jobs import LatestJob
from ui.session import LayerChange, Session

if TYPE_CHECKING:
    from annotator.feedback.proposed import Waiting

KEYS = "Ctrl+Shift+G"


class WaitingProposals(QObject):
    """Counts beside the window, and follows each edit after that; nothing more is read where no guideline decision is kept."""

    counted = Signal(int, int)
    """So many edits wait, and so many guideline decisions there are: whenever one of them is another number."""

    def __init__(self, session: Session, say: Callable[[str], object], window: QWidget) -> None:
        super().__init__(window)
        self._session, self._say = session, say
        self._waiting: Waiting | None = None
        self._edited: dict[str, Layer] = {}
        """Layers by article, as they are since the count began, which may have read them as they were before."""
        self._is_told = False
        self._job = LatestJob(self, QThread.Priority.LowPriority)
        self._job.done.connect(self._take)
        self._job.failed.connect(self._fail)
        session.project_changed.connect(self._start_anew)
        session.project_closing.connect(self._job.stop)
        session.rulings_changed.connect(self.count)
        session.noticed.connect(self.count)
        session.article_changed.connect(self._follow_article)
        for changed in (session.layer_changed, session.layer_replaced):
            changed.connect(self._follow)

    def count(self, *_: object) -> None:
        """Count anew, beside the window."""
        project, annotator = self._session.project, self._session.annotator
        if project is None or annotator == GOLD:
            return
        if not self._session.pending:
            self._edited.clear()

        def count(progress: Progress) -> object:
            from annotator.feedback.proposed import read_waiting

            return read_waiting(project, annotator, progress)

        self._job.start(count)

    # -- inside

    def _start_anew(self) -> None:
        self._edited.clear()
        self._is_told = False
        self._show(None)
        self.count()

    def _follow(self, change: LayerChange) -> None:
        self._edited[change.after.article_id] = change.after
        self._take_layer(change.after)

    def _follow_article(self) -> None:
        """An article was opened, or its layer was merged with what came from outside."""
        layer = self._session.layer
        if layer is not None:
            self._take_layer(layer)

    def _take_layer(self, layer: Layer) -> None:
        if self._waiting is not None:
            self._show(self._waiting.in_layer(layer))

    def _take(self, found: object) -> None:
        from annotator.feedback.proposed import Waiting

        if not isinstance(found, Waiting):
            return
        for layer in self._edited.values():
            found = found.in_layer(layer)
        self._show(found)
        if found.count and not self._is_told:
            words = self.tr(
                "%Ln edit(s) of guideline decisions wait for your answer: %1", "", found.count
            )
            self._say(words.replace("%1", i18n.isolate_ltr(KEYS)))
        self._is_told = True

    def _show(self, waiting: "Waiting | None") -> None:
        before, self._waiting = _numbers(self._waiting), waiting
        if before != (now := _numbers(waiting)):
            self.counted.emit(*now)

    def _fail(self, error: Exception) -> None:
        """Leave what cannot be read to whoever opens it: nobody has asked for anything here."""
        if not isinstance(error, AnnotatorError):
            raise error


def _numbers(waiting: "Waiting | None") -> tuple[int, int]:
    return (waiting.count, waiting.rulings) if waiting is not None else (0, 0)
