from dataclasses import dataclass
from enum import StrEnum


class Rule(StrEnum):
    """What settles a question without anybody deciding it."""

    UNANIMOUS = "unanimous"
    """All of the voters, at least two."""
    MAJORITY = "majority"
    """More than half of the voters, at least two; a tie is a dispute."""
    THRESHOLD = "threshold"
    """At least so many votes."""


@dataclass(frozen=True, slots=True)
class MergeRule:
    """A rule; ``votes`` is the number for `Rule.THRESHOLD`."""

    rule: Rule = Rule.UNANIMOUS
    votes: int = 2

    def allows(self, votes: int, voters: int) -> bool:
        """Tell whether ``votes`` of so many ``voters`` settle something."""
        if self.rule == Rule.UNANIMOUS:
            return votes == voters and votes >= 2
        if self.rule == Rule.MAJORITY:
            return 2 * votes > voters and votes >= 2
        return votes >= self.votes

    def __str__(self) -> str:
        return f"{self.rule} {self.votes}" if self.rule == Rule.THRESHOLD else str(self.rule)


UNANIMOUS = MergeRule()
