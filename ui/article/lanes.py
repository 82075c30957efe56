"""Which underline lane each annotation takes, so that nested and crossing spans stay apart. Free of Qt."""

from collections.abc import Iterable, Iterator

from annotator.model import Annotation, reading_order


def assign_lanes(annotations: Iterable[Annotation]) -> dict[str, int]:
    """Return each annotation's lane: 0 just under the letters, larger numbers further down.

    Overlapping spans never share a lane, and a span around others runs below all of them.
    """
    lanes: dict[str, int] = {}
    for cluster in _clusters(annotations):
        placed: list[tuple[int, int, int]] = []
        for annotation in sorted(cluster, key=_shortest_first):
            below = [
                lane
                for start, end, lane in placed
                if start < annotation.end and annotation.start < end
            ]
            lanes[annotation.id] = max(below, default=-1) + 1
            placed.append((annotation.start, annotation.end, lanes[annotation.id]))
    return lanes


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
