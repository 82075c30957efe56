"""What agreement comes to: labels against what the project wants of them, and one judgement of all."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from annotator.iaa.alignment.kinds import Kind
from annotator.iaa.scores.results import FEWEST, Agreement, Interval, Measure
from annotator.review.query import Query

if TYPE_CHECKING:
    from annotator.project import ReviewSettings

RELIABLE, TENTATIVE = 0.8, 0.667
"""Krippendorff's customary limits of alpha; they say nothing of F1.

Source: Krippendorff, "Content Analysis", 2004, chapter 11: rely on what is .800 and above, draw tentative conclusions
from .667 on.
"""


class Standing(StrEnum):
    """How a label stands to its target of exact F1."""

    REACHED = "reached"
    """Even the lower end of the interval reaches it."""
    UNSURE = "unsure"
    """The value reaches it, the lower end of its interval does not."""
    BELOW = "below"
    NO_TARGET = "no_target"
    UNKNOWN = "unknown"
    """There is no value: nobody marked it in a joint article."""


@dataclass(frozen=True, slots=True)
class LabelLine:
    """One label: exact F1 in [0, 1], its ``target``, 0 where there is none, and alpha.

    ``spans`` counts different annotations: what several made alike counts once.
    """

    name: str
    value: float | None
    interval: Interval | None
    target: float
    alpha: float | None
    alpha_interval: Interval | None
    spans: int

    @property
    def low(self) -> float | None:
        return lower_end(self.value, self.interval)

    @property
    def alpha_low(self) -> float | None:
        return lower_end(self.alpha, self.alpha_interval)

    @property
    def standing(self) -> Standing:
        if self.value is None or self.low is None:
            return Standing.UNKNOWN
        if not self.target:
            return Standing.NO_TARGET
        if self.low >= self.target:
            return Standing.REACHED
        return Standing.UNSURE if self.value >= self.target else Standing.BELOW

    @property
    def falls_short(self) -> bool:
        """Tell whether it misses its target or, having none, the limit below which alpha is not to be relied on.

        Judged from the lower end of the interval where there is one.
        """
        if self.standing == Standing.NO_TARGET:
            return self.alpha_low is not None and self.alpha_low < TENTATIVE
        return self.standing in (Standing.UNSURE, Standing.BELOW)

    @property
    def shortfall(self) -> float:
        """How far the lower end is from what is wanted; negative where it is above."""
        if self.standing == Standing.NO_TARGET:
            return TENTATIVE - (self.alpha_low or 0.0)
        return self.target - (self.low or 0.0)


def lower_end(value: float | None, interval: Interval | None) -> float | None:
    """Return what a number is judged by: its interval's lower end, itself where there is none."""
    return value if interval is None else interval.low


def label_lines(result: Agreement, settings: "ReviewSettings") -> tuple[LabelLine, ...]:
    """Return the labels that were counted, the lowest exact F1 first, those without a value last."""
    lines = [
        LabelLine(
            name,
            mean.value,
            mean.interval,
            settings.targets.get(name, (0.0, 0.0))[0],
            result.reliability.labels[name].alpha,
            result.reliability.labels[name].interval,
            sum(result.votes.labels[name]),
        )
        for name, mean in result.mean[Measure.EXACT].labels.items()
    ]
    return tuple(sorted(lines, key=lambda one: (one.value is None, one.value or 0.0, one.name)))


class Verdict(StrEnum):
    """What may be said of agreement as a whole; the first that holds."""

    UNKNOWN = "unknown"
    """There is no number."""
    WEAK = "weak"
    """A label falls short, whatever all labels together come to."""
    UNRELIABLE = "unreliable"
    FEW = "few"
    """Too few joint articles for an interval: nothing is praised yet."""
    TENTATIVE = "tentative"
    RELIABLE = "reliable"


@dataclass(frozen=True, slots=True)
class Judgement:
    """A verdict, and the labels that fall short, that which is farthest from what is wanted first."""

    verdict: Verdict
    weak: tuple[LabelLine, ...] = ()


def judge(result: Agreement, lines: Iterable[LabelLine]) -> Judgement:
    """Judge alpha of all labels by the lower end of its interval, unless a single label falls short."""
    alpha = result.reliability.total
    low = lower_end(alpha.alpha, alpha.interval)
    weak = sorted(
        (one for one in lines if one.falls_short), key=lambda one: (-one.shortfall, one.name)
    )
    if weak:
        return Judgement(Verdict.WEAK, tuple(weak))
    if low is None:
        return Judgement(Verdict.UNKNOWN)
    if low < TENTATIVE:
        return Judgement(Verdict.UNRELIABLE)
    if alpha.interval is None or result.articles < FEWEST:
        return Judgement(Verdict.FEW)
    return Judgement(Verdict.RELIABLE if low >= RELIABLE else Verdict.TENTATIVE)


class Trouble(StrEnum):
    """In what way annotators mostly differ on a label."""

    EDGES = "edges"
    PIECES = "pieces"
    """One made in pieces what another made in one."""
    ALONE = "alone"
    """Only one of two marked it."""
    LABEL = "label"
    """The other called it something else."""


@dataclass(frozen=True, slots=True)
class Confusion:
    """The most frequent way in which a label's annotations differ: ``count`` of ``total``, all pairs added up."""

    label: str
    trouble: Trouble
    count: int
    total: int
    query: Query
    other: str = ""
    """The label it is confused with."""


_KINDS: Mapping[Trouble, tuple[Kind, ...]] = {
    Trouble.EDGES: (Kind.BOUNDARY,),
    Trouble.PIECES: (Kind.SPLIT,),
    Trouble.ALONE: (Kind.ONLY_A, Kind.ONLY_B),
}


def main_confusion(result: Agreement, label: str) -> Confusion | None:
    """Return how annotators mostly differ on a label; None where they do not."""
    found = [
        Confusion(
            label,
            trouble,
            sum(pair.scores.labels[label].kinds[kind] for pair in result.pairs for kind in kinds),
            0,
            Query(label=label, kinds=frozenset(map(str, kinds))),
        )
        for trouble, kinds in _KINDS.items()
    ]
    own = result.all_labels.index(label)
    mixed = frozenset((str(Kind.LABEL), str(Kind.LABEL_BOUNDARY)))
    for number, other in enumerate(result.all_labels):
        if other != label:
            count = sum(
                pair.confusion[own][number] + pair.confusion[number][own] for pair in result.pairs
            )
            query = Query(label=label, kinds=mixed)
            found.append(Confusion(label, Trouble.LABEL, count, 0, query, other))
    total = sum(one.count for one in found)
    most = max(found, key=lambda one: one.count)
    if not most.count:
        return None
    return Confusion(label, most.trouble, most.count, total, most.query, most.other)
