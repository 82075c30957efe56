"""Every difference between two annotators, as values that a list can show and a table can hold."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

import numpy as np

from annotator.iaa.alignment.blocks import Block, cut
from annotator.iaa.alignment.causes import boundary_cause
from annotator.iaa.alignment.columns import Compared, collect, is_comparable
from annotator.iaa.alignment.edges import edge_reader
from annotator.iaa.alignment.kinds import Cause, Kind
from annotator.iaa.alignment.matching import Alignment, Code, align
from annotator.iaa.alignment.options import DEFAULT, Options
from annotator.model import Annotation, Span

_KINDS = {
    Code.LABEL: Kind.LABEL,
    Code.BOUNDARY: Kind.BOUNDARY,
    Code.LABEL_BOUNDARY: Kind.LABEL_BOUNDARY,
}


@dataclass(frozen=True, slots=True)
class Disagreement:
    """One typed difference between annotators ``a`` and ``b`` on an article."""

    article_id: str
    kind: Kind
    a: str
    b: str
    first: Annotation | None
    """What a made; None where only b made something, or b's is a further piece."""
    second: Annotation | None
    cause: Cause | None = None
    overlap: float = 0.0
    """Intersection over union of the two spans."""
    whole: Annotation | None = None
    """Of a further piece, what the other annotator made in one."""
    is_nested: bool = False
    """Tells of an annotation without a partner that it lies in an aligned one: the other made only the outer one."""

    @property
    def annotations(self) -> tuple[Annotation, ...]:
        return tuple(found for found in (self.first, self.second) if found is not None)

    @property
    def span(self) -> Span:
        """From the first start to the last end."""
        found = self.annotations
        return Span(min(one.start for one in found), max(one.end for one in found))

    @property
    def labels(self) -> tuple[str, ...]:
        """One label, or a's and b's where they differ."""
        return tuple(dict.fromkeys(one.label for one in self.annotations))


def disagreements(
    items: Sequence[Compared], a: str, b: str, labels: Sequence[str], options: Options = DEFAULT
) -> Iterator[Disagreement]:
    """Yield how two annotators differ, article by article, by place. Articles that not both have finished have none.

    Give each item the layers of all compared annotators, as for `columns.collect`, since their zones count, and the
    article's text, from which causes are read; ``labels`` as in the statistics these are to agree with.
    """
    pair = (a, b)
    columns = collect([_of_pair(item, pair, options) for item in items], pair, labels, options)
    for block in cut(columns):
        aligned = align(block.sides[0], block.sides[1], block.label_bits)
        for row in range(block.articles):
            if block.done[row].all():
                item = items[block.first + row]
                sides = _sides(item, pair, options, block, aligned, row, columns.labels)
                yield from sorted(_compare(item, *sides), key=_by_place)


def same_label_pairs(
    item: Compared,
    a: str,
    b: str,
    labels: Sequence[str],
    options: Options = DEFAULT,
    *,
    strict: bool = False,
) -> tuple[tuple[Annotation, Annotation], ...]:
    """Return the aligned annotations of an article that have the same label: those whose values and links are compared.

    ``strict`` leaves out those whose spans are not equal, as the strict reading of links does.
    What `disagreements` says of its arguments holds here; an article that not both have finished has none.
    """
    pair = (a, b)
    codes = (Code.EXACT,) if strict else (Code.EXACT, Code.BOUNDARY)
    columns = collect([_of_pair(item, pair, options)], pair, labels, options)
    found: list[tuple[Annotation, Annotation]] = []
    for block in cut(columns):
        aligned = align(block.sides[0], block.sides[1], block.label_bits)
        for row in range(block.articles):
            if block.done[row].all():
                first, second = _sides(item, pair, options, block, aligned, row, columns.labels)
                found += [
                    (made.annotation, second.made[made.partner].annotation)
                    for made in first.made
                    if made.code in codes
                ]
    return tuple(found)


@dataclass(frozen=True, slots=True)
class _Made:
    """One span of an article, what became of it, and the number of its partner on the other side."""

    annotation: Annotation
    code: Code
    partner: int


@dataclass(frozen=True, slots=True)
class _Side:
    name: str
    made: tuple[_Made, ...]


def _sides(
    item: Compared,
    pair: Sequence[str],
    options: Options,
    block: Block,
    aligned: Alignment,
    row: int,
    labels: Sequence[str],
) -> list[_Side]:
    read = edge_reader(options.edges, item.text)
    base = int(block.bases[row])
    borders = [np.searchsorted(side.articles, (row, row + 1)).tolist() for side in block.sides]
    codes = aligned.codes_a, aligned.codes_b
    partners = aligned.partners_a, aligned.partners_b
    found: list[_Side] = []
    for n, side in enumerate(block.sides):
        # Of several annotations that come to the same span, the one with the first id stands for all.
        layer = item.layers[pair[n]]
        known = {
            (*read(one.start, one.end), one.label): one for one in sorted(layer, key=_by_id)[::-1]
        }
        part = slice(*borders[n])
        columns = (side.starts, side.ends, side.labels, codes[n], partners[n])
        rows: Iterator[tuple[int, ...]] = zip(
            *(column[part].tolist() for column in columns), strict=True
        )
        made = tuple(
            _Made(
                known[start - base, end - base, labels[int(label)]],
                Code(code),
                partner - borders[1 - n][0],
            )
            for start, end, label, code, partner in rows
        )
        found.append(_Side(pair[n], made))
    return found


def _compare(item: Compared, a: _Side, b: _Side) -> Iterator[Disagreement]:
    for made in a.made:
        if made.code in _KINDS:
            partner = b.made[made.partner].annotation
            yield _aligned(item, _KINDS[made.code], a.name, b.name, made.annotation, partner)
    for kind, own, other in ((Kind.ONLY_A, a, b), (Kind.ONLY_B, b, a)):
        for made in own.made:
            if made.code in (Code.SPLIT, Code.ONLY):
                sides = (made.annotation, None) if own is a else (None, made.annotation)
                names = item.article_id, kind, a.name, b.name
                if made.code == Code.SPLIT:
                    whole = _whole(made.annotation, other)
                    names = item.article_id, Kind.SPLIT, a.name, b.name
                    yield Disagreement(*names, *sides, whole=whole)
                else:
                    nested = _lies_in_aligned(made.annotation, own)
                    yield Disagreement(*names, *sides, is_nested=nested)


def _aligned(
    item: Compared, kind: Kind, a: str, b: str, first: Annotation, second: Annotation
) -> Disagreement:
    overlap = min(first.end, second.end) - max(first.start, second.start)
    union = max(first.end, second.end) - min(first.start, second.start)
    cause = boundary_cause(item.text, first.span, second.span)
    return Disagreement(item.article_id, kind, a, b, first, second, cause, overlap / union)


def _whole(piece: Annotation, other: _Side) -> Annotation | None:
    """Return the other's annotation that ``piece`` is a further piece of: the one it shares most with."""
    candidates = [
        made.annotation
        for made in other.made
        if made.code == Code.BOUNDARY
        and made.annotation.label == piece.label
        and made.annotation.span.overlaps(piece.span)
    ]
    return max(
        candidates,
        key=lambda one: min(one.end, piece.end) - max(one.start, piece.start),
        default=None,
    )


def _lies_in_aligned(annotation: Annotation, own: _Side) -> bool:
    return any(
        made.code not in (Code.SPLIT, Code.ONLY) and made.annotation.span.contains(annotation.span)
        for made in own.made
    )


def _of_pair(item: Compared, pair: Sequence[str], options: Options) -> Compared:
    """Keep the layers of two annotators, with the zones of all."""
    zones = frozenset(
        zone
        for layer in item.layers.values()
        if is_comparable(layer, options)
        for zone in layer.zones
    )
    layers = {name: replace(item.layers[name], zones=zones) for name in pair if name in item.layers}
    return replace(item, layers=layers)


def _by_id(annotation: Annotation) -> str:
    return annotation.id


def _by_place(found: Disagreement) -> tuple[int, int, str, str]:
    return found.span.start, -found.span.end, found.kind, found.annotations[0].id
