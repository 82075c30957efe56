"""Plain text as Markdown: nothing in it is a sign, and names, numbers and ranges read right in either direction."""

import re
from collections.abc import Iterable, Sequence

_SIGNS = re.compile(r"[\\`*_{}\[\]<>#|~&]")
_SPACE = re.compile(r"\s+")
_LINE_START = re.compile(r"^(\s*)([-+=]|\d+[.)])(?=\s|$)")
LEFT_TO_RIGHT, FIRST_STRONG, END = "\u2066", "\u2068", "\u2069"
"""Unicode's isolates, LRI, FSI and PDI (UAX #9): Markdown has no word of its own for direction."""

_NUMBER = re.compile(
    r"\d{4}-\d\d-\d\d|(?<![\w.])[-+\u2212]?\d+(?:[.,]\d+)*(?:\u2013\d+(?:[.,]\d+)*)?"
)
"""A day, a number or a range of numbers by itself."""


def inline(text: str) -> str:
    """Return text for the inside of a line that Markdown (CommonMark 0.31) shows as it is; white space is a space."""
    return _SIGNS.sub(lambda found: "\\" + found[0], _SPACE.sub(" ", text))


def plain(text: str) -> str:
    """Return text that may begin a line."""
    return _LINE_START.sub(lambda found: f"{found[1]}\\{found[2]}", inline(text.strip()))


def name(text: str) -> str:
    """Return a text that keeps its own direction whatever stands around it."""
    return f"{FIRST_STRONG}{plain(text)}{END}" if text else ""


def digits(text: str) -> str:
    """Return a number, a day or a range that is read from the left."""
    return f"{LEFT_TO_RIGHT}{text}{END}" if text else ""


def prose(text: str) -> str:
    """Return a sentence of ours whose days, numbers and ranges are read from the left."""
    return _NUMBER.sub(lambda found: digits(found[0]), text)


def table(head: Sequence[str], rows: Iterable[Sequence[str]], *, numbers: int = 0) -> list[str]:
    """Return the lines of a table of ready cells; from column ``numbers`` on they are numbers, if it is not 0."""
    borders = ["---:" if numbers and column >= numbers else "---" for column in range(len(head))]
    return [_row(head), _row(borders), *map(_row, rows), ""]


def document(lines: Iterable[str], direction: str) -> str:
    """Return lines as a file; one that is read from the right says so in HTML, which Markdown lets through."""
    body = "\n".join(lines).strip("\n")
    if direction == "rtl":
        body = f'<div dir="rtl">\n\n{body}\n\n</div>'
    return f"{body}\n"


def _row(cells: Sequence[str]) -> str:
    return f"| {' | '.join(cells)} |"
