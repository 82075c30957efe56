"""How many characters annotators cover with a label, alone and in common: all that alpha and kappa need.

What is disagreed about a character is a sum over pairs of annotators, so lengths of pairwise intersections are enough for
any number of annotators, and no array of characters is ever made.
"""

from dataclasses import dataclass

import numpy as np

from annotator.iaa.alignment.blocks import Block, Side
from annotator.iaa.alignment.columns import Ints


@dataclass(frozen=True, slots=True)
class Units:
    """One annotator's spans by label and place, those of a label that overlap as one; touching ones stay two.

    Places are in scope (what lies in zones has no length) and count on from label to label, so units never overlap.
    ``cells`` is article x labels + label. ``before[k]`` is the length of the first ``k`` units.
    """

    starts: Ints
    ends: Ints
    cells: Ints
    before: Ints

    def covered_until(self, places: Ints) -> Ints:
        """Return how much of the units lies before each place."""
        count = np.searchsorted(self.starts, places, "right")
        ends = np.concatenate(([0], self.ends))
        return self.before[count] - np.maximum(ends[count] - places, 0)


def units(side: Side, block: Block, labels: int) -> Units:
    starts, ends = in_scope(side.starts, block.zones), in_scope(side.ends, block.zones)
    size = int(block.bases[-1]) + 1
    bits = size.bit_length()
    packed = side.labels.astype(np.int64) * size
    packed = (packed + starts << bits) | (ends - starts)
    packed.sort()
    starts = packed >> bits
    ends = starts + (packed & ((1 << bits) - 1))
    furthest = np.maximum.accumulate(ends) if ends.size else ends
    begins = np.ones(starts.size, bool)
    np.greater_equal(starts[1:], furthest[:-1], out=begins[1:])
    first = np.flatnonzero(begins)
    starts, ends = starts[first], furthest[np.append(first[1:], starts.size)[: first.size] - 1]
    label, place = np.divmod(starts, size)
    rows = np.searchsorted(in_scope(block.bases, block.zones), place, "right") - 1
    before = np.concatenate((np.zeros(1, np.int64), np.cumsum(ends - starts)))
    return Units(starts, ends, rows * labels + label, before)


def common(a: Units, b: Units) -> Ints:
    """Return for each unit of ``a`` how many of its characters ``b`` covers with the same label."""
    return b.covered_until(a.ends) - b.covered_until(a.starts)


def in_scope(places: Ints, zones: tuple[Ints, Ints]) -> Ints:
    """Return places with the characters of zones before them taken off."""
    starts, ends = zones
    if not starts.size:
        return places
    skipped = np.concatenate(([0], np.cumsum(ends - starts)))
    ends = np.concatenate(([0], ends))
    count = np.searchsorted(starts, places, "right")
    return places - (skipped[count] - np.maximum(ends[count] - places, 0))
