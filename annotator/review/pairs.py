"""Differences of two annotators as questions of their article: what was decided about one, and the step that decides it."""

from collections.abc import Iterator

from annotator.adjudication.ballots import AttributeVote, RelationVote
from annotator.adjudication.clusters import Cluster
from annotator.adjudication.decisions import Decision, Verdict, mark_of
from annotator.adjudication.drafts import Step
from annotator.adjudication.states import State
from annotator.model import Annotation, Span
from annotator.review.board import Difference
from annotator.review.case import Case, combined
from annotator.review.reading import SETTLED, link_state
from annotator.review.rows import Row

OUTCOMES = ("a", "b", "both", "none")
"""What can be taken of a difference without editing: the choice, as keys and buttons name it."""


def clusters_of(case: Case, one: Difference) -> tuple[Cluster, ...]:
    """Return the clusters a difference's annotations are in: one, seldom two, none of unfinished work."""
    marks = {mark_of(annotation) for annotation in one.annotations}
    return tuple(found for found in case.clusters if not marks.isdisjoint(found.marks))


def rows_of(case: Case, one: Difference) -> tuple[Row, ...]:
    """Return the rows that a difference is part of; they are decided as wholes, whoever else made something there."""
    return tuple(case.row_of(found) for found in clusters_of(case, one))


def settled(case: Case, one: Difference) -> Decision | None:
    """Return the decision on a difference; None as long as any part of it is open, or was changed since."""
    rows = rows_of(case, one)
    decisions = [row.decision for row in rows if row.mark_state in SETTLED]
    first = decisions[0] if decisions and len(decisions) == len(rows) else None
    return first if isinstance(first, Decision) else None


def outcome(case: Case, one: Difference) -> str:
    """Return ``a``, ``b``, ``both``, ``none``, ``edit``, ``merged``, or nothing while it is open."""
    decision = settled(case, one)
    if decision is None:
        return ""
    if decision.is_by_rule:
        return "merged"
    if decision.verdict == Verdict.EDITED:
        return "edit"
    taken = {
        mark_of(annotation)
        for cluster in clusters_of(case, one)
        if (found := case.review.settled(cluster)) is not None
        for annotation in found.outcomes
    }
    has_a = one.first is not None and mark_of(one.first) in taken
    has_b = one.second is not None and mark_of(one.second) in taken
    return {(True, True): "both", (True, False): "a", (False, True): "b"}.get(
        (has_a, has_b), "edit" if taken else "none"
    )


def choose(case: Case, one: Difference, choice: str, *, who: str, when: str, why: str) -> Step:
    """Take what one, both or neither made, in every row it is part of."""
    wanted = {"a": [one.first], "b": [one.second], "both": [one.first, one.second], "none": []}
    marks = {mark_of(made) for made in wanted[choice] if made is not None}
    steps = list[Step]()
    for found in clusters_of(case, one):
        variants = [variant for variant in found.variants if variant.mark in marks]
        step = case.take_variants(case.row_of(found), variants, who=who, when=when, why=why)
        steps.append(step)
        case = case.after(step)
    return combined(steps)


def edit(
    case: Case, one: Difference, span: Span, label: str, *, who: str, when: str, why: str
) -> Step:
    """Take a difference with a span and a label that need not be anybody's."""
    steps = list[Step]()
    for number, found in enumerate(clusters_of(case, one)):
        row = case.row_of(found)
        if number == 0:
            step = case.take_edit(row, span, label, who=who, when=when, why=why)
        else:
            step = case.take_none(row, who=who, when=when, why=why)
        steps.append(step)
        case = case.after(step)
    return combined(steps)


def reopen(case: Case, one: Difference, when: str) -> Step:
    steps = list[Step]()
    for found in clusters_of(case, one):
        step = case.reopen(case.row_of(found), when=when)
        steps.append(step)
        case = case.after(step)
    return combined(steps)


def disputed_values(case: Case) -> Iterator[tuple[Annotation, AttributeVote]]:
    """Yield the attributes of gold's annotations that their annotators gave different values."""
    for row in case.rows:
        for made in row.gold if row.cluster is not None else ():
            for vote in row.values:
                if vote.label == made.label:
                    yield made, vote


def disputed_links(case: Case) -> tuple[RelationVote, ...]:
    """Return the links between gold's annotations that not all who could have made them made, and nobody settled."""
    return tuple(
        vote
        for vote in case.link_votes
        if vote.is_disputed and link_state(case, vote) in (State.OPEN, State.CHANGED)
    )
