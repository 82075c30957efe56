"""What stands beside the column: the name of the current annotation's label, and small marks at lines."""

import math
from collections.abc import Iterable
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPalette, QPen

from annotator.model import Remark, RemarkKind, Span
from ui import i18n
from ui.article.geometry import Piece
from ui.article.ink import Ink, Metrics
from ui.style.theme import tone

BESIDE = 7.0
"""Pixels between the column and what stands beside it."""
PILL_SIDE = 5.0
EDGE = 3.0
"""Pixels kept free at the view's own edge."""
MARK_SIZE = 17.0
MARK_STEP = 20.0


@dataclass(frozen=True, slots=True)
class MarginMark:
    """A sign in the margin of the line on which a span begins: a glyph of one or two letters in a colour of the theme."""

    span: Span
    glyph: str
    tone: str = "caution"
    key: str = ""
    """What the sign stands for, for whoever put it there."""


@dataclass(frozen=True, slots=True)
class PlacedMark:
    mark: MarginMark
    box: QRectF


def sign_of(remark: Remark, span: Span, *, is_answered: bool = False) -> MarginMark:
    """Return the sign of a flag or question at the place where it stands now."""
    asks = "؟" if i18n.current() == "ar" else "?"
    glyph = "!" if remark.kind == RemarkKind.FLAG else asks
    return MarginMark(span, glyph, "good" if is_answered else "caution", remark.id)


def room_for(titles: Iterable[str], metrics: Metrics) -> float:
    """Return how wide a margin is that holds the widest of some names."""
    measures = QFontMetricsF(metrics.chip_font)
    widest = max(map(measures.horizontalAdvance, titles), default=0.0)
    return BESIDE + math.ceil(widest) + 2 * PILL_SIDE + EDGE


@dataclass(frozen=True, slots=True)
class Pill:
    """A label's name in the margin where its line begins: what there is room for, and all of it."""

    box: QRectF
    words: str
    ink: Ink


def pill(piece: Piece, ink: Ink, metrics: Metrics, column: QRectF, width: float) -> Pill:
    """Place a name beside a piece, in the coordinates of ``column``; ``width`` is the view's."""
    measures = QFontMetricsF(metrics.chip_font)
    room = (width - column.right() if piece.right_to_left else column.left()) - BESIDE - EDGE
    words = measures.elidedText(ink.title, Qt.TextElideMode.ElideRight, room - 2 * PILL_SIDE)
    wide = max(measures.horizontalAdvance(words) + 2 * PILL_SIDE, metrics.pill_height)
    left = column.right() + BESIDE if piece.right_to_left else column.left() - BESIDE - wide
    middle = piece.baseline - metrics.em * 0.28
    return Pill(
        QRectF(left, middle - metrics.pill_height / 2, wide, metrics.pill_height), words, ink
    )


def paint_pill(painter: QPainter, one: Pill, metrics: Metrics) -> None:
    painter.setBrush(one.ink.tint)
    painter.setPen(QPen(one.ink.line, 1.2))
    painter.drawRoundedRect(one.box, one.box.height() / 2, one.box.height() / 2)
    painter.setFont(metrics.chip_font)
    painter.drawText(one.box, Qt.AlignmentFlag.AlignCenter, one.words)


def placed_marks(
    marks: Iterable[tuple[MarginMark, Piece]], metrics: Metrics, column: QRectF
) -> list[PlacedMark]:
    """Return where marks stand: at the end of their line, several of one line beside each other."""
    taken: dict[float, int] = {}
    placed: list[PlacedMark] = []
    for mark, piece in marks:
        number = taken.get(piece.baseline, 0)
        taken[piece.baseline] = number + 1
        away = BESIDE + number * MARK_STEP
        left = column.left() - away - MARK_SIZE if piece.right_to_left else column.right() + away
        middle = piece.baseline - metrics.em * 0.28
        placed.append(PlacedMark(mark, QRectF(left, middle - MARK_SIZE / 2, MARK_SIZE, MARK_SIZE)))
    return placed


def paint_marks(
    painter: QPainter, placed: Iterable[PlacedMark], metrics: Metrics, palette: QPalette
) -> None:
    painter.setFont(metrics.chip_font)
    for one in placed:
        ink = QColor(tone(one.mark.tone, palette))
        painter.setPen(QPen(ink, 1.4))
        painter.setBrush(palette.color(QPalette.ColorRole.Base))
        painter.drawEllipse(one.box)
        painter.setPen(ink)
        painter.drawText(one.box, Qt.AlignmentFlag.AlignCenter, one.mark.glyph)


def at(placed: Iterable[PlacedMark], point: QPointF) -> MarginMark | None:
    """Return the mark under a point."""
    return next((one.mark for one in placed if one.box.contains(point)), None)
