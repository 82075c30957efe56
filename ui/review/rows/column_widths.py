"""How wide the columns of the table of rows are: as wide as what stands in them, as far as there is room. Free of widgets."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

LEAST_TEXT, TIGHT_TEXT, TIGHT_GOLD = 100, 72, 56
SIGN = 30
"""Logical pixels: the row's words at least, these and gold among many annotators, a state that is told by its sign alone."""
NARROWEST, MODEST, WIDEST = 34, 66, 90
"""Of an annotator's column: three letters and the sign of other edges at least, and more than a modest one comes last."""
HEADING, CHIP, STATE = 10, 12, 30
"""What a heading, a chip and a state need beside their words: margins, and the sign in front of a state."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """The words that stand in a column each: its heading first, then what the cells may say."""

    gold: Sequence[str]
    person: Sequence[str]
    votes: Sequence[str]
    state: Sequence[str]
    cause: Sequence[str]


@dataclass(frozen=True, slots=True)
class Widths:
    """Logical pixels. ``state`` has room for words where ``says_state``; a ``cause`` of 0 is not shown."""

    text: int
    gold: int
    person: int
    votes: int
    state: int
    cause: int
    says_state: bool


def share(room: int, people: int, wanted: Wanted, width: Callable[[str], int]) -> Widths:
    """Share ``room`` out among the columns; ``width`` is how wide words are drawn.

    What is given up first where there is too little: the cause, then the words of the state, then letters of the labels,
    of gold's own label, and of the row's words.
    """
    gold = _of(wanted.gold, width, CHIP)
    votes = _of(wanted.votes, width, HEADING)
    person = min(max(_of(wanted.person, width, CHIP), NARROWEST), WIDEST)
    state, cause = _of(wanted.state, width, STATE), _of(wanted.cause[1:], width, HEADING)
    cause = max(cause, width(wanted.cause[0]) + HEADING) if cause else 0
    people = max(people, 1)
    text, left = LEAST_TEXT, room - LEAST_TEXT - gold - votes - SIGN
    wide = person
    person = max(min(wide, MODEST, left // people), NARROWEST)
    left -= person * people
    if left < 0:
        smaller = max(min(gold, TIGHT_GOLD), gold + left)
        left += gold - smaller
        gold = smaller
    if left < 0:
        text = max(TIGHT_TEXT, LEAST_TEXT + left)
    says_state = left >= state - SIGN
    if says_state:
        left -= state - SIGN
    has_cause = says_state and 0 < cause <= left
    if has_cause:
        left -= cause
    more = max(min(wide - person, left // people), 0)
    person, left = person + more, left - more * people
    return Widths(
        text + max(left, 0),
        gold,
        person,
        votes,
        state if says_state else SIGN,
        cause if has_cause else 0,
        says_state,
    )


def _of(words: Sequence[str], width: Callable[[str], int], beside: int) -> int:
    return max((width(one) for one in words), default=-beside) + beside
