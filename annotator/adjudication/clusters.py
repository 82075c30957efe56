"""What several annotators mean alike, put together: the units that are adjudicated.

Annotations with equal span and label are one variant. Variants become one cluster where the annotators who made them
differ, in the stages and by the ranks of `matching` (of two annotators the clusters are its aligned pairs), and all
variants of a cluster overlap each other. Nobody has more than one annotation in a cluster, so nested annotations are
clusters of their own.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from annotator.frozen import frozen, once
from annotator.model import Annotation, Layer, Span
from annotator.model.zone import is_covered, merged

Mark = tuple[int, int, str]
"""Start, end and label: what makes annotations of several annotators the same."""

OVERLAP_BITS = 20
"""Intersections over unions are compared as integers of so many bits, as `matching` does."""

HALF = 1 << (OVERLAP_BITS - 1)


@frozen
class Variant:
    """One span and label, and the annotation of each annotator who made it."""

    span: Span
    label: str
    votes: Mapping[str, Annotation]

    @property
    def mark(self) -> Mark:
        return self.span.start, self.span.end, self.label


@frozen(slots=False)
class Cluster:
    """Variants of one thing, most votes first, then by place; ``finished`` are all who finished the article."""

    variants: tuple[Variant, ...]
    finished: tuple[str, ...]

    @once
    def marks(self) -> frozenset[Mark]:
        return frozenset([variant.mark for variant in self.variants])

    @property
    def is_exact(self) -> bool:
        """Tell whether all who marked it marked it the same way."""
        return len(self.variants) == 1

    @property
    def voters(self) -> tuple[str, ...]:
        return tuple(self.annotations)

    @property
    def missing(self) -> tuple[str, ...]:
        """Those who finished the article without marking it."""
        voters = set(self.voters)
        return tuple(name for name in self.finished if name not in voters)

    @property
    def is_unanimous(self) -> bool:
        return self.is_exact and not self.missing

    @once
    def span(self) -> Span:
        """From the first start to the last end of any variant."""
        if len(self.variants) == 1:
            return self.variants[0].span
        spans = [variant.span for variant in self.variants]
        return Span(min(span.start for span in spans), max(span.end for span in spans))

    @once
    def annotations(self) -> Mapping[str, Annotation]:
        """The annotation of each who marked it, by name."""
        if len(self.variants) == 1:
            return self.variants[0].votes  # by name already
        made = {name: one for variant in self.variants for name, one in variant.votes.items()}
        return dict(sorted(made.items()))


def suggest(cluster: Cluster) -> tuple[Span, str]:
    """Return the start, the end and the label with the most votes each, ties by the variant with more votes.

    Where such a start and end do not make a span of their own, the first variant.
    """

    def top(values: Iterable[tuple[int | str, int]]) -> int | str:
        counts: dict[int | str, int] = {}
        for value, votes in values:
            counts[value] = counts.get(value, 0) + votes
        return max(counts, key=counts.__getitem__)

    first = cluster.variants[0]
    start = top((v.span.start, len(v.votes)) for v in cluster.variants)
    end = top((v.span.end, len(v.votes)) for v in cluster.variants)
    label = top((v.label, len(v.votes)) for v in cluster.variants)
    assert isinstance(start, int)
    assert isinstance(end, int)
    return (Span(start, end) if start < end else first.span), str(label)


def cluster(
    layers: Collection[Layer], labels: Sequence[str], *, zones: bool = False
) -> tuple[Cluster, ...]:
    """Put the annotations of finished layers of one article together, in reading order.

    ``labels`` gives the order in which ties between labels are settled; the schema's. What lies in a zone of any of the
    layers is left out unless ``zones``.
    """
    finished = tuple(sorted(layer.annotator for layer in layers))
    out = [] if zones else merged(zone for layer in layers for zone in layer.zones)
    variants = _variants(layers, out, {label: n for n, label in enumerate(labels)})
    spans = [(one.span.start, one.span.end) for one in variants]
    groups = _Groups(variants)
    for first, second in _same_place(spans):
        groups.join(first, second)
    ranked = sorted(_overlapping(spans))
    for _, first, second in ranked:
        if variants[first].label == variants[second].label:
            groups.join(first, second)
    for rank, first, second in ranked:
        if -rank >= HALF:  # of one label they had their chance above
            groups.join(first, second)
    made = [
        Cluster(
            tuple(sorted([variants[n] for n in members], key=_by_votes))
            if len(members) > 1
            else (variants[members[0]],),
            finished,
        )
        for members in groups.members()
    ]
    return tuple(sorted(made, key=_by_place))


class _Groups:
    """Variants joined step by step, as long as nobody votes twice and all overlap all."""

    def __init__(self, variants: Sequence[Variant]) -> None:
        self._variants = variants
        self._group = list(range(len(variants)))
        self._members = {n: [n] for n in self._group}

    def join(self, first: int, second: int) -> None:
        one, other = self._group[first], self._group[second]
        if one == other or not self._fit(one, other):
            return
        for n in self._members[other]:
            self._group[n] = one
        self._members[one] += self._members.pop(other)

    def members(self) -> Iterable[list[int]]:
        return self._members.values()

    def _fit(self, one: int, other: int) -> bool:
        return all(
            a.votes.keys().isdisjoint(b.votes) and a.span.overlaps(b.span)
            for a in map(self._variants.__getitem__, self._members[one])
            for b in map(self._variants.__getitem__, self._members[other])
        )


def _variants(
    layers: Iterable[Layer], zones: Sequence[Span], numbers: Mapping[str, int]
) -> list[Variant]:
    """Return the variants by start, end and label.

    Of an annotator's repetitions the first id counts, with the values that only the others have.
    """
    found: dict[Mark, dict[str, Annotation]] = {}
    places: dict[Mark, Span] = {}
    for layer in sorted(layers, key=_by_annotator):  # so that votes are by name
        for mark, made in _unrepeated(layer).items():
            if not zones or not is_covered(mark[0], mark[1], zones):
                places[mark] = made.span
                found.setdefault(mark, {})[layer.annotator] = made
    last = len(numbers)
    order = sorted([(m[0], m[1], numbers.get(m[2], last), m[2]) for m in found])
    return [
        Variant(places[mark], label, found[mark])
        for start, end, _, label in order
        for mark in ((start, end, label),)
    ]


def _unrepeated(layer: Layer) -> dict[Mark, Annotation]:
    """Return an annotator's annotations by mark."""
    made = layer.annotations.values()
    found = {(one.span.start, one.span.end, one.label): one for one in made}
    if len(found) == len(made):
        return found
    found = dict[Mark, Annotation]()
    for one in sorted(made, key=_by_id):
        first = found.setdefault((one.span.start, one.span.end, one.label), one)
        if one is not first:
            values = {**one.attributes, **first.attributes}
            found[one.span.start, one.span.end, one.label] = replace(first, attributes=values)
    return found


def _same_place(spans: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Yield the numbers of every two equal spans, of ordered ones."""
    for first, span in enumerate(spans):
        second = first + 1
        while second < len(spans) and spans[second] == span:
            yield first, second
            second += 1


def _overlapping(spans: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int, int]]:
    """Yield minus the intersection over union and the numbers of every two spans that overlap, of ordered ones."""
    for first, (start, end) in enumerate(spans):
        second = first + 1
        while second < len(spans) and spans[second][0] < end:
            other_start, other_end = spans[second]
            overlap = min(end, other_end) - other_start
            union = max(end, other_end) - start
            yield -((overlap << OVERLAP_BITS) // union), first, second
            second += 1


def _by_votes(variant: Variant) -> tuple[int, int, int, str]:
    return -len(variant.votes), *variant.mark


def _by_place(made: Cluster) -> tuple[int, int, Mark]:
    if len(made.variants) == 1:
        one = made.variants[0]
        return one.span.start, -one.span.end, one.mark
    return made.span.start, -made.span.end, min(made.marks)


def _by_annotator(layer: Layer) -> str:
    return layer.annotator


def _by_id(annotation: Annotation) -> str:
    return annotation.id
