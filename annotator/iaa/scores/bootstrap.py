"""Intervals by resampling articles: spans of one article share its text, its subject and the annotators' day.

Source: Efron & Tibshirani, "An Introduction to the Bootstrap", Chapman & Hall, 1993, chapter 13 (percentile intervals).
"""

from collections.abc import Callable, Iterator

import numpy as np
import numpy.typing as npt

from annotator.iaa.counts.statistics import Floats
from annotator.iaa.scores.results import FEWEST, ROUGH, Interval

TAILS = (2.5, 97.5)
"""Percentiles that bound an interval."""

AT_ONCE = 250
"""Draws made at a time: weights of 10,000 articles then take 20 MB."""


class Draws:
    """So many draws of articles. They are made once for all that is measured of them: that takes as long as measuring."""

    def __init__(self, articles: int, count: int, seed: int) -> None:
        self.articles, self.count, self._seed = articles, count, seed
        self._made: list[npt.NDArray[np.unsignedinteger]] = []

    def weights(self) -> Iterator[Floats]:
        """Yield, for some draws at a time, draws x articles: how often each article was drawn."""
        if not self._made:
            self._made = list(self._draw())
        for made in self._made:
            yield made.astype(float)

    def _draw(self) -> Iterator[npt.NDArray[np.unsignedinteger]]:
        random = np.random.default_rng(self._seed)
        for first in range(0, self.count, AT_ONCE):
            size = min(AT_ONCE, self.count - first)
            chosen = random.integers(0, self.articles, (size, self.articles), dtype=np.int32)
            weights = np.empty((size, self.articles), np.int32)
            for row in range(size):  # one by one the counts stay in the processor's cache
                weights[row] = np.bincount(chosen[row], minlength=self.articles)
            yield weights.astype(np.min_scalar_type(int(weights.max(initial=0))))


def resample(
    features: Floats, measure: Callable[[Floats], Floats], draws: Draws
) -> tuple[Floats, Floats]:
    """Return the bounds of what ``measure`` gives for sums over resampled rows; NaN where it never gives a number.

    ``features`` is articles x numbers; ``measure`` takes draws x numbers and returns draws x results. The same seed gives
    the same bounds, whatever else is measured.
    """
    return resample_weighted(lambda weights: measure(weights @ features), draws)


def resample_weighted(measure: Callable[[Floats], Floats], draws: Draws) -> tuple[Floats, Floats]:
    """Return the bounds of what ``measure`` gives for draws x articles: how often each article was drawn."""
    return _percentiles(np.concatenate([measure(one) for one in draws.weights()]))


def interval(low: float, high: float, articles: int) -> Interval | None:
    """Return an interval measured on so many articles, or None where they are too few or it is undefined."""
    if articles < FEWEST or np.isnan(low) or np.isnan(high):
        return None
    return Interval(float(low), float(high), articles < ROUGH)


def _percentiles(samples: Floats) -> tuple[Floats, Floats]:
    """Return `TAILS` of each column, interpolated, leaving undefined samples out."""
    samples = np.sort(samples, axis=0)  # NaN goes last
    counts = (~np.isnan(samples)).sum(0)
    columns = np.arange(int(samples.shape[1]))
    bounds: list[Floats] = []
    for tail in TAILS:
        place = tail / 100 * np.maximum(counts - 1, 0)
        below = place.astype(np.int64)
        above = np.minimum(below + 1, np.maximum(counts - 1, 0))
        part = place - below
        bounds.append(samples[below, columns] * (1 - part) + samples[above, columns] * part)
    return bounds[0], bounds[1]
