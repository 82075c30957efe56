"""The rows of a list of places: an article, then its places."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import IntEnum

from PySide6.QtCore import Qt

from annotator.search.context import Context, context
from annotator.text.direction import base_direction

_LOOKED_AT = 400
"""Characters of a paragraph in which its first strong letter is looked for."""


class PlaceRole(IntEnum):
    """Roles of both models of places."""

    ROW = Qt.ItemDataRole.UserRole
    CONTEXT = Qt.ItemDataRole.UserRole + 1
    """`Context` and whether its paragraph runs right to left."""


@dataclass(frozen=True, slots=True)
class ArticleHeading:
    """The heading of an article's places."""

    article_id: str
    title: str
    places: int


@dataclass(frozen=True, slots=True)
class PlaceRow:
    """One place, in code points of its article."""

    article_id: str
    start: int
    end: int


Row = ArticleHeading | PlaceRow
Texts = Callable[[str], str]
"""Gives an article's text by its id."""
Titles = Mapping[str, str]


def surroundings(text: str, row: PlaceRow) -> tuple[Context, bool]:
    """Return a place in its line and whether the line runs right to left."""
    paragraph = text.rfind("\n", 0, row.start) + 1
    shown = text[paragraph : max(row.end, paragraph + _LOOKED_AT)]
    return context(text, row.start, row.end), base_direction(shown, default="rtl") == "rtl"
