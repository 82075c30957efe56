"""What annotations carry beside span and label, as integer columns: values of attributes, and links."""

import hashlib
from array import array
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np
import numpy.typing as npt

from annotator.model import Annotation, Relation
from annotator.text.dates import edtf

Ints = npt.NDArray[np.signedinteger]

NO_VALUE = 0
"""Number of the value that stands for none given."""

OPEN = np.iinfo(np.int32)
"""Bounds of what is open: its ``min`` before every day, its ``max`` after."""


@dataclass(frozen=True, slots=True)
class Values:
    """Every text that an attribute has anywhere, in the order of their hashes; number `NO_VALUE` is none.

    ``hashes`` are 63 bits of BLAKE2b: equal texts have equal ones in every project and at any time, so that counts of
    different days add up. ``firsts`` and ``lasts`` are ordinals of the days that bound a value of a date; ``dated`` tells
    which values have such a bound.
    """

    hashes: Ints
    firsts: Ints
    lasts: Ints
    dated: npt.NDArray[np.bool_]

    @classmethod
    def none(cls) -> "Values":
        zero = np.zeros(1, np.int64)
        return cls(zero, zero, zero, np.zeros(1, bool))


@dataclass(frozen=True, slots=True)
class Details:
    """One annotator's: those of article ``d`` are numbers ``offsets[d]`` up to ``offsets[d + 1]``.

    ``marks``, ``heads`` and ``dependents`` are rows of the annotator's `Ranges`.
    """

    value_offsets: Ints
    marks: Ints
    attributes: Ints
    values: Ints
    link_offsets: Ints
    types: Ints
    heads: Ints
    dependents: Ints


@dataclass(slots=True)
class Vocabulary:
    """Numbers for attributes, relation types and values, given out as they are met."""

    dates: Collection[tuple[str, str]]
    """Label and attribute of those that hold EDTF."""
    attributes: dict[str, int]
    types: dict[str, int]
    values: dict[tuple[str, bool], int] = field(default_factory=dict[tuple[str, bool], int])

    def attribute(self, name: str) -> int:
        return self.attributes.setdefault(name, len(self.attributes))

    def type(self, name: str) -> int:
        return self.types.setdefault(name, len(self.types))

    def value(self, text: str, label: str, attribute: str) -> int:
        key = text, (label, attribute) in self.dates
        return self.values.setdefault(key, len(self.values) + 1)

    def table(self) -> tuple[Values, Ints]:
        """Return the values in order, and the number in it of each that was given out."""
        rows = [(0, int(OPEN.min), int(OPEN.max), False)]
        rows += [(_hash(text), *_bounds(text, is_date)) for text, is_date in self.values]
        order = [0, *sorted(range(1, len(rows)), key=rows.__getitem__)]
        places = np.zeros(len(rows), np.int64)
        places[order] = np.arange(len(rows))
        columns = list(zip(*(rows[n] for n in order), strict=True))
        hashes, firsts, lasts = (np.array(column, np.int64) for column in columns[:3])
        return Values(hashes, firsts, lasts, np.array(columns[3], bool)), places


def _hash(text: str) -> int:
    digest = hashlib.blake2b(text.encode("utf-8", "surrogatepass"), digest_size=8).digest()
    return int.from_bytes(digest) >> 1


def _bounds(text: str, is_date: bool) -> tuple[int, int, bool]:
    days = edtf.bounds(text) if is_date else None
    first, last = days or (None, None)
    return (
        first.toordinal() if first else int(OPEN.min),
        last.toordinal() if last else int(OPEN.max),
        first is not None or last is not None,
    )


def named(known: Sequence[str], numbers: Mapping[str, int]) -> tuple[tuple[str, ...], Ints]:
    """Return ``known`` names and then the others in order, and the place of each number among them."""
    order = (*known, *sorted(set(numbers) - set(known)))
    places = {name: place for place, name in enumerate(order)}
    return order, np.array([places[name] for name in numbers], np.int64)


@dataclass(slots=True)
class GrowingDetails:
    """Gathers one annotator's, article by article."""

    value_offsets: "array[int]" = field(default_factory=lambda: array("q", [0]))
    marks: "array[int]" = field(default_factory=lambda: array("q"))
    attributes: "array[int]" = field(default_factory=lambda: array("q"))
    values: "array[int]" = field(default_factory=lambda: array("q"))
    link_offsets: "array[int]" = field(default_factory=lambda: array("q", [0]))
    types: "array[int]" = field(default_factory=lambda: array("q"))
    heads: "array[int]" = field(default_factory=lambda: array("q"))
    dependents: "array[int]" = field(default_factory=lambda: array("q"))

    def add(self, mark: int, annotation: Annotation, words: Vocabulary) -> None:
        for name, text in annotation.attributes.items():
            if text:
                self.marks.append(mark)
                self.attributes.append(words.attribute(name))
                self.values.append(words.value(text, annotation.label, name))

    def link(
        self, relations: Iterable[Relation], marks: Mapping[str, int], words: Vocabulary
    ) -> None:
        """Add the links both ends of which are compared."""
        for one in relations:
            if one.head in marks and one.dependent in marks:
                self.types.append(words.type(one.type))
                self.heads.append(marks[one.head])
                self.dependents.append(marks[one.dependent])

    def end_article(self) -> None:
        self.value_offsets.append(len(self.marks))
        self.link_offsets.append(len(self.heads))

    def details(self, attributes: Ints, types: Ints, values: Ints) -> Details:
        """Return what was gathered, each number as its vocabulary's table has it."""
        return Details(
            _ints(self.value_offsets),
            _ints(self.marks),
            attributes[_ints(self.attributes)],
            values[_ints(self.values)],
            _ints(self.link_offsets),
            types[_ints(self.types)],
            _ints(self.heads),
            _ints(self.dependents),
        )


def _ints(numbers: "array[int]") -> Ints:
    return np.array(numbers, np.int64)
