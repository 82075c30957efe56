"""The light half of the review: an action that brings the rest when it is first asked for."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QFont
from PySide6.QtWidgets import QWidget

from ui.session import Session

if TYPE_CHECKING:
    from ui.review.reviewing import Reviewing


class ReviewDoor(QObject):
    """Opens the review. Until then nothing of it is imported: the first window must come quickly."""

    def __init__(
        self, session: Session, action: QAction, article_font: Callable[[], QFont], parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._session, self._font, self._main = session, article_font, parent
        self.reviewing: Reviewing | None = None
        action.triggered.connect(lambda _checked=False: self.open())

    def open(self) -> None:
        from ui.review.reviewing import Reviewing
        from ui.review.study import Study

        if self.reviewing is None:
            study = Study(self._session, self._main)
            self.reviewing = Reviewing(study, self._font, self._main)
        self.reviewing.study.guarded(self.reviewing.open)
