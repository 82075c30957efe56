"""What a reviewer meant: a value that goes from the page to whoever decides."""

from dataclasses import dataclass

from annotator.review.rows import Row
from ui.review.rows.questions import Answer, Question


@dataclass(frozen=True, slots=True)
class Meant:
    """``how`` is ``as`` (like ``annotator``), ``answer`` (``answer`` was pressed), or a command of `deciding_keys`."""

    how: str
    row: Row
    question: Question
    annotator: str = ""
    answer: Answer | None = None
    reason: str = ""
