"""From article to article: the next, the one before, the next that is not done; and what is known about one."""

from annotator.model import Status
from ui.commands.base import Commands
from ui.main_window import MainWindow
from ui.session import Session
from ui.widgets.announcing import announce


class ArticleCommands(Commands):
    """What the Article menu does."""

    def __init__(self, window: MainWindow, session: Session) -> None:
        super().__init__(window, session)
        window.articles.article_chosen.connect(self.guarded(session.open_article))

    def step(self, step: int) -> None:
        """Open the article so many places further down the list."""
        self._open(self._session.neighbour(step))

    def finish(self) -> None:
        """Mark the article done, and open the next one that is not."""
        self.keep_typed()
        self._session.set_status(Status.DONE)
        announce(self._window.view, self.tr("Article done"))
        unfinished = self._session.neighbour(1, unfinished=True)
        if unfinished is None:
            self.say(self.tr("Every article is done."))
        self._open(unfinished)

    def reopen(self) -> None:
        self._session.set_status(Status.IN_PROGRESS)

    def filter(self) -> None:
        """Let the user type a part of a title or number."""
        self._window.articles.focus_filter()

    def edit_details(self) -> None:
        from ui.dialogs.article_details_dialog import ArticleDetailsDialog

        asked = self.opened_project().schema.article_fields
        used = {
            field.name: sorted(
                {v for e in self._session.entries() if (v := e.fields.get(field.name))}
            )
            for field in asked
        }
        dialog = ArticleDetailsDialog(self._session.details(), asked, used, self._window)
        if dialog.exec():
            self._session.set_metadata(dialog.choice())

    def _open(self, article_id: str | None) -> None:
        if article_id is not None:
            self._session.open_article(article_id)
