from collections.abc import Iterable
from dataclasses import dataclass

from annotator.model.span import Span

ZONE_KINDS = ("boilerplate", "credits", "stray", "nav")
"""Kinds with names of their own: boilerplate, credits, a stray second article, navigation. Others are kept as they are."""


@dataclass(frozen=True, slots=True, order=True)
class Zone:
    """A region out of scope; ``kind`` is normally one of `ZONE_KINDS`."""

    span: Span
    kind: str = "boilerplate"


def merged(zones: Iterable[Zone]) -> list[Span]:
    """Return the regions out of scope in order, those that touch or overlap as one."""
    found: list[Span] = []
    for span in sorted(zone.span for zone in zones):
        if found and span.start <= found[-1].end:
            found[-1] = Span(found[-1].start, max(found[-1].end, span.end))
        else:
            found.append(span)
    return found


def is_covered(start: int, end: int, regions: Iterable[Span]) -> bool:
    """Tell whether ``[start, end)`` lies wholly in one of the `merged` regions; what sticks out still counts."""
    return any(region.start <= start and end <= region.end for region in regions)
