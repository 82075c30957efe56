"""Where annotators differ most: the articles, worst first, and those behind any number of a report."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from annotator.iaa.alignment.columns import Ints
from annotator.iaa.alignment.kinds import Kind
from annotator.iaa.alignment.matching import Code
from annotator.iaa.counts.statistics import Statistics, unpack_mixed
from annotator.iaa.scores import features
from annotator.iaa.scores.results import Measure
from annotator.iaa.scores.summary import chosen_labels, number

FEW = 10
"""Spans an annotator, on average, below which the score of a single article says little."""

_SIDES = {
    Kind.LABEL: (Code.LABEL, (0, 1)),
    Kind.BOUNDARY: (Code.BOUNDARY, (0,)),
    Kind.LABEL_BOUNDARY: (Code.LABEL_BOUNDARY, (0, 1)),
    Kind.EXACT: (Code.EXACT, (0,)),
    Kind.SPLIT: (Code.SPLIT, (0, 1)),
    Kind.ONLY_A: (Code.ONLY, (0,)),
    Kind.ONLY_B: (Code.ONLY, (1,)),
}
"""Which counts make a kind: a code, and the sides it is counted on."""


@dataclass(frozen=True, slots=True)
class ArticleScore:
    """Agreement on one article, all pairs of annotators added up."""

    article_id: str
    annotators: int
    """How many have finished it."""
    spans: int
    """Of all of them together."""
    exact: float | None
    relaxed: float | None
    disagreements: int
    """Summed over pairs; a pair of annotations that differ counts once."""

    @property
    def is_noisy(self) -> bool:
        return self.spans < FEW * self.annotators


def score_articles(
    statistics: Statistics, labels: Sequence[str] | None = None
) -> tuple[ArticleScore, ...]:
    """Return the articles that at least two have finished, worst exact F1 first, undefined last."""
    chosen = chosen_labels(statistics, labels)
    statistics = statistics.shared()
    sums = features.pair_features(statistics.codes, statistics.overlaps, chosen)[:, :, 0].sum(1)
    f1 = features.f1_of(sums)
    differing = sum(
        (_counts(statistics, kind, chosen).sum(1) for kind in Kind if kind != Kind.EXACT),
        np.zeros(len(sums), np.int64),
    )
    finished = statistics.done.sum(1)
    pairs = np.maximum(finished - 1, 1)
    spans = (sums[:, features.MADE_A] + sums[:, features.MADE_B]) // pairs
    exact = f1[Measure.EXACT]
    # Of equal scores, and of undefined ones, the article with more to look at comes first.
    names = np.asarray(statistics.articles, str)
    order: list[int] = np.lexsort((names, -differing, np.nan_to_num(exact, nan=2.0))).tolist()
    return tuple(
        ArticleScore(
            statistics.articles[n],
            int(finished[n]),
            int(spans[n]),
            number(float(exact[n])),
            number(float(f1[Measure.RELAXED][n])),
            int(differing[n]),
        )
        for n in order
    )


def articles_with(
    statistics: Statistics,
    kind: Kind,
    *,
    pair: tuple[str, str] | None = None,
    labels: Sequence[str] | None = None,
) -> tuple[tuple[str, int], ...]:
    """Return the articles that hold something of a kind, with how often: what is behind a bar of a chart."""
    chosen = chosen_labels(statistics, labels)
    counts = _counts(statistics, kind, chosen)
    if pair is not None:
        counts = counts[:, [_number_of(statistics, pair)]]
    return _listed(statistics, counts.sum(1))


def articles_confusing(
    statistics: Statistics, pair: tuple[str, str], label_a: str, label_b: str
) -> tuple[tuple[str, int], ...]:
    """Return the articles in which a's ``label_a`` is aligned with b's other ``label_b``, with how often."""
    first, second = statistics.labels.index(label_a), statistics.labels.index(label_b)
    if pair[0] != statistics.annotators[min(map(statistics.annotators.index, pair))]:
        first, second = second, first
    number_of_pair, _, found_a, found_b = unpack_mixed(statistics.mixed.codes)
    which = (
        (number_of_pair == _number_of(statistics, pair)) & (found_a == first) & (found_b == second)
    )
    counts = np.bincount(
        statistics.mixed.rows[which], statistics.mixed.counts[which], len(statistics.articles)
    )
    return _listed(statistics, counts.astype(np.int64))


def _counts(statistics: Statistics, kind: Kind, chosen: Sequence[int]) -> Ints:
    """Return articles x pairs: how often a kind occurs with any of the labels."""
    code, sides = _SIDES[kind]
    counts = sum(
        (statistics.codes[:, :, side][:, :, chosen, code].sum(-1) for side in sides),
        np.zeros(statistics.codes.shape[:2], np.int64),
    )
    if code not in (Code.LABEL, Code.LABEL_BOUNDARY):
        return counts
    pair, is_boundary, label_a, label_b = unpack_mixed(statistics.mixed.codes)
    twice = np.isin(label_a, chosen) & np.isin(label_b, chosen)
    twice &= is_boundary == (code == Code.LABEL_BOUNDARY)
    pairs = int(statistics.codes.shape[1])
    cells = statistics.mixed.rows[twice] * pairs + pair[twice]
    size = len(statistics.articles) * pairs
    found = np.bincount(cells, statistics.mixed.counts[twice], size).astype(np.int64)
    return counts - found.reshape(len(statistics.articles), pairs)


def _number_of(statistics: Statistics, pair: tuple[str, str]) -> int:
    first, second = sorted(map(statistics.annotators.index, pair))
    return statistics.pairs.index((first, second))


def _listed(statistics: Statistics, counts: Ints) -> tuple[tuple[str, int], ...]:
    found = np.flatnonzero(counts).tolist()
    return tuple((statistics.articles[n], int(counts[n])) for n in found)
