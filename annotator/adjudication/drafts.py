from collections.abc import Collection
from dataclasses import dataclass, field, replace

from annotator import edits
from annotator.adjudication.ballots import same_mark, same_marks
from annotator.adjudication.clusters import Mark
from annotator.adjudication.decisions import Decision, Review
from annotator.edits import Edit
from annotator.model import Annotation, Layer, Relation, Span, Zone


@dataclass(frozen=True, slots=True)
class Step:
    """One step of a review: the edit of the gold layer, None where it stays as it is, and the review afterwards."""

    edit: Edit | None
    review: Review

    def apply(self, gold: Layer) -> Layer:
        return gold if self.edit is None else self.edit.apply(gold)


@dataclass(slots=True)
class Draft:
    """A gold layer and its review while one step changes both."""

    gold: Layer
    review: Review
    _edits: list[Edit] = field(default_factory=list[Edit])
    _before: Layer = field(init=False)

    def __post_init__(self) -> None:
        self._before = self.gold

    def is_as_merged(self, decision: Decision) -> bool:
        """Tell whether a rule's decision still stands in the gold layer as the rule left it."""
        return decision.is_by_rule and all(
            self.gold.annotations.get(outcome.id) == outcome for outcome in decision.outcomes
        )

    def take_back(
        self, decisions: Collection[Decision], keep: Collection[Mark] = frozenset()
    ) -> None:
        """Forget decisions and remove from the gold layer what they put there, but for spans and labels to keep."""
        for outcome in [one for decision in decisions for one in decision.outcomes]:
            found = self.gold.annotations.get(outcome.id)
            if found is not None and (found.start, found.end, found.label) not in keep:
                self._do(edits.remove(found.id, self.gold))
        self.review = self.review.without(decisions)

    def clear(self, marks: Collection[Mark], keep: Collection[Mark]) -> None:
        """Remove every annotation with one of these spans and labels, whoever put it there, but for those to keep."""
        for start, end, label in sorted(set(marks).difference(keep)):
            for found in same_marks(self.gold, Span(start, end), label):
                self._do(edits.remove(found.id, self.gold))

    def settle(self, decision: Decision) -> None:
        """Add a decision and its outcomes.

        An annotation that the gold layer has already stands for its like; it is nothing that a rule put there.
        """
        outcomes: list[Annotation] = []
        for outcome in decision.outcomes:
            there = same_mark(self.gold, outcome.span, outcome.label)
            if there is None:
                self._do(edits.AddAnnotation(outcome))
                outcomes.append(outcome)
            elif not decision.is_by_rule:
                outcomes.append(there)
        decision = replace(decision, outcomes=tuple(outcomes))
        self.review = replace(self.review, decisions=(*self.review.decisions, decision))

    def link(self, relation: Relation) -> None:
        """Put a link there, the first time that it is asked for."""
        if relation not in self.review.relations:
            if relation not in self.gold.relations:
                self._do(edits.AddRelation(relation))
            self.review = replace(self.review, relations=self.review.relations | {relation})

    def zone(self, zone: Zone) -> None:
        """Put a zone there, the first time that it is asked for."""
        if zone not in self.review.zones:
            if zone not in self.gold.zones:
                self._do(edits.AddZone(zone))
            self.review = replace(self.review, zones=self.review.zones | {zone})

    def step(self) -> Step:
        made = edits.together(self._edits)
        return Step(edits.starting(made, self._before) if made else None, self.review)

    def _do(self, edit: Edit) -> None:
        self.gold = edit.apply(self.gold)
        self._edits.append(edit)
