"""What settles a question without anybody deciding it: presence and edges, values, links and zones alike."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from annotator.adjudication.clusters import Cluster, Mark


class Rule(StrEnum):
    """What settles a question without anybody deciding it."""

    UNANIMOUS = "unanimous"
    """All of the voters, at least two."""
    MAJORITY = "majority"
    """More than half of the voters, at least two; a tie is a dispute."""
    THRESHOLD = "threshold"
    """At least so many votes."""
    TRUSTED = "trusted"
    """What one annotator made, and nothing where that annotator made nothing."""


class Over(StrEnum):
    """What the votes on a cluster are counted over."""

    VARIANT = "variant"
    """The same span and label."""
    LABEL = "label"
    """Where no variant has enough votes, the label that has, with its most frequent edges."""


@dataclass(frozen=True, slots=True)
class MergeRule:
    """A rule; ``votes`` is the number for `Rule.THRESHOLD`, ``trusted`` the annotator of `Rule.TRUSTED`."""

    rule: Rule = Rule.UNANIMOUS
    votes: int = 2
    over: Over = Over.VARIANT
    trusted: str = ""

    def allows(self, votes: int, voters: int) -> bool:
        """Tell whether ``votes`` of so many ``voters`` settle something; of a trusted annotator, whether all are one."""
        if self.rule == Rule.MAJORITY:
            return 2 * votes > voters and votes >= 2
        if self.rule == Rule.THRESHOLD:
            return votes >= self.votes
        return votes == voters and votes >= 2

    def settle(self, cluster: Cluster) -> tuple[Mark, ...] | None:
        """Return what goes into gold of a cluster: one mark, nothing, or None where the rule settles nothing."""
        if self.rule == Rule.TRUSTED:
            return self._trusted(cluster)
        voters = len(cluster.finished)
        if cluster.is_exact:
            only = cluster.variants[0]
            return (only.mark,) if self.allows(len(only.votes), voters) else None
        counted = [(len(one.votes), one.mark) for one in cluster.variants]
        found = self._leading(counted, voters)
        if found is None and self.over == Over.LABEL:
            found = self._by_label(cluster, voters)
        return None if found is None else (found,)

    def settle_value(
        self, votes: Mapping[str, Sequence[str]], voters: Collection[str]
    ) -> str | None:
        """Return the value that settles an attribute, empty for none on purpose, or None where it stays open.

        ``votes`` are the annotators by value, of ``voters`` who gave the label; who gave no value abstains.
        """
        if self.rule == Rule.TRUSTED and self.trusted in voters:
            return next((value for value, names in votes.items() if self.trusted in names), "")
        if len(votes) == 1:
            return next(iter(votes))
        given = sum(map(len, votes.values()))
        enough = [
            (len(names), value)
            for value, names in votes.items()
            if len(names) == given
            or (self.rule == Rule.MAJORITY and 2 * len(names) > given)
            or (self.rule == Rule.THRESHOLD and len(names) >= self.votes)
        ]
        most = [value for count, value in enough if count == max(enough)[0]]
        return most[0] if len(most) == 1 else None

    def settle_presence(self, votes: Collection[str], voters: Collection[str]) -> bool | None:
        """Tell whether a link or a zone is one; None where the rule does not settle it."""
        if self.rule == Rule.TRUSTED and self.trusted in voters:
            return self.trusted in votes
        return True if self.allows(len(votes), len(voters)) else None

    def _trusted(self, cluster: Cluster) -> tuple[Mark, ...] | None:
        if self.trusted not in cluster.finished:
            return None
        return tuple(one.mark for one in cluster.variants if self.trusted in one.votes)

    def _leading(self, counted: Sequence[tuple[int, Mark]], voters: int) -> Mark | None:
        enough = [(count, mark) for count, mark in counted if self.allows(count, voters)]
        if not enough:
            return None
        most = max(count for count, _ in enough)
        leading = [mark for count, mark in enough if count == most]
        return leading[0] if len(leading) == 1 else None

    def _by_label(self, cluster: Cluster, voters: int) -> Mark | None:
        labels: dict[str, int] = {}
        for one in cluster.variants:
            labels[one.label] = labels.get(one.label, 0) + len(one.votes)
        enough = {label: count for label, count in labels.items() if self.allows(count, voters)}
        leading = [label for label, count in enough.items() if count == max(enough.values())]
        if len(leading) != 1:
            return None
        return most_frequent_edges(cluster, leading[0])

    def __str__(self) -> str:
        words = [str(self.rule)]
        if self.rule == Rule.THRESHOLD:
            words.append(str(self.votes))
        if self.rule == Rule.TRUSTED:
            words.append(self.trusted)
        if self.over == Over.LABEL:
            words.append("over label")
        return " ".join(words)


def most_frequent_edges(cluster: Cluster, label: str) -> Mark | None:
    """Return the mark of a label that most made, or None where several were made as often."""
    counted = [(len(one.votes), one.mark) for one in cluster.variants if one.label == label]
    most = max(count for count, _ in counted)
    leading = [mark for count, mark in counted if count == most]
    return leading[0] if len(leading) == 1 else None


UNANIMOUS = MergeRule()
