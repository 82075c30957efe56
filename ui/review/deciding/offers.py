"""Which commands make sense for a row and the question of it that keys answer. Free of Qt."""

from annotator.adjudication.states import State
from annotator.review.rows import Row, RowKind
from ui.review.rows.questions import Asks, Question, most_frequent


def offers(row: Row, question: Question) -> frozenset[str]:
    """Return the commands that can be carried out now."""
    found = {"none"}
    if question.asks == Asks.SPAN:
        found |= _about_span(row, question)
    elif most_frequent(question) is not None:
        found.add("majority")
    if row.kind == RowKind.SPAN:
        found.add("edit")
    if row.state == State.CHANGED:
        found.add("keep")
    if row.decision is not None and row.state not in (State.OPEN, State.AGREED):
        found.add("reopen")
    return frozenset(found)


def _about_span(row: Row, question: Question) -> set[str]:
    made = [one for one in question.answers if one.span is not None and one.names]
    found = {"majority"} if made else set[str]()
    if len(made) > 1:
        found.add("all")
    if row.state == State.DECIDED and row.cluster is not None:
        found.add("same")
    return found
