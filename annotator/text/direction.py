"""Which way a text runs."""

import unicodedata
from typing import Literal

Direction = Literal["rtl", "ltr"]


def base_direction(text: str, default: Direction = "rtl") -> Direction:
    """Return the direction of the first strong character outside isolates (UAX #9, P2 and P3), or ``default``."""
    isolates = 0
    for character in text:
        kind = unicodedata.bidirectional(character)
        if kind in ("LRI", "RLI", "FSI"):
            isolates += 1
        elif kind == "PDI":
            isolates = max(0, isolates - 1)
        elif kind == "B":
            isolates = 0
        elif not isolates and kind in ("L", "R", "AL"):
            return "ltr" if kind == "L" else "rtl"
    return default
