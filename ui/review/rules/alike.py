"""Deciding many rows in one way. Free of Qt."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from annotator.adjudication.states import State
from annotator.errors import AnnotatorError, EditError
from annotator.model import Annotation
from annotator.progress import Progress
from annotator.review.case import combined
from annotator.review.rows import Row, RowFilter, RowKind
from annotator.review.rulings import RuledRow, ruled
from annotator.review.steps import ArticleStep, now, on_article

if TYPE_CHECKING:
    from annotator.adjudication.drafts import Step
    from annotator.review.case import Case

Cases = Callable[[str], "Case"]

MAJORITY, SHORTER, LONGER, ALL, NONE, AS = "majority", "shorter", "longer", "all", "none", "as:"
"""Ways to decide many; `AS` is followed by the name of an annotator."""


@dataclass(frozen=True, slots=True)
class Spot:
    """A row and the article it is in."""

    article_id: str
    row: Row


def spots_in(
    articles: Iterable[str], cases: Cases, wanted: RowFilter, progress: Progress
) -> list[Spot]:
    """Return the rows of several articles that a filter lets through."""
    ids = list(articles)
    found: list[Spot] = []
    for done, article_id in enumerate(ids):
        progress(done, len(ids))
        case = cases(article_id)
        if len(case.layers) > 1:
            found += [Spot(article_id, row) for row in case.rows if wanted.takes(row)]
    return found


def step_of(case: "Case", row: Row, how: str, *, who: str, when: str, why: str) -> "Step":
    """Return the step that decides a row in some way. Raises `AnnotatorError` where there is no such way for it."""
    said = {"who": who, "when": when, "why": why}
    if row.kind != RowKind.SPAN:
        return _presence(case, row, how, said)
    if how == NONE:
        return case.take_none(row, **said)
    if how == MAJORITY:
        return case.take_majority(row, **said)
    if how == ALL:
        return case.take_all(row, **said)
    if how.startswith(AS):
        return case.take_as(row, how.removeprefix(AS), **said)
    variants = row.cluster.variants if row.cluster is not None else ()
    if len({len(one.span) for one in variants}) < 2:
        raise EditError("all have spans of the same length here")
    pick = min if how == SHORTER else max
    return case.take_variants(row, [pick(variants, key=lambda one: len(one.span))], **said)


def _presence(case: "Case", row: Row, how: str, said: dict[str, str]) -> "Step":
    """Decide a link or a zone: majority, nothing, or as one annotator has it."""
    yes = sum(bool(made) for made in row.made.values())
    no = len(row.annotators) - yes
    if how == MAJORITY and yes != no:
        taken = yes > no
    elif how == NONE:
        taken = False
    elif how == ALL:
        taken = True
    elif how.startswith(AS) and how.removeprefix(AS) in row.annotators:
        taken = bool(row.made.get(how.removeprefix(AS)))
    else:
        raise EditError("a link or a region cannot be decided so")
    if row.kind == RowKind.LINK:
        return case.settle_link(row, taken, **said)
    return case.settle_zone(row, taken, **said)


def steps_of(
    spots: Iterable[Spot], how: str, cases: Cases, who: str, why: str
) -> tuple[list[ArticleStep], int]:
    """Return a step for each article that decides its spots, and how many spots can be decided so."""
    by_article: dict[str, list[str]] = {}
    for spot in spots:
        by_article.setdefault(spot.article_id, []).append(spot.row.key)
    found: list[ArticleStep] = []
    decided = 0
    for article_id, keys in by_article.items():
        first = case = cases(article_id)
        steps: list[Step] = []
        for key in keys:
            row = next((one for one in case.rows if one.key == key), None)
            if row is None:
                continue
            try:
                step = step_of(case, row, how, who=who, when=now(), why=why)
            except AnnotatorError:
                continue
            steps.append(step)
            case = case.after(step)
        decided += len(steps)
        if steps:
            found.append(on_article(article_id, first, combined(steps)))
    return found, decided


def decided_cases(spots: Iterable[Spot], cases: Cases) -> list[RuledRow]:
    """Return those of the spots about spans that a person has decided by now, as cases of a guideline decision."""
    found: list[RuledRow] = []
    for spot in spots:
        row = cases(spot.article_id).row(spot.row.key)
        if row is not None and row.kind == RowKind.SPAN and row.mark_state == State.DECIDED:
            found.append(ruled(spot.article_id, row))
    return found


def outcome_of(row: Row, how: str, text: str) -> str | None:
    """Return the words that gold would have of a row, empty for nothing, None where it cannot be decided so."""
    variants = row.cluster.variants if row.cluster is not None else ()
    if row.kind != RowKind.SPAN:
        return None
    if how == NONE:
        return ""
    if how.startswith(AS):
        made = row.made.get(how.removeprefix(AS))
        return made.span.of(text) if isinstance(made, Annotation) else ""
    if not variants:
        return None
    if how == ALL:
        return " + ".join(one.span.of(text) for one in variants)
    if how == MAJORITY:
        return variants[0].span.of(text)
    if len({len(one.span) for one in variants}) < 2:
        return None
    pick = min if how == SHORTER else max
    return pick(variants, key=lambda one: len(one.span)).span.of(text)
