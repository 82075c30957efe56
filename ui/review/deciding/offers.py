"""Which commands make sense for a row and the point of it that keys answer. Free of Qt."""

from annotator.adjudication.states import State
from annotator.review.rows import Row, RowKind
from ui.review.rows.points import Asks, Point, most_frequent


def offers(row: Row, point: Point) -> frozenset[str]:
    """Return the commands that can be carried out now."""
    found = {"none"}
    if point.asks == Asks.SPAN:
        found |= _about_span(row, point)
    elif most_frequent(point) is not None:
        found.add("majority")
    if row.kind == RowKind.SPAN:
        found.add("edit")
    if row.state == State.CHANGED:
        found.add("keep")
    if row.decision is not None and row.state not in (State.OPEN, State.AGREED):
        found.add("reopen")
    return frozenset(found)


def _about_span(row: Row, point: Point) -> set[str]:
    made = [one for one in point.answers if one.span is not None and one.names]
    found = {"majority"} if made else set[str]()
    if len(made) > 1:
        found.add("all")
    if row.state == State.DECIDED and row.cluster is not None:
        found.add("same")
    return found
