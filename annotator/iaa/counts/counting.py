"""From columns to the counts of each article."""

from itertools import combinations

import numpy as np

from annotator.iaa.alignment.blocks import Block, Side, cut
from annotator.iaa.alignment.columns import Columns, Flags, Ints
from annotator.iaa.alignment.matching import CODES, Alignment, Code, align, overlaps
from annotator.iaa.counts.coverage import Units, common, in_scope, units
from annotator.iaa.counts.links import compare_links
from annotator.iaa.counts.sparse import SparseCounts
from annotator.iaa.counts.statistics import Floats, Statistics, mixed_code, vote_code
from annotator.iaa.counts.values import Aligned, compare_values
from annotator.progress import Progress


def count(columns: Columns, progress: Progress | None = None) -> Statistics:
    """Align every pair of annotators in every article, and measure what they cover."""
    parts: list[Statistics] = []
    for block in cut(columns):
        parts.append(_count_block(block, columns))
        if progress is not None:
            progress(block.after, len(columns.articles))
    return Statistics.joined(parts)


def _count_block(block: Block, columns: Columns) -> Statistics:
    labels = len(columns.labels)
    codes, shares, mixed, aligned = _compare(block, labels)
    covered, squares, shared = _cover(block, labels)
    lengths = np.diff(in_scope(block.bases, block.zones)) - 1
    skipped = np.zeros_like(block.duplicates) if columns.skipped is None else columns.skipped
    return Statistics(
        columns.articles[block.first : block.after],
        columns.annotators,
        columns.labels,
        lengths,
        block.done,
        block.duplicates,
        codes,
        shares,
        covered,
        squares,
        shared,
        mixed,
        _vote(block, labels),
        skipped if columns.skipped is None else skipped[block.first : block.after],
        np.diff(block.bases) - 1 - lengths,
        columns.attributes,
        columns.relation_types,
        compare_values(block, columns, aligned),
        compare_links(block, columns, aligned),
    )


def _compare(block: Block, labels: int) -> tuple[Ints, Floats, SparseCounts, list[Aligned]]:
    pairs = tuple(combinations(block.sides, 2))
    codes = np.zeros((block.articles, len(pairs), 2, labels, CODES), np.int32)
    shares = np.zeros((block.articles, len(pairs), labels))
    mixed: list[tuple[Ints, Ints]] = []
    kept: list[Aligned] = []
    for number, (n, m) in enumerate(combinations(range(len(block.sides)), 2)):
        joint = block.done[:, n] & block.done[:, m]
        rows_a, rows_b = (_spans_in(block.sides[one], joint) for one in (n, m))
        a, b = _taken(block.sides[n], rows_a), _taken(block.sides[m], rows_b)
        aligned = align(a, b, block.label_bits)
        kept.append(Aligned(n, m, rows_a, rows_b, aligned))
        codes[:, number, 0] = _by_cell(a, aligned.codes_a, block.articles, labels)
        codes[:, number, 1] = _by_cell(b, aligned.codes_b, block.articles, labels)
        in_a = np.flatnonzero(aligned.codes_a == Code.BOUNDARY)
        share = overlaps(a, b, in_a, aligned.partners_a[in_a])
        cells = a.articles[in_a] * labels + a.labels[in_a]
        size = block.articles * labels
        shares[:, number] = np.bincount(cells, share, size).reshape(block.articles, labels)
        mixed.append(_mixed(a, b, aligned, number))
    rows = np.concatenate([np.zeros(0, np.int64), *(row for row, _ in mixed)])
    found = np.concatenate([np.zeros(0, np.int64), *(code for _, code in mixed)])
    return codes, shares, SparseCounts.of(rows, found, block.articles), kept


def _spans_in(side: Side, articles: Flags) -> Ints:
    if articles.all():
        return np.arange(side.keys.size)
    return np.flatnonzero(articles[side.articles])


def _taken(side: Side, spans: Ints) -> Side:
    return side if spans.size == side.keys.size else side.taken(spans)


def _by_cell(side: Side, codes: Ints, articles: int, labels: int) -> Ints:
    cells = (side.articles * labels + side.labels) * CODES + codes
    counts = np.bincount(cells, minlength=articles * labels * CODES)
    return counts.reshape(articles, labels, CODES)


def _mixed(a: Side, b: Side, aligned: Alignment, pair: int) -> tuple[Ints, Ints]:
    """Return article and code of each aligned pair of two labels."""
    both = aligned.codes_a == Code.LABEL_BOUNDARY
    in_a = np.flatnonzero((aligned.codes_a == Code.LABEL) | both)
    other = b.labels[aligned.partners_a[in_a]]
    codes = mixed_code(
        np.int64(pair), both[in_a].astype(np.int64), a.labels[in_a].astype(np.int64), other
    )
    return a.articles[in_a].astype(np.int64), codes


def _cover(block: Block, labels: int) -> tuple[Ints, Floats, Ints]:
    size, shape = block.articles * labels, (block.articles, labels)
    measured = [units(side, block, labels) for side in block.sides]
    covered = np.zeros((block.articles, len(measured), labels), np.int64)
    squares = np.zeros((block.articles, len(measured), labels))
    pairs = tuple(combinations(measured, 2))
    shared = np.zeros((block.articles, len(pairs), labels), np.int64)
    for number, found in enumerate(measured):
        lengths = found.ends - found.starts
        covered[:, number] = _sum(found, lengths, size).reshape(shape)
        squares[:, number] = np.bincount(found.cells, lengths.astype(float) ** 2, size).reshape(
            shape
        )
    for number, (a, b) in enumerate(pairs):
        shared[:, number] = _sum(a, common(a, b), size).reshape(shape)
    return covered, squares, shared


def _sum(found: Units, values: Ints, size: int) -> Ints:
    return np.bincount(found.cells, values, size).astype(np.int64)


def _vote(block: Block, labels: int) -> SparseCounts:
    """Count the unique spans of each article by label and by who made them."""
    bits = len(block.sides).bit_length()
    keys = [side.keys << bits | number for number, side in enumerate(block.sides)]
    made = np.sort(np.concatenate(keys)) if keys else np.zeros(0, np.int64)
    spans, makers = made >> bits, made & ((1 << bits) - 1)
    begins = np.ones(spans.size, bool)
    np.not_equal(spans[1:], spans[:-1], out=begins[1:])
    first = np.flatnonzero(begins)
    if not first.size:
        return SparseCounts.of(first, first, block.articles)
    masks = np.add.reduceat(np.left_shift(1, makers), first)
    spans = spans[first]
    articles = _articles_of(block, spans)
    return SparseCounts.of(
        articles, vote_code(spans & ((1 << block.label_bits) - 1), masks), block.articles
    )


def _articles_of(block: Block, keys: Ints) -> Ints:
    """Return the article of each of a block's keys, which ascend."""
    place_bits = int(block.bases[-1]).bit_length()
    borders = np.searchsorted(keys, block.bases << (place_bits + block.label_bits))
    return np.repeat(np.arange(block.articles), np.diff(borders))
