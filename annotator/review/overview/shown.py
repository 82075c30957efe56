"""Everything the first page of a review shows, derived from what was counted."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from annotator.adjudication.states import Tally
from annotator.iaa.scores.results import Agreement
from annotator.review.missing import Missing, what_is_missing
from annotator.review.overview.judgement import (
    Confusion,
    Judgement,
    LabelLine,
    Verdict,
    judge,
    label_lines,
    main_confusion,
)
from annotator.review.overview.tasks import OpenArticle, Task, open_articles, tasks
from annotator.review.overview.work import GoldWork, Work, gold_work

if TYPE_CHECKING:
    from annotator.project import ReviewSettings


NO_JUDGEMENT = Judgement(Verdict.UNKNOWN)


@dataclass(frozen=True, slots=True)
class AgreementShown:
    """Agreement and what it comes to. Without a ``result`` there were too few annotators to count anything."""

    result: Agreement | None = None
    missing: Missing | None = None
    labels: tuple[LabelLine, ...] = ()
    judgement: Judgement = NO_JUDGEMENT
    confusion: Confusion | None = None
    """Of the label that is farthest from what is wanted, of the least agreed on where none falls short."""


@dataclass(frozen=True, slots=True)
class WorkShown:
    """How far work and gold are. ``gold`` is None as long as its articles are being counted."""

    work: Work = field(default_factory=Work)
    gold: GoldWork | None = None
    opened: tuple[OpenArticle, ...] = ()
    tasks: tuple[Task, ...] = ()


def show_agreement(result: Agreement | None, settings: "ReviewSettings") -> AgreementShown:
    """Derive what is said of agreement."""
    if result is None:
        return AgreementShown()
    missing = what_is_missing(result)
    if missing is not None:
        return AgreementShown(result, missing)
    lines = label_lines(result, settings)
    judgement = judge(result, lines)
    worst = judgement.weak[0] if judgement.weak else next(iter(lines), None)
    confusion = main_confusion(result, worst.name) if worst else None
    return AgreementShown(result, None, lines, judgement, confusion)


def show_work(
    work: Work, tallies: Mapping[str, Tally] | None, exact: Mapping[str, float | None]
) -> WorkShown:
    """Derive what is said of work and gold; ``tallies`` None while they are counted, ``exact`` by article."""
    if tallies is None:
        return WorkShown(work)
    gold = gold_work(work, tallies)
    opened = open_articles(work, tallies, exact)
    return WorkShown(work, gold, opened, tasks(work, gold, opened))
