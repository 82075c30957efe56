"""What a reviewer meant: a value that goes from the page to whoever decides."""

from dataclasses import dataclass

from annotator.review.rows import Row
from ui.review.rows.points import Answer, Point


@dataclass(frozen=True, slots=True)
class Meant:
    """``how`` is ``as`` (like ``annotator``), ``answer`` (``answer`` was pressed), or a command of `deciding_keys`."""

    how: str
    row: Row
    point: Point
    annotator: str = ""
    answer: Answer | None = None
    reason: str = ""
