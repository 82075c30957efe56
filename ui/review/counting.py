"""The numbers of the review: counted beside the window, added up for what is asked, drawn on every page."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QThread, Signal

from annotator.errors import AnnotatorError, FewAnnotatorsError
from annotator.review.board import Board, load, options_of
from annotator.review.missing import Missing, what_is_missing
from ui.jobs import LatestJob, Work
from ui.review import words
from ui.review.context import ReviewContext

if TYPE_CHECKING:
    from annotator.iaa.scores.articles import ArticleScore
    from annotator.iaa.scores.results import Agreement
    from annotator.project import ReviewSettings
    from ui.review.pages.articles_page import ArticleLine

DRAWS = 1000
"""Resampled corpora behind each interval."""


@dataclass(frozen=True, slots=True)
class Results:
    """What the charts are drawn from."""

    agreement: "Agreement"
    lines: "tuple[ArticleLine, ...]"


class Counting(QObject):
    """Counts the project under review, and fills the pages that show numbers."""

    board_taken = Signal()  # everything was read anew
    results_taken = Signal(object)  # Results
    settings_taken = Signal()
    too_few = Signal()  # nothing can be compared: there are not two annotators

    def __init__(self, context: ReviewContext) -> None:
        super().__init__(context)
        self.context = context
        self.is_stale = True
        """Whether something has changed since it was counted."""
        self._results: Results | None = None
        self._has_failed = False
        self._missing: Missing | None = None
        self._job = LatestJob(self, QThread.Priority.LowPriority)
        self._then: Callable[..., None] = lambda _result: None
        self._counts_weeks = False
        self._job.done.connect(lambda found: self._then(found))
        self._job.failed.connect(self._fail)
        self._job.progressed.connect(self._show_count)

    def forget(self) -> None:
        self._job.stop()
        self._results, self.is_stale = None, True

    @property
    def is_settled(self) -> bool:
        """Whether everything is counted and drawn that was asked for, or it was said why there is nothing to count."""
        return not self._job.is_running and (self._results is not None or self._has_failed)

    def refresh(self) -> None:
        """Read and count the project as it is on disk now."""
        project, window = self.context.session.project, self.context.window
        if project is None or window is None:
            return
        self.context.session.settle()
        filters = window.filters.filters()
        if self.context.board is None:  # else the numbers stay until there are new ones
            window.show_busy(self.tr("Comparing the annotators…"))

        def count(progress: Callable[[int, int], None]) -> Board:
            return load(project, options_of(filters), progress)

        self._run(count, self._take_board)

    def _take_board(self, board: Board) -> None:
        window = self.context.window
        if window is None:
            return
        self.context.take_board(board)
        self.is_stale = False
        schema = board.project.schema
        names = [(name, words.label(name, schema)) for name in board.labels]
        sources = sorted({entry.source or "" for entry in board.entries.values()})
        window.filters.offer(names, board.annotators, sources)
        window.feedback.show_annotators(board.annotators, self.context.session.annotator)
        if not window.shows_pages:
            window.show_pages()
            window.focus_page()
        self.sum_up()
        self.board_taken.emit()

    def sum_up(self) -> None:
        """Add up what was counted for the articles, people and labels asked for."""
        from annotator.iaa.scores.articles import score_articles
        from annotator.iaa.scores.summary import summarise

        board, window = self.context.board, self.context.window
        if board is None or window is None:
            return
        filters = window.filters.filters()
        if filters.counting != _counted(board):
            self.refresh()
            return
        chosen = sorted(filters.labels) or None

        def add_up(_progress: object) -> Results:
            found = board.statistics_of(filters)
            scores = score_articles(found, chosen)
            return Results(summarise(found, chosen, draws=DRAWS), _lines(board, scores))

        self._run(add_up, self._take_results)

    def _take_results(self, results: Results) -> None:
        from annotator.iaa.scores.results import Measure
        from ui.review.charts import tabulate, tabulate_details
        from ui.review.charts.table import Table

        board, window = self.context.board, self.context.window
        if board is None or window is None:
            return
        self._results = results
        schema, found = board.project.schema, results.agreement
        missing = self._missing = what_is_missing(found)
        window.show_missing(words.missing(missing) if missing else "")
        window.pairs.show_table(Table() if missing else tabulate.pairs(found, Measure.EXACT))
        self._draw_labels()
        window.kinds.show_table(Table() if missing else tabulate.kinds(found, schema))
        window.votes.show_table(Table() if missing else tabulate.votes(found, schema))
        window.values.show_table(Table() if missing else tabulate_details.values(found, schema))
        window.links.show_table(Table() if missing else tabulate_details.links(found, schema))
        window.show_notices(words.notices(found, schema))
        window.confusion.offer_pairs([(pair.a, pair.b) for pair in found.pairs])
        window.articles.show_lines(results.lines)
        self.show_confusion()
        self.results_taken.emit(results)
        if window.shown == "time":
            self._count_weeks()

    def _draw_labels(self) -> None:
        from ui.review.charts import tabulate
        from ui.review.charts.table import Table

        if (
            self._results is not None
            and self.context.board is not None
            and self.context.window is not None
        ):
            project, found = self.context.board.project, self._results.agreement
            table = Table() if self._missing else tabulate.labels(found, project.schema)
            targets = tabulate.targets(found, project.review_settings().targets)
            self.context.window.labels.chart.targets = targets
            self.context.window.labels.show_table(table)

    def set_settings(self, settings: "ReviewSettings") -> None:
        if self.context.board is not None:
            self.context.board.project.set_review_settings(settings)
            self.context.forget_cases()
            self._draw_labels()
            self.settings_taken.emit()

    def show_confusion(self) -> None:
        from ui.review.charts import tabulate
        from ui.review.charts.table import Table

        if (
            self._results is not None
            and self.context.window is not None
            and self.context.board is not None
        ):
            page = self.context.window.confusion
            table = tabulate.confusion(
                self._results.agreement,
                page.pairs.currentIndex(),
                self.context.board.project.schema,
                by_row=page.by_row.isChecked(),
            )
            page.show_table(Table() if self._missing else table)

    def show_time(self) -> None:
        """Count by week, unless the numbers of all weeks are still being counted: the weeks follow those by themselves."""
        if not self._job.is_running or self._counts_weeks:
            self._count_weeks()

    def _count_weeks(self) -> None:
        from annotator.review.weeks import by_week
        from ui.review.charts import tabulate

        board, window = self.context.board, self.context.window
        if board is None or window is None:
            return
        filters = window.filters.filters()

        def count(_progress: object) -> object:
            return by_week(board, filters), board.project.rulings()

        self._run(count, lambda found: window.time.show_table(tabulate.over_time(*found)))
        self._counts_weeks = True

    def _run(self, work: Work, then: Callable[..., None]) -> None:
        """Compute beside the window; what was still being computed is dropped."""
        self._then, self._counts_weeks, self._has_failed = then, False, False
        self._job.start(work)

    def _show_count(self, done: int, total: int) -> None:
        if self.context.window is not None:
            self.context.window.show_count(done, total)

    def _fail(self, error: Exception) -> None:
        if not isinstance(error, AnnotatorError):
            raise error
        from ui.wording.error_words import short

        self._has_failed = True
        if self.context.window is None:
            return
        if isinstance(error, FewAnnotatorsError):
            self.context.window.show_alone(words.missing(Missing.ANNOTATORS))
            self.too_few.emit()
        else:
            self.context.window.show_message(short(error))

    def stop(self) -> None:
        self._job.stop()
        if self.context.window is not None:
            self.context.window.show_message(self.tr("Stopped. F5 counts again."))


def _counted(board: Board) -> tuple[bool, bool, str]:
    return board.options.in_progress, board.options.zones, str(board.options.edges)


def _lines(board: Board, scores: "Iterable[ArticleScore]") -> "tuple[ArticleLine, ...]":
    from ui.review.pages.articles_page import ArticleLine

    return tuple(
        ArticleLine(
            one.article_id,
            board.entries[one.article_id].title,
            one.exact,
            one.relaxed,
            one.disagreements,
            one.spans,
            one.is_noisy,
        )
        for one in scores
    )
