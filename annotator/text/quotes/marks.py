"""Quotation marks and their partners: straight, angle, curly and single marks, in either order, over paragraphs.

Straight marks do not show which end they are: their surroundings tell, and where those do not, the marks of a paragraph
take turns. The others may span paragraphs, the opening one repeated at the head of each.
"""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

import regex

DEEPEST = 16
"""Quotations open at once; what was opened before that has lost its partner."""

_PARTNER = {"«": "»", "“": "”", "„": "”", "‟": "”", "‹": "›", "‘": "’", "‚": "’", "❝": "❞"}
_ALSO_CLOSES = {"„": "“", "‚": "‘"}
_CLOSERS = frozenset(_PARTNER.values())
_SINGLE = frozenset("‘’‚")

_LINE = regex.compile(r"[^\n\r\u2028\u2029]*[^\s][^\n\r\u2028\u2029]*")
_STRAIGHT = regex.compile(r"[\"＂]")
_DIRECTED = regex.compile(r"[«»“”„‟‹›❝❞]|(?<![\p{L}\p{M}\p{Nd}])[‘’‚]|[‘’‚](?![\p{L}\p{Nd}])")
_HEADS_LINE = regex.compile(r"(?r)(?:^|[\n\r\u2028\u2029])[\s\u200e\u200f\-–—]*")
_OPENS = regex.compile(
    r"(?<=^|[\s:(\[،,\-–—/\u200e\u200f\u0640]|(?<![\p{L}\p{M}])[وفبلك])[\"＂](?=[^\s.,،؛:!?؟)\]\"＂])"
)
_CLOSES = regex.compile(r"(?<=[^\s:(\[\"＂])[\"＂](?=$|[\s.,،؛:!?؟)\]\-–—…\u200e\u200f])")


class Pair(NamedTuple):
    """The positions of two marks that belong together; what they hold is ``[opening + 1, closing)``."""

    opening: int
    closing: int


def pair_up(text: str) -> tuple[list[Pair], list[int]]:
    """Return the pairs, outer before inner and none crossing, and the positions of marks without a partner."""
    directed, lost = _pair_directed(text)
    straight, lost_straight = _pair_straight(text)
    pairs: list[Pair] = []
    lone = [*lost, *lost_straight]
    around: list[Pair] = []
    for pair in sorted([*directed, *straight], key=lambda pair: (pair.opening, -pair.closing)):
        while around and around[-1].closing < pair.opening:
            around.pop()
        if around and pair.closing > around[-1].closing:
            lone += pair
        else:
            pairs.append(pair)
            around.append(pair)
    return pairs, sorted(lone)


def is_lone_opening(text: str, at: int) -> bool:
    """Tell whether a straight mark opens something and no straight mark follows it in its paragraph."""
    if not _STRAIGHT.match(text, at) or not _OPENS.match(text, at):
        return False
    line = _LINE.match(text, at)
    return line is not None and _STRAIGHT.search(text, at + 1, line.end()) is None


def paragraph_end(text: str, at: int) -> int:
    """Return where the paragraph ends that a position which is no line break is in."""
    line = _LINE.match(text, at)
    return line.end() if line else len(text)


def _pair_directed(text: str) -> tuple[list[Pair], list[int]]:
    """Pair the marks that show their direction; a single one without a partner is an apostrophe."""
    pairs: list[Pair] = []
    lone: list[int] = []
    waiting: list[tuple[int, str]] = []
    for match in _DIRECTED.finditer(text):
        at, mark = match.start(), match.group()
        partner = _closable(text, at, mark, waiting)
        if partner is not None:
            pairs.append(Pair(waiting[partner][0], at))
            lone += _unless_single(waiting[partner + 1 :])
            del waiting[partner:]
        elif mark != "’" and not _goes_on(text, at, mark, waiting):
            waiting.append((at, mark))
            lone += _unless_single(waiting[:-DEEPEST])
            del waiting[:-DEEPEST]
    return pairs, lone + _unless_single(waiting)


def _unless_single(marks: Iterable[tuple[int, str]]) -> list[int]:
    return [at for at, mark in marks if mark not in _SINGLE]


def _closable(text: str, at: int, mark: str, waiting: list[tuple[int, str]]) -> int | None:
    """Return the index of the opening mark that ``mark`` closes."""
    for index in range(len(waiting) - 1, -1, -1):
        opening = waiting[index][1]
        if mark in (_PARTNER.get(opening), _ALSO_CLOSES.get(opening)):
            return index
    if not waiting:
        return None
    last = waiting[-1][1]
    # Typed in the order they are seen, ”…“ and »…«; the same mark at both ends, ”…” and “…“.
    reversed_pair = last in _CLOSERS and mark in (
        last,
        *(o for o, c in _PARTNER.items() if c == last),
    )
    same_curly = last == mark == "“" and not text[at + 1 : at + 2].isalnum()
    return len(waiting) - 1 if reversed_pair or same_curly else None


def _goes_on(text: str, at: int, mark: str, waiting: list[tuple[int, str]]) -> bool:
    """Tell whether an opening mark at the head of a paragraph repeats the one that is still open."""
    return (
        bool(waiting)
        and waiting[-1][1] == mark
        and mark in _PARTNER
        and bool(_HEADS_LINE.match(text, 0, at))
    )


def _pair_straight(text: str) -> tuple[list[Pair], list[int]]:
    pairs: list[Pair] = []
    lone: list[int] = []
    left_open: list[
        int
    ] = []  # the last mark of the paragraph before, and those that repeated it since
    for line in _LINE.finditer(text):
        marks = [match.start() for match in _STRAIGHT.finditer(text, *line.span())]
        repeated: list[int] = []
        if (
            left_open
            and marks
            and _HEADS_LINE.match(text, 0, marks[0])
            and _OPENS.match(text, marks[0])
        ):
            repeated = [*left_open[1:], marks[0]]
            marks = [left_open[0], *marks[1:]]
        else:
            lone += left_open
        found = _nested(text, marks) or list(
            _in_turns(marks) if len(marks) % 2 == 0 else _by_surroundings(text, marks)
        )
        pairs += found
        paired = {position for pair in found for position in pair}
        left_open = [at for at in marks[-1:] if at not in paired and _OPENS.match(text, at)]
        lone += [at for at in marks if at not in paired and at not in left_open]
        if left_open == marks[:1]:
            left_open += repeated
        elif repeated and marks[0] not in paired:
            lone += repeated
    return pairs, lone + left_open


def _nested(text: str, marks: list[int]) -> list[Pair]:
    """Pair marks of which each clearly opens or closes; return nothing where one does not, or they do not balance."""
    opened: list[int] = []
    pairs: list[Pair] = []
    for at in marks:
        opens, closes = bool(_OPENS.match(text, at)), bool(_CLOSES.match(text, at))
        if opens == closes or (closes and not opened):
            return []
        if opens:
            opened.append(at)
        else:
            pairs.append(Pair(opened.pop(), at))
    return [] if opened else pairs


def _in_turns(marks: list[int]) -> Iterator[Pair]:
    yield from (Pair(*two) for two in zip(marks[::2], marks[1::2], strict=True))


def _by_surroundings(text: str, marks: list[int]) -> Iterator[Pair]:
    """Pair an odd number of marks: an opening one inside a quotation starts anew, a closing one outside is dropped."""
    opened: int | None = None
    for at in marks:
        opens, closes = bool(_OPENS.match(text, at)), bool(_CLOSES.match(text, at))
        if opened is None:
            opened = None if closes and not opens else at
        elif opens and not closes:
            opened = at
        else:
            yield Pair(opened, at)
            opened = None
