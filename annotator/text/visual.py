"""Directions: which way a text runs, whether it is stored as drawn, and how to print it where nothing reorders it."""

from annotator.text.direction import Direction, base_direction
from annotator.text.presentation import DirectionReport, direction_report, repair
from annotator.text.terminal import cell_width, for_terminal, terminal_reorders

__all__ = [
    "Direction",
    "DirectionReport",
    "base_direction",
    "cell_width",
    "direction_report",
    "for_terminal",
    "repair",
    "terminal_reorders",
]
