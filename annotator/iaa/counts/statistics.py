"""What is kept of each article: counts that can be added up. Every table, filter and interval is a sum of them."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, fields, replace
from itertools import combinations
from typing import Any

import numpy as np
import numpy.typing as npt

from annotator.iaa.alignment.columns import Flags, Ints
from annotator.iaa.counts.links import link_code, unpack_link
from annotator.iaa.counts.sparse import SparseCounts
from annotator.iaa.counts.value_rows import ValueRows

Floats = npt.NDArray[np.float64]

VERSION = 2
"""Goes up when the same layers would give other counts; what was kept of an older version is then counted anew."""

LABEL_BITS = 10
MASK_BITS = 40
"""Widths of the parts of `SparseCounts.codes`; `columns` refuses what would not fit."""


@dataclass(frozen=True, slots=True)
class Statistics:
    """Counts of D articles, A annotators, their P pairs (in the order of `pairs`) and L labels.

    Numbers of a pair are zero in articles that not both have finished.
    """

    articles: tuple[str, ...]
    annotators: tuple[str, ...]
    labels: tuple[str, ...]
    lengths: Ints
    """D: characters in scope."""
    done: Flags
    """D x A: whose layer is comparable."""
    duplicates: Ints
    """D x A: spans made more than once, which count once."""
    codes: Ints
    """D x P x 2 x L x `CODES`: what became of the spans of either side, by their label."""
    overlaps: Floats
    """D x P x L: intersections over unions of the pairs aligned as `BOUNDARY`, added up."""
    covered: Ints
    """D x A x L: characters covered."""
    squares: Floats
    """D x A x L: squared lengths of united spans, added up."""
    common: Ints
    """D x P x L: characters covered by both."""
    mixed: SparseCounts
    """Aligned pairs of two labels; see `mixed_code`."""
    votes: SparseCounts
    """Unique spans by label and by who made them; see `vote_code`."""
    skipped: Ints
    """D x A: annotations left out because zones cover them."""
    outside: Ints
    """D: characters that are out of scope."""
    attributes: tuple[str, ...]
    relation_types: tuple[str, ...]
    given: ValueRows
    """Values of attributes of aligned annotations."""
    links: SparseCounts
    """Links by pair, type and labels of their ends; see `links.link_code`."""

    @property
    def pairs(self) -> tuple[tuple[int, int], ...]:
        return tuple(combinations(range(len(self.annotators)), 2))

    @property
    def joint(self) -> Flags:
        """D x P: which pairs have both finished an article."""
        first, second = np.triu_indices(len(self.annotators), 1)
        return self.done[:, first] & self.done[:, second]

    def taken(self, articles: Sequence[int] | Ints) -> "Statistics":
        """Return the counts of these rows, in this order."""
        rows = np.asarray(articles, np.int64)
        columns = {name: getattr(self, name)[rows] for name in _ARRAYS}
        return replace(
            self,
            articles=tuple(map(self.articles.__getitem__, rows.tolist())),
            **{name: getattr(self, name).taken(rows) for name in _SPARSE},
            **columns,
        )

    def shared(self) -> "Statistics":
        """Return the counts of the articles that at least two annotators have finished."""
        kept = self.done.sum(1) >= 2
        return self if kept.all() else self.taken(np.flatnonzero(kept))

    def replaced(self, article: int, by: "Statistics") -> "Statistics":
        """Return the counts with those of one article, at this row, counted anew (``by`` is about that article alone)."""
        with_new = self.with_labels(by.labels) if len(by.labels) > len(self.labels) else self
        by = by.with_labels(with_new.labels)
        columns: dict[str, Any] = {}
        for name in _ARRAYS:
            columns[name] = getattr(with_new, name).copy()
            columns[name][article] = getattr(by, name)[0]
        return replace(
            with_new,
            **{name: getattr(self, name).replaced(article, getattr(by, name)) for name in _SPARSE},
            attributes=_longest([self.attributes, by.attributes]),
            relation_types=_longest([self.relation_types, by.relation_types]),
            **columns,
        )

    def among(self, annotators: Sequence[str]) -> "Statistics":
        """Return the counts of some of the annotators, in this order where it is the old one."""
        numbers = [n for n, name in enumerate(self.annotators) if name in annotators]
        chosen = [n for n, pair in enumerate(self.pairs) if set(pair) <= set(numbers)]
        return replace(
            self,
            annotators=tuple(self.annotators[n] for n in numbers),
            done=self.done[:, numbers],
            duplicates=self.duplicates[:, numbers],
            codes=self.codes[:, chosen],
            overlaps=self.overlaps[:, chosen],
            covered=self.covered[:, numbers],
            squares=self.squares[:, numbers],
            common=self.common[:, chosen],
            mixed=_mixed_among(self.mixed, chosen),
            votes=_votes_among(self.votes, numbers),
            skipped=self.skipped[:, numbers],
            given=self.given.among(numbers),
            links=_links_among(self.links, chosen),
        )

    def with_labels(self, labels: Sequence[str]) -> "Statistics":
        """Return the counts under more labels: ``labels`` begins with those there are."""
        assert tuple(labels[: len(self.labels)]) == self.labels
        missing = len(labels) - len(self.labels)
        if not missing:
            return self
        return replace(
            self,
            labels=tuple(labels),
            codes=_padded(self.codes, 3, missing),
            overlaps=_padded(self.overlaps, 2, missing),
            covered=_padded(self.covered, 2, missing),
            squares=_padded(self.squares, 2, missing),
            common=_padded(self.common, 2, missing),
        )

    def idle_labels(self, known: int) -> tuple[str, ...]:
        """Return the labels after the first ``known`` that nothing has any more."""
        used = np.any(self.covered, axis=(0, 1))
        return tuple(name for n, name in enumerate(self.labels) if n >= known and not used[n])

    @classmethod
    def joined(cls, parts: Iterable["Statistics"]) -> "Statistics":
        """Put counts of different articles, by the same annotators, one after the other."""
        parts = list(parts)
        longest = max((part.labels for part in parts), key=len)
        parts = [part.with_labels(longest) for part in parts]
        columns: dict[str, Any] = {
            name: np.concatenate([getattr(part, name) for part in parts]) for name in _ARRAYS
        }
        return replace(
            parts[0],
            articles=tuple(name for part in parts for name in part.articles),
            mixed=SparseCounts.joined(part.mixed for part in parts),
            votes=SparseCounts.joined(part.votes for part in parts),
            attributes=_longest([part.attributes for part in parts]),
            relation_types=_longest([part.relation_types for part in parts]),
            given=ValueRows.joined(part.given for part in parts),
            links=SparseCounts.joined(part.links for part in parts),
            **columns,
        )


def mixed_code(pair: Any, is_boundary: Any, label_a: Any, label_b: Any) -> Any:
    """Pack an aligned pair of two labels, with equal or (``is_boundary``) only overlapping spans; also arrays of them."""
    return ((pair << 1 | is_boundary) << LABEL_BITS | label_a) << LABEL_BITS | label_b


def unpack_mixed(codes: Ints) -> tuple[Ints, Ints, Ints, Ints]:
    """Return what `mixed_code` was given."""
    low = (1 << LABEL_BITS) - 1
    rest = codes >> (2 * LABEL_BITS)
    return rest >> 1, rest & 1, (codes >> LABEL_BITS) & low, codes & low


def vote_code(label: Any, mask: Any) -> Any:
    """Pack a label and who made a span: bit ``a`` for annotator ``a``."""
    return (label << MASK_BITS) | mask


def unpack_votes(codes: Ints) -> tuple[Ints, Ints]:
    """Return what `vote_code` was given."""
    return codes >> MASK_BITS, codes & ((1 << MASK_BITS) - 1)


def _mixed_among(mixed: SparseCounts, chosen: Sequence[int]) -> SparseCounts:
    pair, is_boundary, label_a, label_b = unpack_mixed(mixed.codes)
    which = np.isin(pair, chosen)
    numbers = np.searchsorted(np.asarray(chosen, np.int64), pair)
    return mixed.kept(which, mixed_code(numbers, is_boundary, label_a, label_b))


def _votes_among(votes: SparseCounts, numbers: Sequence[int]) -> SparseCounts:
    label, mask = unpack_votes(votes.codes)
    some = np.zeros_like(mask)
    for new, old in enumerate(numbers):
        some |= ((mask >> old) & 1) << new
    return votes.kept(some > 0, vote_code(label, some))


def _links_among(links: SparseCounts, chosen: Sequence[int]) -> SparseCounts:
    pair, kind, head, dependent, what = unpack_link(links.codes)
    numbers = np.searchsorted(np.asarray(chosen, np.int64), pair)
    return links.kept(np.isin(pair, chosen), link_code(numbers, kind, head, dependent, what))


def _longest(names: Sequence[tuple[str, ...]]) -> tuple[str, ...]:
    """Return the longest of names that all begin alike: numbers of the shorter ones mean the same in it."""
    longest = max(names, key=len)
    assert all(one == longest[: len(one)] for one in names)
    return longest


def _padded(values: npt.NDArray[Any], axis: int, missing: int) -> npt.NDArray[Any]:
    return np.pad(values, [(0, missing if n == axis else 0) for n in range(values.ndim)])


NAMES = ("articles", "annotators", "labels", "attributes", "relation_types")
_SPARSE = ("mixed", "votes", "given", "links")
_ARRAYS = tuple(field.name for field in fields(Statistics) if field.name not in (*NAMES, *_SPARSE))
