"""Agreement on values of attributes: shares of equal ones for each pair, alpha among all annotators."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations

import numpy as np
import numpy.typing as npt

from annotator.iaa.alignment.columns import Ints
from annotator.iaa.counts.statistics import Floats, Statistics
from annotator.iaa.counts.value_rows import Match, unpack_value
from annotator.iaa.scores.bootstrap import interval, resample_weighted
from annotator.iaa.scores.means import mean_over_pairs, nan_mean
from annotator.iaa.scores.measures import nominal_alphas
from annotator.iaa.scores.results import FEWEST, AttributeAgreement, PairValues, Same

BOTH, ONE, EQUAL, SAME_DAYS, OVERLAPPING = range(5)
"""Last axis of `_pair_counts`: aligned pairs with two values, with one, and those that are the same in each reading."""

SAME = {Same.EQUAL: EQUAL, Same.SAME_DAYS: SAME_DAYS, Same.OVERLAPPING: OVERLAPPING}

SPARSE = 64
"""Above one article in so many, counts of a value are cheaper multiplied as a whole column than one by one."""

AT_ONCE = 256
"""Columns of values multiplied at a time: of 10,000 articles they take 20 MB."""


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
    statistics: Statistics, labels: Sequence[int], *, draws: int, seed: int
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
    if draws and articles >= FEWEST:
        flat = counts.reshape(articles, -1)

        def measure(weights: Floats) -> Floats:
            drawn = _shares((weights @ flat).reshape(-1, *sums.shape))
            means = nan_mean(np.moveaxis(drawn, -2, -1)).reshape(len(weights), -1)
            return np.concatenate((means, alphas.of(weights)), 1)

        low, high = resample_weighted(measure, articles, draws, seed)
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
    place = label * len(names) + names[attribute] if names.size else label
    found, first, numbers = np.unique(place[kept], return_index=True, return_inverse=True)
    features = [(int(label[kept][at]), int(attribute[kept][at])) for at in first.tolist()]
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

    Squares of how often each value occurs are summed over values, which may be as many as there are annotations (titles,
    names): those that many articles have are columns of a matrix, the others are added up one by one.
    """

    def __init__(self, rows: _Rows, features: int, articles: int) -> None:
        pairable = rows.matches >= Match.DIFFERENT
        others = pairable.sum(1)
        differ = (pairable & (rows.matches != Match.EQUAL)).sum(1)
        kept = others > 0
        article, feature = rows.articles[kept], rows.features[kept]
        count = rows.counts[kept].astype(float)
        self._features = features
        cells, size = article * features + feature, articles * features
        self._made = np.bincount(cells, count, size).reshape(articles, features)
        apart = count * differ[kept] / others[kept]
        self._apart = np.bincount(cells, apart, size).reshape(articles, features)
        self.values = self._made.sum(0)
        self._split(article, feature, rows.hashes[kept], count, articles)

    def _split(
        self, article: Ints, feature: Ints, hashes: Ints, count: Floats, articles: int
    ) -> None:
        _, ranks = np.unique(hashes, return_inverse=True)
        top = int(ranks.max(initial=0)) + 1
        kinds, category = np.unique(feature * top + ranks, return_inverse=True)
        self._feature_of = kinds // top
        cells, at = np.unique(category * articles + article, return_inverse=True)
        times = np.bincount(at, count, cells.size)
        category, article = np.divmod(cells, articles)
        spread = np.bincount(category, minlength=kinds.size)
        common = spread * SPARSE > articles
        self._columns = np.flatnonzero(common)
        place = np.zeros(kinds.size, np.int64)
        place[self._columns] = np.arange(self._columns.size)
        self._dense = np.zeros((articles, self._columns.size), np.float32)
        often = common[category]
        self._dense[article[often], place[category[often]]] = times[often]
        self._rare_articles, self._rare_times = article[~often], times[~often].astype(np.float32)
        begins = np.flatnonzero(np.diff(category[~often], prepend=-1))
        self._rare_begins, self._rare_categories = begins, category[~often][begins]

    def of(self, weights: Floats) -> Floats:
        """Return draws x features for draws x articles."""
        squares = np.zeros((len(weights), self._features))
        light = weights.astype(np.float32)
        for first in range(0, self._columns.size, AT_ONCE):
            part = slice(first, first + AT_ONCE)
            found = (light @ self._dense[:, part]).astype(float) ** 2
            self._add(squares, found, self._feature_of[self._columns[part]])
        if self._rare_begins.size:
            each = light[:, self._rare_articles] * self._rare_times
            found = np.add.reduceat(each, self._rare_begins, axis=1).astype(float) ** 2
            self._add(squares, found, self._feature_of[self._rare_categories])
        return nominal_alphas(weights @ self._apart, weights @ self._made, squares)

    def _add(self, squares: Floats, found: Floats, features: Ints) -> None:
        for feature in np.unique(features).tolist():
            squares[:, feature] += found[:, features == feature].sum(1)
