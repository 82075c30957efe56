"""Counts of things that most articles do not have."""

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np

from annotator.iaa.alignment.columns import Flags, Ints


@dataclass(frozen=True, slots=True)
class SparseCounts:
    """How often something happened in each article: those of article ``d`` are rows ``offsets[d]`` to ``offsets[d + 1]``."""

    offsets: Ints
    codes: Ints
    counts: Ints

    @property
    def rows(self) -> Ints:
        """The article of each code."""
        return np.repeat(np.arange(self.offsets.size - 1), np.diff(self.offsets))

    def taken(self, articles: Ints) -> "SparseCounts":
        sizes = np.diff(self.offsets)[articles]
        ends = np.cumsum(sizes)
        at = np.arange(int(sizes.sum())) + np.repeat(self.offsets[articles] - ends + sizes, sizes)
        offsets = np.concatenate((np.zeros(1, np.int64), ends))
        return SparseCounts(offsets, self.codes[at], self.counts[at])

    def replaced(self, article: int, by: "SparseCounts") -> "SparseCounts":
        first, after = self.offsets[article : article + 2].tolist()
        offsets = self.offsets.copy()
        offsets[article + 1 :] += by.codes.size - (after - first)
        return SparseCounts(
            offsets,
            np.concatenate((self.codes[:first], by.codes, self.codes[after:])),
            np.concatenate((self.counts[:first], by.counts, self.counts[after:])),
        )

    def kept(self, which: Flags, codes: Ints) -> "SparseCounts":
        """Return some of the rows under other codes."""
        articles = self.offsets.size - 1
        return SparseCounts.of(self.rows[which], codes[which], articles, self.counts[which])

    @classmethod
    def of(
        cls, articles: Ints, codes: Ints, number: int, counts: Ints | None = None
    ) -> "SparseCounts":
        """Count equal codes of an article, of so many articles; each once, or as often as ``counts`` says."""
        # Article and code go into one integer, codes by their rank: as they are they may be too long for that.
        kinds, ranks = _ranked(codes)
        bits = max(1, int(kinds.size).bit_length())
        packed = articles.astype(np.int64) << bits | ranks
        if number << bits <= _SPARE + packed.size:
            every = np.bincount(packed, counts, number << bits)
            found = np.flatnonzero(every if counts is None else np.bincount(packed))
            times = every[found]
        elif counts is None:
            found, times = np.unique(packed, return_counts=True)
        else:
            found, places = np.unique(packed, return_inverse=True)
            times = np.bincount(places, counts, found.size)
        offsets = np.searchsorted(found, np.arange(number + 1, dtype=np.int64) << bits)
        return cls(offsets, kinds[found & ((1 << bits) - 1)], times.astype(np.int64))

    @classmethod
    def joined(cls, parts: Iterable["SparseCounts"]) -> "SparseCounts":
        parts = list(parts)
        ends = np.cumsum([part.offsets[-1] for part in parts])
        offsets = [
            part.offsets[1:] + end - part.offsets[-1] for part, end in zip(parts, ends, strict=True)
        ]
        return cls(
            np.concatenate([np.zeros(1, np.int64), *offsets]),
            np.concatenate([part.codes for part in parts]),
            np.concatenate([part.counts for part in parts]),
        )


_SPARE = 1 << 16
"""Cells that may be counted in vain: sorting codes costs more than looking through so many."""


def _ranked(codes: Ints) -> tuple[Ints, Ints]:
    """Return the codes there are, ascending, and the place of each among them; no code is negative."""
    if not codes.size or int(codes.max()) >= _SPARE + codes.size:
        return np.unique(codes, return_inverse=True)
    there = np.zeros(int(codes.max()) + 1, bool)
    there[codes] = True
    return np.flatnonzero(there).astype(codes.dtype), (np.cumsum(there) - 1)[codes]
