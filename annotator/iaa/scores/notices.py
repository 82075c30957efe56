"""What one number for all labels hides: labels that are much worse than it."""

from dataclasses import dataclass
from enum import StrEnum

from annotator.iaa.scores.reading import RELIABLE_FROM, TENTATIVE_FROM
from annotator.iaa.scores.results import Agreement, Measure

FAR_BELOW = 0.15
"""F1 has no scale; a label so far below all of them together is named. Our own choice, without a source."""


class Hidden(StrEnum):
    """Which number hides something. The values are keys of the JSON report."""

    ALPHA = "alpha"
    EXACT = "exact"


@dataclass(frozen=True, slots=True)
class Notice:
    """A label whose number is weak where the one for all labels together is not."""

    measure: Hidden
    label: str
    value: float
    pooled: float


def notices(agreement: Agreement) -> tuple[Notice, ...]:
    """Return, of alpha, the labels that miss a limit of Krippendorff's which all together reach; of exact F1, those far below.

    The limits are `RELIABLE_FROM` and `TENTATIVE_FROM`. The weakest label comes first.
    """
    found: list[Notice] = []
    pooled = agreement.reliability.total.alpha
    for label, one in agreement.reliability.labels.items():
        if pooled is not None and one.alpha is not None and _level(one.alpha) < _level(pooled):
            found.append(Notice(Hidden.ALPHA, label, one.alpha, pooled))
    mean = agreement.mean[Measure.EXACT]
    for label, one in mean.labels.items():
        if None not in (mean.total.value, one.value):
            assert mean.total.value is not None
            assert one.value is not None
            if one.value <= mean.total.value - FAR_BELOW:
                found.append(Notice(Hidden.EXACT, label, one.value, mean.total.value))
    return tuple(sorted(found, key=lambda notice: (notice.measure, notice.value, notice.label)))


def _level(alpha: float) -> int:
    return (alpha >= RELIABLE_FROM) + (alpha >= TENTATIVE_FROM)
