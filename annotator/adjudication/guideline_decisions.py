"""Rulings on a kind of case: a named line, what it buys, and the edits that bring every layer to it."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import msgspec

from annotator.adjudication.clusters import Mark


@dataclass(frozen=True, slots=True, order=True)
class Touch:
    """One annotation that a ruling is about: what an annotator has there, and what was decided.

    ``before`` is None where they made nothing and something is decided, ``after`` where nothing is.
    """

    article_id: str
    annotator: str
    before: Mark | None
    after: Mark | None

    @property
    def start(self) -> int:
        """Where it is in the text, in code points."""
        mark = self.after or self.before
        return mark[0] if mark else 0


@dataclass(frozen=True, slots=True)
class GuidelineDecision:
    """A ruling as the lead made it.

    ``name`` is what was decided in words ("titles stay outside"), ``cause`` a value of `annotator.iaa.alignment.kinds.Cause`
    and ``label`` a label, each empty where the cases had several. ``choice`` says which reading was taken, as the review
    names it. ``cases`` counts the clusters that were decided so. ``f1_before`` and ``f1_after`` are the mean exact F1 of all
    pairs without and with the edits; both are None where nobody counted.
    """

    id: str
    name: str
    cause: str = ""
    label: str = ""
    choice: str = ""
    who: str = ""
    when: str = ""
    why: str = ""
    cases: int = 0
    f1_before: float | None = None
    f1_after: float | None = None
    touches: tuple[Touch, ...] = ()

    @property
    def buys(self) -> float | None:
        """How much exact F1 rises where everybody follows it; None where nobody counted."""
        if self.f1_before is None or self.f1_after is None:
            return None
        return self.f1_after - self.f1_before

    @property
    def day(self) -> str:
        """The day (ISO) it was made on."""
        return self.when[:10]

    def touching(self, annotator: str) -> tuple[Touch, ...]:
        """Return what it proposes to one annotator."""
        return tuple(one for one in self.touches if one.annotator == annotator)


def to_record(ruling: GuidelineDecision) -> dict[str, Any]:
    """Return a ruling as plain JSON values, for whoever keeps it."""
    return msgspec.to_builtins(ruling)


def from_record(record: Mapping[str, Any]) -> GuidelineDecision:
    """Return the ruling that `to_record` was given. Raises `msgspec.ValidationError` naming the field that is wrong."""
    ruling = msgspec.convert(dict(record), GuidelineDecision)
    if not ruling.id or not ruling.name.strip():
        raise msgspec.ValidationError("a guideline decision needs an id and a name")
    for touch in ruling.touches:
        for mark in (touch.before, touch.after):
            if mark is not None and not 0 <= mark[0] < mark[1]:
                raise msgspec.ValidationError(f"{list(mark)} is no span of a text")
    return ruling
