"""The measures, as formulas on counts. Undefined is NaN or None, never 0 or 1: no evidence is not agreement."""

from typing import Any

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float64]


def f1(agreed: float, made: float) -> float | None:
    """Return F1 = 2 * agreed / (n_a + n_b), in [0, 1]; ``made`` is n_a + n_b. None where neither made anything.

    Symmetric in the annotators, and the same as their Dice coefficient and positive specific agreement, to which kappa
    tends when what neither marked grows without limit.

    Source: Hripcsak & Rothschild, "Agreement, the F-measure, and reliability in information retrieval", JAMIA 12(3),
    2005, 296-298.
    """
    return 2 * agreed / made if made else None


def f1s(agreed: npt.NDArray[Any], made: npt.NDArray[Any]) -> Floats:
    """Return `f1` of arrays, NaN where it is undefined."""
    return _ratio(2 * agreed, made)


def alphas(disagreed: Floats, ones: Floats, zeros: Floats) -> Floats:
    """Return Krippendorff's alpha of a yes-or-no question asked of every character: does the label cover it?

    Of a character that ``c`` of ``m`` annotators (m >= 2) cover, ``disagreed`` sums c(m - c) / (m - 1), ``ones`` sums c and
    ``zeros`` sums m - c. NaN where all answers are the same: then nothing could have been disagreed about.

    Source: Krippendorff, "Computing Krippendorff's alpha-reliability", 2011, section B (nominal data, any number of
    observers, missing data).
    """
    n = ones + zeros
    return 1 - _ratio((n - 1) * disagreed, ones * zeros)


def unitized_alphas(disagreed: Floats, ones: Floats, zeros: Floats, squares: Floats) -> Floats:
    """Return |u-alpha, binary alpha for units in a continuum, where no unit is expected to be paired with itself.

    ``squares`` sums the squared lengths of units; the other sums are those of `alphas`, of which it differs only in what
    is expected by chance. NaN where that is nothing.

    Source: Krippendorff, Mathet, Bouvry & Widlöcher, "On the reliability of unitizing textual continua: further
    developments", Quality & Quantity 50(6), 2016, 2347-2364.
    """
    n = ones + zeros
    return 1 - _ratio(disagreed * (n * n - squares - zeros), n * ones * zeros)


def nominal_alphas(apart: Floats, made: Floats, squares: Floats) -> Floats:
    """Return Krippendorff's alpha of values that are equal or not, of any number of annotators, some of them missing.

    Every value given is compared with those of the annotations aligned with its own. ``made`` is the number n of values
    that have at least one to be compared with, ``apart`` adds up for each of them the share of those that differ, and
    ``squares`` adds up the squares of how often each value occurs among the n. Where alignment is transitive, as it is
    wherever spans are equal, a unit is what m annotators gave one annotation, and ``apart`` sums its pairs of different
    values over m - 1, which is the observed disagreement of the source. NaN where all values are the same: then nothing
    could have been disagreed about.

    Source: Krippendorff, "Computing Krippendorff's alpha-reliability", 2011, section C (nominal data, any number of
    observers, missing data).
    """
    return 1 - _ratio((made - 1) * apart, made**2 - squares)


def kappas(both: Floats, ones_a: Floats, ones_b: Floats, size: Floats) -> Floats:
    """Return Cohen's kappa of two annotators' answers about ``size`` characters, of which each says yes to some.

    NaN where chance alone makes them agree: both say yes everywhere, or nowhere.

    Source: Cohen, "A coefficient of agreement for nominal scales", Educational and Psychological Measurement 20(1),
    1960, 37-46.
    """
    observed = size * (size - ones_a - ones_b + 2 * both)
    expected = ones_a * ones_b + (size - ones_a) * (size - ones_b)
    return _ratio(observed - expected, size * size - expected)


def _ratio(above: npt.NDArray[Any], below: npt.NDArray[Any]) -> Floats:
    """Divide where there is something to divide by; NaN elsewhere."""
    above, below = np.broadcast_arrays(np.asarray(above, float), np.asarray(below, float))
    result = np.full(above.shape, np.nan)
    np.divide(above, below, out=result, where=below != 0)
    return result
