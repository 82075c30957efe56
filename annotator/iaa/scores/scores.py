"""Scores of sums over articles, for one sum or for many resampled ones at once."""

from dataclasses import dataclass

import numpy as np

from annotator.iaa.counts.statistics import Floats
from annotator.iaa.scores import features
from annotator.iaa.scores.bootstrap import Draws, resample
from annotator.iaa.scores.results import FEWEST, Measure


@dataclass(frozen=True, slots=True)
class ScoreTable:
    """Every score that has an interval; NaN where it is undefined. The first label stands for all together."""

    f1: Floats
    """Measures x pairs x (1 + labels)."""
    mean: Floats
    """Measures x (1 + labels): the mean of those pairs whose F1 is defined."""
    alpha: Floats
    """1 + labels."""
    unitized: Floats


@dataclass(frozen=True, slots=True)
class Scorer:
    """Turns sums of the numbers of articles, `features.pair_features` then `features.cover_features`, into scores."""

    pairs: int
    labels: int
    """All together counting as one more."""

    def table(self, of_pairs: Floats, covers: Floats) -> ScoreTable:
        sums = np.concatenate((of_pairs.ravel(), covers.ravel()))
        return self._split(self._measure(sums[None])[0])

    def bounds(
        self, of_pairs: Floats, covers: Floats, draws: Draws
    ) -> tuple[ScoreTable, ScoreTable]:
        """Return the lower and upper ends of intervals; the first axis of both arguments is the article."""
        articles = len(of_pairs)
        if not draws.count or articles < FEWEST:
            empty = np.full(sum(map(np.prod, self._shapes)), np.nan)
            return self._split(empty), self._split(empty)
        rows = np.concatenate((of_pairs.reshape(articles, -1), covers.reshape(articles, -1)), 1)
        low, high = resample(rows, self._measure, draws)
        return self._split(low), self._split(high)

    @property
    def _shapes(self) -> tuple[tuple[int, ...], ...]:
        measures, labels = len(Measure), (self.labels,)
        return (measures, self.pairs, self.labels), (measures, self.labels), labels, labels

    def _measure(self, sums: Floats) -> Floats:
        """Return draws x results for draws x sums."""
        width = features.MADE_B + 1
        size = self.pairs * self.labels * width
        f1s = features.f1_of(sums[:, :size].reshape(len(sums), self.pairs, self.labels, width))
        covers = sums[:, size:].reshape(len(sums), self.labels, features.SQUARES + 1)
        f1 = np.stack([f1s[measure] for measure in Measure], 1)
        parts = f1, _mean(f1), features.alpha_of(covers), features.unitized_of(covers)
        return np.concatenate([part.reshape(len(sums), -1) for part in parts], 1)

    def _split(self, results: Floats) -> ScoreTable:
        ends = np.cumsum([int(np.prod(shape)) for shape in self._shapes])
        parts = np.split(results, ends[:-1])
        shaped = (part.reshape(shape) for part, shape in zip(parts, self._shapes, strict=True))
        return ScoreTable(*shaped)


def _mean(f1: Floats) -> Floats:
    """Return the mean over pairs, the last axis but one, of those that are defined."""
    defined = ~np.isnan(f1)
    counts = defined.sum(-2)
    total = np.where(defined, f1, 0).sum(-2)
    return np.divide(total, counts, out=np.full_like(total, np.nan), where=counts > 0)
