"""How many annotators made each span."""

from collections.abc import Sequence

import numpy as np

from annotator.iaa.counts.statistics import Statistics, unpack_votes
from annotator.iaa.scores.results import ByLabel


def count_votes(statistics: Statistics, labels: Sequence[int]) -> ByLabel[tuple[int, ...]]:
    """Return how many unique spans one annotator made, two made, and so on up to all of them.

    A span is the same where start, end and label are equal. Take the articles out first that a single annotator finished.
    """
    label, mask = unpack_votes(statistics.votes.codes)
    annotators = len(statistics.annotators)
    voters = sum(((mask >> n) & 1 for n in range(annotators)), np.zeros_like(mask))
    size = annotators + 1
    cells = np.bincount(
        label * size + voters, statistics.votes.counts, len(statistics.labels) * size
    )
    counts = cells.astype(np.int64).reshape(-1, size)[labels, 1:]
    return ByLabel(
        tuple(counts.sum(0).tolist()),
        {statistics.labels[n]: tuple(row) for n, row in zip(labels, counts.tolist(), strict=True)},
    )
