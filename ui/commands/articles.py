"""From article to article: the next, the one before, the next that is not done; and what is known about one."""

from annotator.model import Status
from ui.commands.base import Commands
from ui.main_window import MainWindow
from ui.session import Session
from ui.settings import Memory
from ui.wayfinding.listing import Listing
from ui.wayfinding.nothing_open import NothingOpen
from ui.wayfinding.visits import Visits
from ui.widgets.announcing import announce


class ArticleCommands(Commands):
    """What the Article menu does."""

    def __init__(self, window: MainWindow, session: Session, memory: Memory) -> None:
        super().__init__(window, session)
        self.listing = Listing(window, session, memory)
        self.visits = Visits(window, session, memory)
        self.nothing_open = NothingOpen(window, session)
        self.visits.step_meant.connect(self.guarded(self.visits.step))
        window.articles.article_chosen.connect(self.guarded(self.choose))

    def choose(self, article_id: str) -> None:
        """Open an article of the list with the keyboard in it: a label's key would be typed into the filter else."""
        self._open(article_id)
        self._window.panes.focus_text()

    def step(self, step: int) -> None:
        """Open the article so many places further down the list, as it is filtered and sorted."""
        self._open(self._neighbour(step))

    def step_unfinished(self, step: int) -> None:
        """Open the next (1) or previous (-1) article of the list that is not done, round the end."""
        unfinished = self._neighbour(step, unfinished=True)
        if unfinished is None:
            self._say_all_done()
        self._open(unfinished)

    def finish(self) -> None:
        """Mark the article done, and open the next one that is not."""
        self.keep_typed()
        self._session.set_status(Status.DONE)
        announce(self._window.view, self.tr("Article done"))
        unfinished = self._neighbour(1, unfinished=True)
        if unfinished is None:
            self._say_all_done()
        self._open(unfinished)

    def reopen(self) -> None:
        self._session.set_status(Status.IN_PROGRESS)

    def filter(self) -> None:
        """Let the user type a part of a title or number."""
        self._window.panes.open_articles(True)
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

    def _neighbour(self, step: int, *, unfinished: bool = False) -> str | None:
        article = self._session.article
        here = article.id if article else None
        return self._window.articles.neighbour(here, step, unfinished=unfinished)

    def _say_all_done(self) -> None:
        if not self._session.entries():
            self.say(self.tr("There is no article yet: import some first."))
        elif self._window.articles.state.is_filtered:
            self.say(self.tr("Every article that the filter shows is done."))
        else:
            self.say(self.tr("Every article is done."))

    def _open(self, article_id: str | None) -> None:
        if article_id is not None:
            self._session.open_article(article_id)
