"""A text cut wherever something begins or ends, so that spans which nest or cross can be written inside one another."""

from bisect import insort
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from annotator.model import Annotation, Layer, Span, Zone, reading_order


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of the text in which nothing begins or ends.

    ``around`` covers all of it, outer annotations first; of those that cross, the one that begins first is the outer one.
    """

    start: int
    end: int
    around: tuple[Annotation, ...] = ()
    zones: tuple[Zone, ...] = ()


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the text without its line end; ``pieces`` make it up, none where it is empty."""

    start: int
    end: int
    pieces: tuple[Piece, ...]


def lines(text: str, layer: Layer, within: Span | None = None) -> Iterator[Line]:
    """Yield the lines of ``text``, or of the part ``within``, with their pieces; together with the line ends that is all of it."""
    start, stop = (within.start, within.end) if within else (0, len(text))
    cutter = _Cutter(layer)
    while True:
        end = text.find("\n", start, stop)
        end = stop if end < 0 else end
        yield Line(start, end, tuple(cutter.pieces(start, end)))
        if end == stop:
            return
        start = end + 1


class _Cutter:
    """Goes through a layer once from start to end, whatever the number of lines and annotations."""

    def __init__(self, layer: Layer) -> None:
        self._coming: list[Annotation] = list(reversed(layer.in_order))
        self._open: list[Annotation] = []
        self._zones = sorted(layer.zones, reverse=True)
        self._open_zones: list[Zone] = []

    def pieces(self, start: int, end: int) -> Iterator[Piece]:
        """Yield the pieces of a range; ranges are asked for in text order."""
        while start < end:
            self._go_to(start)
            edges = [annotation.end for annotation in self._open]
            edges += [zone.span.end for zone in self._open_zones]
            edges += [self._coming[-1].start] if self._coming else []
            edges += [self._zones[-1].span.start] if self._zones else []
            stop = min([end, *edges])
            yield Piece(start, stop, tuple(self._open), tuple(self._open_zones))
            start = stop

    def _go_to(self, position: int) -> None:
        while self._coming and self._coming[-1].start <= position:
            insort(self._open, self._coming.pop(), key=reading_order)
        self._open = [one for one in self._open if one.end > position]
        while self._zones and self._zones[-1].span.start <= position:
            self._open_zones.append(self._zones.pop())
        self._open_zones = [one for one in self._open_zones if one.span.end > position]


def depths(annotations: Iterable[Annotation]) -> dict[str, int]:
    """Return the row of each annotation's line under the text: 0 just under the letters, an outer one below its inner ones.

    The rule of the window's lanes: annotations that overlap never share a row.
    """
    found: dict[str, int] = {}
    group: list[Annotation] = []
    reach = 0
    for annotation in sorted(annotations, key=reading_order):
        if annotation.start >= reach:
            found |= _rows(group)
            group = []
        group.append(annotation)
        reach = max(reach, annotation.end)
    return found | _rows(group)


def _rows(group: list[Annotation]) -> dict[str, int]:
    rows: dict[str, int] = {}
    placed: list[tuple[int, int, int]] = []
    for one in sorted(group, key=lambda a: (a.end - a.start, a.start, a.id)):
        below = [row for start, end, row in placed if start < one.end and one.start < end]
        rows[one.id] = max(below, default=-1) + 1
        placed.append((one.start, one.end, rows[one.id]))
    return rows
