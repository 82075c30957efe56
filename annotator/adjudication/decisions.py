"""What review decided, as values: every decision is kept, and none is made twice."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from annotator.adjudication.clusters import Cluster, Mark
from annotator.frozen import frozen, once
from annotator.model import Annotation, Origin, Relation, Zone


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
    ADDED = "added"
    """What nobody marked, put into gold by a person."""


@frozen
class Decision:
    """How one cluster of an article was settled, by whom, when (ISO 8601) and why.

    ``seen`` are the variants there were; a cluster that has any of them, or an outcome, is this one. ``outcomes`` are the
    annotations as they were put into the gold layer. ``votes`` are what each annotator had there and ``finished`` who had
    finished; old records know neither. ``values`` are the attributes that a person settled, by name, empty for one
    that is to stay empty; of a rule only those it left empty on purpose. A rule's decision is ``reopened`` where a later
    merge found that the rule no longer settles the cluster.
    """

    verdict: Verdict
    seen: frozenset[Mark]
    outcomes: tuple[Annotation, ...] = ()
    who: str = ""
    when: str = ""
    why: str = ""
    votes: Mapping[str, Annotation] = field(default_factory=dict[str, Annotation], hash=False)
    finished: tuple[str, ...] = ()
    values: Mapping[str, str] = field(default_factory=dict[str, str], hash=False)
    reopened: bool = False

    @property
    def is_by_rule(self) -> bool:
        return self.verdict == Verdict.MERGED

    @property
    def knows_votes(self) -> bool:
        """Tell whether it remembers who had what; records of old programs do not."""
        return bool(self.finished or self.votes) or self.verdict == Verdict.ADDED


@frozen
class LinkDecision:
    """Whether a link between two annotations of gold is one; ``votes`` are those who had made it then."""

    relation: Relation
    is_taken: bool
    votes: tuple[str, ...] = ()
    who: str = ""
    when: str = ""
    why: str = ""
    is_by_rule: bool = False
    reopened: bool = False


@frozen
class ZoneDecision:
    """Whether a zone is one of gold; ``votes`` are those who had marked it then."""

    zone: Zone
    is_taken: bool
    votes: tuple[str, ...] = ()
    who: str = ""
    when: str = ""
    why: str = ""
    is_by_rule: bool = False
    reopened: bool = False


@dataclass(frozen=True)
class Review:
    """All decisions on an article.

    ``relations`` and ``zones`` are what merges of old programs have put into gold, of which no votes are known. What was
    put there once is never put there again: who took it away meant it.
    """

    decisions: tuple[Decision, ...] = ()
    relations: frozenset[Relation] = frozenset()
    zones: frozenset[Zone] = frozenset()
    link_decisions: tuple[LinkDecision, ...] = ()
    zone_decisions: tuple[ZoneDecision, ...] = ()

    @once
    def links(self) -> Mapping[Relation, LinkDecision]:
        """The last decision on each link."""
        return {one.relation: one for one in self.link_decisions}

    @once
    def zoned(self) -> Mapping[Zone, ZoneDecision]:
        """The last decision on each zone."""
        return {one.zone: one for one in self.zone_decisions}

    @once
    def refused_zones(self) -> frozenset[Zone]:
        """The zones that somebody decided to be none: what lies in them is in scope."""
        return frozenset(zone for zone, one in self.zoned.items() if not one.is_taken)

    @once
    def _by_mark(self) -> Mapping[Mark, tuple[int, ...]]:
        found: dict[Mark, list[int]] = {}
        for number, decision in enumerate(self.decisions):
            for mark in decision.seen.union(map(mark_of, decision.outcomes)):
                found.setdefault(mark, []).append(number)
        return {mark: tuple(numbers) for mark, numbers in found.items()}

    def about(self, cluster: Cluster) -> tuple[Decision, ...]:
        """Return the decisions on variants of this cluster, in the order they were taken."""
        if not self.decisions:
            return ()
        known = self._by_mark
        numbers = {number for mark in cluster.marks for number in known.get(mark, ())}
        return tuple(self.decisions[number] for number in sorted(numbers))

    def settled(self, cluster: Cluster) -> Decision | None:
        """Return the last decision that a person took on this cluster, else a rule's, else None."""
        return last_word(self.about(cluster))

    def says_the_same(self, other: "Review") -> bool:
        """Tell whether another review holds the same decisions."""
        return (
            self.decisions == other.decisions
            and (self.link_decisions == other.link_decisions or self.links == other.links)
            and (self.zone_decisions == other.zone_decisions or self.zoned == other.zoned)
            and (self.relations, self.zones) == (other.relations, other.zones)
        )


def last_word(decisions: Iterable[Decision]) -> Decision | None:
    """Return the last decision of a person, else the last of a rule, else None."""
    found: Decision | None = None
    for one in decisions:
        if found is None or found.is_by_rule or not one.is_by_rule:
            found = one
    return found


def mark_of(annotation: Annotation) -> Mark:
    return annotation.span.start, annotation.span.end, annotation.label


def vote_of(annotation: Annotation) -> Annotation:
    """Return what a decision remembers of an annotation: place, label and values."""
    if not annotation.note and annotation.offer is None and annotation.origin == Origin.MANUAL:
        return annotation
    return Annotation(annotation.id, annotation.span, annotation.label, annotation.attributes)


def votes_in(cluster: Cluster) -> dict[str, Annotation]:
    return {name: vote_of(made) for name, made in cluster.annotations.items()}
