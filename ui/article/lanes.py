"""Which underline lane each annotation takes, so that nested and crossing spans stay apart. Free of Qt."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from annotator.model import Annotation, reading_order

MOST = 3
"""Lanes that can be told apart in the room under a line; six were tried, a blur from the fourth on."""


@dataclass(frozen=True, slots=True)
class Lane:
    """The lane that is drawn for an annotation, of so many that its neighbourhood has; None for one told by brackets."""

    number: int | None
    of: int
    is_inside: bool
    """Whether one of a further level overlaps it."""


def drawn_lanes(annotations: Iterable[Annotation]) -> dict[str, Lane]:
    """Return each annotation's lane of at most three: the two innermost and the outermost of those that nest deeper."""
    lanes: dict[str, Lane] = {}
    for cluster in _clusters(annotations):
        levels = _levels(cluster)
        of = min(max(levels.values()) + 1, MOST)
        for annotation in cluster:
            level = levels[annotation.id]
            inside = any(
                levels[other.id] > level and other.span.overlaps(annotation.span)
                for other in cluster
            )
            number = None if inside and level >= MOST - 1 else min(level, MOST - 1)
            lanes[annotation.id] = Lane(number, of, inside)
    return lanes


def assign_lanes(annotations: Iterable[Annotation]) -> dict[str, int]:
    """Return each annotation's lane: 0 just under the letters, larger numbers further down.

    Overlapping spans never share a lane, and a span around others runs below all of them.
    """
    return {
        key: level for cluster in _clusters(annotations) for key, level in _levels(cluster).items()
    }


def _levels(cluster: list[Annotation]) -> dict[str, int]:
    levels: dict[str, int] = {}
    placed: list[tuple[int, int, int]] = []
    for annotation in sorted(cluster, key=_shortest_first):
        below = [
            level
            for start, end, level in placed
            if start < annotation.end and annotation.start < end
        ]
        levels[annotation.id] = max(below, default=-1) + 1
        placed.append((annotation.start, annotation.end, levels[annotation.id]))
    return levels


def _clusters(annotations: Iterable[Annotation]) -> Iterator[list[Annotation]]:
    """Yield groups that overlap only among themselves: most hold one annotation, which keeps this linear."""
    group: list[Annotation] = []
    end = 0
    for annotation in sorted(annotations, key=reading_order):
        if group and annotation.start >= end:
            yield group
            group = []
        end = max(end, annotation.end) if group else annotation.end
        group.append(annotation)
    if group:
        yield group


def _shortest_first(annotation: Annotation) -> tuple[int, int, str]:
    return annotation.end - annotation.start, annotation.start, annotation.id
