"""One line of an article's text in a list: for the eye only, never read back."""

import re
import unicodedata
from functools import lru_cache

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QPainter

from annotator.text.direction import base_direction

LONGEST_LINE = 240
"""Code points that a list row ever needs; measuring a whole quote for each paint would be slow."""


def one_line(text: str, limit: int = LONGEST_LINE) -> str:
    """Return ``text`` on one line; beyond ``limit`` code points its middle becomes an ellipsis."""
    if len(text) > limit:
        head, tail = text[: limit * 2 // 3], text[-(limit // 3) :]
        while tail and unicodedata.combining(tail[0]):
            tail = tail[1:]
        text = f"{head.rstrip()} … {tail.lstrip()}"
    return " ".join(text.split())


_DATE = re.compile(
    r"(?<![0-9])[0-9]{4}-[0-9X]{2}(?:-[0-9X]{2})?(?:/[0-9]{4}-[0-9X]{2}(?:-[0-9X]{2})?)?"
)
_TOGETHER, _POP = "\u2066", "\u2069"
STANDING = "\u200e"
"""A left-to-right mark: after it a date reads from its year, where no isolate can be put."""


def upright(text: str) -> str:
    """Keep dates whole: after Arabic letters 2020-11-09 would be shown as 09-11-2020. For the eye only."""
    return _DATE.sub(lambda date: f"{_TOGETHER}{date.group()}{_POP}", text)


def marked(text: str) -> str:
    """The same for a line that is typed into: a mark stands before each date; `unmarked` takes it away again."""
    return _DATE.sub(lambda date: STANDING + date.group(), text)


def unmarked(text: str) -> str:
    return re.sub(f"{STANDING}(?={_DATE.pattern})", "", text)


def direction_of(text: str, default: Qt.LayoutDirection) -> Qt.LayoutDirection:
    """Return the direction in which ``text`` reads by its first strong character."""
    fallback = "rtl" if default == Qt.LayoutDirection.RightToLeft else "ltr"
    if base_direction(text, fallback) == "rtl":
        return Qt.LayoutDirection.RightToLeft
    return Qt.LayoutDirection.LeftToRight


def draw_line(
    painter: QPainter,
    rect: QRect,
    text: str,
    *,
    elide: Qt.TextElideMode = Qt.TextElideMode.ElideRight,
    at_end: bool = False,
    wanted: int | None = None,
) -> None:
    """Draw ``text`` in its own direction, dates upright, from the leading edge that the window's direction gives.

    The painter's layout direction is the window's. ``at_end`` starts from the trailing edge instead; ``wanted`` is the width of
    ``text`` where the caller knows it, rounded: measuring costs as much as drawing.
    """
    window = painter.layoutDirection()
    shown, direction = _as_shown(text, window)
    fits = wanted is not None and wanted < rect.width() and shown == text
    left = (window == Qt.LayoutDirection.LeftToRight) != at_end
    painter.setLayoutDirection(direction)
    painter.drawText(
        rect,
        _FROM_LEFT if left else _FROM_RIGHT,
        shown if fits else painter.fontMetrics().elidedText(shown, elide, rect.width()),
    )
    painter.setLayoutDirection(window)


_LINE = Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine
_FROM_LEFT, _FROM_RIGHT = _LINE | Qt.AlignmentFlag.AlignLeft, _LINE | Qt.AlignmentFlag.AlignRight


@lru_cache(2_000)
def _as_shown(text: str, window: Qt.LayoutDirection) -> tuple[str, Qt.LayoutDirection]:
    """Return a line with its dates upright and its direction; a list asks for the same ones at every key."""
    text = upright(text)
    return text, direction_of(text, window)
