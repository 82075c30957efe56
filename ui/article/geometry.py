"""Where spans stand on screen, and which character is under a point.

Everything here speaks Qt's UTF-16 units and document coordinates; `ArticleView` converts.
"""

import math
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QTextBlock, QTextDocument, QTextLine

from ui.article.cells import LineCells, Run

MOST_KNOWN = 20_000
"""Spans whose pieces are remembered: the annotations of a few very full articles."""


@dataclass(frozen=True, slots=True)
class Piece:
    """The part of a span on one line, in document coordinates.

    ``top`` to ``bottom`` is the line's own band, which ends where that of the next line begins.
    """

    runs: tuple[Run, ...]
    top: float
    baseline: float
    bottom: float
    right_to_left: bool
    starts_here: bool
    ends_here: bool

    @property
    def rectangles(self) -> list[QRectF]:
        return [QRectF(run.left, self.top, run.width, self.bottom - self.top) for run in self.runs]


class Geometry:
    """Measures lines of one document on demand and remembers them until the layout changes."""

    def __init__(
        self, document: QTextDocument, above: float, below: float, with_text: Sequence[int]
    ) -> None:
        """Measure ``document``, in which a line's band reaches so many pixels above and below its baseline.

        ``with_text`` are the numbers of the paragraphs that are not blank, ascending.
        """
        self._document = document
        self._above, self._below = above, below
        self._with_text = with_text
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
        for index in range(self._line_at(block, top - origin.y()), layout.lineCount()):
            line = layout.lineAt(index)
            baseline = origin.y() + line.y() + line.ascent()
            if baseline - self._above > bottom or line.textStart() >= after:
                return
            line_end = line.textStart() + line.textLength()
            if line_end <= first:
                continue
            runs = self.cells(block, index).runs(first, after)
            if not runs:
                continue
            yield Piece(
                tuple(Run(run.left + origin.x(), run.right + origin.x()) for run in runs),
                baseline - self._above,
                baseline,
                baseline + self._below,
                is_right_to_left(block),
                starts_here=first >= line.textStart(),
                ends_here=after <= line_end,
            )

    def blocks(self, top: float, bottom: float) -> Iterator[QTextBlock]:
        """Yield the paragraphs that meet a band of the document."""
        layout = self._document.documentLayout()
        block = self._block_at(QPointF(0, top))
        while block.isValid() and layout.blockBoundingRect(block).top() <= bottom:
            yield block
            block = block.next()

    def baselines(
        self, spans: Sequence[tuple[int, int]], top: float, bottom: float
    ) -> Iterator[float]:
        """Yield the heights of the lines that a span lies on or reaches, of the paragraphs that meet a band."""
        for block in self.blocks(top, bottom):
            position = block.position()
            after = position + block.length()
            here = [
                (start - position, end - position)
                for start, end in spans
                if start <= after and end >= position
            ]
            if not here:
                continue
            origin, layout = self.block_box(block).top(), block.layout()
            for index in range(layout.lineCount()):
                line = layout.lineAt(index)
                first, last = line.textStart(), line.textStart() + line.textLength()
                if any(start <= last and end >= first for start, end in here):
                    yield origin + line.y() + line.ascent()

    def units_between(self, block: QTextBlock, top: float, bottom: float) -> tuple[int, int]:
        """Return the positions of a paragraph whose lines meet the band from ``top`` to ``bottom``."""
        layout, position = block.layout(), block.position()
        if not layout.lineCount():
            return position, position + block.length()
        origin = self.block_box(block).top()
        first = layout.lineAt(self._line_at(block, top - origin))
        last = layout.lineAt(self._line_at(block, bottom - origin))
        return position + first.textStart(), position + last.textStart() + last.textLength()

    def unit_at(self, point: QPointF) -> int:
        """Return the position (UTF-16) of the character at or nearest to a point of the document, on no blank line."""
        block = self._block_near(point)
        if not block.layout().lineCount():
            return block.position()
        origin = self.block_box(block).topLeft()
        index = self._line_at(block, point.y() - origin.y())
        unit = self.cells(block, index).unit_at(point.x() - origin.x())
        line = block.layout().lineAt(index)
        return block.position() + (line.textStart() if unit is None else unit)

    def cell_at(self, unit: int) -> tuple[QRectF, bool]:
        """Return the cell of the character at a position, in document coordinates, and whether it runs right to left."""
        block = self._document.findBlock(unit)
        origin = self.block_box(block).topLeft()
        local = unit - block.position()
        line = block.layout().lineForTextPosition(local)
        if not line.isValid():
            return QRectF(origin.x(), origin.y(), 0, 0), is_right_to_left(block)
        top = origin.y() + line.y() + line.ascent() - self._above
        height = self._above + self._below
        cells = self.cells(block, line.lineNumber())
        if local >= cells.end:  # the paragraph's own end
            return QRectF(origin.x(), top, 0, height), is_right_to_left(block)
        left, right = cells.cell(local)
        box = QRectF(origin.x() + left, top, right - left, height)
        return box, cells.reads_right_to_left(local)

    def baseline_at(self, unit: int) -> float:
        """Return the height of the baseline on which a position stands, without measuring its line."""
        block = self._document.findBlock(unit)
        top = self.block_box(block).top()
        line = block.layout().lineForTextPosition(unit - block.position())
        return top + line.y() + line.ascent() if line.isValid() else top + self._above

    def line_units(self, point: QPointF) -> tuple[int, int]:
        """Return where the line nearest to a point begins and ends (UTF-16)."""
        block = self._block_near(point)
        layout, position = block.layout(), block.position()
        if not layout.lineCount():
            return position, position
        line = layout.lineAt(self._line_at(block, point.y() - self.block_box(block).top()))
        return position + line.textStart(), position + line.textStart() + line.textLength()

    def is_blank(self, block: QTextBlock) -> bool:
        """Tell whether a paragraph shows nothing, in an article that shows anything."""
        index = bisect_right(self._with_text, block.blockNumber()) - 1
        found = index >= 0 and self._with_text[index] == block.blockNumber()
        return bool(self._with_text) and not found

    def nearest_text(self, block: QTextBlock, *, forward: bool) -> int:
        """Return the position at which the text after a blank paragraph begins or that before it ends (UTF-16).

        Where there is none on that side, the other side's.
        """
        index = bisect_right(self._with_text, block.blockNumber())
        if (forward and index < len(self._with_text)) or index == 0:
            return self._block(index).position()
        before = self._block(index - 1)
        return before.position() + before.length() - 1

    def _block_near(self, point: QPointF) -> QTextBlock:
        """Return the paragraph nearest to a point, of those with text: the boxes of Qt's lines lie over their neighbours."""
        found = self._block_at(point)
        if not self._with_text:
            return found
        index = max(bisect_right(self._with_text, found.blockNumber()) - 1, 0)
        while index > 0 and point.y() < self._border(index - 1):
            index -= 1
        while index + 1 < len(self._with_text) and point.y() >= self._border(index):
            index += 1
        return self._block(index)

    def _block_at(self, point: QPointF) -> QTextBlock:
        """Return the paragraph whose lines are at a height, the first where that is above all of them.

        Qt would answer with the last paragraph there, or with one it has not laid out yet, and all would be laid out to ask on.
        """
        first = self._document.begin()
        if point.y() <= self.block_box(first).top():
            return first
        found = self._document.documentLayout().hitTest(point, Qt.HitTestAccuracy.FuzzyHit)
        return self._document.findBlock(max(found, 0))

    def _border(self, index: int) -> float:
        """Return the height at which what is nearest to one paragraph ends: in the middle of the gap after it."""
        return (self._band(index)[1] + self._band(index + 1)[0]) / 2

    def _block(self, index: int) -> QTextBlock:
        return self._document.findBlockByNumber(self._with_text[index])

    def _band(self, index: int) -> tuple[float, float]:
        """Return from where to where the lines of a paragraph reach."""
        block = self._block(index)
        top, layout = self.block_box(block).top(), block.layout()
        if not layout.lineCount():
            return top, top
        first, last = layout.lineAt(0), layout.lineAt(layout.lineCount() - 1)
        return (
            top + first.y() + first.ascent() - self._above,
            top + last.y() + last.ascent() + self._below,
        )

    def _line_at(self, block: QTextBlock, y: float) -> int:
        """Return the index of the line whose band is at a height of its paragraph: the first where ``y`` is above all."""
        layout = block.layout()
        low, high = 0, max(layout.lineCount() - 1, 0)
        while low < high:  # paragraphs of a megabyte have thousands of lines
            middle = (low + high + 1) // 2
            line = layout.lineAt(middle)
            if line.y() + line.ascent() - self._above <= y:
                low = middle
            else:
                high = middle - 1
        return low


def is_right_to_left(block: QTextBlock) -> bool:
    return block.textDirection() == Qt.LayoutDirection.RightToLeft


def _text_of(block: QTextBlock, line: QTextLine) -> str:
    """Return what a line shows; slicing by UTF-16 units needs the surrogates apart only where there are any."""
    text = block.text()
    if len(text) == block.length() - 1:
        return text[line.textStart() : line.textStart() + line.textLength()]
    units = text.encode("utf-16-le")
    return units[2 * line.textStart() : 2 * (line.textStart() + line.textLength())].decode(
        "utf-16-le"
    )
