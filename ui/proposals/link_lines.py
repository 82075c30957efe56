"""The line between a quotation and who said it."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen

from annotator.model import Annotation, Span
from ui.article.canvas import ArticleCanvas
from ui.article.geometry import Piece
from ui.article.ink import Metrics
from ui.style.theme import is_dark, label_colours

WIDTH = 1.8
DOT = 3.2
"""Pixels: the line, and the radius of the dot at its end with the speaker."""
ALPHA = 210
SAG = 16.0
"""Pixels that a line between two words of one line hangs below them."""


def draw(painter: QPainter, view: ArticleCanvas, head: Annotation, dependent: Annotation) -> None:
    """Draw a curve from the beginning of ``head`` to the middle under ``dependent``."""
    first = _first_piece(view, head.span)
    there = _first_piece(view, dependent.span)
    if first is None or there is None:
        return
    metrics = view.metrics
    end = _under(there, metrics)
    start = _start(first, metrics, above=first.baseline - there.baseline > SAG)
    label = view.schema.label(head.label) if view.schema else None
    ink = QColor(label_colours(label, is_dark(view.palette()))[1] if label else Qt.GlobalColor.gray)
    ink.setAlpha(ALPHA)
    pen = QPen(ink, WIDTH)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPath(_curve(start, end))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(ink)
    painter.drawEllipse(end, DOT, DOT)
    _outline(painter, there, ink, metrics)


def _outline(painter: QPainter, piece: Piece, ink: QColor, metrics: Metrics) -> None:
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(ink, 1.2))
    for run in piece.runs:
        box = QRectF(
            run.left, piece.baseline - metrics.above, run.width, metrics.above + metrics.below
        )
        painter.drawRoundedRect(box.adjusted(-1, -1, 1, 1), 3, 3)


def _curve(start: QPointF, end: QPointF) -> QPainterPath:
    """Return a line that leaves and arrives from below, so that it runs between the lines of text."""
    path = QPainterPath(start)
    if abs(start.y() - end.y()) < SAG:
        low = max(start.y(), end.y()) + SAG
        path.cubicTo(QPointF(start.x(), low), QPointF(end.x(), low), end)
        return path
    bend = min(abs(end.y() - start.y()) / 2, 3 * SAG)
    toward = bend if end.y() > start.y() else -bend
    path.cubicTo(QPointF(start.x(), start.y() + toward), QPointF(end.x(), end.y() + abs(bend)), end)
    return path


def _first_piece(view: ArticleCanvas, span: Span) -> Piece | None:
    """Return the line on which a span begins, with as much of the span as a short look needs."""
    pieces = view.pieces_of(Span(span.start, min(span.end, span.start + 200)))
    return pieces[0] if pieces else None


def _start(piece: Piece, metrics: Metrics, *, above: bool) -> QPointF:
    """Return where the line leaves: over the first letter where it goes up, else under it."""
    x = piece.runs[-1].right - 4 if piece.right_to_left else piece.runs[0].left + 4
    y = piece.baseline - metrics.above - 1 if above else piece.baseline + metrics.below + 1
    return QPointF(x, y)


def _under(piece: Piece, metrics: Metrics) -> QPointF:
    left = min(run.left for run in piece.runs)
    right = max(run.right for run in piece.runs)
    return QPointF((left + right) / 2, piece.baseline + metrics.below + 2)
