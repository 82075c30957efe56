"""Find in the article, find in the project, tag everywhere: loaded when first asked for, so the window starts sooner."""

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from ui.main_window import MainWindow
from ui.session import Session

if TYPE_CHECKING:
    from ui.find.in_article import ArticleFind


class Finding(QObject):
    """What the commands of finding do."""

    said = Signal(str)

    def __init__(self, window: MainWindow, session: Session) -> None:
        super().__init__(window)
        self._window = window
        self._session = session
        table = window.actions_table
        table["find"].triggered.connect(self.find)
        table["find-next"].triggered.connect(lambda: self.in_article.step(1))
        table["find-previous"].triggered.connect(lambda: self.in_article.step(-1))
        for changed in (session.project_changed, session.article_changed):
            changed.connect(self._refresh)
        self._refresh()

    @cached_property
    def in_article(self) -> "ArticleFind":
        from ui.find.in_article import ArticleFind

        return ArticleFind(self._session, self._window.view)

    def find(self) -> None:
        """Open the find bar over the article."""
        self.in_article.open()

    def _refresh(self) -> None:
        table = self._window.actions_table
        for action_id in ("find", "find-next", "find-previous"):
            table[action_id].setEnabled(self._session.article is not None)
