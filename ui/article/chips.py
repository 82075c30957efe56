"""Place the small label names under a line so that they never lie on each other."""

from dataclasses import dataclass

GAP = 6.0
"""Pixels between two chips."""


@dataclass(frozen=True, slots=True)
class Chip:
    """A label name wanted at ``anchor``, the x where its span begins on the line; ``width`` in pixels."""

    anchor: float
    width: float
    name: str


def place(chips: list[Chip], *, right_to_left: bool, left: float, right: float) -> list[float]:
    """Return the left x of each chip, in the order given.

    A chip begins where its span begins and is pushed along in reading direction by the one before it; at the line's
    end it is pulled back inside ``[left, right]``.
    """
    order = sorted(
        range(len(chips)), key=lambda i: -chips[i].anchor if right_to_left else chips[i].anchor
    )
    places = [0.0] * len(chips)
    edge = right + GAP if right_to_left else left - GAP
    for index in order:
        chip = chips[index]
        if right_to_left:
            x = max(min(chip.anchor, edge - GAP) - chip.width, left)
            edge = x
        else:
            x = min(max(chip.anchor, edge + GAP), right - chip.width)
            edge = x + chip.width
        places[index] = x
    return places
