"""Markdown as Qt can show it right to left. Free of Qt."""

import re

CELLS = re.compile(r"(?<!\\)\|")
"""A bar between two cells: one after a backslash belongs to its cell."""


def readable(text: str, *, right_to_left: bool) -> str:
    """Return Markdown to look at: without the element that turns it in a browser, which Qt shows as an empty line.

    Qt lays the columns of a table out from the left whatever the direction, so those of a table that is read from the
    right are turned round.
    """
    lines = [
        line for line in text.splitlines() if line.strip() not in ('<div dir="rtl">', "</div>")
    ]
    if right_to_left:
        lines = [_turned(line) if line.startswith("|") else line for line in lines]
    return "\n".join(lines).strip() + "\n"


def _turned(line: str) -> str:
    cells = CELLS.split(line.rstrip())[1:-1]
    return f"|{'|'.join(reversed(cells))}|"
