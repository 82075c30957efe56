"""Paint annotations behind and around one unbroken layout.

Nothing here touches a character format: a format boundary breaks the lam-alef ligature and moves every glyph after it.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPalette, QPen

from ui.article.chips import Chip, place
from ui.article.geometry import Piece
from ui.article.ink import CHIP_GAP, CURRENT_WIDTH, LANE_WIDTH, Ink, Metrics, draw_lane
from ui.style.theme import tone

ROUND = 3.0
SELECTION_ALPHA = 70
ZONE_ALPHA = 150
BRACKET = 1.5
FOOT = 4.0
"""Pixels: width of a bracket's line, and length of its feet."""
HANDLE = 3.0
"""Pixels: width of the bar that shows which edge the arrow keys move."""


@dataclass(frozen=True, slots=True)
class Shown:
    """One annotation as it is to be painted now."""

    pieces: tuple[Piece, ...]
    ink: Ink
    lane: int | None
    """Of so many ``lanes``; None for one between others, which brackets tell."""
    lanes: int = 1
    current: bool = False
    named: bool = False
    """Whether the label's name stands in the margin."""


def paint_tints(painter: QPainter, shown: Iterable[Shown], metrics: Metrics) -> None:
    """Fill the boxes behind the letters; the caller gives outer annotations first."""
    painter.setPen(Qt.PenStyle.NoPen)
    for item in shown:
        painter.setBrush(item.ink.tint)
        for box in _boxes(item.pieces, metrics):
            painter.drawRoundedRect(box, ROUND, ROUND)


def paint_lanes(painter: QPainter, shown: Iterable[Shown], metrics: Metrics) -> None:
    for item in shown:
        if item.lane is None:
            continue
        width = CURRENT_WIDTH if item.current else LANE_WIDTH
        under = metrics.lane(item.lane, item.lanes)
        for piece in item.pieces:
            for run in piece.runs:
                draw_lane(painter, item.ink, run.left, run.right, piece.baseline + under, width)


def paint_brackets(painter: QPainter, shown: Iterable[Shown], metrics: Metrics) -> None:
    """Set what has no lane between square brackets, over the tints of what lies inside."""
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for item in shown:
        if item.lane is not None:
            continue
        painter.setPen(QPen(item.ink.line, BRACKET))
        for piece in item.pieces:
            left, right = piece.runs[0].left, piece.runs[-1].right
            opening, closing = (right, left) if piece.right_to_left else (left, right)
            if piece.starts_here:
                _paint_bracket(painter, opening, piece, metrics, foot=closing - opening)
            if piece.ends_here:
                _paint_bracket(painter, closing, piece, metrics, foot=opening - closing)


def _paint_bracket(
    painter: QPainter, x: float, piece: Piece, metrics: Metrics, *, foot: float
) -> None:
    """Draw a bracket whose feet point the way that ``foot`` has a sign."""
    inset = BRACKET / 2 if foot > 0 else -BRACKET / 2
    tip = x + inset + (FOOT if foot > 0 else -FOOT)
    top, bottom = piece.baseline - metrics.above + BRACKET / 2, piece.baseline + metrics.below
    painter.drawPolyline(
        [
            QPointF(tip, top),
            QPointF(x + inset, top),
            QPointF(x + inset, bottom),
            QPointF(tip, bottom),
        ]
    )


def paint_current(painter: QPainter, shown: Iterable[Shown], metrics: Metrics) -> None:
    """Outline the current annotation: visible without colour, and only around it."""
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for item in shown:
        if item.current:
            painter.setPen(QPen(item.ink.line, 1.5))
            for box in _boxes(item.pieces, metrics):
                painter.drawRoundedRect(box.adjusted(-1, -1, 1, 1), ROUND, ROUND)


def paint_edge(painter: QPainter, x: float, piece: Piece, colour: QColor, metrics: Metrics) -> None:
    """Draw the bar of the edge that the arrow keys move, with feet so that it is not taken for a caret."""
    top, bottom = piece.baseline - metrics.above - 3, piece.baseline + metrics.below + 3
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    painter.drawRect(QRectF(x - HANDLE / 2, top, HANDLE, bottom - top))
    for y in (top, bottom):
        painter.drawEllipse(QPointF(x, y), HANDLE, HANDLE)


def paint_selection(
    painter: QPainter, pieces: Iterable[Piece], colour: QColor, metrics: Metrics
) -> None:
    fill = QColor(colour)
    fill.setAlpha(SELECTION_ALPHA)
    painter.setPen(QPen(colour, 1.0))
    painter.setBrush(fill)
    for box in _boxes(pieces, metrics):
        painter.drawRect(box)


def paint_hit(
    painter: QPainter,
    pieces: Iterable[Piece],
    palette: QPalette,
    metrics: Metrics,
    *,
    current: bool,
) -> None:
    """Box what a search found; the current hit has a thicker frame, so that colour is not its only sign."""
    painter.setBrush(tone("hit_current" if current else "hit", palette))
    painter.setPen(QPen(tone("hit_line", palette), 2.5 if current else 1.0))
    for box in _boxes(pieces, metrics):
        painter.drawRoundedRect(box, ROUND, ROUND)


def paint_zone(painter: QPainter, pieces: Iterable[Piece], page: QColor) -> None:
    """Veil text that is out of scope; painted over the letters, which stay where they are."""
    veil = QColor(page)
    veil.setAlpha(ZONE_ALPHA)
    painter.setPen(Qt.PenStyle.NoPen)
    for piece in pieces:
        for box in piece.rectangles:
            painter.setBrush(veil)
            painter.drawRect(box)


def paint_chips(
    painter: QPainter, shown: Iterable[Shown], metrics: Metrics, left: float, right: float
) -> None:
    """Write each label's name under the line on which its annotation begins."""
    lines: dict[float, list[tuple[Shown, Piece]]] = {}
    lowest: dict[float, float] = {}
    for item in shown:
        for piece in item.pieces:
            under = metrics.lane(item.lane or 0, item.lanes)
            lowest[piece.baseline] = max(lowest.get(piece.baseline, 0.0), under)
            if piece.starts_here:
                lines.setdefault(piece.baseline, []).append((item, piece))
    measures = QFontMetricsF(metrics.chip_font)
    widths: Mapping[str, float] = {
        title: measures.horizontalAdvance(title)
        for title in {i.ink.title for line in lines.values() for i, _ in line}
    }
    painter.setFont(metrics.chip_font)
    for baseline, line in lines.items():
        _paint_chip_row(painter, line, widths, metrics, baseline + lowest[baseline], left, right)


def _paint_chip_row(
    painter: QPainter,
    line: list[tuple[Shown, Piece]],
    widths: Mapping[str, float],
    metrics: Metrics,
    under: float,
    left: float,
    right: float,
) -> None:
    right_to_left = line[0][1].right_to_left
    chips = [
        Chip(start_edge(piece), widths[item.ink.title], item.ink.title) for item, piece in line
    ]
    y = under + CHIP_GAP + metrics.chip_ascent
    for (item, _), chip, x in zip(
        line, chips, place(chips, right_to_left=right_to_left, left=left, right=right), strict=True
    ):
        painter.setPen(item.ink.line)
        painter.drawText(QPointF(x, y), chip.name)


def start_edge(piece: Piece) -> float:
    """Return the x at which a piece begins for a reader of its paragraph."""
    return piece.runs[-1].right if piece.right_to_left else piece.runs[0].left


def _boxes(pieces: Iterable[Piece], metrics: Metrics) -> list[QRectF]:
    return [
        QRectF(run.left, piece.baseline - metrics.above, run.width, metrics.above + metrics.below)
        for piece in pieces
        for run in piece.runs
    ]
