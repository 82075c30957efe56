"""Where spans stand on screen, and which character is under a point.

Everything here speaks Qt's UTF-16 units and document coordinates; `ArticleView` converts.
"""

import math
from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QTextBlock, QTextDocument, QTextLine

from ui.article.cells import LineCells, Run

MOST_KNOWN = 20_000
"""Spans whose pieces are remembered: the annotations of a few very full articles."""


@dataclass(frozen=True, slots=True)
class Piece:
    """The part of a span on one line, in document coordinates.

    ``top`` to ``foot`` is the line as its font has it; ``bottom`` is where the next line may begin.
    """

    runs: tuple[Run, ...]
    top: float
    baseline: float
    foot: float
    bottom: float
    right_to_left: bool
    starts_here: bool
    ends_here: bool

    @property
    def rectangles(self) -> list[QRectF]:
        return [QRectF(run.left, self.top, run.width, self.foot - self.top) for run in self.runs]


class Geometry:
    """Measures lines of one document on demand and remembers them until the layout changes."""

    def __init__(self, document: QTextDocument, line_height: float) -> None:
        """Measure ``document``, whose lines are ``line_height`` percent of their font's height."""
        self._document = document
        self._stretch = line_height / 100.0
        self._lines: dict[tuple[int, int], LineCells] = {}
        self._known: dict[tuple[int, int], tuple[Piece, ...]] = {}

    def forget(self) -> None:
        """Drop what was measured: the width or the font changed."""
        self._lines.clear()
        self._known.clear()

    def block_box(self, block: QTextBlock) -> QRectF:
        return self._document.documentLayout().blockBoundingRect(block)

    def cells(self, block: QTextBlock, index: int) -> LineCells:
        """Return the cells of one line; x runs from the paragraph's left edge."""
        key = (block.blockNumber(), index)
        cells = self._lines.get(key)
        if cells is None:
            line = block.layout().lineAt(index)
            cells = LineCells(line, _text_of(block, line), is_right_to_left(block))
            self._lines[key] = cells
        return cells

    def all_pieces(self, start: int, end: int) -> tuple[Piece, ...]:
        """Return every part of a span, remembered; for spans of ordinary length."""
        known = self._known.get((start, end))
        if known is None:
            if len(self._known) > MOST_KNOWN:
                self._known.clear()
            known = self._known[start, end] = tuple(self.pieces(start, end, 0.0, math.inf))
        return known

    def pieces(self, start: int, end: int, top: float, bottom: float) -> Iterator[Piece]:
        """Yield the parts of ``[start, end)`` on the lines that meet the band from ``top`` to ``bottom``."""
        block = self._document.findBlock(start)
        while block.isValid() and block.position() < end:
            box = self.block_box(block)
            if box.top() > bottom:
                return
            if box.bottom() >= top:
                yield from self._pieces_of(block, box.topLeft(), start, end, top, bottom)
            block = block.next()

    def _pieces_of(
        self, block: QTextBlock, origin: QPointF, start: int, end: int, top: float, bottom: float
    ) -> Iterator[Piece]:
        layout = block.layout()
        first, after = start - block.position(), end - block.position()
        for index in range(line_at_y(block, top - origin.y()), layout.lineCount()):
            line = layout.lineAt(index)
            line_top = origin.y() + line.y()
            if line_top > bottom or line.textStart() >= after:
                return
            line_end = line.textStart() + line.textLength()
            if line_end <= first:
                continue
            runs = self.cells(block, index).runs(first, after)
            if not runs:
                continue
            yield Piece(
                tuple(Run(run.left + origin.x(), run.right + origin.x()) for run in runs),
                line_top,
                line_top + line.ascent(),
                line_top + line.height(),
                line_top + line.height() * self._stretch,
                is_right_to_left(block),
                starts_here=first >= line.textStart(),
                ends_here=after <= line_end,
            )

    def units_between(self, block: QTextBlock, top: float, bottom: float) -> tuple[int, int]:
        """Return the positions of a paragraph whose lines meet the band from ``top`` to ``bottom``."""
        layout, position = block.layout(), block.position()
        if not layout.lineCount():
            return position, position + block.length()
        origin = self.block_box(block).top()
        first = layout.lineAt(line_at_y(block, top - origin))
        last = layout.lineAt(line_at_y(block, bottom - origin))
        return position + first.textStart(), position + last.textStart() + last.textLength()

    def unit_at(self, point: QPointF) -> int:
        """Return the position (UTF-16) of the character at or nearest to a point of the document."""
        layout = self._document.documentLayout()
        near = layout.hitTest(point, Qt.HitTestAccuracy.FuzzyHit)
        block = self._document.findBlock(max(near, 0))
        origin = self.block_box(block).topLeft()
        text_layout = block.layout()
        if not text_layout.lineCount():
            return block.position()
        index = line_at_y(block, point.y() - origin.y())
        line = text_layout.lineAt(min(index, text_layout.lineCount() - 1))
        unit = self.cells(block, line.lineNumber()).unit_at(point.x() - origin.x())
        return block.position() + (line.textStart() if unit is None else unit)

    def cell_at(self, unit: int) -> tuple[QRectF, bool]:
        """Return the cell of the character at a position, in document coordinates, and whether it runs right to left."""
        block = self._document.findBlock(unit)
        origin = self.block_box(block).topLeft()
        local = unit - block.position()
        line = block.layout().lineForTextPosition(local)
        if not line.isValid():
            return QRectF(origin.x(), origin.y(), 0, 0), is_right_to_left(block)
        cells = self.cells(block, line.lineNumber())
        if local >= cells.end:  # the paragraph's own end
            return QRectF(origin.x(), origin.y() + line.y(), 0, line.height()), is_right_to_left(
                block
            )
        left, right = cells.cell(local)
        box = QRectF(origin.x() + left, origin.y() + line.y(), right - left, line.height())
        return box, cells.reads_right_to_left(local)


def is_right_to_left(block: QTextBlock) -> bool:
    return block.textDirection() == Qt.LayoutDirection.RightToLeft


def line_at_y(block: QTextBlock, y: float) -> int:
    """Return the index of the line at a height of its paragraph: the first below where ``y`` is above all."""
    layout = block.layout()
    low, high = 0, max(layout.lineCount() - 1, 0)
    while low < high:  # paragraphs of a megabyte have thousands of lines
        middle = (low + high + 1) // 2
        if layout.lineAt(middle).y() <= y:
            low = middle
        else:
            high = middle - 1
    return low


def _text_of(block: QTextBlock, line: QTextLine) -> str:
    """Return what a line shows; slicing by UTF-16 units needs the surrogates apart only where there are any."""
    text = block.text()
    if len(text) == block.length() - 1:
        return text[line.textStart() : line.textStart() + line.textLength()]
    units = text.encode("utf-16-le")
    return units[2 * line.textStart() : 2 * (line.textStart() + line.textLength())].decode(
        "utf-16-le"
    )
