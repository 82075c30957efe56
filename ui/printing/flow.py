"""A laid-out document as lines that can be drawn one by one, so that a sheet takes just those that are on it."""

from collections.abc import Iterator
from dataclasses import dataclass

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


def lines_of(document: QTextDocument) -> list[Line]:
    """Return the lines of a document that has its width; each reaches down to where the next one begins."""
    found = list(_lines(document))
    tops = [top for top, *_ in found]
    bottoms = [*tops[1:], document.size().height() - document.documentMargin()]
    return [
        Line(
            Row(
                top,
                max(bottom, top),
                opens=number == 0,
                closes=number == block.layout().lineCount() - 1,
                blank=not block.text() or block.text().isspace(),
            ),
            block,
            number,
            origin,
        )
        for (top, block, number, origin), bottom in zip(found, bottoms, strict=True)
    ]


def _lines(document: QTextDocument) -> Iterator[tuple[float, QTextBlock, int, QPointF]]:
    layout = document.documentLayout()
    block = document.begin()
    while block.isValid():
        origin = layout.blockBoundingRect(block).topLeft()
        for number in range(block.layout().lineCount()):
            yield origin.y() + block.layout().lineAt(number).y(), block, number, origin
        block = block.next()
