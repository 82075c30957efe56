from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import StrEnum

from annotator import edits
from annotator.adjudication.decisions import (
    Decision,
    LinkDecision,
    Review,
    ZoneDecision,
    mark_of,
)
from annotator.adjudication.questions import Question, left_to_others
from annotator.edits import Edit
from annotator.frozen import frozen
from annotator.model import Annotation, Layer, Relation, Span, Zone


class Effect(StrEnum):
    """What a step does to one thing in gold."""

    ADDS = "adds"
    REMOVES = "removes"
    CHANGES = "changes"
    REOPENS = "reopens"


class Kind(StrEnum):
    """What a question is about."""

    SPAN = "span"
    LINK = "link"
    ZONE = "zone"


@frozen
class Change:
    """One thing that a step does: of a span what stands there before and after, of a link or zone its name only.

    ``label`` is the span's label, the link's type or the zone's kind.
    """

    effect: Effect
    kind: Kind
    span: Span
    label: str
    before: Annotation | None = None
    after: Annotation | None = None


@dataclass(frozen=True)
class Step:
    """One step of a review: the edit of the gold layer, None where it stays as it is, and the review afterwards."""

    edit: Edit | None
    review: Review
    changes: tuple[Change, ...] = ()

    def apply(self, gold: Layer) -> Layer:
        return gold if self.edit is None else self.edit.apply(gold)


class Draft:
    """A gold layer and its review while one step changes both."""

    def __init__(self, gold: Layer, review: Review, first: Edit | None = None) -> None:
        """Begin with ``first``, an edit that is part of the step."""
        self.before = gold
        self._edits: list[Edit] = [] if first is None else [first]
        gold = gold if first is None else first.apply(gold)
        self._started = gold
        self.annotations = dict(gold.annotations)
        self.relations = set(gold.relations)
        self.zones = set(gold.zones)
        self._review = review
        self._decisions = {id(one): one for one in review.decisions}
        self._instead: dict[int, Decision | None] = {}
        self._links = dict(review.links)
        self._zoned = dict(review.zoned)
        self.changes: list[Change] = []

    @property
    def review(self) -> Review:
        links = {
            link: one
            for link, one in self._links.items()
            if link.head in self.annotations and link.dependent in self.annotations
        }
        return replace(
            self._review,
            decisions=tuple(self._decisions.values()),
            link_decisions=tuple(links.values()),
            zone_decisions=tuple(self._zoned.values()),
        )

    @property
    def gold(self) -> Layer:
        """The gold layer as far as it is changed."""
        return replace(
            self._started,
            annotations=dict(self.annotations),
            relations=frozenset(self.relations),
            zones=frozenset(self.zones),
        )

    @property
    def placed_relations(self) -> frozenset[Relation]:
        """What merges of old programs have linked."""
        return self._review.relations

    @property
    def placed_zones(self) -> frozenset[Zone]:
        return self._review.zones

    @property
    def links(self) -> Mapping[Relation, LinkDecision]:
        return self._links

    @property
    def zoned(self) -> Mapping[Zone, ZoneDecision]:
        return self._zoned

    # -- spans

    def settle(self, question: Question, decision: Decision) -> tuple[Annotation, ...]:
        """Put a decision in the place of those there were, and its outcomes in the place of what gold has there.

        An annotation of the same span and label stays, with the outcome's values; one that becomes another keeps its
        id, so that links and notes stay with it. Return what stands in gold for the question now.
        """
        self.forget(question)
        if not question.gold:
            for target in decision.outcomes:
                self._add(target)
            self.keep(decision)
            return decision.outcomes
        stands: list[Annotation] = []
        outcomes: list[Annotation] = []
        wanted = list(decision.outcomes)
        gone = list(question.gold)
        for target in decision.outcomes:
            same = [one for one in gone if mark_of(one) == mark_of(target)]
            if same:
                wanted.remove(target)
                gone = [one for one in gone if one not in same]
                kept = self._become(same[0], replace(same[0], attributes=target.attributes))
                stands += [kept, *same[1:]]
                if not decision.is_by_rule or same[0].id in question.outcomes:
                    outcomes.append(kept)
        if len(wanted) == len(gone) == 1:
            target, old = wanted.pop(), gone.pop()
            outcomes.append(self._become(old, replace(target, id=old.id, note=old.note)))
            stands.append(outcomes[-1])
        for old in gone:
            self.remove(old)
        for target in wanted:
            self._add(target)
            outcomes.append(target)
        stands += wanted
        known = tuple(outcomes)
        self.keep(decision if known == decision.outcomes else replace(decision, outcomes=known))
        return tuple(stands)

    def take_out(self, question: Question) -> None:
        """Forget a question's decisions and take everything that stands for it out of gold."""
        self.forget(question)
        for one in question.gold:
            self.remove(one)

    def forget(self, question: Question) -> None:
        """Forget a question's decisions, but for what they say of other clusters."""
        for decision in question.decisions:
            known = self._now(decision)
            if known is not None:
                self.exchange(decision, left_to_others(known, question))

    def keep(self, decision: Decision) -> None:
        self._decisions[id(decision)] = decision

    def exchange(self, old: Decision, new: Decision | None) -> None:
        """Put a decision, or None, in the place of another without touching gold."""
        known = self._now(old)
        if known is not None:
            self._decisions.pop(id(known))
        self._instead[id(old)] = new
        if new is not None:
            self.keep(new)

    def reopen(self, question: Question, decision: Decision) -> None:
        """Say of a rule's decision that the rule no longer settles it; gold keeps what it has."""
        known = self._now(decision)
        if known is not None and not known.reopened:
            self.exchange(decision, replace(known, reopened=True))
            self.tell_reopened(question)

    def tell_reopened(self, question: Question) -> None:
        first = next(iter(question.gold), None)
        label = first.label if first else next(iter(sorted(question.marks)))[2]
        self._tell(Effect.REOPENS, Kind.SPAN, question.span, label, first, first)

    def give(self, annotation: Annotation, attributes: Mapping[str, str]) -> Annotation:
        """Give an annotation of gold these values, wherever decisions name it."""
        return self._become(annotation, replace(annotation, attributes=dict(attributes)))

    # -- links and zones

    def decide_link(self, decision: LinkDecision) -> None:
        """Put a link there or take it away, as it was decided."""
        link = decision.relation
        if decision.is_taken and link not in self.relations:
            self._do(edits.AddRelation(link))
            self.relations.add(link)
            self._tell_link(Effect.ADDS, link)
        elif not decision.is_taken and link in self.relations:
            self.cut(link)
        self._links[link] = decision

    def cut(self, link: Relation) -> None:
        self._do(edits.RemoveRelation(link))
        self.relations.discard(link)
        self._tell_link(Effect.REMOVES, link)

    def keep_link(self, decision: LinkDecision) -> None:
        self._links[decision.relation] = decision

    def forget_link(self, link: Relation) -> None:
        self._links.pop(link, None)
        if link in self._review.relations:
            rest = self._review.relations - {link}
            self._review = replace(self._review, relations=rest)

    def reopen_link(self, decision: LinkDecision) -> None:
        if not decision.reopened:
            self._links[decision.relation] = replace(decision, reopened=True)
            self._tell_link(Effect.REOPENS, decision.relation)

    def decide_zone(self, decision: ZoneDecision) -> None:
        """Put a zone there or take it away, as it was decided."""
        zone = decision.zone
        if decision.is_taken and zone not in self.zones:
            self._do(edits.AddZone(zone))
            self.zones.add(zone)
            self._tell(Effect.ADDS, Kind.ZONE, zone.span, zone.kind)
        elif not decision.is_taken and zone in self.zones:
            self.unzone(zone)
        self._zoned[zone] = decision

    def unzone(self, zone: Zone) -> None:
        self._do(edits.RemoveZone(zone))
        self.zones.discard(zone)
        self._tell(Effect.REMOVES, Kind.ZONE, zone.span, zone.kind)

    def keep_zone(self, decision: ZoneDecision) -> None:
        self._zoned[decision.zone] = decision

    def forget_zone(self, zone: Zone) -> None:
        self._zoned.pop(zone, None)
        if zone in self._review.zones:
            self._review = replace(self._review, zones=self._review.zones - {zone})

    def reopen_zone(self, decision: ZoneDecision) -> None:
        if not decision.reopened:
            zone = decision.zone
            self._zoned[zone] = replace(decision, reopened=True)
            self._tell(Effect.REOPENS, Kind.ZONE, zone.span, zone.kind)

    # -- what comes of it

    def step(self) -> Step:
        made = edits.together(self._edits)
        if made is not None and self._started.status == self.before.status:
            made = edits.starting(made, self.before)
        return Step(made, self.review, tuple(self.changes))

    # -- inside

    def _now(self, decision: Decision) -> Decision | None:
        """Return what stands for a decision by now, None where it was forgotten."""
        if id(decision) in self._instead:
            return self._instead[id(decision)]
        return self._decisions.get(id(decision))

    def _add(self, annotation: Annotation) -> None:
        self._do(edits.AddAnnotation(annotation))
        self.annotations[annotation.id] = annotation
        self._tell(Effect.ADDS, Kind.SPAN, annotation.span, annotation.label, None, annotation)

    def remove(self, annotation: Annotation) -> None:
        """Take an annotation out of gold, with the links that pointed at it."""
        found = self.annotations.pop(annotation.id, None)
        if found is None:
            return
        links = tuple(sorted(one for one in self.relations if one.touches(found.id)))
        self.relations.difference_update(links)
        self._do(edits.RemoveAnnotation(found, links))
        self._tell(Effect.REMOVES, Kind.SPAN, found.span, found.label, found, None)

    def _become(self, old: Annotation, new: Annotation) -> Annotation:
        if new != old:
            self._do(edits.ChangeAnnotation(old, new))
            self.annotations[old.id] = new
            self._tell(Effect.CHANGES, Kind.SPAN, new.span, new.label, old, new)
        return new

    def _do(self, edit: Edit) -> None:
        self._edits.append(edit)

    def _tell(
        self,
        effect: Effect,
        kind: Kind,
        span: Span,
        label: str,
        before: Annotation | None = None,
        after: Annotation | None = None,
    ) -> None:
        self.changes.append(Change(effect, kind, span, label, before, after))

    def _tell_link(self, effect: Effect, link: Relation) -> None:
        head = self.annotations[link.head]
        self._tell(effect, Kind.LINK, head.span, link.type)
