"""Decisions: what a choice in the window does to gold."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from annotator.adjudication.rules import UNANIMOUS
from annotator.errors import AnnotatorError
from annotator.review.rows import Row
from annotator.review.steps import alike_steps, now, on_article, places_alike, status_steps
from ui.review.context import ReviewContext
from ui.review.deciding.meant import Meant
from ui.review.deciding.steps_meant import By, StepsMeant
from ui.review.rows import row_words

if TYPE_CHECKING:
    from collections.abc import Iterable

    from annotator.adjudication.repeating import Place
    from ui.review.same_dialog import Occurrence


class Settling(QObject):
    """Settles rows one by one, alike, all of a list, or by the rule, each as one step of undo."""

    def __init__(self, context: ReviewContext) -> None:
        super().__init__(context)
        self.context = context
        self._steps = StepsMeant(self)

    def decide(self, meant: Meant) -> None:
        """Settle one question of the article that is shown."""
        article_id = self._article()
        case = self.context.case(article_id)
        row = next((one for one in case.rows if one.key == meant.row.key), None)
        if row is None:
            raise AnnotatorError(self.tr("This row is not there any more."))
        by = By(self.context.session.annotator, now(), meant.reason)
        step = self._steps.step(case, row, meant, by)
        self.context.gold.take([on_article(article_id, case, step)], self._steps.title(meant))

    def take_agreed(self) -> None:
        """Take into gold what all agree on in the article that is shown."""
        article_id = self._article()
        case = self.context.case(article_id)
        step = case.merged(now(), UNANIMOUS)
        taken = self.context.gold.take(
            [on_article(article_id, case, step)], self.tr("take what all agree on")
        )
        if not taken:
            self._notice(self.tr("There is nothing here that all agree on and gold has not."))

    def store_states(self, articles: "Iterable[str]") -> None:
        """Store of each article whether gold is done, where others' layers have changed that since it was decided."""
        board = self.context.board
        if board is None or board.project.read_only:
            return
        steps = status_steps(articles, self.context.case)
        if self.context.gold.take(steps, self.tr("how far gold is")):
            self.context.session.settle()

    def repeat(self, row: Row) -> None:
        """Offer the same decision wherever the same words are disagreed about alike."""
        from annotator.adjudication.repeating import Place
        from ui.review.same_dialog import SameDialog
        from ui.widgets.progress import run_with_progress

        board, window = self.context.board, self.context.window
        if board is None or window is None:
            return
        article_id = self._article()
        decision = (
            self.context.case(article_id).review.settled(row.cluster) if row.cluster else None
        )
        if decision is None or row.cluster is None:
            self._notice(self.tr("Decide this row first, then the same words elsewhere."))
            return
        place = Place(article_id, self.context.text(article_id), row.cluster)
        places = run_with_progress(
            window,
            self.tr("Looking for the same words"),
            lambda report: places_alike(
                place, board, self.context.case, window.filters.filters(), report
            ),
        )
        if places is None:
            return
        if not places:
            self._notice(self.tr("Nowhere else do these words differ in this way."))
            return
        dialog = SameDialog(
            row_words.settled(row), [self.occurrence(found) for found in places], window
        )
        if dialog.exec():
            chosen = [places[number] for number in dialog.choice()]
            who = self.context.session.annotator
            steps = alike_steps(decision, place, chosen, self.context.case, who)
            count = self.context.gold.take(steps, self.tr("decide the same elsewhere"))
            self._notice(self.tr("Decided alike in %n article(s).", "", count))

    def occurrence(self, place: "Place") -> "Occurrence":
        from ui.review.same_dialog import CONTEXT, Occurrence

        start, end = place.cluster.span.start, place.cluster.span.end
        parts = (
            place.text[max(start - CONTEXT, 0) : start],
            place.text[start:end],
            place.text[end : end + CONTEXT],
        )
        before, inside, after = (part.replace("\n", " ") for part in parts)
        return Occurrence(self.context.title(place.article_id), before, inside, after)

    # -- inside

    def _article(self) -> str:
        window = self.context.window
        shown = window.compare.shown if window is not None else None
        if shown is None:
            raise AnnotatorError(self.tr("Open an article first."))
        return shown.article.id

    def _notice(self, words: str) -> None:
        if self.context.window is not None:
            self.context.window.notice(words)
