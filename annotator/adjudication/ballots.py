"""Votes on what belongs to annotations: attributes, links and zones. What has no winner is a dispute, to be shown."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from annotator.adjudication.clusters import Cluster
from annotator.adjudication.questions import Question
from annotator.model import Annotation, Layer, Relation, Span, Zone


@dataclass(frozen=True, slots=True)
class AttributeVote:
    """Who gave an attribute of a label which value. Who gave none abstains."""

    name: str
    votes: Mapping[str, tuple[str, ...]]
    """Annotators by value."""
    chosen: str
    """The value with the most votes; empty where several have as many."""
    label: str = ""
    voters: tuple[str, ...] = ()
    """All who gave the label, with or without a value."""

    @property
    def is_disputed(self) -> bool:
        return len(self.votes) > 1


@dataclass(frozen=True, slots=True)
class RelationVote:
    """Who made a link between two annotations of the gold layer, of those who made both of its ends."""

    relation: Relation
    votes: tuple[str, ...]
    voters: tuple[str, ...]

    @property
    def is_disputed(self) -> bool:
        return len(self.votes) < len(self.voters)


@dataclass(frozen=True, slots=True)
class ZoneVote:
    """Who marked a zone, of all who finished the article."""

    zone: Zone
    votes: tuple[str, ...]
    voters: tuple[str, ...]


def vote_attributes(cluster: Cluster, label: str) -> tuple[AttributeVote, ...]:
    """Count the attributes of those annotations in a cluster that have the label it was given."""
    ballots: dict[str, dict[str, list[str]]] = {}
    voters: list[str] = []
    for annotator, made in sorted(cluster.annotations.items()):
        if made.label == label:
            voters.append(annotator)
            for name, value in made.attributes.items():
                ballots.setdefault(name, {}).setdefault(value, []).append(annotator)
    return tuple(
        AttributeVote(
            name,
            {value: tuple(names) for value, names in sorted(votes.items())},
            _winner(votes),
            label,
            tuple(voters),
        )
        for name, votes in sorted(ballots.items())
    )


def vote_relations(
    questions: Sequence[Question], layers: Iterable[Layer]
) -> tuple[RelationVote, ...]:
    """Count the annotators' links between what stands for their annotations in the gold layer.

    Whoever has the same annotation twice may have linked either: one stands in gold for both, and their links are its.
    """
    layers = tuple(layers)
    if not any(layer.relations for layer in layers):
        return ()
    stands_for = _stand_ins(questions, layers)
    makers: dict[str, set[str]] = {}
    for (annotator, _), target in stands_for.items():
        makers.setdefault(target, set()).add(annotator)
    votes: dict[Relation, set[str]] = {}
    for layer in layers:
        for link in layer.relations:
            head = stands_for.get((layer.annotator, link.head))
            dependent = stands_for.get((layer.annotator, link.dependent))
            if head is not None and dependent is not None and head != dependent:
                votes.setdefault(Relation(link.type, head, dependent), set()).add(layer.annotator)
    return tuple(
        RelationVote(
            link, tuple(sorted(names)), tuple(sorted(makers[link.head] & makers[link.dependent]))
        )
        for link, names in sorted(votes.items())
    )


def makers_of(questions: Sequence[Question], layers: Iterable[Layer]) -> dict[str, frozenset[str]]:
    """Return for each annotation of gold, by id, the annotators of whose annotations it stands."""
    found: dict[str, set[str]] = {}
    for (annotator, _), target in _stand_ins(questions, tuple(layers)).items():
        found.setdefault(target, set()).add(annotator)
    return {target: frozenset(names) for target, names in found.items()}


def vote_zones(layers: Collection[Layer]) -> tuple[ZoneVote, ...]:
    voters = tuple(sorted(layer.annotator for layer in layers))
    votes: dict[Zone, list[str]] = {}
    for layer in layers:
        for zone in layer.zones:
            votes.setdefault(zone, []).append(layer.annotator)
    return tuple(ZoneVote(zone, tuple(sorted(votes[zone])), voters) for zone in sorted(votes))


def _stand_ins(
    questions: Sequence[Question], layers: Iterable[Layer]
) -> dict[tuple[str, str], str]:
    """Return the gold annotation's id for (annotator, id) of those that it stands for, repetitions included.

    One outcome stands for all annotations of its cluster that have its label, several only for those of the same span.
    """
    made_by = {layer.annotator: layer for layer in layers}
    found: dict[tuple[str, str], str] = {}
    for question in questions:
        present = question.gold
        for annotator, made in question.cluster.annotations.items() if question.cluster else ():
            for target in present:
                if target.label == made.label and (len(present) == 1 or target.span == made.span):
                    for one in same_marks(made_by[annotator], made.span, made.label):
                        found[annotator, one.id] = target.id
    return found


def _winner(votes: Mapping[str, Sequence[str]]) -> str:
    most = max(map(len, votes.values()))
    winners = [value for value, names in votes.items() if len(names) == most]
    return winners[0] if len(winners) == 1 else ""


def same_marks(layer: Layer, span: Span, label: str) -> tuple[Annotation, ...]:
    """Return all annotations of a layer with this span and label, by id: an import may have brought one twice."""
    return tuple(one for one in layer.covering_exactly(span) if one.label == label)
