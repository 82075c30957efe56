"""Agreement on links: F1 over links whose ends are aligned."""

from collections.abc import Sequence
from itertools import combinations

import numpy as np

from annotator.iaa.counts.links import What, unpack_link
from annotator.iaa.counts.statistics import Floats, Statistics
from annotator.iaa.scores.bootstrap import Draws, interval, resample
from annotator.iaa.scores.means import mean_over_pairs, nan_mean
from annotator.iaa.scores.measures import f1s
from annotator.iaa.scores.results import (
    F1,
    FEWEST,
    ByLabel,
    LinkAgreement,
    LinkMeasure,
    PairLinks,
)

AGREED = {LinkMeasure.STRICT: What.STRICT, LinkMeasure.OVERLAPPING: What.OVERLAPPING}


def score_links(
    statistics: Statistics, labels: Sequence[int], draws: Draws
) -> ByLabel[LinkAgreement]:
    """Measure links both ends of which have one of these labels, by type and all types together."""
    order = np.argsort(np.asarray(statistics.articles, str))
    counts = _counts(statistics, labels)[order]
    articles, pairs, types, _ = counts.shape
    measures = len(AGREED)

    def measure(sums: Floats) -> Floats:
        found = _f1s(sums.reshape(-1, pairs, types, len(What)))
        means = nan_mean(np.moveaxis(found, 1, -1))
        return np.concatenate((found.reshape(len(sums), -1), means.reshape(len(sums), -1)), 1)

    flat = counts.reshape(articles, pairs * types * len(What))
    low, high = np.full((2, (pairs + 1) * types * measures), np.nan)
    if draws.count and articles >= FEWEST and flat.any():
        low, high = resample(flat, measure, draws)
    sums = counts.sum(0)
    f1 = _f1s(sums)
    size = pairs * types * measures
    ends = np.stack((low[:size], high[:size]), -1).reshape(pairs, types, measures, 2)
    mean_ends = np.stack((low[size:], high[size:]), -1).reshape(types, measures, 2)
    joint = statistics.joint.sum(0).tolist()

    def of_type(kind: int) -> LinkAgreement:
        return LinkAgreement(
            {
                measure: mean_over_pairs(
                    f1[:, kind, n],
                    float(mean_ends[kind, n, 0]),
                    float(mean_ends[kind, n, 1]),
                    articles,
                )
                for n, measure in enumerate(AGREED)
            },
            tuple(
                PairLinks(
                    a,
                    b,
                    {
                        measure: F1(
                            None if np.isnan(f1[pair, kind, n]) else float(f1[pair, kind, n]),
                            float(sums[pair, kind, what]),
                            int(sums[pair, kind, What.MADE_A]),
                            int(sums[pair, kind, What.MADE_B]),
                            interval(
                                float(ends[pair, kind, n, 0]),
                                float(ends[pair, kind, n, 1]),
                                joint[pair],
                            ),
                        )
                        for n, (measure, what) in enumerate(AGREED.items())
                    },
                )
                for pair, (a, b) in enumerate(combinations(statistics.annotators, 2))
            ),
        )

    names = sorted(range(types - 1), key=statistics.relation_types.__getitem__)
    return ByLabel(
        of_type(0),
        {statistics.relation_types[n]: of_type(n + 1) for n in names if sums[:, n + 1].any()},
    )


def _counts(statistics: Statistics, labels: Sequence[int]) -> Floats:
    """Return articles x pairs x (1 + types) x `What`: first all types together, then each."""
    articles, pairs = len(statistics.articles), len(statistics.pairs)
    types = len(statistics.relation_types)
    pair, kind, head, dependent, what = unpack_link(statistics.links.codes)
    kept = np.isin(head, labels) & np.isin(dependent, labels)
    cells = ((statistics.links.rows * pairs + pair) * types + kind) * len(What) + what
    size = articles * pairs * types * len(What)
    found = np.bincount(cells[kept], statistics.links.counts[kept], size)
    found = found.astype(float).reshape(articles, pairs, types, len(What))
    return np.concatenate((found.sum(2, keepdims=True), found), 2)


def _f1s(sums: Floats) -> Floats:
    """Return ... x 2: F1 strict and over overlapping ends."""
    made = sums[..., What.MADE_A] + sums[..., What.MADE_B]
    return np.stack([f1s(sums[..., what], made) for what in AGREED.values()], -1)
