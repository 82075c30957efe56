"""Decisions: what a choice in the window does to gold."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from annotator.errors import AnnotatorError
from annotator.model import Span
from annotator.review import pairs
from annotator.review.board import Difference
from annotator.review.merging import plan_merge
from annotator.review.steps import alike_steps, now, on_article, places_alike
from ui.review import words
from ui.review.context import ReviewContext

if TYPE_CHECKING:
    from annotator.adjudication.drafts import Step
    from annotator.adjudication.repeating import Place
    from annotator.review.case import Case
    from ui.review.same_dialog import Occurrence


class Settling(QObject):
    """Settles differences one by one, alike, or by the rule, each as one step of undo."""

    def __init__(self, context: ReviewContext) -> None:
        super().__init__(context)
        self.context = context

    def decide(self, one: Difference, choice: str, reason: str) -> None:
        """Settle a difference for gold, and merge what all agree on in the same article."""
        case = self.context.case(one.article_id)
        if not pairs.clusters_of(case, one):
            raise AnnotatorError(
                self.tr("This cannot be decided yet: somebody has not finished the article.")
            )
        found = self._step(case, one, choice, reason)
        if found is not None:
            step, text = found
            self.context.gold.take([on_article(one.article_id, case, step)], text)

    def repeat(self, one: Difference) -> None:
        """Offer the same decision wherever the same words are disagreed about alike."""
        from annotator.adjudication.repeating import Place
        from ui.review.same_dialog import SameDialog
        from ui.widgets.progress import run_with_progress

        board, window = self.context.board, self.context.window
        case = self.context.case(one.article_id)
        decision = pairs.settled(case, one)
        if board is None or window is None or decision is None:
            return
        place = Place(
            one.article_id, self.context.text(one.article_id), pairs.clusters_of(case, one)[0]
        )
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
            window.notice(self.tr("Nowhere else do these words differ in this way."))
            return
        outcome = words.outcome(pairs.outcome(case, one), one.a, one.b)
        dialog = SameDialog(outcome, [self._occurrence(found) for found in places], window)
        if dialog.exec():
            chosen = [places[number] for number in dialog.choice()]
            who = self.context.session.annotator
            steps = alike_steps(decision, place, chosen, self.context.case, who)
            count = self.context.gold.take(steps, self.tr("decide the same elsewhere"))
            window.notice(self.tr("Decided alike in %n article(s).", "", count))

    def merge_all(self) -> None:
        """Put into gold what the rule settles, in every article that two have finished."""
        from ui.widgets.progress import run_with_progress

        board, window = self.context.board, self.context.window
        if board is None or window is None:
            return
        plan = run_with_progress(
            window,
            self.tr("Merging into gold"),
            lambda report: plan_merge(
                board.statistics.articles, self.context.case, None, now(), report
            ),
        )
        if plan is None:
            window.notice(self.tr("Merging stopped; nothing was changed."))
            return
        count = self.context.gold.take(plan.steps, self.tr("merge into gold"))
        window.notice(self.tr("Merged into gold: %n article(s) changed.", "", count))

    # -- inside

    def _step(
        self, case: "Case", one: Difference, choice: str, reason: str
    ) -> "tuple[Step, str] | None":
        """Return the step a choice means and what undo calls it; None where the question was closed."""
        who, when = self.context.session.annotator, now()
        if choice == "reopen":
            return pairs.reopen(case, one, when), self.tr("take a decision back")
        if choice == "edit":
            edited = self._ask_edit(one)
            if edited is None:
                return None
            span, label = edited
            step = pairs.edit(case, one, span, label, who=who, when=when, why=reason)
            return step, self.tr("decide with an edit")
        text = self.tr("decide: %1").replace("%1", words.outcome(choice, one.a, one.b))
        return pairs.choose(case, one, choice, who=who, when=when, why=reason), text

    def _ask_edit(self, one: Difference) -> tuple[Span, str] | None:
        from ui.review.edit_dialog import EditDialog

        board, window = self.context.board, self.context.window
        if board is None or window is None:
            return None
        span = window.compare.canvas.selection or one.span
        text, schema = self.context.text(one.article_id), board.project.schema
        dialog = EditDialog(text, span, one.annotations[0].label, schema, window)
        return dialog.choice() if dialog.exec() else None

    def _occurrence(self, place: "Place") -> "Occurrence":
        from ui.review.same_dialog import CONTEXT, Occurrence

        start, end = place.cluster.span.start, place.cluster.span.end
        parts = (
            place.text[max(start - CONTEXT, 0) : start],
            place.text[start:end],
            place.text[end : end + CONTEXT],
        )
        before, inside, after = (part.replace("\n", " ") for part in parts)
        return Occurrence(self.context.title(place.article_id), before, inside, after)
