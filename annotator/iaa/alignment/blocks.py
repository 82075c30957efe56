"""Cut columns into blocks of articles small enough for the processor's cache, each span packed into one integer.

Blocks keep memory flat and give progress and cancelling for free: 200 articles at a time count 1.7 times as fast as
1,000,000 spans in one go.
"""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from annotator.iaa.alignment.columns import Columns, Flags, Ints, Ranges

ARTICLES = 200
SPANS = 1 << 17
CHARACTERS = 1 << 22
"""A block ends before it has more articles, spans of all annotators together, or characters; it has one article at least.

Places among so many characters take 23 bits, and a packed integer holds two of them, a label and an annotator.
"""

BITS = 63
"""Of a packed integer."""


@dataclass(frozen=True, slots=True)
class Side:
    """One annotator's spans in a block by start, end and label, exact duplicates taken out.

    Starts and ends count from the start of the block, so spans of different articles never overlap. ``keys`` holds all
    three in one integer; equal keys are equal spans. ``articles`` are rows of the block.
    """

    keys: Ints
    starts: Ints
    ends: Ints
    labels: Ints
    articles: Ints

    def taken(self, which: Flags | Ints) -> "Side":
        return Side(*(column[which] for column in self.columns))

    @property
    def columns(self) -> tuple[Ints, Ints, Ints, Ints, Ints]:
        return self.keys, self.starts, self.ends, self.labels, self.articles


@dataclass(frozen=True, slots=True)
class Block:
    """Articles ``first`` up to ``after``. ``bases`` holds where each begins, and at last where the block ends."""

    first: int
    after: int
    bases: Ints
    label_bits: int
    done: Flags
    sides: tuple[Side, ...]
    duplicates: Ints
    """Articles x annotators: how many spans the annotator made more than once."""
    zones: tuple[Ints, Ints]
    """Starts and ends of what is out of scope, ascending."""

    @property
    def articles(self) -> int:
        return self.after - self.first


def cut(columns: Columns) -> Iterator[Block]:
    for first, after in _borders(columns):
        yield _block(columns, first, after)


def _borders(columns: Columns) -> Iterator[tuple[int, int]]:
    ends = np.sum([marks.offsets for marks in columns.marks], axis=0)
    places = np.concatenate(([0], np.cumsum(columns.lengths + 1)))
    first = 0
    for row in range(1, len(columns.articles)):
        if (
            row - first == ARTICLES
            or ends[row + 1] - ends[first] > SPANS
            or places[row + 1] - places[first] > CHARACTERS
        ):
            yield first, row
            first = row
    if first < len(columns.articles) or not first:  # no articles are one block, too
        yield first, len(columns.articles)


def _block(columns: Columns, first: int, after: int) -> Block:
    # One more than the text is long, so that even empty articles have places of their own.
    bases = np.zeros(after - first + 1, np.int64)
    np.cumsum(columns.lengths[first:after] + 1, out=bases[1:])
    place_bits = int(bases[-1]).bit_length()
    label_bits = len(columns.labels).bit_length()
    assert 2 * place_bits + label_bits + len(columns.annotators).bit_length() <= BITS
    duplicates = np.zeros((after - first, len(columns.annotators)), np.int64)
    sides = [
        _side(marks, first, after, bases, place_bits, label_bits, duplicates[:, number])
        for number, marks in enumerate(columns.marks)
    ]
    return Block(
        first,
        after,
        bases,
        label_bits,
        columns.done[first:after],
        tuple(sides),
        duplicates,
        _shifted(columns.zones, first, after, bases),
    )


def _side(
    marks: Ranges,
    first: int,
    after: int,
    bases: Ints,
    place_bits: int,
    label_bits: int,
    duplicates: Ints,
) -> Side:
    counts = np.diff(marks.offsets[first : after + 1])
    base = np.repeat(bases[:-1], counts)
    keys = _keys(marks, marks.in_articles(first, after), base, place_bits, label_bits)
    keys.sort()  # not kind="stable": ten times as slow on packed integers
    rows = np.repeat(np.arange(after - first, dtype=np.int32), counts)
    if keys.size:
        repeated = np.zeros(keys.size, bool)
        np.equal(keys[1:], keys[:-1], out=repeated[1:])
        if repeated.any():
            duplicates += np.bincount(rows[repeated], minlength=after - first)
            keys, rows = keys[~repeated], rows[~repeated]
    places = keys >> label_bits
    mask = (1 << place_bits) - 1
    return Side(
        keys,
        (places >> place_bits).astype(np.int32),
        (places & mask).astype(np.int32),
        (keys & ((1 << label_bits) - 1)).astype(np.int32),
        rows,
    )


def _keys(marks: Ranges, part: slice | Ints, base: Ints, place_bits: int, label_bits: int) -> Ints:
    keys = base + marks.starts[part]
    keys <<= place_bits
    keys |= base + marks.ends[part]
    keys <<= label_bits
    keys |= marks.labels[part]
    return keys


def mark_places(columns: Columns, block: Block, annotator: int, rows: Ints, offsets: Ints) -> Ints:
    """Return where the annotator's spans of the block are that these rows of `Columns.marks` became.

    The rows of the block's ``d``-th article are those from ``offsets[first + d]`` up to the next.
    """
    marks = columns.marks[annotator]
    counts = np.diff(offsets[block.first : block.after + 1])
    articles = np.repeat(np.arange(block.articles), counts)
    place_bits = int(block.bases[-1]).bit_length()
    keys = _keys(marks, rows, block.bases[articles], place_bits, block.label_bits)
    return np.searchsorted(block.sides[annotator].keys, keys)


def _shifted(zones: Ranges, first: int, after: int, bases: Ints) -> tuple[Ints, Ints]:
    part = zones.in_articles(first, after)
    base = np.repeat(bases[:-1], np.diff(zones.offsets[first : after + 1]))
    return base + zones.starts[part], base + zones.ends[part]
