"""Everybody's lanes under a line: gold on top, then one of each annotator. Place says who, colour and pattern which label.

Below those who count stand, where they are asked for, those who do not: farther off, thinner and paler, so that nobody takes
their lanes for votes.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from PySide6.QtGui import QColor, QPainter

from annotator.model import GOLD, Layer
from ui.article.geometry import Piece
from ui.article.ink import LANE_WIDTH, Ink, Metrics, draw_lane
from ui.article.marks import Mark, Marks

GOLD_WIDTH = 3.0
AFTER_GOLD = 8.0
"""Pixels from gold's lane to that of the first annotator."""
STEP = 6.0
CLOSE_STEP = 5.2
"""Pixels from one annotator's lane to the next; with more than `FEW` of them, so that a line stays a line."""
FEW = 4
AFTER_VOTES = 9.0
LEFT_OUT_STEP = 17.0
ROLE_BELOW = 8.0
"""Pixels from the last lane that is a vote to the first that is none, on to the next, and from a name beside one to the role under it."""
LEFT_OUT_WIDTH = 1.2
PALE = 0.5
"""Share of its colour that a lane without a vote keeps."""
INNER = 2.6
"""Pixels that a span inside another one of the same person stands above it."""
AIR = 1.5
"""Pixels under the last lane, before the tints of the next line."""


@dataclass(frozen=True, slots=True)
class Unheard:
    """Somebody who has no vote, with the words for their role."""

    name: str
    role: str
    layer: Layer


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody's annotations; their place in the list says where their lane runs."""

    name: str
    layer: Layer
    marks: Marks
    role: str = ""
    """What the lane of somebody who has no vote is called beside their name."""


def people(
    gold: Layer, layers: Mapping[str, Layer], left_out: Sequence[Unheard], paragraphs: Sequence[int]
) -> tuple[Person, ...]:
    """Return gold, the annotators and those who are left out, in the order of their lanes.

    ``paragraphs`` are where those of the text begin.
    """
    heard = (person(name, layer, paragraphs) for name, layer in ((GOLD, gold), *layers.items()))
    rest = (person(one.name, one.layer, paragraphs, one.role) for one in left_out)
    return (*heard, *rest)


def person(name: str, layer: Layer, paragraphs: Sequence[int], role: str = "") -> Person:
    marks = Marks(paragraphs)
    marks.show(layer)
    return Person(name, layer, marks, role)


def depth(number: int, count: int, metrics: Metrics) -> float:
    """Return how far under the baseline the lane of a person runs, of so many with gold, whose own is number 0.

    Numbers from ``count`` on are those of people who are left out.
    """
    first = metrics.zone_top + GOLD_WIDTH / 2
    if not number:
        return first
    step = STEP if count - 1 <= FEW else CLOSE_STEP
    if number < count:
        return first + AFTER_GOLD + (number - 1) * step
    return depth(count - 1, count, metrics) + AFTER_VOTES + (number - count) * LEFT_OUT_STEP


def with_room(usual: Metrics, count: int, gap: float, left_out: int = 0) -> Metrics:
    """Return measures with room for so many lanes, and for those of so many who are left out.

    ``gap`` is the share of the pitch that a run of blank lines gets.
    """
    bottom = depth(max(count + left_out - 1, 0), count, usual) + LANE_WIDTH / 2 + AIR
    bottom += ROLE_BELOW if left_out else 0.0
    pitch = float(round(max(usual.pitch, usual.above + bottom)))
    return replace(usual, pitch=pitch, gap=float(round(gap * pitch)), zone_bottom=bottom)


def paint(
    painter: QPainter,
    mark: Mark,
    pieces: Sequence[Piece],
    ink: Ink,
    under: float,
    *,
    gold: QColor | None = None,
    is_left_out: bool = False,
) -> None:
    """Draw one annotation in a lane; gold's is one broad line in its own colour."""
    under -= INNER if mark.is_inside else 0.0
    width = LANE_WIDTH
    if gold is not None:
        ink, width = Ink(gold, gold, "solid", ink.title), GOLD_WIDTH
    elif is_left_out:
        ink, width = replace(ink, line=_pale(ink.line)), LEFT_OUT_WIDTH
    for piece in pieces:
        for run in piece.runs:
            draw_lane(painter, ink, run.left, run.right, piece.baseline + under, width)


def _pale(colour: QColor) -> QColor:
    pale = QColor(colour)
    pale.setAlphaF(PALE)
    return pale


def visible(one: Person, paragraphs: Sequence[int]) -> Iterator[Mark]:
    """Yield the marks of a person in some paragraphs, each once."""
    seen: set[str] = set()
    for number in paragraphs:
        for mark in one.marks.of(number):
            if mark.annotation.id not in seen:
                seen.add(mark.annotation.id)
                yield mark
