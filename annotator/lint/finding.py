from dataclasses import dataclass
from enum import IntEnum

from annotator.edits import Edit
from annotator.model import Span


class Severity(IntEnum):
    """How sure it is that something must be changed."""

    NOTE = 0  # worth a look
    WARNING = 1  # against the guidelines, most likely
    ERROR = 2  # certainly wrong: training data made from it would be


@dataclass(frozen=True, slots=True)
class Breach:
    """What a rule found, before it is known by the rule's name. ``severity`` is None where it is always the rule's."""

    span: Span
    annotation: str | None = None
    other: str | None = None
    detail: str = ""
    values: tuple[str, ...] = ()
    fix: Edit | None = None
    severity: Severity | None = None


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing to mend, or to look at, in one layer.

    ``span`` is where to look. ``annotation`` is the id of the annotation meant and ``other`` of a second one that it
    crosses, repeats or is linked to. ``detail`` tells findings of one rule on one annotation apart: an attribute's
    name, a relation's type. ``values`` fill ``%1``, ``%2`` in the rule's message. ``fix`` fits the layer the finding
    was made on and no later one.
    """

    rule: str
    severity: Severity
    span: Span
    annotation: str | None = None
    other: str | None = None
    detail: str = ""
    values: tuple[str, ...] = ()
    fix: Edit | None = None

    @property
    def key(self) -> tuple[str, str, str, str, int]:
        """What stays the same when the layer is looked at again: for finding one's place in the list."""
        place = -1 if self.annotation or self.other else self.span.start
        return self.rule, self.annotation or "", self.other or "", self.detail, place
