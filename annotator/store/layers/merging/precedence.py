"""Which of two records with one identity counts: the same answer on every computer, in whatever order they meet."""

from typing import Any

import msgspec

from annotator.store.files.records import Row

_canonical = msgspec.json.Encoder(order="sorted").encode


def precedence(row: Row, *, removed: bool) -> tuple[Any, ...]:
    """Return the sort key of a record: later changes win, a removal beats a change of the same revision.

    Time decides between equal revisions, and the bytes between equal times, so that there is never a draw.
    """
    return _number(row.get("rev")), removed, str(row.get("at", "")), _canonical(row)


def _number(value: object) -> int:
    return value if isinstance(value, int) and not isinstance(value, bool) else 0
