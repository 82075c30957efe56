"""What a comparison of annotators comes to. None wherever a number is undefined: no evidence is not agreement."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Generic, TypeVar

from annotator.iaa.alignment.kinds import Kind

FEWEST = 10
"""Articles below which no interval is given."""

ROUGH = 30
"""Articles below which an interval is rough: over 150 simulated corpora each, nominal 95 % covered 86 to 93 % at 10 to
20 articles, and 92 to 95 % at 50 and more."""

T = TypeVar("T")


class Measure(StrEnum):
    """The readings of F1, the strictest first."""

    EXACT = "exact"
    """Same start, end and label."""
    RELAXED = "relaxed"
    """Same label, and an overlap in a one-to-one alignment."""
    SOFT = "soft"
    """As relaxed, each aligned pair counting by its intersection over union."""
    BOUNDARY_ONLY = "boundary_only"
    """Same start and end, whatever the label."""


@dataclass(frozen=True, slots=True)
class ByLabel(Generic[T]):
    """A value for all labels together and for each."""

    total: T
    labels: Mapping[str, T]

    def items(self, total: str) -> tuple[tuple[str, T], ...]:
        """Return the names and values, the one for all labels first, under the name ``total``."""
        return (total, self.total), *self.labels.items()


@dataclass(frozen=True, slots=True)
class Interval:
    """A 95 % interval: 2.5 % of the resampled corpora lie below it, 2.5 % above."""

    low: float
    high: float
    rough: bool


@dataclass(frozen=True, slots=True)
class F1:
    """An F1 and what it was made of: value = 2 * agreed / (n_a + n_b).

    ``agreed`` is a whole number but for soft F1 and, of a single label, boundary-only F1: a pair with two labels counts
    half for each of them.
    """

    value: float | None
    agreed: float
    n_a: int
    n_b: int
    interval: Interval | None


@dataclass(frozen=True, slots=True)
class Scores:
    """What two annotators make of a label. Alpha and kappa ask of each character whether the label covers it.

    Of a single label, ``kinds`` counts a pair with two labels under both of them.
    """

    f1: Mapping[Measure, F1]
    alpha: float | None
    unitized_alpha: float | None
    kappa: float | None
    kinds: Mapping[Kind, int]


@dataclass(frozen=True, slots=True)
class Pair:
    """Two annotators. ``confusion[i][j]``: what a gave label i and b label j; the last index stands for no partner."""

    a: str
    b: str
    joint_articles: int
    scores: ByLabel[Scores]
    confusion: tuple[tuple[int, ...], ...]


@dataclass(frozen=True, slots=True)
class Mean:
    """The plain mean over the pairs whose value is defined, how they spread, and how many they are."""

    value: float | None
    lowest: float | None
    highest: float | None
    deviation: float | None
    """Standard deviation of the sample; None with fewer than two pairs."""
    pairs: int
    interval: Interval | None


@dataclass(frozen=True, slots=True)
class Reliability:
    """Krippendorff's alpha among all annotators, and |u-alpha, its form for units."""

    alpha: float | None
    unitized: float | None
    interval: Interval | None


class Same(StrEnum):
    """When two values of an attribute are the same, the strictest first; the last two are asked of dates only."""

    EQUAL = "equal"
    """The same text."""
    SAME_DAYS = "same_days"
    """Equal, or the same first and last day."""
    OVERLAPPING = "overlapping"
    """Equal, or some day in common."""


@dataclass(frozen=True, slots=True)
class PairValues:
    """What two annotators gave as values of an attribute, on aligned annotations of equal label.

    A pair neither of which has a value says nothing and is not counted.
    """

    a: str
    b: str
    both: int
    """Pairs both of which have a value."""
    one: int
    """Pairs of which only one has a value: they count as different."""
    same: Mapping[Same, int]

    @property
    def counted(self) -> int:
        return self.both + self.one

    def share(self, same: Same) -> float | None:
        return self.same[same] / self.counted if self.counted else None


@dataclass(frozen=True, slots=True)
class AttributeAgreement:
    """How far annotators agree on the values of one attribute of one label."""

    label: str
    attribute: str
    is_dated: bool
    """Whether any value is a date with a first or last day, so that values compare as intervals, too."""
    shares: Mapping[Same, "Mean"]
    """Means over pairs of annotators."""
    alpha: float | None
    """Krippendorff's alpha, nominal, among all annotators; no value is a missing one."""
    interval: Interval | None
    values: int
    """Values that could be compared with another one: the n of alpha."""
    pairs: tuple[PairValues, ...]

    @property
    def counted(self) -> int:
        """Aligned pairs of annotations with a value, of all pairs of annotators."""
        return sum(pair.counted for pair in self.pairs)


class LinkMeasure(StrEnum):
    """The readings of F1 of links, the stricter first."""

    STRICT = "strict"
    """Same type, and both ends have the same start, end and label."""
    OVERLAPPING = "overlapping"
    """Same type, and both ends have the same label and overlap in the one-to-one alignment."""


@dataclass(frozen=True, slots=True)
class PairLinks:
    a: str
    b: str
    f1: Mapping[LinkMeasure, F1]


@dataclass(frozen=True, slots=True)
class LinkAgreement:
    """How far annotators agree on links of one type, or of all."""

    mean: Mapping[LinkMeasure, "Mean"]
    pairs: tuple[PairLinks, ...]


@dataclass(frozen=True, slots=True)
class LeftOut:
    """What zones took out of the comparison, in the articles compared."""

    characters: int
    annotations: Mapping[str, int]
    """By annotator: those that zones cover."""


@dataclass(frozen=True, slots=True)
class Agreement:
    """How far annotators agree on the articles that at least two of them have finished."""

    articles: int
    annotators: tuple[str, ...]
    all_labels: tuple[str, ...]
    """Every label there is; the axes of the confusion matrices."""
    duplicates: int
    """Spans an annotator made more than once, which counted once."""
    mean: Mapping[Measure, ByLabel[Mean]]
    reliability: ByLabel[Reliability]
    pairs: tuple[Pair, ...]
    votes: ByLabel[tuple[int, ...]]
    """How many unique spans were made by one annotator, by two, and so on."""
    draws: int
    """Resampled corpora behind each interval; 0 where none were asked for."""
    seed: int
    attributes: tuple[AttributeAgreement, ...]
    links: ByLabel[LinkAgreement]
    """By relation type."""
    left_out: LeftOut
