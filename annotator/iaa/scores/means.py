"""The mean over pairs of annotators, with its spread and its interval."""

import numpy as np

from annotator.iaa.counts.statistics import Floats
from annotator.iaa.scores.bootstrap import interval
from annotator.iaa.scores.results import Mean


def mean_over_pairs(values: Floats, low: float, high: float, articles: int) -> Mean:
    """Return the mean of those of the pairs' values that are defined; ``low`` and ``high`` bound it."""
    values = values[~np.isnan(values)]
    if not values.size:
        return Mean(None, None, None, None, 0, None)
    return Mean(
        float(values.mean()),
        float(values.min()),
        float(values.max()),
        float(values.std(ddof=1)) if values.size > 1 else None,
        int(values.size),
        interval(low, high, articles),
    )


def nan_mean(values: Floats) -> Floats:
    """Return the mean along the last axis of what is defined; NaN where nothing is."""
    defined = ~np.isnan(values)
    counts = defined.sum(-1)
    total = np.where(defined, values, 0).sum(-1)
    return np.divide(total, counts, out=np.full_like(total, np.nan), where=counts > 0)
