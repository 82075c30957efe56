"""How far a question is: open, agreed, merged by rule, decided by a person, or changed since."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from annotator.adjudication.ballots import AttributeVote, vote_attributes
from annotator.adjudication.clusters import Cluster, Mark
from annotator.adjudication.decisions import (
    Decision,
    LinkDecision,
    ZoneDecision,
    mark_of,
)
from annotator.adjudication.questions import Question
from annotator.model import Annotation

Present = Collection[tuple[str, Mark]]
"""Who has which mark by now, in any cluster of the article."""


def present_in(clusters: Iterable[Cluster]) -> frozenset[tuple[str, Mark]]:
    """Return who has which mark, in any of the clusters."""
    return frozenset(
        (name, one.mark) for found in clusters for one in found.variants for name in one.votes
    )


class State(StrEnum):
    """How far a question is."""

    OPEN = "open"
    """Nothing settles it."""
    CHANGED = "changed"
    """Settled, and somebody has something else there by now than when it was."""
    AGREED = "agreed"
    """All who finished made the same; no rule has put it into gold yet."""
    MERGED = "merged"
    """Settled by a rule."""
    DECIDED = "decided"
    """Settled by a person."""


def mark_state(
    question: Question, present: Present = (), left_out: Collection[str] = frozenset()
) -> State:
    """Return how far span and label of a question are; the votes of who is ``left_out`` change nothing."""
    decision = question.settled
    if decision is None:
        if question.cluster is None:
            return State.DECIDED
        return State.AGREED if is_agreed(question.cluster) else State.OPEN
    if has_changed(question, present, left_out):
        return State.CHANGED
    return State.MERGED if question.is_as_merged else State.DECIDED


def is_agreed(cluster: Cluster) -> bool:
    """Tell whether all who finished, at least two, made the same, and gave no two values for one attribute."""
    if not cluster.is_unanimous or len(cluster.finished) < 2:
        return False
    label = cluster.variants[0].label
    return not any(vote.is_disputed for vote in vote_attributes(cluster, label))


def has_changed(
    question: Question, present: Present = (), left_out: Collection[str] = frozenset()
) -> bool:
    """Tell whether a settled question is to be looked at again.

    It is where an annotator has something else than when it was settled and that is not what gold has, or has
    nothing any more though gold has something; and where a merge found that the rule no longer settles it.
    """
    decision = question.settled
    if decision is None:
        return False
    if decision.reopened:
        return True
    made = question.made
    if any(
        name not in left_out and not _is_known(name, now, question) and not _has(question.gold, now)
        for name, now in made.items()
    ):
        return True
    if not question.gold:
        return False
    if not decision.knows_votes:
        return question.cluster is None
    return any(
        name not in left_out and name not in made and (name, mark_of(then)) not in present
        for name, then in decision.votes.items()
    )


def has_link_changed(
    decision: LinkDecision | ZoneDecision,
    votes: Collection[str],
    left_out: Collection[str] = frozenset(),
) -> bool:
    """Tell whether somebody makes a link or zone that gold has not, or makes no more what it has, since it was settled."""
    if decision.reopened:
        return True
    then, now = set(decision.votes) - set(left_out), set(votes)
    return bool(then - now) if decision.is_taken else bool(now - then)


def presence_state(
    decision: LinkDecision | ZoneDecision | None,
    votes: Collection[str],
    voters: Collection[str],
    *,
    in_gold: bool,
    was_placed: bool = False,
    left_out: Collection[str] = frozenset(),
) -> State:
    """Return how far a link or zone is; ``was_placed`` of one that a merge of an old program put into gold."""
    if decision is None:
        if in_gold or was_placed:
            return State.MERGED if in_gold and was_placed else State.DECIDED
        return State.AGREED if len(voters) >= 2 and len(votes) == len(voters) else State.OPEN
    if has_link_changed(decision, votes, left_out):
        return State.CHANGED
    stands = decision.is_by_rule and decision.is_taken == in_gold
    return State.MERGED if stands else State.DECIDED


def before(decision: Decision) -> Mapping[str, Annotation]:
    """Return what each annotator had when it was decided."""
    return decision.votes


def after(question: Question) -> Mapping[str, Annotation]:
    """Return what each annotator has now."""
    return question.made


def disputed_values(question: Question) -> tuple[AttributeVote, ...]:
    """Return the attributes of which several values were given, of the labels that gold has there.

    Where gold has nothing and nobody decided that, of the label that most made.
    """
    if question.cluster is None:
        return ()
    labels = list(dict.fromkeys(one.label for one in question.gold))
    if not labels and question.settled is None:
        labels = [question.cluster.variants[0].label]
    found: dict[str, AttributeVote] = {}
    for label in labels:
        for vote in vote_attributes(question.cluster, label):
            if vote.is_disputed:
                found.setdefault(vote.name, vote)
    return tuple(found.values())


def open_values(question: Question, disputed: Iterable[AttributeVote]) -> tuple[AttributeVote, ...]:
    """Return those of the disputed attributes that nobody settled: gold has no value, and none is no decision."""
    decided = question.values
    return tuple(
        vote
        for vote in disputed
        if vote.name not in decided
        and not any(one.attribute(vote.name) for one in question.gold if one.label == vote.label)
    )


def _is_known(name: str, now: Annotation, question: Question) -> bool:
    """Tell whether an annotator had just this when the question was settled."""
    for decision in question.decisions:
        if decision.knows_votes:
            then = decision.votes.get(name)
            if (
                then is not None
                and mark_of(then) == mark_of(now)
                and then.attributes == now.attributes
            ):
                return True
        elif mark_of(now) in decision.seen:
            return True
    return False


def _has(gold: Iterable[Annotation], now: Annotation) -> bool:
    """Tell whether gold has what an annotator made, with every value it has."""
    return any(
        one.span == now.span
        and one.label == now.label
        and all(one.attribute(name) == value for name, value in now.attributes.items())
        for one in gold
    )


@dataclass(frozen=True, slots=True)
class Tally:
    """How far the review of an article is, by kind. Changed questions of all kinds are in ``changed`` only."""

    clusters: int = 0
    """Questions about spans."""
    decided: int = 0
    """By a person, of those."""
    merged: int = 0
    """By a rule, of those."""
    agreed: int = 0
    """Spans, links and zones that all made alike and that nothing has settled."""
    changed: int = 0
    open_spans: int = 0
    open_values: int = 0
    open_links: int = 0
    open_zones: int = 0
    mergeable: int = 0
    """Of what is agreed, how much the project's rule settles: one that trusts somebody who has not finished settles nothing."""

    @property
    def waiting(self) -> int:
        """What one merge would settle."""
        return self.mergeable

    @property
    def open(self) -> int:
        """Everything that keeps gold from being done."""
        return (
            self.open_spans
            + self.open_values
            + self.open_links
            + self.open_zones
            + self.changed
            + self.agreed
        )
