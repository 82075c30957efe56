"""What is out of scope: the zones of all who are compared."""

from collections.abc import Iterable

from annotator.model import Layer


def merge_zones(layers: Iterable[Layer]) -> tuple[tuple[int, int], ...]:
    """Return what any layer marks as out of scope, in order, regions that touch or overlap as one."""
    merged: list[tuple[int, int]] = []
    for start, end in sorted((z.span.start, z.span.end) for layer in layers for z in layer.zones):
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(merged[-1][1], end))
        else:
            merged.append((start, end))
    return tuple(merged)


def within(start: int, end: int, zones: Iterable[tuple[int, int]]) -> bool:
    """Tell whether a span lies wholly in one of the zones; one that sticks out is still compared."""
    return any(first <= start and end <= after for first, after in zones)
