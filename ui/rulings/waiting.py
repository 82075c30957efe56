"""Tells an annotator who opens a project that guideline decisions wait for an answer: once, and in nobody's way."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QThread
from PySide6.QtWidgets import QWidget

from annotator.errors import AnnotatorError
from annotator.model import GOLD
from annotator.progress import Progress
from ui import i18n
from ui.jobs import LatestJob
from ui.session import Session

KEYS = "Ctrl+Shift+G"


class WaitingProposals(QObject):
    """Counts beside the window; nothing is read where no guideline decision is kept."""

    def __init__(self, session: Session, say: Callable[[str], object], window: QWidget) -> None:
        super().__init__(window)
        self._session, self._say = session, say
        self._job = LatestJob(self, QThread.Priority.LowPriority)
        self._job.done.connect(self._tell)
        self._job.failed.connect(self._fail)
        session.project_changed.connect(self._count)
        session.project_closing.connect(self._job.stop)

    # -- inside

    def _count(self) -> None:
        project, annotator = self._session.project, self._session.annotator
        if project is None or annotator == GOLD or not project.rulings():
            return

        def count(progress: Progress) -> int:
            from annotator.feedback.proposed import count_waiting

            return count_waiting(project, annotator, progress)

        self._job.start(count)

    def _tell(self, count: object) -> None:
        if isinstance(count, int) and count:
            said = self.tr("%Ln edit(s) of guideline decisions wait for your answer: %1", "", count)
            self._say(said.replace("%1", i18n.isolate_ltr(KEYS)))

    def _fail(self, error: Exception) -> None:
        """Leave what cannot be read to whoever opens it: nobody has asked for anything here."""
        if not isinstance(error, AnnotatorError):
            raise error
