"""From cases that were decided alike to a guideline decision: the edits that bring every layer to it, and what that buys."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from annotator.adjudication.clusters import Mark
from annotator.adjudication.guideline_decisions import GuidelineDecision, Touch
from annotator.adjudication.ruling_edits import accepting
from annotator.errors import AnnotatorError
from annotator.model import Annotation, Layer, Schema, new_id

if TYPE_CHECKING:
    from annotator.review.board import Board
    from annotator.review.rows import Row

__all__ = ["GuidelineDecision", "RuledRow", "Touch", "counted", "ruled", "ruling_from"]


@dataclass(frozen=True, slots=True)
class RuledRow:
    """One case that a ruling settles: what each annotator who finished the article made of it, and what was decided.

    ``made`` maps annotator to annotation, None where they made nothing; ``decided`` is what gold has, empty for nothing.
    """

    article_id: str
    cause: str
    made: Mapping[str, Annotation | None]
    decided: tuple[Annotation, ...]


def ruled(article_id: str, row: "Row") -> RuledRow:
    """Return a row about spans as a case of a ruling, as it stands in gold: after it was decided."""
    made = {
        name: one if isinstance(one := row.made.get(name), Annotation) else None
        for name in row.annotators
    }
    return RuledRow(article_id, row.cause, made, row.gold)


def ruling_from(
    rows: Iterable[RuledRow], choice: str, name: str, who: str, when: str, why: str = ""
) -> GuidelineDecision:
    """Return the ruling that decided ``rows``, with the edit for every annotation that is not as was decided.

    A ruling on edges or labels, which has a cause or finds annotations to change, adds nothing where somebody made nothing:
    only one on whether something is marked at all does. Raises `AnnotatorError` without a name or without rows.
    """
    decided = list(rows)
    name = " ".join(name.split())
    if not name:
        raise AnnotatorError(
            "a guideline decision needs a name: say in a few words what was decided"
        )
    if not decided:
        raise AnnotatorError("a guideline decision needs at least one case that it decides")
    touches = {touch for row in decided for touch in _touches(row)}
    return GuidelineDecision(
        id=new_id(),
        name=name,
        cause=_common(row.cause for row in decided),
        label=_common(label for row in decided for label in _labels(row)),
        choice=choice,
        who=who,
        when=when,
        why=why,
        cases=len(decided),
        touches=tuple(sorted(touches, key=_order)),
    )


def counted(board: "Board", ruling: GuidelineDecision) -> GuidelineDecision:
    """Return a ruling with the mean exact F1 of all pairs as it is and as it would be if everybody followed it.

    Only the articles that it touches are read again. NumPy loads when this is called.
    """
    from annotator.iaa.alignment.columns import Compared, collect
    from annotator.iaa.counts.counting import count
    from annotator.iaa.counts.statistics import Statistics
    from annotator.iaa.scores.results import Measure
    from annotator.iaa.scores.summary import summarise

    now = board.statistics
    by_article: dict[str, list[Touch]] = {}
    for touch in ruling.touches:
        by_article.setdefault(touch.article_id, []).append(touch)
    rest = [n for n, key in enumerate(now.articles) if key not in by_article]
    schema = board.project.schema
    items = [
        replace(item, layers=_followed(ruling.id, touches, item.layers, schema))
        for key, touches in by_article.items()
        if key in board.entries
        for item in [board.item(key)]
    ]
    assert all(isinstance(item, Compared) for item in items)
    then = now
    if items:
        changed = count(collect(items, now.annotators, now.labels, board.options))
        then = Statistics.joined([now.taken(rest), changed]) if rest else changed
    before, after = (summarise(one, draws=0).mean[Measure.EXACT].total.value for one in (now, then))
    return replace(ruling, f1_before=before, f1_after=after)


def _followed(
    ruling_id: str, touches: Iterable[Touch], layers: Mapping[str, Layer], schema: Schema
) -> dict[str, Layer]:
    """Return an article's layers as they would be if everybody followed."""
    found = dict(layers)
    for touch in touches:
        layer = found.get(touch.annotator)
        if layer is not None:
            edit = accepting(ruling_id, touch, layer, schema)
            found[touch.annotator] = layer if edit is None else edit.apply(layer)
    return found


def _touches(row: RuledRow) -> Iterable[Touch]:
    wanted = {_mark(one) for one in row.decided}
    moves = bool(row.cause) or any(
        made is not None and _mark(made) not in wanted for made in row.made.values()
    )
    for annotator, made in row.made.items():
        before = _mark(made) if made is not None else None
        if before in wanted or (before is None and (moves or not wanted)):
            continue
        yield Touch(row.article_id, annotator, before, _nearest(before, wanted))


def _nearest(before: Mark | None, wanted: Iterable[Mark]) -> Mark | None:
    """Return what stands for an annotation among several that were decided: the one it shares most with, the first of equals."""

    def shared(mark: Mark) -> tuple[int, int, int, str]:
        common = min(mark[1], before[1]) - max(mark[0], before[0]) if before else 0
        return (-common, *mark)

    return min(wanted, key=shared, default=None)


def _labels(row: RuledRow) -> set[str]:
    made = [one for one in row.made.values() if one is not None]
    return {one.label for one in (row.decided or made)}


def _common(values: Iterable[str]) -> str:
    found = set(values)
    return found.pop() if len(found) == 1 else ""


def _mark(annotation: Annotation) -> Mark:
    return annotation.start, annotation.end, annotation.label


def _order(touch: Touch) -> tuple[str, int, str, str]:
    return touch.article_id, touch.start, touch.annotator, str(touch.before)
