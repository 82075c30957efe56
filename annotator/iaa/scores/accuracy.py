"""How near one annotator comes to gold: precision and recall beside F1, by label, and what each kind of deviation costs.

The counts are those of inter-annotator agreement between gold and the annotator, so zones, alignment and intervals are too.
Precision is the share of what the annotator made that gold has, recall the share of gold that they made; exact and relaxed mean what
they mean between two annotators.

Source: Hripcsak & Rothschild, "Agreement, the F-measure, and reliability in information retrieval", JAMIA 12(3), 2005, for F1
and its parts against a reference.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from annotator.iaa.alignment.kinds import Kind
from annotator.iaa.scores.results import Agreement, ByLabel, Interval, Measure, Pair
from annotator.model import GOLD

if TYPE_CHECKING:
    from annotator.iaa.alignment.disagreements import Disagreement


class Deviation(StrEnum):
    """In what an annotator's work differs from gold: the causes that one guideline line would settle, then the rest."""

    CLITIC = "clitic"
    ARTICLE = "article"
    PUNCTUATION = "punctuation"
    TITLE = "title"
    OUTER_WORD = "outer_word"
    EDGES = "edges"
    """Other edges, for several reasons or none that has a name."""
    LABEL = "label"
    LABEL_EDGES = "label_edges"
    PIECES = "pieces"
    """Several pieces of what gold has in one, or the other way round."""
    MISSED = "missed"
    EXTRA = "extra"
    """Made, and not in gold."""


@dataclass(frozen=True, slots=True)
class Score:
    """What was made against what gold has. ``interval`` is that of F1."""

    correct: int
    made: int
    gold: int
    interval: Interval | None = None

    @property
    def precision(self) -> float | None:
        return self.correct / self.made if self.made else None

    @property
    def recall(self) -> float | None:
        return self.correct / self.gold if self.gold else None

    @property
    def f1(self) -> float | None:
        """In [0, 1]; None where neither has anything: no evidence is no accuracy."""
        return 2 * self.correct / (self.made + self.gold) if self.made + self.gold else None


@dataclass(frozen=True, slots=True)
class Scored:
    """The two readings of one score."""

    exact: Score
    relaxed: Score


@dataclass(frozen=True, slots=True)
class Cost:
    """One kind of deviation: how often, by gold's label or, of what gold has not, the annotator's, and the scores without it."""

    deviation: Deviation
    count: int
    labels: Mapping[str, int]
    without: Scored

    __hash__ = None  # type: ignore[assignment] # holds a dict


@dataclass(frozen=True, slots=True)
class Accuracy:
    """An annotator against gold, on ``articles`` that both have finished. ``costs`` are those that occur, the dearest first."""

    articles: int
    scores: ByLabel[Scored]
    costs: tuple[Cost, ...] = ()

    @property
    def exact(self) -> Score:
        return self.scores.total.exact


def accuracy_of(found: Agreement, differing: Iterable["Disagreement"] = ()) -> Accuracy | None:
    """Return the accuracy in what `summarise` found of gold and one annotator, in whatever order; None where they share nothing.

    ``differing`` are the disagreements of the same two on the same articles, with the same options.
    """
    pair = next((one for one in found.pairs if GOLD in (one.a, one.b)), None)
    if pair is None or not pair.joint_articles:
        return None
    scores = ByLabel(
        _scored(pair, None), {name: _scored(pair, name) for name in pair.scores.labels}
    )
    counts: dict[Deviation, Counter[str]] = {}
    pieces: Counter[str] = Counter()
    for one in differing:
        made, gold = _sides(one)
        what = deviation_of(one)
        counts.setdefault(what, Counter())[(gold or made or "")] += 1
        if what == Deviation.PIECES:
            pieces["gold" if gold else "made"] += 1
    costs = [
        Cost(
            what, labels.total(), dict(labels), _without(scores.total, what, labels.total(), pieces)
        )
        for what, labels in counts.items()
    ]
    order = list(Deviation)
    costs.sort(key=lambda one: (-(one.without.exact.f1 or 0.0), order.index(one.deviation)))
    return Accuracy(pair.joint_articles, scores, tuple(costs))


def deviation_of(one: "Disagreement") -> Deviation:
    """Return what a disagreement between gold and an annotator is, seen from the annotator."""
    gold_is_first = one.a == GOLD
    match one.kind:
        case Kind.BOUNDARY:
            return Deviation(one.cause) if one.cause else Deviation.EDGES
        case Kind.LABEL:
            return Deviation.LABEL
        case Kind.LABEL_BOUNDARY:
            return Deviation.LABEL_EDGES
        case Kind.SPLIT:
            return Deviation.PIECES
        case _:
            return (
                Deviation.MISSED if (one.kind == Kind.ONLY_A) == gold_is_first else Deviation.EXTRA
            )


def _sides(one: "Disagreement") -> tuple[str, str]:
    """Return the labels that the annotator and gold gave, empty where one has nothing."""
    first = one.first.label if one.first else ""
    second = one.second.label if one.second else ""
    return (second, first) if one.a == GOLD else (first, second)


def _scored(pair: Pair, label: str | None) -> Scored:
    scores = pair.scores.total if label is None else pair.scores.labels[label]

    def score(measure: Measure) -> Score:
        f1 = scores.f1[measure]
        made, gold = (f1.n_b, f1.n_a) if pair.a == GOLD else (f1.n_a, f1.n_b)
        return Score(round(f1.agreed), made, gold, f1.interval)

    return Scored(score(Measure.EXACT), score(Measure.RELAXED))


def _without(total: Scored, what: Deviation, count: int, pieces: Mapping[str, int]) -> Scored:
    """Return the scores as they would be if every deviation of a kind were as gold has it."""
    missing = (
        count if what == Deviation.MISSED else pieces["gold"] if what == Deviation.PIECES else 0
    )
    dropped = (
        count if what == Deviation.EXTRA else pieces["made"] if what == Deviation.PIECES else 0
    )
    moved = 0 if missing or dropped or what == Deviation.PIECES else count
    relabelled = count if what in (Deviation.LABEL, Deviation.LABEL_EDGES) else 0

    def mended(score: Score, right: int) -> Score:
        return Score(score.correct + right + missing, score.made + missing - dropped, score.gold)

    return Scored(mended(total.exact, moved), mended(total.relaxed, relabelled))
