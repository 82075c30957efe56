"""What a row asks: the span and label first, then each value that was given differently, or a link, or a zone.

Every point has answers that somebody gave, numbered like the annotators, so that one key means one annotator in all of
them.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from annotator.adjudication.states import State
from annotator.model import Annotation, Span
from annotator.review.rows import Row, RowKind


class Asks(StrEnum):
    """What a point is about."""

    SPAN = "span"
    VALUE = "value"
    LINK = "link"
    ZONE = "zone"


@dataclass(frozen=True, slots=True)
class Answer:
    """One answer and who gave it.

    ``words`` are the exact text or value, empty where the answer is that there is nothing; ``value`` is what is stored.
    """

    names: tuple[str, ...]
    words: str = ""
    label: str = ""
    span: Span | None = None
    in_gold: bool = False


@dataclass(frozen=True, slots=True)
class Point:
    """``name`` is the attribute's or the link's; ``is_open`` whether nothing settles it."""

    asks: Asks
    answers: tuple[Answer, ...]
    name: str = ""
    is_open: bool = False

    def answer_of(self, annotator: str) -> Answer | None:
        return next((one for one in self.answers if annotator in one.names), None)


OPEN = (State.OPEN, State.CHANGED, State.AGREED)
"""States that wait for something: a decision, or a rule."""


def points_of(row: Row, text: str) -> tuple[Point, ...]:
    """Return what a row asks, in the order in which it is answered."""
    if row.kind == RowKind.LINK:
        return (_about_link(row),)
    if row.kind == RowKind.ZONE:
        return (_about_zone(row, text),)
    return (_about_span(row, text), *_about_values(row))


def _about_span(row: Row, text: str) -> Point:
    marks: dict[tuple[int, int, str], list[str]] = {}
    for name, made in _annotations(row).items():
        marks.setdefault((made.start, made.end, made.label), []).append(name)
    there = {(one.start, one.end, one.label) for one in row.gold}
    answers = [
        Answer(
            tuple(names),
            Span(start, end).of(text),
            label,
            Span(start, end),
            (start, end, label) in there,
        )
        for (start, end, label), names in sorted(marks.items(), key=lambda mark: -len(mark[1]))
    ]
    answers += [
        Answer((), one.span.of(text), one.label, one.span, in_gold=True)
        for one in row.gold
        if (one.start, one.end, one.label) not in marks
    ]
    nothing = tuple(name for name in row.annotators if name not in row.made)
    is_none = row.mark_state in (State.DECIDED, State.CHANGED, State.MERGED) and not row.gold
    if nothing or is_none:
        answers.append(Answer(nothing, in_gold=is_none))
    return Point(Asks.SPAN, tuple(answers), is_open=row.mark_state in OPEN)


def _about_values(row: Row) -> Iterator[Point]:
    still_open = {vote.name for vote in row.open_values}
    made = next(iter(row.gold), None)
    for vote in row.values:
        now = made.attribute(vote.name) if made is not None else ""
        is_open = vote.name in still_open
        answers = [
            Answer(tuple(names), value, in_gold=not is_open and value == now and made is not None)
            for value, names in sorted(vote.votes.items(), key=lambda v: (-len(v[1]), v[0]))
        ]
        if not is_open and made is not None and now not in vote.votes:
            answers.append(Answer((), now, in_gold=True))
        yield Point(Asks.VALUE, tuple(answers), vote.name, is_open)


def _about_link(row: Row) -> Point:
    vote = row.link
    assert vote is not None
    without = tuple(name for name in vote.voters if name not in vote.votes)
    is_settled = row.state not in (State.OPEN, State.AGREED)
    answers = (
        Answer(tuple(vote.votes), vote.relation.type, in_gold=is_settled and row.is_in_gold),
        Answer(without, in_gold=is_settled and not row.is_in_gold),
    )
    return Point(Asks.LINK, answers, vote.relation.type, row.state in OPEN)


def _about_zone(row: Row, text: str) -> Point:
    vote = row.zone
    assert vote is not None
    without = tuple(name for name in vote.voters if name not in vote.votes)
    is_settled = row.state not in (State.OPEN, State.AGREED)
    words = vote.zone.span.of(text)
    answers = (
        Answer(tuple(vote.votes), words, in_gold=is_settled and row.is_in_gold),
        Answer(without, in_gold=is_settled and not row.is_in_gold),
    )
    return Point(Asks.ZONE, answers, vote.zone.kind, row.state in OPEN)


def _annotations(row: Row) -> Mapping[str, Annotation]:
    return {name: made for name, made in row.made.items() if isinstance(made, Annotation)}


def most_frequent(point: Point) -> Answer | None:
    """Return the answer that more gave than any other; None where two have as many."""
    given = sorted((one for one in point.answers if one.names), key=lambda one: -len(one.names))
    if not given or (len(given) > 1 and len(given[0].names) == len(given[1].names)):
        return None
    return given[0]


def votes_of(point: Point) -> Sequence[int]:
    """Return how many gave each answer, the most first, those who made nothing last."""
    return [len(one.names) for one in point.answers if one.names]
