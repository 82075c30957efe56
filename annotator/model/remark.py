from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from annotator.model.span import Span


class RemarkKind(StrEnum):
    """What an annotator wants with a remark: to come back to something, or to have something answered."""

    FLAG = "flag"
    QUESTION = "question"


REPLY = "reply"
"""The kind of a remark in a gold layer that answers a remark of an annotator's: it has the id of that one, and its place."""


@dataclass(frozen=True, slots=True)
class Remark:
    """A flag or a question of an annotator, on an annotation, on a place or on the whole article.

    ``annotation`` is the id of what it is about and ``span`` the place: both where it was put on an annotation, so that it
    keeps its place when that annotation is removed; neither where it is about the article. ``made`` is a time in UTC
    (ISO 8601). ``answer`` may stay empty on what was settled without a word. A ``kind`` that is no `RemarkKind` is kept.
    """

    id: str
    kind: str
    text: str = ""
    span: Span | None = None
    annotation: str = ""
    made: str = ""
    is_settled: bool = False
    answer: str = ""

    @property
    def is_open(self) -> bool:
        return not self.is_settled

    @property
    def order(self) -> tuple[int, int, str, str]:
        """Sort key: what is about the article first, then by place, then by time."""
        start, end = (self.span.start, self.span.end) if self.span else (-1, -1)
        return start, end, self.made, self.id


def reply_to(remark: Remark, span: Span | None, words: str, made: str) -> Remark:
    """Return what a gold layer keeps as the lead's reply to an annotator's flag or question, which stands at ``span`` by now."""
    return Remark(remark.id, REPLY, "", span, "", made, is_settled=True, answer=words)


def replies_in(remarks: Mapping[str, Remark]) -> dict[str, str]:
    """Return the lead's replies that a gold layer holds, by the id of what they reply to."""
    return {key: one.answer for key, one in remarks.items() if one.kind == REPLY and one.answer}


def open_ones(remarks: Iterable[Remark], kind: str) -> int:
    """Return how many of one kind wait for somebody."""
    return sum(1 for remark in remarks if remark.kind == kind and remark.is_open)
