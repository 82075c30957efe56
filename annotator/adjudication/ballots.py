"""Votes on what belongs to annotations: attributes, links and zones. What has no winner is a dispute, to be shown."""

from collections.abc import Collection, Iterable, Mapping, Sequence

from annotator.adjudication.clusters import Cluster, Mark
from annotator.adjudication.questions import Question
from annotator.frozen import frozen
from annotator.model import Annotation, Layer, Relation, Zone


@frozen
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


@frozen
class RelationVote:
    """Who made a link between two annotations of the gold layer, of those who made both of its ends."""

    relation: Relation
    votes: tuple[str, ...]
    voters: tuple[str, ...]

    @property
    def is_disputed(self) -> bool:
        return len(self.votes) < len(self.voters)


@frozen
class ZoneVote:
    """Who marked a zone, of all who finished the article."""

    zone: Zone
    votes: tuple[str, ...]
    voters: tuple[str, ...]


def vote_attributes(cluster: Cluster, label: str) -> tuple[AttributeVote, ...]:
    """Count the attributes of those annotations in a cluster that have the label it was given."""
    ballots, voters = attribute_ballots(cluster, label)
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


def attribute_ballots(
    cluster: Cluster, label: str
) -> tuple[Mapping[str, Mapping[str, Sequence[str]]], Sequence[str]]:
    """Return who gave an attribute which value, by name and by value, and all who gave the label."""
    ballots: dict[str, dict[str, list[str]]] = {}
    voters: list[str] = []
    for annotator, made in cluster.annotations.items():
        if made.label == label:
            voters.append(annotator)
            for name, value in made.attributes.items():
                ballots.setdefault(name, {}).setdefault(value, []).append(annotator)
    return ballots, voters


def vote_relations(
    questions: Sequence[Question], layers: Iterable[Layer]
) -> tuple[RelationVote, ...]:
    """Count the annotators' links between what stands for their annotations in the gold layer.

    Whoever has the same annotation twice may have linked either: one stands in gold for both, and their links are its.
    """
    linking = [layer for layer in layers if layer.relations]
    if not linking:
        return ()
    places = {mark: question for question in questions for mark in question.marks}
    votes: dict[Relation, set[str]] = {}
    makers: dict[str, frozenset[str]] = {}
    for layer in linking:
        for link in layer.relations:
            head, dependent = (
                _stand_in(layer[end], layer.annotator, places, makers)
                for end in (link.head, link.dependent)
            )
            if head is not None and dependent is not None and head != dependent:
                votes.setdefault(Relation(link.type, head, dependent), set()).add(layer.annotator)
    return tuple(
        RelationVote(
            link, tuple(sorted(names)), tuple(sorted(makers[link.head] & makers[link.dependent]))
        )
        for link, names in sorted(votes.items())
    )


def makers_of(questions: Iterable[Question]) -> dict[str, frozenset[str]]:
    """Return for each annotation of gold, by id, the annotators of whose annotations it stands."""
    return {one.id: _makers(question, one) for question in questions for one in question.gold}


def vote_zones(layers: Collection[Layer]) -> tuple[ZoneVote, ...]:
    voters = tuple(sorted(layer.annotator for layer in layers))
    votes: dict[Zone, list[str]] = {}
    for layer in layers:
        for zone in layer.zones:
            votes.setdefault(zone, []).append(layer.annotator)
    return tuple(ZoneVote(zone, tuple(sorted(votes[zone])), voters) for zone in sorted(votes))


def _stand_in(
    own: Annotation,
    annotator: str,
    places: Mapping[Mark, Question],
    makers: dict[str, frozenset[str]],
) -> str | None:
    """Return the id of what stands in gold for an annotator's annotation, and note whose it stands for, too."""
    question = places.get((own.span.start, own.span.end, own.label))
    if question is None or annotator not in question.made:
        return None
    for target in question.gold:
        if _stands(question, target, own):
            if target.id not in makers:
                makers[target.id] = _makers(question, target)
            return target.id
    return None


def _makers(question: Question, target: Annotation) -> frozenset[str]:
    return frozenset(name for name, one in question.made.items() if _stands(question, target, one))


def _stands(question: Question, target: Annotation, own: Annotation) -> bool:
    """Tell whether an annotation of gold stands for one of its question's cluster.

    One outcome stands for all annotations of its cluster that have its label, several only for those of the same span.
    """
    return target.label == own.label and (len(question.gold) == 1 or target.span == own.span)


def _winner(votes: Mapping[str, Sequence[str]]) -> str:
    most = max(map(len, votes.values()))
    winners = [value for value, names in votes.items() if len(names) == most]
    return winners[0] if len(winners) == 1 else ""
