"""From row to row of an article. Free of Qt."""

from collections.abc import Sequence

from annotator.model import Span
from annotator.review.rows import Row, RowKind
from ui.review.rows.points import Point


def place_of(rows: Sequence[Row], wanted: Row | None) -> int:
    """Return where a row is, known by its key; -1 where it is not."""
    if wanted is None:
        return -1
    return next((n for n, row in enumerate(rows) if row.key == wanted.key), -1)


def first_open(rows: Sequence[Row]) -> Row | None:
    return next((row for row in rows if row.is_open), None)


def next_open(rows: Sequence[Row], here: int, current: Row | None) -> Row | None:
    """Return the row to decide after the one that was at ``here``, round the end; None where none is open.

    Where ``current`` was decided and a filter hides it now, another has its place.
    """
    is_there = 0 <= here < len(rows) and current is not None and rows[here].key == current.key
    start = here + 1 if is_there else max(here, 0)
    return first_open((*rows[start:], *rows[:start]))


def at(rows: Sequence[Row], position: int) -> Row | None:
    """Return the innermost row at a character, one about a span before others."""
    here = [row for row in rows if row.span.start <= position < row.span.end]
    return min(here, key=lambda row: (row.kind != RowKind.SPAN, len(row.span)), default=None)


def amber(rows: Sequence[Row]) -> list[Span]:
    """Return what is tinted as an open difference: what all agree on has no tint until it is taken."""
    return [
        row.span
        for row in rows
        if row.kind != RowKind.LINK and str(row.state) in ("open", "changed")
    ]


def point_after(before: Sequence[Point], now: Sequence[Point], at: int) -> int:
    """Return the number of the point to answer after a row has changed: where it was, or what is open still.

    ``at`` is where it was, which something else than an answer to it may have settled.
    """
    at = min(at, len(now) - 1)
    if at < len(before) and before[at].is_open and not now[at].is_open:
        return next((number for number, one in enumerate(now) if one.is_open), at)
    return at
