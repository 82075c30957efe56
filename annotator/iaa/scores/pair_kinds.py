"""How many pairs are of which kind, and which labels they bear."""

from collections.abc import Sequence

import numpy as np

from annotator.iaa.alignment.columns import Ints
from annotator.iaa.alignment.kinds import Kind
from annotator.iaa.alignment.matching import Code
from annotator.iaa.counts.statistics import Statistics, unpack_mixed


def kinds_of(codes: Ints, mixed: Ints, labels: Sequence[int]) -> list[list[dict[Kind, int]]]:
    """Return for each pair of annotators the kinds for all of ``labels`` together, then for each.

    A pair with two labels counts once for all together, and under each label that it bears. What is left without a
    partner counts as one, and so does each further piece of a split. ``codes`` is `Statistics.codes` added up, ``mixed``
    is from `count_mixed`.
    """
    a, b = codes[:, 0, labels], codes[:, 1, labels]
    mixed = mixed[:, :, labels][:, :, :, labels].sum((2, 3))
    sums = {
        Kind.EXACT: a[..., Code.EXACT],
        Kind.LABEL: (a + b)[..., Code.LABEL],
        Kind.BOUNDARY: a[..., Code.BOUNDARY],
        Kind.LABEL_BOUNDARY: (a + b)[..., Code.LABEL_BOUNDARY],
        Kind.SPLIT: (a + b)[..., Code.SPLIT],
        Kind.ONLY_A: a[..., Code.ONLY],
        Kind.ONLY_B: b[..., Code.ONLY],
    }
    twice = {Kind.LABEL: mixed[:, 0], Kind.LABEL_BOUNDARY: mixed[:, 1]}
    totals = {kind: found.sum(1) - twice.get(kind, 0) for kind, found in sums.items()}
    return [
        [
            {kind: int(totals[kind][pair]) for kind in Kind},
            *({kind: int(sums[kind][pair, n]) for kind in Kind} for n in range(len(labels))),
        ]
        for pair in range(len(a))
    ]


def confusions(
    codes: Ints, mixed: Ints, labels: Sequence[int]
) -> list[tuple[tuple[int, ...], ...]]:
    """Return for each pair of annotators how often a's label (row) met b's (column); the last index is no partner.

    Rows and columns are all labels there are; cells that concern none of ``labels`` are zero.
    """
    size = int(codes.shape[2])
    a, b = codes[:, 0], codes[:, 1]
    found = np.zeros((len(a), size + 1, size + 1), np.int64)
    found[:, :size, :size] = mixed.sum(1)
    numbers = np.arange(size)
    found[:, numbers, numbers] = a[..., Code.EXACT] + a[..., Code.BOUNDARY]
    found[:, :size, size] = a[..., Code.SPLIT] + a[..., Code.ONLY]
    found[:, size, :size] = b[..., Code.SPLIT] + b[..., Code.ONLY]
    wanted = np.isin(np.arange(size + 1), labels)
    found *= wanted[:, None] | wanted
    return [tuple(map(tuple, matrix)) for matrix in found.tolist()]


def count_mixed(statistics: Statistics) -> Ints:
    """Return pairs x 2 (same span, overlapping span) x labels x labels."""
    size, pairs = len(statistics.labels), statistics.codes.shape[1]
    pair, is_boundary, label_a, label_b = unpack_mixed(statistics.mixed.codes)
    cells = ((pair * 2 + is_boundary) * size + label_a) * size + label_b
    counts = np.bincount(cells, statistics.mixed.counts, pairs * 2 * size * size)
    return counts.astype(np.int64).reshape(pairs, 2, size, size)
