"""Align two annotators' spans one to one, in stages.

1. equal start, end and label;
2. equal start and end: the k-th that is left of one with the k-th that is left of the other;
3. equal label and an overlap: greedily, the largest intersection over union first, ties by the earlier span;
4. another label and an intersection over union of at least a half, greedily likewise;
5. without a partner, but overlapping a span of the same label that was aligned in stage 3: a further piece of it;
6. without a partner.

Spans are half-open: those that only touch do not overlap. The result does not depend on which annotator comes first, as
two candidates compete only where they share a span, and then only the other ends are compared.

Against the known truth of synthetic nested data this aligns as well as an optimal assignment does, and it can be
explained. First-overlap rules (as in the SemEval-2013 task 9.1 scorers) let an outer span take an inner one's partner.
"""

from dataclasses import dataclass
from enum import IntEnum

import numpy as np

from annotator.iaa.alignment.blocks import BITS, Side
from annotator.iaa.alignment.columns import Flags, Ints

OVERLAP_BITS = 20
HALF = 1 << (OVERLAP_BITS - 1)
"""An intersection over union of 0.5, as integers of `OVERLAP_BITS` bits: exact comparisons on every machine."""


class Code(IntEnum):
    """What became of a span, seen from its own side."""

    EXACT = 0
    LABEL = 1
    BOUNDARY = 2
    LABEL_BOUNDARY = 3
    SPLIT = 4
    ONLY = 5


CODES = len(Code)


@dataclass(frozen=True, slots=True)
class Alignment:
    """What became of each span of two sides: a `Code`, and the number of its partner, -1 where it has none."""

    codes_a: Ints
    codes_b: Ints
    partners_a: Ints
    partners_b: Ints


def align(a: Side, b: Side, label_bits: int) -> Alignment:
    result = Alignment(
        np.full(a.keys.size, Code.ONLY, np.int8),
        np.full(b.keys.size, Code.ONLY, np.int8),
        np.full(a.keys.size, -1, np.int32),
        np.full(b.keys.size, -1, np.int32),
    )
    if a.keys.size and b.keys.size:
        _take(result, *_equal(a.keys, b.keys), Code.EXACT)
        left_a, left_b = _left(result)
        if left_a.size and left_b.size:
            same = _same_places(a.keys[left_a] >> label_bits, b.keys[left_b] >> label_bits)
            _take(result, left_a[same[0]], left_b[same[1]], Code.LABEL)
            _match_overlapping(result, a, b)
    return result


def shared(keys_a: Ints, keys_b: Ints) -> Flags:
    """Tell for each key of ``a`` whether ``b``, which is ascending, has it, too."""
    if not keys_b.size:
        return np.zeros(keys_a.size, bool)
    at = np.searchsorted(keys_b, keys_a)
    at[at == keys_b.size] = 0
    return keys_b[at] == keys_a


def _equal(keys_a: Ints, keys_b: Ints) -> tuple[Ints, Ints]:
    at = np.searchsorted(keys_b, keys_a)
    at[at == keys_b.size] = 0
    in_a = np.flatnonzero(keys_b[at] == keys_a)
    return in_a, at[in_a]


def _same_places(a: Ints, b: Ints) -> tuple[Ints, Ints]:
    """Pair the k-th of a run of equal places in ``a`` with the k-th of that run in ``b``."""
    at = np.searchsorted(b, a, "left")
    at[at == b.size] = 0
    in_a = np.flatnonzero(b[at] == a)  # few are left in the same place
    places = a[in_a]
    at = at[in_a] + in_a - np.searchsorted(a, places, "left")
    fits = at < np.searchsorted(b, places, "right")
    return in_a[fits], at[fits]


def _match_overlapping(result: Alignment, a: Side, b: Side) -> None:
    left_a, left_b = _left(result)
    if not left_a.size or not left_b.size:
        return
    i, j = _overlapping(a.starts[left_a], a.ends[left_a], b.starts[left_b], b.ends[left_b])
    in_a, in_b = left_a[i], left_b[j]
    overlap, union = _shares(a, b, in_a, in_b)
    share = (overlap.astype(np.int64) << OVERLAP_BITS) // union
    same = a.labels[in_a] == b.labels[in_b]
    sizes = left_a.size, left_b.size
    found = _greedy(share[same], i[same], j[same], sizes)
    _take(result, left_a[found[0]], left_b[found[1]], Code.BOUNDARY)
    other = ~same & (share >= HALF)
    other &= (result.partners_a[in_a] < 0) & (result.partners_b[in_b] < 0)
    found = _greedy(share[other], i[other], j[other], sizes)
    _take(result, left_a[found[0]], left_b[found[1]], Code.LABEL_BOUNDARY)
    piece = same & (result.codes_a[in_a] == Code.ONLY) & (result.codes_b[in_b] == Code.BOUNDARY)
    result.codes_a[in_a[piece]] = Code.SPLIT
    piece = same & (result.codes_b[in_b] == Code.ONLY) & (result.codes_a[in_a] == Code.BOUNDARY)
    result.codes_b[in_b[piece]] = Code.SPLIT


def overlaps(
    a: Side, b: Side, in_a: Ints, in_b: Ints
) -> np.ndarray[tuple[int], np.dtype[np.float64]]:
    """Return the intersection over union of pairs of spans that overlap."""
    overlap, union = _shares(a, b, in_a, in_b)
    return overlap / union


def _shares(a: Side, b: Side, in_a: Ints, in_b: Ints) -> tuple[Ints, Ints]:
    starts_a, ends_a, starts_b, ends_b = a.starts[in_a], a.ends[in_a], b.starts[in_b], b.ends[in_b]
    overlap = np.minimum(ends_a, ends_b) - np.maximum(starts_a, starts_b)
    return overlap, np.maximum(ends_a, ends_b) - np.minimum(starts_a, starts_b)


def _left(result: Alignment) -> tuple[Ints, Ints]:
    return np.flatnonzero(result.partners_a < 0), np.flatnonzero(result.partners_b < 0)


def _take(result: Alignment, in_a: Ints, in_b: Ints, code: Code) -> None:
    result.partners_a[in_a] = in_b
    result.partners_b[in_b] = in_a
    result.codes_a[in_a] = code
    result.codes_b[in_b] = code


def _overlapping(starts_a: Ints, ends_a: Ints, starts_b: Ints, ends_b: Ints) -> tuple[Ints, Ints]:
    """List all pairs that overlap; starts are ascending. No other pair is looked at."""
    low = np.searchsorted(starts_b, starts_a, "left")
    i1, j1 = _expand(low, np.searchsorted(starts_b, ends_a, "left") - low)
    low = np.searchsorted(starts_a, starts_b, "right")
    j2, i2 = _expand(low, np.maximum(np.searchsorted(starts_a, ends_b, "left") - low, 0))
    return np.concatenate((i1, i2)), np.concatenate((j1, j2))


def _expand(low: Ints, counts: Ints) -> tuple[Ints, Ints]:
    """Return each number as often as it counts, beside the ascending numbers from its ``low`` on."""
    numbers = np.repeat(np.arange(low.size), counts)
    ends = np.cumsum(counts)
    return numbers, np.arange(numbers.size) + np.repeat(low - ends + counts, counts)


def _greedy(share: Ints, i: Ints, j: Ints, sizes: tuple[int, int]) -> tuple[Ints, Ints]:
    """Take pairs by falling ``share``, then rising ``i``, then rising ``j``, never a number twice.

    Round by round it takes every pair that is the best of both its ends, which comes to the same.
    """
    bits_i, bits_j = sizes[0].bit_length(), sizes[1].bit_length()
    assert OVERLAP_BITS + 1 + bits_i + bits_j <= BITS
    ranked = ((((1 << OVERLAP_BITS) - share) << bits_i | i) << bits_j) | j
    ranked.sort()
    j = ranked & ((1 << bits_j) - 1)
    i = (ranked >> bits_j) & ((1 << bits_i) - 1)
    taken: list[tuple[Ints, Ints]] = []
    free_i, free_j = np.ones(sizes[0], bool), np.ones(sizes[1], bool)
    best_i, best_j = np.empty(sizes[0], np.int64), np.empty(sizes[1], np.int64)
    while i.size:
        numbers = np.arange(i.size)
        best_i[i[::-1]] = numbers[::-1]  # of repeated indexes the last value stays: the best pair's
        best_j[j[::-1]] = numbers[::-1]
        best = (best_i[i] == numbers) & (best_j[j] == numbers)
        taken.append((i[best], j[best]))
        free_i[i[best]] = free_j[j[best]] = False
        free = free_i[i] & free_j[j]
        i, j = i[free], j[free]
    if not taken:
        return i, j
    return np.concatenate([pair[0] for pair in taken]), np.concatenate([pair[1] for pair in taken])
