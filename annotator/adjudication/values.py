"""Which values an annotation of gold carries: decided by a person, settled by a rule, or left as they are."""

from collections.abc import Mapping

from annotator.adjudication.ballots import attribute_ballots, vote_attributes
from annotator.adjudication.questions import Question
from annotator.adjudication.rules import MergeRule
from annotator.frozen import frozen
from annotator.model import Annotation


@frozen
class Settled:
    """The values of one annotation. ``emptied`` has none on purpose; of ``lost`` ones a rule says nothing any more."""

    attributes: Mapping[str, str]
    emptied: tuple[str, ...] = ()
    lost: tuple[str, ...] = ()


def settle_values(
    question: Question,
    label: str,
    old: Annotation | None,
    rule: MergeRule,
    values: Mapping[str, str],
) -> Settled:
    """Return the values of what is to stand in gold with ``label``; ``old`` is what stands there now.

    A person's ``values`` come first, then what somebody typed in gold by hand, then what the rule settles. Where none
    of these says anything, what gold has stays as long as any annotator gives the attribute.
    """
    if question.cluster is None:
        kept = dict(old.attributes) if old is not None else {}
        return Settled(_with(kept, values))
    ballots, voters = attribute_ballots(question.cluster, label)
    if not ballots and not values and (old is None or not old.attributes):
        return Settled({})
    hand = by_hand(question, old)
    found: dict[str, str] = {}
    emptied: list[str] = []
    lost: list[str] = []
    for name, votes in sorted(ballots.items()):
        now = old.attribute(name) if old is not None and old.label == label else ""
        settled = rule.settle_value(votes, voters)
        if name in hand:
            found[name] = now
        elif settled is not None:
            found[name] = settled
            if not settled:
                emptied.append(name)
        else:
            found[name] = now
            if now:
                lost.append(name)
    if old is not None and hand:
        found |= {name: old.attribute(name) for name in hand}
    attributes = _with({name: value for name, value in found.items() if value}, values)
    return Settled(attributes, tuple(emptied), tuple(lost))


def by_hand(question: Question, old: Annotation | None) -> frozenset[str]:
    """Return the attributes that gold has otherwise than a decision put them there: somebody typed or took them away."""
    if old is None:
        return frozenset()
    put = question.outcomes.get(old.id)
    if put is None:
        return frozenset(old.attributes)
    if put.attributes == old.attributes:
        return frozenset()
    names = old.attributes.keys() | put.attributes.keys()
    return frozenset(name for name in names if old.attribute(name) != put.attribute(name))


def fill(
    question: Question, old: Annotation, rule: MergeRule, decided: Mapping[str, str]
) -> dict[str, str]:
    """Return the values of an annotation a person decided, with those that nobody has settled and the rule does."""
    found = dict(old.attributes)
    if question.cluster is None:
        return found
    hand = by_hand(question, old)
    for vote in vote_attributes(question.cluster, old.label):
        if vote.name not in found and vote.name not in decided and vote.name not in hand:
            value = rule.settle_value(vote.votes, vote.voters)
            if value:
                found[vote.name] = value
    return found


def _with(attributes: Mapping[str, str], values: Mapping[str, str]) -> dict[str, str]:
    """Return attributes with a person's values; an empty one is no attribute."""
    return {name: value for name, value in {**attributes, **values}.items() if value}
