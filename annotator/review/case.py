"""One article's differences as they are decided: what is settled, and the step that settles one."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from annotator.adjudication import merging as adjudication
from annotator.adjudication.ballots import (
    AttributeVote,
    RelationVote,
    same_mark,
    vote_attributes,
    vote_relations,
)
from annotator.adjudication.clusters import Cluster, Variant, cluster
from annotator.adjudication.decisions import Decision, Review, Tally, Verdict, tally
from annotator.adjudication.drafts import Step
from annotator.adjudication.merging import merge
from annotator.adjudication.rules import MergeRule
from annotator.edits import together
from annotator.model import Annotation, Layer, Span
from annotator.review.board import Difference

OUTCOMES = ("a", "b", "both", "none")
"""What can be taken of a difference without editing: the choice, as keys and buttons name it."""


@dataclass(frozen=True)
class Case:
    """One article under review: the finished layers, gold as it is, and the rule that merges."""

    layers: tuple[Layer, ...]
    labels: tuple[str, ...]
    gold: Layer
    review: Review
    rule: MergeRule

    @cached_property
    def clusters(self) -> tuple[Cluster, ...]:
        return cluster(self.layers, self.labels)

    @cached_property
    def tally(self) -> Tally:
        return tally(self.clusters, self.review)

    def clusters_of(self, one: Difference) -> tuple[Cluster, ...]:
        """Return the clusters a difference's annotations are in: one, seldom two, none of unfinished work."""
        marks = {mark(annotation) for annotation in one.annotations}
        return tuple(found for found in self.clusters if not marks.isdisjoint(found.marks))

    def settled(self, one: Difference) -> Decision | None:
        """Return the decision on a difference; None as long as any part of it is open."""
        found = [self.review.settled(cluster) for cluster in self.clusters_of(one)]
        return found[0] if found and None not in found else None

    def outcome(self, one: Difference) -> str:
        """Return ``a``, ``b``, ``both``, ``none``, ``edit``, ``merged``, or nothing while it is open."""
        decision = self.settled(one)
        if decision is None:
            return ""
        if decision.is_by_rule:
            return "merged"
        if decision.verdict == Verdict.EDITED:
            return "edit"
        taken = {
            mark(annotation)
            for cluster in self.clusters_of(one)
            if (found := self.review.settled(cluster)) is not None
            for annotation in found.outcomes
        }
        has_a = one.first is not None and mark(one.first) in taken
        has_b = one.second is not None and mark(one.second) in taken
        return {(True, True): "both", (True, False): "a", (False, True): "b"}.get(
            (has_a, has_b), "edit" if taken else "none"
        )

    def disputed_values(self) -> Iterator[tuple[Annotation, AttributeVote]]:
        """Yield the attributes of gold's annotations that their annotators gave different values."""
        for found in self.clusters:
            for variant in found.variants:
                made = same_mark(self.gold, variant.span, variant.label)
                if made is not None:
                    for vote in vote_attributes(found, variant.label):
                        if vote.is_disputed:
                            yield made, vote

    def disputed_links(self) -> tuple[RelationVote, ...]:
        """Return the links between gold's annotations that not all who could have made them made."""
        votes = vote_relations(self.clusters, self.layers, self.gold, self.review)
        return tuple(vote for vote in votes if vote.is_disputed)

    # -- steps

    def choose(self, one: Difference, choice: str, *, who: str, when: str, why: str) -> Step:
        """Take what one, both or neither made; then merge what the rule settles, so that links follow."""
        wanted = {
            "a": [one.first],
            "b": [one.second],
            "both": [one.first, one.second],
            "none": [],
        }[choice]
        marks = {mark(annotation) for annotation in wanted if annotation is not None}
        case, steps = self, list[Step]()
        for found in self.clusters_of(one):
            variants = [variant for variant in found.variants if variant.mark in marks]
            step = case.settle(found, variants, who=who, when=when, why=why)
            steps.append(step)
            case = case.after(step)
        steps.append(case.merged(when))
        return combined(steps)

    def settle(
        self, found: Cluster, variants: Sequence[Variant], *, who: str, when: str, why: str
    ) -> Step:
        if not variants:
            return adjudication.reject(found, self.gold, self.review, who=who, when=when, why=why)
        return adjudication.accept(
            found, variants, self.gold, self.review, who=who, when=when, why=why
        )

    def edit(
        self, one: Difference, span: Span, label: str, *, who: str, when: str, why: str
    ) -> Step:
        """Take a difference with a span and a label that need not be anybody's."""
        case, steps = self, list[Step]()
        for number, found in enumerate(self.clusters_of(one)):
            if number == 0:
                step = adjudication.edit(
                    found, span, label, case.gold, case.review, who=who, when=when, why=why
                )
            else:
                step = case.settle(found, (), who=who, when=when, why=why)
            steps.append(step)
            case = case.after(step)
        steps.append(case.merged(when))
        return combined(steps)

    def reopen(self, one: Difference, when: str) -> Step:
        case, steps = self, list[Step]()
        for found in self.clusters_of(one):
            step = adjudication.reopen(found, case.gold, case.review)
            steps.append(step)
            case = case.after(step)
        steps.append(case.merged(when))
        return combined(steps)

    def merged(self, when: str) -> Step:
        return merge(self.clusters, self.layers, self.gold, self.review, self.rule, when=when)

    def after(self, step: Step) -> "Case":
        return self.with_gold(step.apply(self.gold), step.review)

    def with_gold(self, gold: Layer, review: Review) -> "Case":
        """Return the same article with another gold; its clusters are what they were."""
        case = replace(self, gold=gold, review=review)
        case.__dict__["clusters"] = self.clusters
        return case


def combined(steps: Sequence[Step]) -> Step:
    """Return steps that follow each other as one."""
    return Step(together(step.edit for step in steps), steps[-1].review)


def mark(annotation: Annotation) -> tuple[int, int, str]:
    return annotation.start, annotation.end, annotation.label
