"""What fills the first page: work and gold counted beside the window, article by article, and kept up with decisions."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QThread, QTimer

from annotator.adjudication.states import Tally
from annotator.errors import AnnotatorError
from annotator.review.overview.shown import show_agreement, show_work
from annotator.review.overview.tallies import count_tallies
from annotator.review.overview.work import ENOUGH, Work, read_work
from annotator.review.steps import gold_status
from ui.jobs import LatestJob
from ui.review.context import ReviewContext
from ui.wording.error_words import short

if TYPE_CHECKING:
    from collections.abc import Sequence

    from annotator.iaa.scores.results import Agreement
    from annotator.progress import Progress

AT_ONCE = 8
"""Changed articles that are counted again in the window's thread, a few milliseconds each; more of them go beside it."""


@dataclass(slots=True)
class Survey:
    """How far everybody is, and gold, by article."""

    work: Work = field(default_factory=Work)
    tallies: dict[str, Tally] = field(default_factory=dict[str, Tally])


class Surveying(QObject):
    """Counts how far work and gold are, once for all articles, then only those that a decision changes."""

    def __init__(self, context: ReviewContext) -> None:
        super().__init__(context)
        self.context = context
        self._survey: Survey | None = None
        self._agreement: Agreement | None = None
        self._exact: Mapping[str, float | None] = {}
        self._titles: Mapping[str, str] = {}
        self._changed: set[str] = set()
        self._job = LatestJob(self, QThread.Priority.LowPriority)
        self._job.done.connect(context.slot(self._take))
        self._job.failed.connect(context.slot(self._fail))
        self._job.progressed.connect(self._show_count)
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(0)
        self._soon.timeout.connect(context.slot(self._count_changed))

    @property
    def is_settled(self) -> bool:
        """Whether everything on the page is as it is by now."""
        return not self._job.is_running and not self._soon.isActive() and not self._changed

    def forget(self) -> None:
        self._job.stop()
        self._soon.stop()
        self._survey, self._agreement, self._exact = None, None, {}
        self._changed.clear()

    def stop(self) -> None:
        self._job.stop()
        self._changed.clear()
        if self.context.window is not None:
            self.context.window.overview.show_stopped()
        self._show_gold()

    # -- what is known

    def take_agreement(self, result: "Agreement | None", exact: Mapping[str, float | None]) -> None:
        """Take the numbers of agreement, None where too few annotators are there; ``exact`` F1 by article."""
        self._agreement, self._exact = result, exact
        self._show_agreement()
        self._show_work()

    def survey(self) -> None:
        """Count everything as it is on the disk, and in gold as it is decided here."""
        project, window = self.context.session.project, self.context.window
        if project is None or window is None:
            return
        settings, golds = project.review_settings(), self.context.gold.decided_here()
        self._changed.clear()

        def count(progress: "Progress") -> Survey:
            work = read_work(project, settings)
            tallies = count_tallies(project, settings, work, work.decidable, golds, progress)
            return Survey(work, tallies)

        if self._survey is None:
            window.overview.show_counting(0, len(project.entries()))
        self._job.start(count)

    def follow_gold(self, article_id: str) -> None:
        """Note that an article's gold has changed; it is counted again with all that change by the same command."""
        self._changed.add(article_id)
        if not self._job.is_running:
            self._soon.start()

    @property
    def decidable(self) -> tuple[str, ...]:
        """The articles in which there may be something to decide, as far as they are counted."""
        return self._survey.work.decidable if self._survey is not None else ()

    def show_settings(self) -> None:
        """Judge again what was counted: the lead wants something else."""
        self._show_agreement()

    # -- inside

    def _take(self, found: object) -> None:
        if isinstance(found, Survey):
            self._survey = found
            project = self.context.session.project
            if project is not None:
                self._titles = {entry.id: entry.title for entry in project.entries()}
        elif isinstance(found, dict) and self._survey is not None:
            self._survey.tallies.update(found)
        self._show_work()
        if self._changed:
            self._soon.start()

    def _count_changed(self) -> None:
        survey, project = self._survey, self.context.session.project
        if survey is None or project is None or self._job.is_running:
            return
        wanted = [
            key
            for key in sorted(self._changed)
            if len(survey.work.finishers.get(key, ())) >= ENOUGH
        ]
        self._changed.clear()
        if self.context.board is None or len(wanted) > AT_ONCE:
            self._count_beside(wanted)
            return
        for key in wanted:
            survey.tallies[key] = self.context.case(key).tally
        self._show_work()

    def _count_beside(self, wanted: "Sequence[str]") -> None:
        survey, project = self._survey, self.context.session.project
        if survey is None or project is None:
            return
        settings, golds = project.review_settings(), self.context.gold.decided_here()
        self._job.start(
            lambda progress: count_tallies(project, settings, survey.work, wanted, golds, progress)
        )

    def _show_agreement(self) -> None:
        project, window = self.context.session.project, self.context.window
        if project is not None and window is not None:
            settings = project.review_settings()
            window.overview.show_settings(settings, project.schema, writable=not project.read_only)
            window.overview.show_agreement(show_agreement(self._agreement, settings))

    def _show_work(self) -> None:
        window, survey = self.context.window, self._survey
        if window is not None and survey is not None:
            shown = show_work(survey.work, survey.tallies, self._exact)
            window.overview.show_work(shown, self._title)
        self._show_gold()

    def _show_gold(self) -> None:
        """Say in the list of articles how far gold is: by what is open, as it was stored where that is not counted."""
        project, window = self.context.session.project, self.context.window
        if project is None or window is None:
            return
        tallies = self._survey.tallies if self._survey is not None else {}
        stored = self.context.gold.status
        window.articles.show_gold(
            {
                entry.id: gold_status(stored(entry.id), tallies.get(entry.id))
                for entry in project.entries()
            }
        )

    def _title(self, article_id: str) -> str:
        return self._titles.get(article_id, "")

    def _show_count(self, done: int, total: int) -> None:
        if self.context.window is not None:
            self.context.window.overview.show_counting(done, total)

    def _fail(self, error: Exception) -> None:
        if not isinstance(error, AnnotatorError):
            raise error
        if self.context.window is not None:
            self.context.window.overview.show_stopped()
            self.context.window.notice(short(error))
