"""A hit with the words around it on one painted line, in its own direction, the hit stronger than the rest."""

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QTextLayout, QTextOption

from annotator.search.context import Context
from ui.article.cells import LineCells, Run
from ui.article.offsets import OffsetMap

SHARE_BEFORE = 0.4
"""The most of a line that the words before the hit may take, so that the hit is always in it."""

EMBOLDENING = 0.6
"""Pixels between the two strokes of a hit: a bold font would break the letters that join it to the rest."""


@dataclass(frozen=True, slots=True)
class Line:
    """A laid-out line; ``hit`` are the stretches that the hit covers, from the line's left edge."""

    layout: QTextLayout
    width: float
    height: float
    hit: tuple[Run, ...]


def fit(context: Context, metrics: QFontMetrics, width: int) -> Context:
    """Cut a context to a width, first before the hit and then behind."""
    line, start, end = context.line, context.start, context.end
    if metrics.horizontalAdvance(line) <= width:
        return context
    cut = 0
    while cut < start and metrics.horizontalAdvance(line[cut:start]) > width * SHARE_BEFORE:
        space = line.find(" ", cut, start)
        cut = space + 1 if space >= 0 else start
    if cut:
        line, start, end = f"…{line[cut:]}", start - cut + 1, end - cut + 1
    line = metrics.elidedText(line, Qt.TextElideMode.ElideRight, width)
    return Context(line, start, min(end, len(line)))


def lay_out(context: Context, font: QFont, *, right_to_left: bool) -> Line:
    units = OffsetMap(context.line)
    layout = QTextLayout(units.display, font)
    option = QTextOption(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignAbsolute)
    option.setWrapMode(QTextOption.WrapMode.NoWrap)
    option.setTextDirection(
        Qt.LayoutDirection.RightToLeft if right_to_left else Qt.LayoutDirection.LeftToRight
    )
    layout.setTextOption(option)
    layout.beginLayout()
    line = layout.createLine()
    line.setLineWidth(1_000_000)
    layout.endLayout()
    cells = LineCells(line, context.line, right_to_left)
    hit = cells.runs(units.to_qt(context.start), units.to_qt(context.end))
    return Line(layout, line.naturalTextWidth(), line.height(), tuple(hit))


def draw(
    painter: QPainter, rect: QRect, context: Context, box: QColor | None, *, right_to_left: bool
) -> None:
    """Draw a context in the painter's font and pen, from the side where it begins; ``box`` fills behind the hit."""
    font = painter.font()
    line = lay_out(
        fit(context, QFontMetrics(font), rect.width()), font, right_to_left=right_to_left
    )
    left = rect.right() + 1 - line.width if right_to_left else float(rect.left())
    origin = QPointF(left, rect.top() + (rect.height() - line.height) / 2)
    boxes = [QRectF(left + run.left, origin.y(), run.width, line.height) for run in line.hit]
    painter.save()
    painter.setClipRect(rect)
    if box is not None:
        for around in boxes:
            painter.fillRect(around, box)
    line.layout.draw(painter, origin)
    for around in boxes:
        painter.setClipRect(around.toAlignedRect() & rect)
        line.layout.draw(painter, origin + QPointF(EMBOLDENING, 0))
    painter.restore()
