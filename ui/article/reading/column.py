"""The column that is read: so many letters wide and in the middle of the view, whatever the window's width."""

from PySide6.QtCore import QSizeF
from PySide6.QtGui import QFont, QFontMetricsF, QTextDocument

SIDE = 40.0
"""Pixels kept free on both sides of the column at least: the pill with a label's name stands there."""

MOST_SIDE = 72.0
"""The same at most in a view that has no more to give: longer names are cut off, and said in a tip."""

SHARE = 0.1
"""Of the view's width, what each side may take beyond that for long names."""

ROOMY = 560.0
"""Pixels of a view that has room for pills of long names beside its text."""

TOP = 14.0
"""Pixels above the first line, whose letters stand well below its own top."""

SAMPLE = (
    "أكد المتحدث الرسمي أمس أن الوفدين اتفقا على مواصلة المحادثات في العاصمة، "
    "وأنه لا يمكن المبالغة في تقدير أهمية البيان الثلاثي لوقف إطلاق النار بعد أسبوع."
)
"""A sentence of news; its letters are as wide as those of the sample project: 75 of them take 596 px of Amiri at 24 px."""


def width_of(letters: int, font: QFont) -> float:
    """Return how many pixels so many letters of Arabic news take, their spaces with them."""
    return letters * QFontMetricsF(font).horizontalAdvance(SAMPLE) / len(SAMPLE)


def margins(room: float, column: float | None, beside: float = 0.0) -> float:
    """Return the pixels to leave free on each side of a column in a view of the given width; None takes all there is.

    ``beside`` is what would like to stand there.
    """
    most = max(MOST_SIDE, SHARE * room)
    least = max(min(beside, most), SIDE) if room >= ROOMY else SIDE
    return least if column is None else max((room - column) / 2, least)


def frame(document: QTextDocument, side: float, below: float) -> None:
    """Leave so many pixels free on each side of a document's text and below it."""
    page = document.pageSize()
    document.setPageSize(QSizeF(0, 0))  # else each of the two would lay all of the text out at once
    root = document.rootFrame()
    margins_format = root.frameFormat()
    margins_format.setTopMargin(TOP)
    margins_format.setBottomMargin(max(below, TOP))
    margins_format.setLeftMargin(side)
    margins_format.setRightMargin(side)
    root.setFrameFormat(margins_format)
    document.setPageSize(page)
