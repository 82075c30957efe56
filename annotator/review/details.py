"""The differences behind numbers on values and links, one article and two annotators at a time."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from annotator.model import Annotation, Layer
from annotator.review.board import Board, Difference
from annotator.review.query import LINK_A, LINK_B, VALUE, Query

if TYPE_CHECKING:
    from collections.abc import Mapping

Ends = tuple[str, str, str]
"""A link as its type and the ids of the annotations at its ends."""


def details_behind(
    board: Board, query: Query, article_id: str, a: str, b: str
) -> Iterator[Difference]:
    """Yield the values or links that two annotators do not have alike, where one of them has it, in text order."""
    from annotator.iaa.alignment.disagreements import same_label_pairs

    item = board.item(article_id)
    pairs = same_label_pairs(item, a, b, board.labels, board.options, strict=query.is_strict)
    if query.attribute is not None:
        found = _values(query, article_id, a, b, pairs)
    else:
        sides = item.layers[a], item.layers[b]
        found = _links(query, article_id, sides, pairs)
    yield from sorted(found, key=lambda one: (one.span.start, one.kind, one.span.end))


def _values(
    query: Query, article_id: str, a: str, b: str, pairs: tuple[tuple[Annotation, Annotation], ...]
) -> Iterator[Difference]:
    name = query.attribute or ""
    for first, second in pairs:
        is_asked_for = query.label in (None, first.label)
        if is_asked_for and first.attribute(name) != second.attribute(name):
            yield Difference(article_id, VALUE, a, b, first, second, name=name)


def _links(
    query: Query,
    article_id: str,
    sides: tuple[Layer, Layer],
    pairs: tuple[tuple[Annotation, Annotation], ...],
) -> Iterator[Difference]:
    """Yield links whose ends are not both aligned with those of a link of the same type."""
    if not pairs:
        return
    first, second = sides
    names = first.annotator, second.annotator
    there = {one.id: other.id for one, other in pairs}
    back = {other: one for one, other in there.items()}
    of_a, of_b = _ends(first, query.link), _ends(second, query.link)
    for kind, head, dependent in of_a:
        if (kind, there.get(head, ""), there.get(dependent, "")) not in of_b:
            ends = first[head], first[dependent]
            yield Difference(
                article_id, LINK_A, *names, ends[0], None, name=kind, dependent=ends[1]
            )
    for kind, head, dependent in of_b:
        if (kind, back.get(head, ""), back.get(dependent, "")) not in of_a:
            ends = second[head], second[dependent]
            yield Difference(
                article_id, LINK_B, *names, None, ends[0], name=kind, dependent=ends[1]
            )


def _ends(layer: Layer, kind: str | None) -> "Mapping[Ends, None]":
    found = sorted(one for one in layer.relations if not kind or one.type == kind)
    return {(one.type, one.head, one.dependent): None for one in found}
