"""What is added up over articles: the numbers of each article from which every score follows."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from annotator.iaa.alignment.columns import Ints
from annotator.iaa.alignment.matching import Code
from annotator.iaa.counts.statistics import Floats, Statistics
from annotator.iaa.scores.measures import alphas, f1s, kappas, unitized_alphas
from annotator.iaa.scores.results import Measure

EXACT, BOUNDARY, SHARE, SAME_PLACE, MADE_A, MADE_B = range(6)
"""Last axis of `pair_features`; SHARE adds up intersections over unions, SAME_PLACE counts on both sides."""

DISAGREED, ONES, ZEROS, SQUARES = range(4)
"""Last axis of `cover_features`; `measures` says what they are."""


def pair_features(codes: Ints, overlaps: Floats, labels: Sequence[int]) -> Floats:
    """Return ... x pairs x (1 + labels) x 6: first all of the labels together, then each.

    Takes `Statistics.codes` and `Statistics.overlaps`, of each article or added up.
    """
    codes = codes[..., labels, :]
    made = codes.sum(-1)
    parts = (
        codes[..., 0, :, Code.EXACT],
        codes[..., 0, :, Code.BOUNDARY],
        overlaps[..., labels],
        codes[..., Code.LABEL].sum(-2),
        made[..., 0, :],
        made[..., 1, :],
    )
    return _with_total(np.stack(parts, -1).astype(float))


def cover_features(statistics: Statistics, labels: Sequence[int]) -> Floats:
    """Return articles x (1 + labels) x 4 for all annotators together, of articles that at least two have finished."""
    finished = statistics.done.sum(1)
    disagreed = _disagreed(statistics)[:, :, labels].sum(1)
    ones = statistics.covered[:, :, labels].sum(1)
    zeros = (finished * statistics.lengths)[:, None] - ones
    parts = (
        disagreed / (finished - 1)[:, None],
        ones,
        zeros,
        statistics.squares[:, :, labels].sum(1),
    )
    return _with_total(np.stack(parts, -1))


def f1_of(sums: Floats) -> dict[Measure, Floats]:
    """Return every F1 of sums of `pair_features`, NaN where it is undefined."""
    made = sums[..., MADE_A] + sums[..., MADE_B]
    return {name: f1s(agreed, made) for name, agreed in agreed_of(sums).items()}


def agreed_of(sums: Floats) -> dict[Measure, Floats]:
    exact = sums[..., EXACT]
    return {
        Measure.EXACT: exact,
        Measure.RELAXED: exact + sums[..., BOUNDARY],
        Measure.SOFT: exact + sums[..., SHARE],
        Measure.BOUNDARY_ONLY: exact + sums[..., SAME_PLACE] / 2,
    }


def alpha_of(sums: Floats) -> Floats:
    return alphas(sums[..., DISAGREED], sums[..., ONES], sums[..., ZEROS])


def unitized_of(sums: Floats) -> Floats:
    columns = (sums[..., n] for n in (DISAGREED, ONES, ZEROS, SQUARES))
    return unitized_alphas(*columns)


@dataclass(frozen=True, slots=True)
class PairReliability:
    """Pairs x (1 + labels)."""

    alpha: Floats
    unitized: Floats
    kappa: Floats


def pair_reliability(statistics: Statistics, labels: Sequence[int]) -> PairReliability:
    """Measure every pair by itself, in the articles that both have finished."""
    first, second = np.triu_indices(len(statistics.annotators), 1)
    joint = statistics.joint.astype(np.int64)
    size = (statistics.lengths @ joint)[:, None].repeat(len(labels), 1)
    ones_a = np.einsum("dp,dpl->pl", joint, statistics.covered[:, first][:, :, labels])
    ones_b = np.einsum("dp,dpl->pl", joint, statistics.covered[:, second][:, :, labels])
    squares = np.einsum(
        "dp,dpl->pl",
        joint,
        (statistics.squares[:, first] + statistics.squares[:, second])[:, :, labels],
    )
    both = statistics.common[:, :, labels].sum(0)
    columns = np.stack((size, ones_a, ones_b, both, squares), -1)[None].astype(float)
    size, ones_a, ones_b, both, squares = np.moveaxis(_with_total(columns)[0], -1, 0)
    ones = ones_a + ones_b
    disagreed, zeros = ones - 2 * both, 2 * size - ones
    return PairReliability(
        alphas(disagreed, ones, zeros),
        unitized_alphas(disagreed, ones, zeros, squares),
        kappas(both, ones_a, ones_b, size),
    )


def _disagreed(statistics: Statistics) -> npt.NDArray[np.int64]:
    """Return articles x pairs x labels: characters that one of a pair covers and the other does not."""
    first, second = np.triu_indices(len(statistics.annotators), 1)
    covered = statistics.covered[:, first] + statistics.covered[:, second] - 2 * statistics.common
    return covered * statistics.joint[:, :, None]


def _with_total(features: Floats) -> Floats:
    """Put the sum over labels before them: labels are the last axis but one."""
    return np.concatenate((features.sum(-2, keepdims=True), features), -2)
