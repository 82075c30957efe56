"""What is to be decided in one article, as rows: one a cluster, a link or a zone."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from itertools import combinations

from annotator.adjudication.ballots import AttributeVote, RelationVote, ZoneVote
from annotator.adjudication.clusters import Cluster
from annotator.adjudication.decisions import Decision, LinkDecision, ZoneDecision
from annotator.adjudication.drafts import Kind as RowKind
from annotator.adjudication.states import State
from annotator.model import Annotation, Span

__all__ = ["DIFFERENCES", "Row", "RowFilter", "RowKind"]


class Differs(StrEnum):
    """How the annotators of a row differ; the first that holds, from the last to the first but one."""

    EXACT = "exact"
    LABEL = "label"
    BOUNDARY = "boundary"
    LABEL_BOUNDARY = "label_boundary"
    SPLIT = "split"
    """Somebody's further piece of what another made in one."""
    MISSING = "missing"
    VALUES = "values"
    LINK = "link"
    ZONE = "zone"
    GOLD_ONLY = "gold_only"


DIFFERENCES = tuple(str(one) for one in Differs)

Made = Annotation | bool
"""What an annotator made of a row: an annotation, or whether the link or zone is there."""


@dataclass(frozen=True)
class Row:
    """One question of an article as it is shown and decided.

    ``key`` stays the same when it is decided and when layers are read again. ``labels`` are those of all variants, of a
    link's ends, none of a zone. ``mark_state`` is how far span and label alone are: a row is open as long as any of
    its ``open_values`` is. ``made`` says what each of ``annotators``, who have a vote, made; of spans only of those who
    marked it. ``cause`` is empty where there is none, or several.
    """

    key: str
    kind: RowKind
    state: State
    span: Span
    labels: tuple[str, ...]
    difference: str
    cause: str = ""
    cluster: Cluster | None = None
    link: RelationVote | None = None
    zone: ZoneVote | None = None
    gold: tuple[Annotation, ...] = ()
    decision: Decision | LinkDecision | ZoneDecision | None = None
    open_values: tuple[AttributeVote, ...] = ()
    values: tuple[AttributeVote, ...] = ()
    annotators: tuple[str, ...] = ()
    made: Mapping[str, Made] = field(default_factory=dict[str, Made], hash=False)
    mark_state: State = State.OPEN
    is_in_gold: bool = False

    @property
    def before(self) -> Mapping[str, Made]:
        """What each annotator had when it was decided; nothing where no decision remembers."""
        if isinstance(self.decision, Decision):
            return dict(self.decision.votes)
        if self.decision is None:
            return {}
        return dict.fromkeys(self.decision.votes, True)

    @property
    def is_open(self) -> bool:
        """Tell whether somebody or a merge still has to settle something here."""
        return self.state in (State.OPEN, State.CHANGED, State.AGREED)

    def differ(self, first: str, second: str) -> bool:
        """Tell whether two annotators made something different of it."""
        return _told(self.made.get(first)) != _told(self.made.get(second))


def _told(made: Made | None) -> object:
    if isinstance(made, Annotation):
        return made.start, made.end, made.label, dict(made.attributes)
    return bool(made)


@dataclass(frozen=True, slots=True)
class RowFilter:
    """Which rows are shown. Empty sets mean everything; of ``annotators`` two or more must differ, of one it must vote."""

    states: frozenset[State] = frozenset()
    labels: frozenset[str] = frozenset()
    causes: frozenset[str] = frozenset()
    annotators: frozenset[str] = frozenset()
    differences: frozenset[str] = frozenset()
    kinds: frozenset[RowKind] = frozenset()

    def takes(self, row: Row) -> bool:
        return (
            (not self.states or row.state in self.states)
            and (not self.labels or not self.labels.isdisjoint(row.labels))
            and (not self.causes or row.cause in self.causes)
            and (not self.differences or row.difference in self.differences)
            and (not self.kinds or row.kind in self.kinds)
            and self._about_people(row)
        )

    def _about_people(self, row: Row) -> bool:
        if not self.annotators:
            return True
        named = self.annotators.intersection(row.annotators)
        if len(self.annotators) == 1:
            return bool(named)
        return any(row.differ(a, b) for a, b in combinations(sorted(named), 2))
