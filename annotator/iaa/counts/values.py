"""Compare what two annotators gave as values of aligned annotations: those of equal label, on equal or overlapping spans."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from annotator.iaa.alignment.blocks import Block, Side, mark_places
from annotator.iaa.alignment.columns import Columns, Ints
from annotator.iaa.alignment.details import NO_VALUE, Details, Values
from annotator.iaa.alignment.matching import Alignment, Code
from annotator.iaa.counts.value_rows import Bytes, Match, ValueRows, value_code


@dataclass(frozen=True, slots=True)
class Aligned:
    """Two annotators' alignment; ``rows_a`` and ``rows_b`` say which spans of their sides in the block it is about."""

    a: int
    b: int
    rows_a: Ints
    rows_b: Ints
    alignment: Alignment

    def partners(self, codes: Sequence[Code]) -> tuple[Ints, Ints]:
        """Return the spans of either side, in the block, that are aligned in one of these ways."""
        found = self.alignment.codes_a
        which = found == codes[0]
        for code in codes[1:]:
            which |= found == code
        chosen = np.flatnonzero(which)
        return self.rows_a[chosen], self.rows_b[self.alignment.partners_a[chosen]]


SAME_LABEL = (Code.EXACT, Code.BOUNDARY)


def compare_values(block: Block, columns: Columns, pairs: Sequence[Aligned]) -> ValueRows:
    """Count the values given in a block by how they compare with the others'. Links no two of which are aligned are left out."""
    annotators, attributes = len(block.sides), len(columns.attributes)
    if not columns.details or not attributes:
        return ValueRows.none(block.articles, annotators)
    given = [
        _given(block, columns, number, side, details)
        for number, (side, details) in enumerate(zip(block.sides, columns.details, strict=True))
    ]
    matches = [np.zeros((*values.shape, annotators), np.uint8) for values in given]
    for pair in pairs:
        in_a, in_b = pair.partners(SAME_LABEL)
        a, b = given[pair.a][in_a], given[pair.b][in_b]
        found = _match(a, b, columns.values)
        matches[pair.a][in_a, :, pair.b] = np.where(a == NO_VALUE, Match.NOTHING, found)
        matches[pair.b][in_b, :, pair.a] = np.where(b == NO_VALUE, Match.NOTHING, found)
    return _rows(block, columns, given, matches)


def _given(
    block: Block, columns: Columns, number: int, side: Side, details: Details
) -> npt.NDArray[np.int32]:
    """Return spans x attributes: the number of the value. Of a repeated span the last in the order of values counts."""
    values = np.zeros((side.keys.size, len(columns.attributes)), np.int32)
    part = slice(*details.value_offsets[[block.first, block.after]].tolist())
    if part.stop > part.start:
        spans = mark_places(columns, block, number, details.marks[part], details.value_offsets)
        cells = spans * len(columns.attributes) + details.attributes[part]
        flat, found = values.reshape(-1), details.values[part]
        flat[cells] = found
        if (flat[cells] != found).any():  # a span that was made twice, with other values
            np.maximum.at(flat, cells, found)
    return values


def _match(a: npt.NDArray[np.int32], b: npt.NDArray[np.int32], values: Values) -> Bytes:
    both = (a != NO_VALUE) & (b != NO_VALUE)
    found = np.where(both, Match.DIFFERENT, Match.ALONE).astype(np.uint8)
    found[both & (a == b)] = Match.EQUAL
    rest = np.nonzero((found == Match.DIFFERENT) & values.dated[a] & values.dated[b])
    a, b = a[rest], b[rest]
    first_a, first_b = values.firsts[a], values.firsts[b]
    last_a, last_b = values.lasts[a], values.lasts[b]
    same = (first_a == first_b) & (last_a == last_b)
    overlap = (first_a <= last_b) & (first_b <= last_a)
    kinds = np.where(overlap, Match.OVERLAPPING, Match.DIFFERENT)
    found[rest] = np.where(same, Match.SAME_DAYS, kinds)
    return found


def _rows(
    block: Block,
    columns: Columns,
    given: Sequence[npt.NDArray[np.int32]],
    matches: Sequence[Bytes],
) -> ValueRows:
    articles: list[Ints] = []
    codes: list[Ints] = []
    values: list[Ints] = []
    found: list[Bytes] = []
    for number, (side, of_side, matched) in enumerate(
        zip(block.sides, given, matches, strict=True)
    ):
        span, attribute = np.nonzero((of_side != NO_VALUE) & matched.any(-1))
        value = of_side[span, attribute].astype(np.int64)
        dated = columns.values.dated[value].astype(np.int64)
        articles.append(side.articles[span].astype(np.int64))
        codes.append(value_code(side.labels[span].astype(np.int64), attribute, dated, number))
        values.append(value)
        found.append(matched[span, attribute])
    return ValueRows.packed(
        np.concatenate(articles),
        np.concatenate(codes),
        np.concatenate(values),
        np.concatenate(found),
        block.articles,
        columns.values.hashes,
    )
