"""Compare the links of two annotators: the same where their ends are aligned and their types equal."""

from collections.abc import Sequence
from enum import IntEnum
from typing import Any

import numpy as np

from annotator.iaa.alignment.blocks import Block, mark_places
from annotator.iaa.alignment.columns import Columns, Flags, Ints
from annotator.iaa.alignment.matching import Code, shared
from annotator.iaa.counts.sparse import SparseCounts
from annotator.iaa.counts.values import SAME_LABEL, Aligned

BITS = 10
"""Of each part of `link_code`."""
WHAT_BITS = 2


class What(IntEnum):
    """What is counted of a pair's links."""

    STRICT = 0
    """Both have it, and both ends of it on equal spans with equal labels."""
    OVERLAPPING = 1
    """Both have it, and both ends of it with equal labels on equal or overlapping spans, aligned one to one."""
    MADE_A = 2
    MADE_B = 3


def compare_links(block: Block, columns: Columns, pairs: Sequence[Aligned]) -> SparseCounts:
    if not pairs or not columns.details or not columns.relation_types:
        nothing = np.zeros(0, np.int64)
        return SparseCounts.of(nothing, nothing, block.articles)
    links = [_links(block, columns, number) for number in range(len(block.sides))]
    articles: list[Ints] = []
    codes: list[Ints] = []

    def note(number: int, what: What, annotator: int, rows: Ints) -> None:
        side = block.sides[annotator]
        kind, head, dependent = rows.T
        articles.append(side.articles[head].astype(np.int64))
        labels = side.labels[head].astype(np.int64), side.labels[dependent].astype(np.int64)
        codes.append(link_code(np.int64(number), kind, *labels, int(what)))

    for number, pair in enumerate(pairs):
        a = links[pair.a][_among(links[pair.a], pair.rows_a, block.sides[pair.a].keys.size)]
        b = links[pair.b][_among(links[pair.b], pair.rows_b, block.sides[pair.b].keys.size)]
        note(number, What.MADE_A, pair.a, a)
        note(number, What.MADE_B, pair.b, b)
        for what, ways in ((What.STRICT, (Code.EXACT,)), (What.OVERLAPPING, SAME_LABEL)):
            partner = np.full(block.sides[pair.a].keys.size, -1, np.int64)
            in_a, in_b = pair.partners(ways)
            partner[in_a] = in_b
            theirs = np.stack((a[:, 0], partner[a[:, 1]], partner[a[:, 2]]), 1)
            note(number, what, pair.a, a[_both(theirs, b)])
    return SparseCounts.of(np.concatenate(articles), np.concatenate(codes), block.articles)


def _links(block: Block, columns: Columns, number: int) -> Ints:
    """Return links x 3: type, head and dependent as spans of the side; each once."""
    details = columns.details[number]
    part = slice(*details.link_offsets[[block.first, block.after]].tolist())
    if part.stop == part.start:
        return np.zeros((0, 3), np.int64)
    offsets, size = details.link_offsets, block.sides[number].keys.size
    heads = mark_places(columns, block, number, details.heads[part], offsets)
    dependents = mark_places(columns, block, number, details.dependents[part], offsets)
    # One integer a link: sorting rows is ten times as slow. A block's spans take 23 bits at most, types 10.
    packed = np.unique((details.types[part].astype(np.int64) * size + heads) * size + dependents)
    rest, dependents = np.divmod(packed, size)
    return np.stack((*np.divmod(rest, size), dependents), 1)


def _among(links: Ints, spans: Ints, size: int) -> Flags:
    """Tell which links are in articles that both of a pair have finished: their heads are among the spans compared."""
    if spans.size == size:
        return np.ones(len(links), bool)
    compared = np.zeros(size, bool)
    compared[spans] = True
    return compared[links[:, 1]]


def _both(links: Ints, others: Ints) -> Flags:
    """Tell for each link whether it is among the others, which ascend. An end without a partner is -1, which no other has."""
    top = int(max(links.max(initial=0), others.max(initial=0))) + 2
    keys, theirs = (
        ((one[:, 0] * top + one[:, 1] + 1) * top) + one[:, 2] + 1 for one in (links, others)
    )
    return shared(keys, theirs)


def link_code(pair: Any, kind: Any, head: Any, dependent: Any, what: Any) -> Any:
    """Pack a pair, a relation type, the labels of head and dependent, and `What`; also arrays of them."""
    ends = ((pair << BITS | kind) << BITS | head) << BITS | dependent
    return ends << WHAT_BITS | what


def unpack_link(codes: Ints) -> tuple[Ints, Ints, Ints, Ints, Ints]:
    """Return what `link_code` was given."""
    low, rest = (1 << BITS) - 1, codes >> WHAT_BITS
    what = codes & ((1 << WHAT_BITS) - 1)
    return rest >> (3 * BITS), (rest >> (2 * BITS)) & low, (rest >> BITS) & low, rest & low, what
