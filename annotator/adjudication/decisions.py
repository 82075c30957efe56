"""What review decided, as values: every decision is kept, and none is made twice."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Any

import msgspec

from annotator.adjudication.clusters import Cluster, Mark
from annotator.model import Annotation, Relation, Zone


class Verdict(StrEnum):
    """How a cluster was settled."""

    MERGED = "merged"
    """By a rule; the next merge may settle it otherwise."""
    ACCEPTED = "accepted"
    """One or several variants taken as annotators made them."""
    REJECTED = "rejected"
    """Nothing taken."""
    EDITED = "edited"
    """Taken with another span or label than anybody gave it."""


@dataclass(frozen=True, slots=True)
class Decision:
    """How one cluster of an article was settled, by whom, when (ISO 8601) and why.

    ``seen`` are the variants there were; a cluster that has any of them is this one. ``outcomes`` are the annotations as
    they were put into the gold layer.
    """

    verdict: Verdict
    seen: frozenset[Mark]
    outcomes: tuple[Annotation, ...] = ()
    who: str = ""
    when: str = ""
    why: str = ""

    @property
    def is_by_rule(self) -> bool:
        return self.verdict == Verdict.MERGED


@dataclass(frozen=True, slots=True)
class Review:
    """All decisions on an article, and the links and zones that merges have put into its gold layer.

    What was put there once is never put there again: who took it away meant it.
    """

    decisions: tuple[Decision, ...] = ()
    relations: frozenset[Relation] = frozenset()
    zones: frozenset[Zone] = frozenset()

    def about(self, cluster: Cluster) -> tuple[Decision, ...]:
        """Return the decisions on variants of this cluster, in the order they were taken."""
        return tuple(d for d in self.decisions if not d.seen.isdisjoint(cluster.marks))

    def settled(self, cluster: Cluster) -> Decision | None:
        """Return the last decision that a person took on this cluster, else a rule's, else None."""
        found = self.about(cluster)
        by_people = [d for d in found if not d.is_by_rule]
        return next(iter((by_people or list(found))[::-1]), None)

    def without(self, dropped: Iterable[Decision]) -> "Review":
        gone = list(dropped)
        return replace(self, decisions=tuple(d for d in self.decisions if d not in gone))


def changed_since(cluster: Cluster, decision: Decision) -> bool:
    """Tell whether annotators made variants of a decided cluster that whoever decided has not seen."""
    return not cluster.marks <= decision.seen


@dataclass(frozen=True, slots=True)
class Tally:
    """How far the review of an article is."""

    clusters: int
    decided: int
    """By a person."""
    merged: int
    """By a rule."""

    @property
    def open(self) -> int:
        return self.clusters - self.decided - self.merged


def tally(clusters: Sequence[Cluster], review: Review) -> Tally:
    settled = [review.settled(cluster) for cluster in clusters]
    by_rule = sum(1 for decision in settled if decision is not None and decision.is_by_rule)
    done = sum(1 for decision in settled if decision is not None)
    return Tally(len(clusters), done - by_rule, by_rule)


class _Row(msgspec.Struct):
    verdict: Verdict
    seen: list[Mark]
    outcomes: list[Mapping[str, Any]] = []
    who: str = ""
    when: str = ""
    why: str = ""


def to_record(decision: Decision) -> dict[str, Any]:
    """Return a decision as plain JSON values, for whoever keeps it."""
    return {
        "verdict": str(decision.verdict),
        "seen": [list(mark) for mark in sorted(decision.seen)],
        "outcomes": [msgspec.to_builtins(outcome) for outcome in decision.outcomes],
        "who": decision.who,
        "when": decision.when,
        "why": decision.why,
    }


def from_record(record: Mapping[str, Any]) -> Decision:
    """Return the decision that `to_record` was given. Raises `msgspec.ValidationError` naming the field that is wrong."""
    row = msgspec.convert(record, _Row)
    outcomes = tuple(msgspec.convert(outcome, Annotation) for outcome in row.outcomes)
    return Decision(row.verdict, frozenset(row.seen), outcomes, row.who, row.when, row.why)
