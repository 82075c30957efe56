"""Agreement on values of attributes: shares of equal ones for each pair, alpha among all annotators."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations

import numpy as np
import numpy.typing as npt

from annotator.iaa.alignment.columns import Ints
from annotator.iaa.counts.statistics import Floats, Statistics
from annotator.iaa.counts.value_rows import Match, unpack_value
from annotator.iaa.scores.bootstrap import Draws, interval, resample_weighted
from annotator.iaa.scores.means import mean_over_pairs, nan_mean
from annotator.iaa.scores.measures import nominal_alphas
from annotator.iaa.scores.results import FEWEST, AttributeAgreement, PairValues, Same

BOTH, ONE, EQUAL, SAME_DAYS, OVERLAPPING = range(5)
"""Last axis of `_pair_counts`: aligned pairs with two values, with one, and those that are the same in each reading."""

SAME = {Same.EQUAL: EQUAL, Same.SAME_DAYS: SAME_DAYS, Same.OVERLAPPING: OVERLAPPING}

MIX = 0x1E3779B97F4A7C15
"""An odd number that spreads features over the hashes of values, so that one integer stands for both."""

CELLS = 1_000_000
"""Articles times values whose squares are drawn exactly; more would take longer than all other measures together."""


@dataclass(frozen=True, slots=True)
class _Rows:
    """The rows of `ValueRows` that count, by feature: an attribute of a label."""

    articles: Ints
    features: Ints
    annotators: Ints
    hashes: Ints
    matches: npt.NDArray[np.uint8]
    counts: Ints


def score_values(
    statistics: Statistics, labels: Sequence[int], draws: Draws
) -> tuple[AttributeAgreement, ...]:
    """Measure every attribute that anybody has given a value; ``labels`` are numbers. Take unshared articles out first."""
    features, dated, rows = _features(statistics, labels)
    if not features:
        return ()
    articles = len(statistics.articles)
    counts = _pair_counts(rows, len(features), statistics)
    sums = counts.sum(0)
    alphas = _Alphas(rows, len(features), articles)
    low, high = np.full((2, len(features) * (len(SAME) + 1)), np.nan)
    if draws.count and articles >= FEWEST:
        flat = counts.reshape(articles, -1)

        def measure(weights: Floats) -> Floats:
            drawn = _shares((weights @ flat).reshape(-1, *sums.shape))
            means = nan_mean(np.moveaxis(drawn, -2, -1)).reshape(len(weights), -1)
            return np.concatenate((means, alphas.of(weights)), 1)

        low, high = resample_weighted(measure, draws)
    shares = _shares(sums)
    alpha, values = alphas.of(np.ones((1, articles)))[0], alphas.values
    ends = [(float(a), float(b)) for a, b in zip(low, high, strict=True)]
    first = len(features) * len(SAME)
    return tuple(
        AttributeAgreement(
            statistics.labels[label],
            statistics.attributes[attribute],
            bool(dated[n]),
            {
                same: mean_over_pairs(shares[n, :, k], *ends[n * len(SAME) + k], articles)
                for k, same in enumerate(SAME)
            },
            None if np.isnan(alpha[n]) else float(alpha[n]),
            interval(*ends[first + n], articles) if not np.isnan(alpha[n]) else None,
            int(values[n]),
            tuple(
                PairValues(
                    a,
                    b,
                    int(sums[n, pair, BOTH]),
                    int(sums[n, pair, ONE]),
                    {same: int(sums[n, pair, column]) for same, column in SAME.items()},
                )
                for pair, (a, b) in enumerate(combinations(statistics.annotators, 2))
            ),
        )
        for n, (label, attribute) in enumerate(features)
    )


def _features(
    statistics: Statistics, labels: Sequence[int]
) -> tuple[list[tuple[int, int]], Ints, _Rows]:
    """Return label and attribute of each feature, in the order of labels and of names, and which are dates."""
    given = statistics.given.taken(_by_id(statistics))
    label, attribute, dated, annotator = unpack_value(given.codes)
    kept = np.isin(label, labels)
    names = np.argsort(np.argsort(np.asarray(statistics.attributes, str)))
    if not kept.any():
        nothing = np.zeros(0, np.int64)
        rows = _Rows(nothing, nothing, nothing, nothing, given.matches, nothing)
        return [], nothing, rows
    place = (label * names.size + names[attribute])[kept]
    found = np.flatnonzero(np.bincount(place))
    order = np.argsort(names)
    features = [(at // names.size, int(order[at % names.size])) for at in found.tolist()]
    remap = np.zeros(int(found[-1]) + 1, np.int64)
    remap[found] = np.arange(found.size)
    numbers = remap[place]
    dates = np.bincount(numbers, dated[kept], found.size)
    rows = _Rows(
        given.rows[kept],
        numbers,
        annotator[kept],
        given.hashes[kept],
        given.matches[kept],
        given.counts[kept],
    )
    return features, dates, rows


def _by_id(statistics: Statistics) -> Ints:
    """Return the articles in the order of ids, so that the same articles give the same intervals in any order."""
    return np.argsort(np.asarray(statistics.articles, str))


def _pair_counts(rows: _Rows, features: int, statistics: Statistics) -> Floats:
    """Return articles x features x pairs x 5. What both have is seen from both sides, and counted from a's."""
    articles, pairs = len(statistics.articles), statistics.pairs
    counts = np.zeros((articles, features, len(pairs), OVERLAPPING + 1))
    cells = rows.articles * features + rows.features
    size = articles * features

    def note(pair: int, column: int, which: npt.NDArray[np.bool_]) -> None:
        found = np.bincount(cells[which], rows.counts[which], size)
        counts[:, :, pair, column] += found.reshape(articles, features)

    for number, (a, b) in enumerate(pairs):
        of_a, of_b = rows.annotators == a, rows.annotators == b
        seen = rows.matches[:, b]
        note(number, BOTH, of_a & (seen >= Match.DIFFERENT))
        note(
            number,
            ONE,
            (of_a & (seen == Match.ALONE)) | (of_b & (rows.matches[:, a] == Match.ALONE)),
        )
        note(number, EQUAL, of_a & (seen == Match.EQUAL))
        note(number, SAME_DAYS, of_a & (seen >= Match.SAME_DAYS))
        note(number, OVERLAPPING, of_a & (seen >= Match.OVERLAPPING))
    return counts


def _shares(counts: Floats) -> Floats:
    """Return ... x features x pairs x 3 shares of the pairs that have a value; NaN where none has."""
    made = counts[..., BOTH] + counts[..., ONE]
    same = counts[..., [*SAME.values()]]
    made = np.broadcast_to(made[..., None], same.shape)
    return np.divide(same, made, out=np.full(same.shape, np.nan), where=made > 0)


class _Alphas:
    """Nominal alpha of every feature, for any weights of articles.

    Squares of how often a value occurs are summed over values, which may be as many as there are annotations (titles,
    names). They are exact for those that occur most, as many as `CELLS` allows, for those that a single article has, and
    for all where every article weighs one. Of the others, when articles are drawn anew, the products of two different
    articles' deviations are left out: they are as often positive as negative, and these values are rare.
    """

    def __init__(self, rows: _Rows, features: int, articles: int) -> None:
        pairable = rows.matches >= Match.DIFFERENT
        others = pairable.sum(1)
        differ = others - (rows.matches == Match.EQUAL).sum(1)
        kept = others > 0
        article, feature = rows.articles[kept], rows.features[kept]
        count = rows.counts[kept]
        self._features = features
        cells, size = article * features + feature, articles * features
        self._made = np.bincount(cells, count, size).reshape(articles, features)
        apart = count * differ[kept] / others[kept]
        self._apart = np.bincount(cells, apart, size).reshape(articles, features)
        self.values = self._made.sum(0)
        self._split(article, feature, rows.hashes[kept], count, articles)

    def _split(
        self, article: Ints, feature: Ints, hashes: Ints, count: Ints, articles: int
    ) -> None:
        _, first, category = np.unique(
            hashes ^ (feature * MIX), return_index=True, return_inverse=True
        )
        totals = np.bincount(category, count, first.size)
        order = np.argsort(-totals, kind="stable")[: CELLS // max(articles, 1)]
        place = np.full(first.size, -1, np.int64)
        place[order] = np.arange(order.size)
        self._feature_of = feature[first][order]
        often = place[category] >= 0
        cells = article[often] * order.size + place[category[often]]
        exact = np.bincount(cells, count[often], articles * order.size)
        self._exact = exact.reshape(articles, order.size).astype(np.float32)
        rare = ~often
        article, feature, category, count = (
            one[rare] for one in (article, feature, category, count)
        )
        size = articles * self._features
        cells = article * self._features + feature
        self._slopes = np.bincount(cells, count * totals[category], size).reshape(articles, -1)
        pairs, at = np.unique(category * articles + article, return_inverse=True)
        squares = np.bincount(at, count, pairs.size) ** 2
        where = np.zeros(pairs.size, np.int64)
        where[at] = cells
        self._squares = np.bincount(where, squares, size).reshape(articles, -1)

    def of(self, weights: Floats) -> Floats:
        """Return draws x features for draws x articles."""
        change = weights - 1
        squares = self._slopes.sum(0) + 2 * (change @ self._slopes) + change**2 @ self._squares
        if self._feature_of.size:
            found = (weights.astype(np.float32) @ self._exact).astype(float) ** 2
            for feature in range(self._features):
                squares[:, feature] += found[:, self._feature_of == feature].sum(1)
        return nominal_alphas(weights @ self._apart, weights @ self._made, squares)
