"""How far the lines of an article stand apart: one pitch for all of them, so that tagging moves nothing."""

from dataclasses import dataclass

import regex

MANY_MARKS = 0.10
"""Combining marks beside letters from which a text counts as fully vocalised; news has below 0.02."""

LOOKED_AT = 4_000
"""Characters: vowels are written in the whole of a text or nowhere, and a megabyte need not be counted."""

_MARK = regex.compile(r"\p{M}")
_LETTER = regex.compile(r"\p{L}")


@dataclass(frozen=True, slots=True)
class Spacing:
    """Vertical measures in em, which is the font's size in pixels; ``gap`` is the room of a run of blank lines, in pitches.

    Lanes run between ``zone_top`` and ``zone_bottom`` under the baseline. Measured on Amiri, whose ink reaches from 1.04 em
    above to 0.5 em below it; Noto Sans Arabic reads as well with the same measures.
    """

    name: str
    pitch: float
    zone_top: float
    zone_bottom: float
    gap: float
    has_names: bool = False
    """Whether there is room for a label's name under each annotation."""


COMPACT = Spacing("compact", 1.5, 0.42, 0.68, 1 / 6)
NORMAL = Spacing("normal", 1.7, 0.46, 0.84, 0.3)
WIDE = Spacing("wide", 2.4, 0.46, 0.80, 0.3, has_names=True)

SPACINGS = {spacing.name: spacing for spacing in (COMPACT, NORMAL, WIDE)}
"""From the closest to the widest."""


def fitting(chosen: Spacing, text: str) -> Spacing:
    """Return the spacing for a text: one step wider than chosen where vowel signs fill the air between the lines."""
    if not is_rich_in_marks(text):
        return chosen
    steps = list(SPACINGS.values())
    return steps[min(steps.index(chosen) + 1, len(steps) - 1)]


def is_rich_in_marks(text: str) -> bool:
    head = text[:LOOKED_AT]
    letters = len(_LETTER.findall(head))
    return letters > 0 and len(_MARK.findall(head)) > MANY_MARKS * letters
