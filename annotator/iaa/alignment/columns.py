"""Layers as integer columns: what the counting works on."""

from array import array
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np
import numpy.typing as npt

from annotator.errors import AnnotatorError
from annotator.iaa.alignment.details import Details, GrowingDetails, Values, Vocabulary, named
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
    details: tuple[Details, ...] = ()
    """Of each annotator; none where nobody gave a value or made a link."""
    attributes: tuple[str, ...] = ()
    relation_types: tuple[str, ...] = ()
    values: Values = field(default_factory=Values.none)
    skipped: Ints | None = None
    """Articles x annotators: annotations left out because zones cover them; None where there are none."""

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
        if max(len(self.attributes), len(self.relation_types)) > MOST_LABELS:
            raise AnnotatorError(
                f"more than {MOST_LABELS} attributes or relation types cannot be compared at once"
            )


def collect(
    items: Iterable[Compared],
    annotators: Sequence[str],
    labels: Sequence[str],
    options: Options = DEFAULT,
    *,
    attributes: Sequence[str] = (),
    relation_types: Sequence[str] = (),
    dates: Collection[tuple[str, str]] = (),
) -> Columns:
    """Read layers into columns. Labels that ``labels`` lacks but layers have are put after it, in order of their names.

    So are attributes and relation types. ``dates`` are label and attribute of those whose values are EDTF.
    """
    numbers = {label: number for number, label in enumerate(labels)}
    words = Vocabulary(
        dates,
        {name: number for number, name in enumerate(attributes)},
        {name: number for number, name in enumerate(relation_types)},
    )
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
                furthest = max(furthest, column.take(layer, read, outside, numbers, words))
            column.end_article()
        lengths.append(max(furthest, outside[-1].end if outside else 0))
    order, places = named(labels, numbers)
    places = places.astype(np.int16)
    attribute_names, attribute_places = named(attributes, words.attributes)
    type_names, type_places = named(relation_types, words.types)
    values, value_places = words.table()
    return Columns(
        tuple(articles),
        tuple(annotators),
        order,
        np.array(lengths, np.int64),
        np.array(done, bool).reshape(len(articles), len(annotators)),
        tuple(column.ranges(places) for column in growing),
        zones.ranges(np.zeros(1, np.int16)),
        tuple(
            column.details.details(attribute_places, type_places, value_places)
            for column in growing
        ),
        attribute_names,
        type_names,
        values,
        np.array([column.skipped for column in growing], np.int64)
        .reshape(len(annotators), len(articles))
        .T,
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
    details: GrowingDetails = field(default_factory=GrowingDetails)
    skipped: list[int] = field(default_factory=list[int])
    """Annotations left out, by article."""
    _skipped: int = 0

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
        words: Vocabulary,
    ) -> int:
        """Add a layer's annotations and return the furthest end among them."""
        furthest = 0
        marks: dict[str, int] = {}
        for annotation in layer.annotations.values():
            start, end = read(annotation.span.start, annotation.span.end)
            if zones and is_covered(start, end, zones):
                self._skipped += 1
                continue
            marks[annotation.id] = len(self.starts)
            self.details.add(len(self.starts), annotation, words)
            self.add(start, end, numbers.setdefault(annotation.label, len(numbers)))
            furthest = max(furthest, end)
        self.details.link(layer.relations, marks, words)
        return furthest

    def end_article(self) -> None:
        self.offsets.append(len(self.starts))
        self.details.end_article()
        self.skipped.append(self._skipped)
        self._skipped = 0

    def ranges(self, labels: Ints) -> Ranges:
        """Return what was gathered, label number ``n`` as ``labels[n]``."""
        return Ranges(
            np.array(self.offsets, np.int64),
            np.array(self.starts, np.int32),
            np.array(self.ends, np.int32),
            labels[np.array(self.labels, np.int16)],
        )
