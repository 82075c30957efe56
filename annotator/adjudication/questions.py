"""What is to be settled in an article: each cluster with the decisions about it and what stands in gold for it.

Decisions outlive the annotations that they were about, and gold may hold what nobody marked: both are questions too.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace

from annotator.adjudication.clusters import Cluster, Mark
from annotator.adjudication.decisions import Decision, Review, last_word, mark_of
from annotator.frozen import frozen, once
from annotator.model import Annotation, Layer, Span

NOBODY: Mapping[str, Annotation] = {}


@frozen(slots=False)
class Question:
    """One thing to settle. Without a cluster it is about what nobody marks (any more).

    ``gold`` is what stands in the gold layer for it, in reading order. ``elsewhere`` are variants that its decisions have
    seen and that belong to other clusters by now.
    """

    cluster: Cluster | None
    decisions: tuple[Decision, ...]
    gold: tuple[Annotation, ...]
    elsewhere: frozenset[Mark] = frozenset()
    is_as_merged: bool = True
    """Tells whether only rules have spoken and gold still holds what they put there, as they did."""

    @once
    def settled(self) -> Decision | None:
        """The last word: a person's decision before a rule's."""
        return last_word(self.decisions)

    @property
    def made(self) -> Mapping[str, Annotation]:
        """What each annotator who marked it made."""
        return self.cluster.annotations if self.cluster else NOBODY

    @property
    def marks(self) -> frozenset[Mark]:
        return self.cluster.marks if self.cluster else frozenset()

    @once
    def outcomes(self) -> dict[str, Annotation]:
        """What decisions have put into gold, by id, as it was when it was put there."""
        return {one.id: one for decision in self.decisions for one in decision.outcomes}

    @property
    def values(self) -> dict[str, str]:
        """The attributes that its decisions settled, later ones over earlier ones."""
        return {k: value for decision in self.decisions for k, value in decision.values.items()}

    @once
    def by_hand(self) -> tuple[Annotation, ...]:
        """What stands in gold without any decision having put it there."""
        known = self.outcomes
        return tuple([one for one in self.gold if one.id not in known])

    @once
    def span(self) -> Span:
        """From the first start to the last end of all that it is about; seen variants where nothing else is left."""
        spans = [one.span for one in self.gold]
        if self.cluster is not None:
            spans.append(self.cluster.span)
        if not spans:
            spans = [Span(start, end) for one in self.decisions for start, end, _ in one.seen]
            spans += [one.span for decision in self.decisions for one in decision.outcomes]
        return Span(min(one.start for one in spans), max(one.end for one in spans))


def questions(clusters: Sequence[Cluster], gold: Layer, review: Review) -> tuple[Question, ...]:
    """Return the questions of an article in reading order; every annotation of gold belongs to one of them."""
    if not gold.annotations and not review.decisions:
        return tuple([Question(cluster, (), ()) for cluster in clusters])
    place = {mark: n for n, cluster in enumerate(clusters) for mark in cluster.marks}
    about = [review.about(cluster) for cluster in clusters]
    stands: list[list[Annotation]] = [[] for _ in clusters]
    left = dict(gold.annotations)
    for one in gold.annotations.values():
        number = place.get((one.span.start, one.span.end, one.label))
        if number is not None:
            stands[number].append(left.pop(one.id))
    asked_of: dict[int, list[int]] = {}
    for number, decisions in enumerate(about):
        for decision in decisions:
            asked_of.setdefault(id(decision), []).append(number)
            for outcome in decision.outcomes:
                found = left.get(outcome.id)
                if found is not None:
                    stands[_nearest(found, clusters, about, decision, number)].append(found)
                    del left[outcome.id]
    shared = {key for key, numbers in asked_of.items() if len(numbers) > 1}
    made = [
        Question(
            cluster,
            about[n],
            tuple(sorted(stands[n], key=_reading) if len(stands[n]) > 1 else stands[n]),
            _elsewhere(n, about[n], place) if shared else frozenset(),
            _is_as_merged(about[n], gold),
        )
        for n, cluster in enumerate(clusters)
    ]
    for decision in review.decisions:
        if id(decision) not in asked_of:
            found = [left.pop(one.id) for one in decision.outcomes if one.id in left]
            if found or decision.seen or decision.outcomes:
                as_merged = _is_as_merged((decision,), gold)
                made.append(Question(None, (decision,), tuple(found), is_as_merged=as_merged))
    made += [Question(None, (), (one,)) for one in left.values()]
    return tuple(sorted(made, key=_by_place)) if len(made) > len(clusters) else tuple(made)


def _is_as_merged(decisions: Collection[Decision], gold: Layer) -> bool:
    known = gold.annotations
    for decision in decisions:
        if not decision.is_by_rule:
            return False
        for one in decision.outcomes:
            if known.get(one.id) != one:
                return False
    return True


def _nearest(
    outcome: Annotation,
    clusters: Sequence[Cluster],
    about: Sequence[tuple[Decision, ...]],
    decision: Decision,
    first: int,
) -> int:
    """Return the number of the cluster, of those a decision is about, that an outcome overlaps, else the ``first``."""
    return next(
        (
            number
            for number in range(first, len(clusters))
            if clusters[number].span.overlaps(outcome.span)
            and any(one is decision for one in about[number])
        ),
        first,
    )


def _elsewhere(
    number: int, decisions: Iterable[Decision], place: dict[Mark, int]
) -> frozenset[Mark]:
    return frozenset(
        mark
        for decision in decisions
        for mark in decision.seen.union(map(mark_of, decision.outcomes))
        if place.get(mark, number) != number
    )


def left_to_others(decision: Decision, question: Question) -> Decision | None:
    """Return what a decision still says of other clusters once ``question`` is decided anew; None where nothing."""
    if question.elsewhere.isdisjoint(decision.seen.union(map(mark_of, decision.outcomes))):
        return None
    here = {one.id for one in question.gold}
    outcomes = tuple(one for one in decision.outcomes if one.id not in here)
    return replace(decision, seen=decision.seen & question.elsewhere, outcomes=outcomes)


def _reading(annotation: Annotation) -> tuple[int, int, str]:
    return annotation.span.start, -annotation.span.end, annotation.id


def _by_place(question: Question) -> tuple[int, int]:
    span = question.span
    return span.start, -span.end
