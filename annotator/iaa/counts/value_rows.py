"""What annotators gave as values of attributes, and how that compares with what the others gave: countable rows."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import IntEnum
from typing import Any

import numpy as np
import numpy.typing as npt

from annotator.iaa.alignment.columns import Ints

Bytes = npt.NDArray[np.uint8]

ANNOTATOR_BITS = 6
ATTRIBUTE_BITS = 10
"""Widths of the parts of `ValueRows.codes`; `columns` refuses what would not fit."""

MATCH_BITS = 3
"""Of a `Match`."""

WORD = 8
"""Bytes of a 64-bit integer."""


class Match(IntEnum):
    """How a value compares with what another annotator gave the aligned annotation."""

    NOTHING = 0
    """The other has no aligned annotation, or has not finished the article."""
    ALONE = 1
    """The other has one and gave it no value."""
    DIFFERENT = 2
    OVERLAPPING = 3
    """Another date, of which some day may be the same."""
    SAME_DAYS = 4
    """Another spelling of a date with the same first and last day."""
    EQUAL = 5


@dataclass(frozen=True, slots=True)
class ValueRows:
    """Equal rows of an article are counted together; those of article ``d`` are rows ``offsets[d]`` to ``offsets[d + 1]``.

    A row is one annotator's value of one attribute (``codes``, see `value_code`; ``hashes``) and, for each annotator, the
    `Match` with theirs (``matches``, rows x A). Everything about pairs and about some of the annotators follows from that.
    """

    offsets: Ints
    codes: Ints
    hashes: Ints
    matches: Bytes
    counts: Ints

    @property
    def rows(self) -> Ints:
        """The article of each row."""
        return np.repeat(np.arange(self.offsets.size - 1), np.diff(self.offsets))

    def taken(self, articles: Ints) -> "ValueRows":
        sizes = np.diff(self.offsets)[articles]
        ends = np.cumsum(sizes)
        at = np.arange(int(sizes.sum())) + np.repeat(self.offsets[articles] - ends + sizes, sizes)
        offsets = np.concatenate((np.zeros(1, np.int64), ends))
        return ValueRows(offsets, *(column[at] for column in self.columns))

    def replaced(self, article: int, by: "ValueRows") -> "ValueRows":
        first, after = self.offsets[article : article + 2].tolist()
        offsets = self.offsets.copy()
        offsets[article + 1 :] += by.codes.size - (after - first)
        merged = (
            np.concatenate((mine[:first], new, mine[after:]))
            for mine, new in zip(self.columns, by.columns, strict=True)
        )
        return ValueRows(offsets, *merged)

    def among(self, numbers: Sequence[int]) -> "ValueRows":
        """Return the rows of some annotators, with their matches among each other."""
        label, attribute, dated, annotator = unpack_value(self.codes)
        matches = self.matches[:, numbers]
        kept = np.isin(annotator, numbers) & matches.any(1)
        places = np.searchsorted(np.asarray(numbers, np.int64), annotator)
        codes = value_code(label, attribute, dated, places)
        return ValueRows.of(
            self.rows[kept],
            codes[kept],
            self.hashes[kept],
            matches[kept],
            self.offsets.size - 1,
            self.counts[kept],
        )

    @property
    def columns(self) -> tuple[npt.NDArray[Any], ...]:
        return self.codes, self.hashes, self.matches, self.counts

    @classmethod
    def none(cls, articles: int, annotators: int) -> "ValueRows":
        nothing = np.zeros(0, np.int64)
        matches = np.zeros((0, annotators), np.uint8)
        return cls(np.zeros(articles + 1, np.int64), nothing, nothing, matches, nothing)

    @classmethod
    def of(
        cls,
        articles: Ints,
        codes: Ints,
        hashes: Ints,
        matches: Bytes,
        number: int,
        counts: Ints | None = None,
    ) -> "ValueRows":
        """Count equal rows of an article, of so many articles; each once, or as often as ``counts`` says."""
        if not codes.size:
            return cls.none(number, int(matches.shape[1]))
        keys = [*_words(matches)[::-1], hashes, codes, articles.astype(np.int64)]
        order = _order(keys)
        begins = np.ones(order.size, bool)
        begins[1:] = np.any([key[order[1:]] != key[order[:-1]] for key in keys], axis=0)
        first = np.flatnonzero(begins)
        times = np.ones(order.size, np.int64) if counts is None else counts[order]
        at = order[first]
        return cls(
            np.searchsorted(articles[at], np.arange(number + 1)),
            codes[at],
            hashes[at],
            matches[at],
            np.add.reduceat(times, first),
        )

    @classmethod
    def packed(
        cls, articles: Ints, codes: Ints, values: Ints, matches: Bytes, number: int, hashes: Ints
    ) -> "ValueRows":
        """Do the same as `of` for values given as numbers, in the order of their ``hashes``: sorts one integer a row."""
        annotators = int(matches.shape[1])
        widths = (
            max(1, int(hashes.size - 1).bit_length()),
            int(codes.max(initial=1)).bit_length(),
            max(1, number.bit_length()),
        )
        if annotators > WORD or MATCH_BITS * annotators + sum(widths) > 63:
            return cls.of(articles, codes, hashes[values], matches, number)
        packed = articles.astype(np.int64)
        packed = (packed << widths[1] | codes) << widths[0] | values
        for annotator in reversed(range(annotators)):
            packed = packed << MATCH_BITS | matches[:, annotator]
        packed.sort()
        begins = np.ones(packed.size, bool)
        np.not_equal(packed[1:], packed[:-1], out=begins[1:])
        first = np.flatnonzero(begins)
        times = np.diff(np.append(first, packed.size))
        packed = packed[first]
        found = np.zeros((packed.size, annotators), np.uint8)
        for annotator in range(annotators):
            found[:, annotator] = packed & ((1 << MATCH_BITS) - 1)
            packed >>= MATCH_BITS
        value = packed & ((1 << widths[0]) - 1)
        packed >>= widths[0]
        code = packed & ((1 << widths[1]) - 1)
        packed >>= widths[1]
        offsets = np.searchsorted(packed, np.arange(number + 1))
        return cls(offsets, code, hashes[value], found, times)

    @classmethod
    def joined(cls, parts: Iterable["ValueRows"]) -> "ValueRows":
        parts = list(parts)
        ends = np.cumsum([part.offsets[-1] for part in parts])
        offsets = [
            part.offsets[1:] + end - part.offsets[-1] for part, end in zip(parts, ends, strict=True)
        ]
        columns = zip(*(part.columns for part in parts), strict=True)
        return cls(
            np.concatenate([np.zeros(1, np.int64), *offsets]),
            *(np.concatenate(column) for column in columns),
        )


def value_code(label: Any, attribute: Any, dated: Any, annotator: Any) -> Any:
    """Pack whose value of which attribute of which label, and whether it is a date with a first or last day."""
    return ((label << ATTRIBUTE_BITS | attribute) << 1 | dated) << ANNOTATOR_BITS | annotator


def unpack_value(codes: Ints) -> tuple[Ints, Ints, Ints, Ints]:
    """Return what `value_code` was given."""
    rest = codes >> ANNOTATOR_BITS
    return (
        rest >> (1 + ATTRIBUTE_BITS),
        (rest >> 1) & ((1 << ATTRIBUTE_BITS) - 1),
        rest & 1,
        codes & ((1 << ANNOTATOR_BITS) - 1),
    )


def _words(matches: Bytes) -> list[Ints]:
    """Return the columns of matches as few long integers: eight annotators in each."""
    rows, annotators = matches.shape
    width = -(-annotators // WORD) * WORD
    padded = np.zeros((rows, width), np.uint8)
    padded[:, :annotators] = matches
    return list(padded.view("<i8").T)


def _order(keys: Sequence[Ints]) -> Ints:
    """Return the order by the last of the keys, then by the one before it, and so on."""
    return np.lexsort(keys)
