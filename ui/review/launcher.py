"""The light half of the review: an action that brings the rest when it is first asked for."""

from collections.abc import Callable
from importlib import import_module
from pkgutil import walk_packages
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QWidget

from annotator.model import Span
from ui.session import Session
from ui.settings import Memory

if TYPE_CHECKING:
    from ui.review.reviewing import Reviewing


IDLE = 2000
"""Milliseconds after a project was opened before the review is fetched: by then the first article is on screen."""

STEP = 60
"""Milliseconds between two of its modules: each takes a few, and no key press waits longer than for one."""


class ReviewLauncher(QObject):
    """Opens the review. The first window must come quickly, so nothing of it is imported before a quiet moment."""

    def __init__(
        self,
        session: Session,
        memory: Memory,
        article_font: Callable[[], QFont],
        show_in_article: Callable[[str, Span | None], None],
        export_gold: Callable[[], None],
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._session, self._memory = session, memory
        self._font, self._main = article_font, parent
        self._show_in_article, self._export_gold = show_in_article, export_gold
        self.reviewing: Reviewing | None = None
        self._cold: list[str] = []
        self._warming = QTimer(self)
        self._warming.timeout.connect(self._fetch_one)
        session.project_changed.connect(self._wait_for_a_quiet_moment)

    def open(self) -> None:
        from ui.review.context import ReviewContext
        from ui.review.reviewing import Reviewing

        if self.reviewing is None:
            context = ReviewContext(self._session, self._memory, self._main)
            self.reviewing = Reviewing(
                context, self._font, self._show_in_article, self._export_gold, self._main
            )
        self.reviewing.context.guard.attempt(self.reviewing.open)

    def _wait_for_a_quiet_moment(self) -> None:
        import ui.review as package

        if self._session.project is not None and self.reviewing is None and not self._cold:
            self._cold = sorted(
                module.name for module in walk_packages(package.__path__, "ui.review.")
            )
            self._warming.start(IDLE)

    def _fetch_one(self) -> None:
        """Import the next module of the review, so that opening it does not have to."""
        self._warming.setInterval(STEP)
        if not self._cold or self.reviewing is not None:
            self._warming.stop()
            return
        import_module(self._cold.pop(0))
