"""The same decision where the same words are disagreed about in the same way."""

from collections.abc import Iterable
from dataclasses import dataclass

from annotator.adjudication.clusters import Cluster, Variant
from annotator.adjudication.decisions import Decision
from annotator.text.folding import fold_key

Signature = frozenset[tuple[str, str, int]]
"""Of each variant its words, folded, its label, and where it begins, counted from the first variant's start."""


@dataclass(frozen=True, slots=True)
class Place:
    """A cluster and the article it is in."""

    article_id: str
    text: str
    cluster: Cluster

    @property
    def signature(self) -> Signature:
        start = self.cluster.span.start
        return frozenset(
            (fold_key(v.span.of(self.text)), v.label, v.span.start - start)
            for v in self.cluster.variants
        )


def alike(place: Place, others: Iterable[Place]) -> tuple[Place, ...]:
    """Return the other places where the variants have the same words and labels, whoever made them."""
    wanted = place.signature
    return tuple(
        other
        for other in others
        if other.signature == wanted
        and (other.article_id, other.cluster.span) != (place.article_id, place.cluster.span)
    )


def variants_for(decision: Decision, place: Place, other: Place) -> tuple[Variant, ...]:
    """Return the variants at ``other`` that stand for what a decision took at ``place``, which is `alike`.

    What was taken with an edited span or label has no counterpart: decide such a cluster by itself.
    """
    start, shift = place.cluster.span.start, other.cluster.span.start
    taken = {(one.start - start, one.end - start, one.label) for one in decision.outcomes}
    return tuple(
        v
        for v in other.cluster.variants
        if (v.span.start - shift, v.span.end - shift, v.label) in taken
    )
