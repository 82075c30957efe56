"""Where one sheet ends and the next begins: between lines, never through one. Free of Qt."""

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Row:
    """One line of text in the units of its layout; ``opens`` and ``closes`` tell the first and last line of a paragraph."""

    top: float
    bottom: float
    opens: bool = True
    closes: bool = True
    blank: bool = False

    @property
    def height(self) -> float:
        return self.bottom - self.top


def break_rows(rows: Sequence[Row], room: float) -> list[range]:
    """Return the rows of each sheet, by number; blank ones where sheets meet are left out.

    A line higher than the sheet has one to itself. No sheet ends with the first line of a paragraph or begins with the
    last, where the paragraph has lines to give.
    """
    sheets: list[range] = []
    start = _past_blank(rows, 0)
    while start < len(rows):
        end, used = start, 0.0
        while end < len(rows) and (end == start or used + rows[end].height <= room):
            used += rows[end].height
            end += 1
        if end < len(rows):
            end = _kept_together(rows, start, end)
        sheets.append(range(start, _before_blank(rows, start, end)))
        start = _past_blank(rows, end)
    return sheets


def _kept_together(rows: Sequence[Row], start: int, end: int) -> int:
    """Return an earlier end where that leaves no line of a paragraph alone."""
    if rows[end].closes and not rows[end].opens and end - 1 > start:
        end -= 1
    if rows[end - 1].opens and not rows[end - 1].closes and end - 1 > start:
        end -= 1
    return end


def _past_blank(rows: Sequence[Row], start: int) -> int:
    while start < len(rows) and rows[start].blank:
        start += 1
    return start


def _before_blank(rows: Sequence[Row], start: int, end: int) -> int:
    while end - 1 > start and rows[end - 1].blank:
        end -= 1
    return end
