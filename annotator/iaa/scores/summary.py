"""Add up what was counted: one `Agreement` for whatever articles, annotators and labels are asked for."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import TypeVar

import numpy as np

from annotator.errors import AnnotatorError
from annotator.iaa.alignment.columns import Ints
from annotator.iaa.alignment.kinds import Kind
from annotator.iaa.counts.statistics import Floats, Statistics
from annotator.iaa.scores import features
from annotator.iaa.scores.bootstrap import Draws, interval
from annotator.iaa.scores.features import PairReliability
from annotator.iaa.scores.links import score_links
from annotator.iaa.scores.means import mean_over_pairs
from annotator.iaa.scores.pair_kinds import confusions, count_mixed, kinds_of
from annotator.iaa.scores.results import (
    F1,
    Agreement,
    ByLabel,
    LeftOut,
    Mean,
    Measure,
    Pair,
    Reliability,
    Scores,
)
from annotator.iaa.scores.scores import Scorer, ScoreTable
from annotator.iaa.scores.values import score_values
from annotator.iaa.scores.votes import count_votes

T = TypeVar("T")


def summarise(
    statistics: Statistics,
    labels: Sequence[str] | None = None,
    *,
    draws: int = 1000,
    seed: int = 1,
) -> Agreement:
    """Measure agreement in the articles that at least two annotators have finished.

    For some articles or annotators only, give ``statistics.taken`` or ``statistics.among``. ``labels`` None means all;
    spans are aligned the same way whatever labels are chosen. ``draws`` 0 makes no intervals. The result does not depend
    on the order of articles, of rows, or of annotators (but for who is called a and b).
    """
    chosen = chosen_labels(statistics, labels)
    statistics = statistics.shared()
    codes, overlaps = statistics.codes.sum(0, dtype=np.int64), statistics.overlaps.sum(0)
    of_pairs = features.pair_features(codes, overlaps, chosen)
    covers = features.cover_features(statistics, chosen)
    scorer = Scorer(of_pairs.shape[0], of_pairs.shape[1])
    table = scorer.table(of_pairs, covers.sum(0))
    # In the order of ids, so that the same articles give the same intervals in any order.
    order = np.argsort(np.asarray(statistics.articles, str)) if draws else np.zeros(0, np.int64)
    each = features.pair_features(statistics.codes[order], statistics.overlaps[order], chosen)
    drawn = Draws(len(statistics.articles), draws, seed)
    bounds = scorer.bounds(each, covers[order], drawn)
    found = _Found(statistics, chosen, codes, of_pairs, table, *bounds)
    return Agreement(
        len(statistics.articles),
        statistics.annotators,
        statistics.labels,
        int(statistics.duplicates.sum()),
        {measure: found.by_label(found.mean(n)) for n, measure in enumerate(Measure)},
        found.by_label(found.reliability),
        found.pairs(),
        count_votes(statistics, chosen),
        draws,
        seed,
        score_values(statistics, chosen, drawn),
        score_links(statistics, chosen, drawn),
        LeftOut(
            int(statistics.outside.sum()),
            dict(zip(statistics.annotators, statistics.skipped.sum(0).tolist(), strict=True)),
        ),
    )


def chosen_labels(statistics: Statistics, labels: Sequence[str] | None) -> list[int]:
    """Return the numbers of the labels, or raise an `AnnotatorError` that names those there are."""
    unknown = sorted(set(labels or ()) - set(statistics.labels))
    if unknown:
        raise AnnotatorError(
            f"there is no label {', '.join(unknown)}: choose among {', '.join(statistics.labels)}"
        )
    return [n for n, name in enumerate(statistics.labels) if labels is None or name in labels]


def number(value: float) -> float | None:
    """Return an array's value as a number, undefined as None."""
    return None if np.isnan(value) else float(value)


@dataclass(frozen=True, slots=True)
class _Found:
    """What was measured, on the way into words. A label's number counts from 1; 0 stands for all together."""

    statistics: Statistics
    chosen: Sequence[int]
    codes: Ints
    sums: Floats
    table: ScoreTable
    low: ScoreTable
    high: ScoreTable

    def by_label(self, make: Callable[[int], T]) -> ByLabel[T]:
        names = [self.statistics.labels[n] for n in self.chosen]
        return ByLabel(make(0), {name: make(n) for n, name in enumerate(names, 1)})

    def mean(self, measure: int) -> Callable[[int], Mean]:
        def of_label(label: int) -> Mean:
            ends = float(self.low.mean[measure, label]), float(self.high.mean[measure, label])
            f1 = self.table.f1[measure, :, label]
            return mean_over_pairs(f1, *ends, len(self.statistics.articles))

        return of_label

    def reliability(self, label: int) -> Reliability:
        ends = float(self.low.alpha[label]), float(self.high.alpha[label])
        return Reliability(
            number(self.table.alpha[label]),
            number(self.table.unitized[label]),
            interval(*ends, len(self.statistics.articles)),
        )

    def pairs(self) -> tuple[Pair, ...]:
        joint = self.statistics.joint.sum(0).tolist()
        mixed = count_mixed(self.statistics)
        kinds = kinds_of(self.codes, mixed, self.chosen)
        matrices = confusions(self.codes, mixed, self.chosen)
        measured = features.pair_reliability(self.statistics, self.chosen)
        return tuple(
            Pair(
                a,
                b,
                joint[pair],
                self.by_label(self._scores(pair, joint[pair], measured, kinds[pair])),
                matrices[pair],
            )
            for pair, (a, b) in enumerate(combinations(self.statistics.annotators, 2))
        )

    def _scores(
        self, pair: int, articles: int, measured: PairReliability, kinds: Sequence[dict[Kind, int]]
    ) -> Callable[[int], Scores]:
        def of_label(label: int) -> Scores:
            return Scores(
                self._f1s(pair, label, articles),
                number(measured.alpha[pair, label]),
                number(measured.unitized[pair, label]),
                number(measured.kappa[pair, label]),
                kinds[label],
            )

        return of_label

    def _f1s(self, pair: int, label: int, articles: int) -> dict[Measure, F1]:
        sums = self.sums[pair, label]
        agreed = features.agreed_of(sums)
        at = pair, label
        return {
            measure: F1(
                number(self.table.f1[n, *at]),
                float(agreed[measure]),
                int(sums[features.MADE_A]),
                int(sums[features.MADE_B]),
                interval(float(self.low.f1[n, *at]), float(self.high.f1[n, *at]), articles),
            )
            for n, measure in enumerate(Measure)
        }
