"""How far the gold of each article is, counted beside a window: layer by layer, keeping none of them."""

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from annotator.adjudication.records import review_of
from annotator.adjudication.states import Tally
from annotator.model import GOLD, Layer, Status
from annotator.progress import Counter, Progress
from annotator.review.case import Case
from annotator.review.overview.work import ENOUGH, Work
from annotator.review.steps import rule_of

if TYPE_CHECKING:
    from annotator.project import Project, ReviewSettings


def count_tallies(
    project: "Project",
    settings: "ReviewSettings",
    work: Work,
    articles: Iterable[str],
    golds: Mapping[str, Layer],
    progress: Progress | None = None,
) -> dict[str, Tally]:
    """Return the tallies of ``articles``, those that two have not finished left out.

    ``golds`` are gold layers that are newer in memory than on disk. ``progress`` may raise `CancelledError`.
    """
    wanted = [key for key in articles if len(work.finishers.get(key, ())) >= ENOUGH]
    counter = Counter(progress, len(wanted))
    found: dict[str, Tally] = {}
    for article_id in wanted:
        counter.step()
        known = article_id in golds  # an empty layer is false
        gold = golds[article_id] if known else project.layer(article_id, GOLD)
        found[article_id] = _case(project, settings, work, article_id, gold).tally
    counter.finish()
    return found


def _case(
    project: "Project", settings: "ReviewSettings", work: Work, article_id: str, gold: Layer
) -> Case:
    """Return an article as it is decided, without its text: a tally needs no causes."""
    layers = (project.layer(article_id, name) for name in work.finishers[article_id])
    return Case(
        tuple(layer for layer in layers if layer.status == Status.DONE),
        work.labels,
        gold,
        review_of(gold),
        rule_of(settings),
        left_out=settings.left_out_of_gold,
    )
