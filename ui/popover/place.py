"""Where the popover stands: beside the line of its annotation, under it or above it, never over it. Pure."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QRect

WIDTH = 452
"""Pixels that a label row of four and a value with its title take."""

NARROWEST = 330
"""Pixels of empty margin beside the column in which the popover can stand; as narrow as it can be at all."""

GAP = 6
"""Pixels between the popover and the line, or the edges of the window."""


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What is there, in the window's coordinates.

    ``line`` is the annotation's first line with its lanes, ``start`` the x at which the annotation begins there,
    ``room`` what may be covered, ``left`` and ``right`` the empty margins beside the column of text.
    """

    line: QRect
    start: int
    room: QRect
    left: QRect
    right: QRect
    right_to_left: bool


def place(around: Surroundings, height_for: Callable[[int], int]) -> QRect:
    """Return the popover's rectangle; ``height_for`` tells how high it is at a width.

    Where it fits nowhere it is cut to the larger of the two sides of the line.
    """
    beside = _beside(around, height_for)
    if beside is not None:
        return beside
    room = around.room.adjusted(GAP, GAP, -GAP, -GAP)
    width = min(WIDTH, room.width())
    height = height_for(width)
    left = around.start - width if around.right_to_left else around.start
    left = max(room.left(), min(left, room.right() + 1 - width))
    under = room.bottom() + 1 - (around.line.bottom() + 1 + GAP)
    above = around.line.top() - GAP - room.top()
    if height <= under or (height > above and under >= above):
        return QRect(left, around.line.bottom() + 1 + GAP, width, min(height, max(under, 0)))
    height = min(height, max(above, 0))
    return QRect(left, around.line.top() - GAP - height, width, height)


def fits(around: Surroundings, height_for: Callable[[int], int]) -> bool:
    """Tell whether the popover can be shown whole where it would stand."""
    rect = place(around, height_for)
    return rect.height() >= height_for(rect.width())


def _beside(around: Surroundings, height_for: Callable[[int], int]) -> QRect | None:
    """Return the place in the margin where the line ends, or else in the other, where one is wide enough."""
    ends_left = around.right_to_left
    for margin in (around.left, around.right) if ends_left else (around.right, around.left):
        width = min(WIDTH, margin.width() - 2 * GAP)
        if width < NARROWEST:
            continue
        height = height_for(width)
        top = min(around.line.top(), around.room.bottom() + 1 - GAP - height)
        if top < around.room.top():
            continue
        near = margin.right() + 1 - GAP - width if margin is around.left else margin.left() + GAP
        return QRect(near, top, width, height)
    return None
