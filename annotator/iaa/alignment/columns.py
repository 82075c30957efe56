"""Layers as integer columns: what the counting works on."""

from array import array
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np
import numpy.typing as npt

from annotator.errors import AnnotatorError
from annotator.iaa.alignment.edges import Edge, edge_reader
from annotator.iaa.alignment.options import DEFAULT, Options
from annotator.model import Layer, Span, Status
from annotator.model.zone import is_covered, merged

Ints = npt.NDArray[np.signedinteger]
Flags = npt.NDArray[np.bool_]

MOST_ANNOTATORS = 40
MOST_LABELS = 1_000
"""More of either would not fit the packed codes of `statistics`."""


@dataclass(frozen=True, slots=True)
class Compared:
    """One article and the layers on it, by annotator. ``text`` is read only where edges are not taken as they are."""

    article_id: str
    characters: int
    layers: Mapping[str, Layer]
    text: str = ""


@dataclass(frozen=True, slots=True)
class Ranges:
    """Ranges grouped by article: those of article ``d`` are numbers ``offsets[d]`` up to ``offsets[d + 1]``."""

    offsets: Ints
    starts: Ints
    ends: Ints
    labels: Ints
    """Indexes into the labels; zeros for ranges that have none."""

    def in_articles(self, first: int, after: int) -> slice:
        return slice(int(self.offsets[first]), int(self.offsets[after]))


@dataclass(frozen=True, slots=True)
class Columns:
    """What annotators marked in comparable layers, in article order; the order inside an article does not matter.

    ``lengths`` are characters of the articles. ``done`` (articles x annotators) tells whose layer on which article is
    comparable; nobody has marks elsewhere. ``zones`` are in order, apart from each other, and what lies inside them is
    not in ``marks``.
    """

    articles: tuple[str, ...]
    annotators: tuple[str, ...]
    labels: tuple[str, ...]
    lengths: Ints
    done: Flags
    marks: tuple[Ranges, ...]
    zones: Ranges

    def __post_init__(self) -> None:
        if len(self.annotators) > MOST_ANNOTATORS:
            raise AnnotatorError(
                f"{len(self.annotators)} annotators cannot be compared at once, at most {MOST_ANNOTATORS}: "
                "choose some of them"
            )
        if len(self.labels) > MOST_LABELS:
            raise AnnotatorError(
                f"{len(self.labels)} labels cannot be compared at once, at most {MOST_LABELS}"
            )


def collect(
    items: Iterable[Compared],
    annotators: Sequence[str],
    labels: Sequence[str],
    options: Options = DEFAULT,
) -> Columns:
    """Read layers into columns. Labels that ``labels`` lacks but layers have are put after it, in order of their names."""
    numbers = {label: number for number, label in enumerate(labels)}
    growing = [_Growing() for _ in annotators]
    zones = _Growing()
    articles: list[str] = []
    lengths, done = array("q"), array("b")
    for item in items:
        articles.append(item.article_id)
        layers = [_comparable(item.layers.get(name), options) for name in annotators]
        done.extend(layer is not None for layer in layers)
        outside = (
            []
            if options.zones
            else merged(zone for layer in layers if layer is not None for zone in layer.zones)
        )
        for region in outside:
            zones.add(region.start, region.end, 0)
        zones.end_article()
        read = edge_reader(options.edges, item.text)
        furthest = item.characters
        for column, layer in zip(growing, layers, strict=True):
            if layer is not None:
                furthest = max(furthest, column.take(layer, read, outside, numbers))
            column.end_article()
        lengths.append(max(furthest, outside[-1].end if outside else 0))
    order = [*labels, *sorted(set(numbers) - set(labels))]
    places = np.array([order.index(label) for label in numbers], np.int16)
    return Columns(
        tuple(articles),
        tuple(annotators),
        tuple(order),
        np.array(lengths, np.int64),
        np.array(done, bool).reshape(len(articles), len(annotators)),
        tuple(column.ranges(places) for column in growing),
        zones.ranges(np.zeros(1, np.int16)),
    )


def is_comparable(layer: Layer, options: Options) -> bool:
    if options.in_progress:
        return layer.status != Status.NEW
    return layer.status == Status.DONE


def _comparable(layer: Layer | None, options: Options) -> Layer | None:
    return layer if layer is not None and is_comparable(layer, options) else None


@dataclass(slots=True)
class _Growing:
    offsets: "array[int]" = field(default_factory=lambda: array("q", [0]))
    starts: "array[int]" = field(default_factory=lambda: array("q"))
    ends: "array[int]" = field(default_factory=lambda: array("q"))
    labels: "array[int]" = field(default_factory=lambda: array("q"))

    def add(self, start: int, end: int, label: int) -> None:
        self.starts.append(start)
        self.ends.append(end)
        self.labels.append(label)

    def take(
        self,
        layer: Layer,
        read: Edge,
        zones: Sequence[Span],
        numbers: dict[str, int],
    ) -> int:
        """Add a layer's annotations and return the furthest end among them."""
        furthest = 0
        for annotation in layer.annotations.values():
            start, end = read(annotation.span.start, annotation.span.end)
            if zones and is_covered(start, end, zones):
                continue
            self.add(start, end, numbers.setdefault(annotation.label, len(numbers)))
            furthest = max(furthest, end)
        return furthest

    def end_article(self) -> None:
        self.offsets.append(len(self.starts))

    def ranges(self, labels: Ints) -> Ranges:
        """Return what was gathered, label number ``n`` as ``labels[n]``."""
        return Ranges(
            np.array(self.offsets, np.int64),
            np.array(self.starts, np.int32),
            np.array(self.ends, np.int32),
            labels[np.array(self.labels, np.int16)],
        )
