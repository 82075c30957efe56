"""What a review does to gold, article by article: steps for a desk to commit, or for one undo to take back."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cached_property
from typing import TYPE_CHECKING

from annotator import edits
from annotator.adjudication.decisions import Decision
from annotator.adjudication.drafts import Step
from annotator.adjudication.records import keeping, review_of
from annotator.adjudication.repeating import Place, alike, variants_for
from annotator.adjudication.rules import MergeRule, Over, Rule
from annotator.adjudication.states import Tally
from annotator.edits import Edit
from annotator.errors import ChangedElsewhereError
from annotator.model import Layer, Status
from annotator.progress import Progress
from annotator.review.board import Board
from annotator.review.case import Case, combined
from annotator.review.filters import Filters
from annotator.review.query import DISAGREEING, Query

if TYPE_CHECKING:
    from annotator.project import ReviewSettings

Cases = Callable[[str], Case]
"""Gives an article's case with gold as it is now, by the article's id."""


@dataclass(frozen=True)
class ArticleStep:
    """One step on one article's gold, and the article as the step found it."""

    article_id: str
    step: Step
    case: Case

    @cached_property
    def completes(self) -> bool:
        """Tells whether nothing is open afterwards."""
        return self.case.after(self.step).tally.open == 0

    def edit(self, gold: Layer) -> Edit | None:
        """Return what it does to ``gold``, decisions and status included, as one edit; None where nothing changes.

        The article's gold is done once nothing is open, and not before. Raises `ChangedElsewhereError` where gold is not what it
        was when the step was made.
        """
        if gold is not self.case.gold and gold != self.case.gold:
            raise ChangedElsewhereError(
                f"gold of article {self.article_id} was changed since this was looked at. Nothing was done: look again"
            )
        kept = keeping(gold, self.step.review)
        if self.step.edit is None and kept is not None:
            kept = edits.starting(kept, gold)
        edit = edits.together([self.step.edit, kept])
        after = edit.apply(gold) if edit is not None else gold
        wanted = Status.DONE if self.completes else Status.IN_PROGRESS
        if after.status == wanted or (after.status == Status.NEW and not self.completes):
            return edit
        return edits.together([edit, edits.set_status(wanted, after)])


def rule_of(settings: "ReviewSettings") -> MergeRule:
    """Return the project's own rule for what needs no decision."""
    over = Over(settings.over) if settings.over in list(Over) else Over.VARIANT
    return MergeRule(Rule(settings.rule), settings.votes, over, settings.trusted)


def case_of(board: Board, article_id: str, gold: Layer) -> Case:
    """Return an article as it is decided, with the project's own rule and those who count."""
    settings = board.settings
    return Case(
        board.finished(article_id),
        board.labels,
        gold,
        review_of(gold),
        rule_of(settings),
        board.item(article_id).text,
        settings.left_out_of_gold,
    )


def gold_status(stored: Status, tally: Tally | None) -> Status:
    """Return how far an article's gold is by what is open in it; as it is ``stored`` where that has not been counted.

    What is stored is what was so after the last step: layers that were finished or taken back since may have changed it.
    """
    if tally is None:
        return stored
    if not tally.open:
        return Status.DONE
    return Status.NEW if stored == Status.NEW else Status.IN_PROGRESS


def status_steps(articles: Iterable[str], cases: Cases) -> list[ArticleStep]:
    """Return steps that decide nothing and store how far the gold of each article is by now."""
    found = ((key, cases(key)) for key in articles)
    return [ArticleStep(key, Step(None, case.review), case) for key, case in found]


def on_article(article_id: str, case: Case, step: Step) -> ArticleStep:
    """Return a step of ``case`` for a desk to commit."""
    return ArticleStep(article_id, step, case)


def places_alike(
    place: Place,
    board: Board,
    cases: Cases,
    filters: Filters,
    progress: Progress | None = None,
) -> list[Place]:
    """Return the open places with the same disagreement as ``place``."""
    articles = board.candidates(Query(kinds=DISAGREEING), filters)
    found: list[Place] = []
    for done, article_id in enumerate(articles):
        if progress is not None:
            progress(done, len(articles))
        text, case = board.item(article_id).text, cases(article_id)
        others = (
            Place(article_id, text, cluster)
            for cluster in case.clusters
            if case.review.settled(cluster) is None
        )
        found += alike(place, others)
    return found


def alike_steps(
    decision: Decision, place: Place, chosen: Iterable[Place], cases: Cases, who: str
) -> list[ArticleStep]:
    """Return the steps that decide ``chosen`` as ``decision`` decided ``place``; one step an article."""
    steps: dict[str, list[Step]] = {}
    first: dict[str, Case] = {}
    latest: dict[str, Case] = {}
    for other in chosen:
        key = other.article_id
        case = latest.get(key) or first.setdefault(key, cases(key))
        variants = variants_for(decision, place, other)
        row = case.row_of(other.cluster)
        step = case.take_variants(row, variants, who=who, when=now(), why=decision.why)
        steps.setdefault(key, []).append(step)
        latest[key] = case.after(step)
    return [ArticleStep(key, combined(steps[key]), case) for key, case in first.items()]


def now() -> str:
    """Return the time of a decision, in UTC, fine enough to keep decisions in order."""
    return datetime.now(UTC).isoformat(timespec="microseconds").replace("+00:00", "Z")
