"""A laid-out document as lines that can be drawn one by one, so that a sheet takes just those that are on it."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from PySide6.QtCore import QPointF
from PySide6.QtGui import QPainter, QTextBlock, QTextDocument

from ui.printing.paging import Row


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a document: its place on a sheet, and where to find it again."""

    row: Row
    block: QTextBlock
    number: int
    origin: QPointF

    def draw(self, painter: QPainter) -> None:
        """Draw the letters with the painter's pen, in document coordinates."""
        self.block.layout().lineAt(self.number).draw(painter, self.origin)


@dataclass(frozen=True, slots=True)
class Measures:
    """What belongs to a line above and below its baseline, where that is not the box that Qt gives it."""

    above: float
    below: float


def lines_of(document: QTextDocument, measures: Measures | None = None) -> list[Line]:
    """Return the lines of a document that has its width; each reaches down to where the next one begins."""
    found = list(_lines(document, measures))
    end = document.size().height() - document.documentMargin()
    if measures is not None and found and not found[-1].row.blank:
        end = found[-1].row.bottom
    bottoms = [*(line.row.top for line in found[1:]), end]
    return [
        replace(line, row=replace(line.row, bottom=max(bottom, line.row.top)))
        for line, bottom in zip(found, bottoms, strict=True)
    ]


def _lines(document: QTextDocument, measures: Measures | None) -> Iterator[Line]:
    """Yield the lines with the least they take; blank ones begin where the line before ends."""
    layout = document.documentLayout()
    block = document.begin()
    reached = 0.0
    while block.isValid():
        origin = layout.blockBoundingRect(block).topLeft()
        blank = not block.text() or block.text().isspace()
        last = block.layout().lineCount() - 1
        for number in range(last + 1):
            line = block.layout().lineAt(number)
            top, height = origin.y() + line.y(), line.height()
            if measures is not None:
                top += line.ascent() - measures.above
                height = measures.above + measures.below
            if blank:
                top, height = max(reached, 0.0) if measures else top, 0.0
            reached = top + height
            row = Row(top, reached, opens=number == 0, closes=number == last, blank=blank)
            yield Line(row, block, number, origin)
        block = block.next()
