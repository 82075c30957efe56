"""Show what cannot be seen: signs over the laid-out text, which stays where it is.

Nothing is put into the text and no format is changed; the signs are painted into the gaps between letters and the air
above them.
"""

from collections.abc import Iterator
from dataclasses import dataclass

import regex
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen

from annotator.model import Span
from ui.article.canvas import ArticleCanvas
from ui.style.tones import tone

TAGS = {
    "\u00ad": "SHY",
    "\u034f": "CGJ",
    "\u061c": "ALM",
    "\u200b": "ZWSP",
    "\u200c": "ZWNJ",
    "\u200d": "ZWJ",
    "\u200e": "LRM",
    "\u200f": "RLM",
    "\u2028": "LS",
    "\u2029": "PS",
    "\u202a": "LRE",
    "\u202b": "RLE",
    "\u202c": "PDF",
    "\u202d": "LRO",
    "\u202e": "RLO",
    "\u2060": "WJ",
    "\u2066": "LRI",
    "\u2067": "RLI",
    "\u2068": "FSI",
    "\u2069": "PDI",
    "\u0085": "NEL",
    "\ufeff": "BOM",
}
"""The abbreviations of the Unicode Standard for characters that take no room."""

_OPENING = frozenset("\u202a\u202b\u202d\u202e\u2066\u2067\u2068")
"""What turns the letters after it round stands behind the letter before it; a following one may be far away."""

_TATWEEL = "\u0640"
_WIDE = "\t\u00a0\u2007\u202f"
_FOUND = regex.compile(
    rf"(?P<tag>[{''.join(TAGS)}]+)|(?P<wide>[{_WIDE}])|(?P<tatweel>{_TATWEEL}+)|(?P<marks>[\p{{M}}--\u034f]+)",
    regex.VERSION1,
)
_NEAR = 12
"""Characters looked at on each side of an invisible one for a letter to stand beside."""

TAG_SIZE = 7.0
"""Points of the abbreviations, whatever the size of the article's letters: signs must not hide the text."""


@dataclass(frozen=True, slots=True)
class Sign:
    """What is to be painted for one stretch of the text: ``kind`` is a group of the pattern above."""

    kind: str
    span: Span
    words: str = ""


def signs(text: str, start: int, end: int) -> Iterator[Sign]:
    """Yield what cannot be seen in ``[start, end)`` of a text, in text order; marks are counted letter by letter."""
    for match in _FOUND.finditer(text, start, end):
        kind = match.lastgroup or ""
        span = Span(*match.span())
        if kind == "tag":
            yield Sign(kind, span, " ".join(TAGS[char] for char in match.group()))
        elif kind == "marks":
            yield Sign(kind, span, str(len(match.group())))
        else:
            yield Sign(kind, span, match.group()[0])


class Inspector:
    """Paints the signs of the part of an article that is in view. Register `paint` as an overlay of the canvas."""

    def __init__(self, canvas: ArticleCanvas) -> None:
        self._canvas = canvas
        self._boxes: list[QRectF] = []  # of the tags in this picture
        self.is_on = False

    def toggle(self, on: bool) -> None:
        self.is_on = on
        self._canvas.viewport().update()

    def paint(self, painter: QPainter, top: float, bottom: float) -> None:
        if not self.is_on:
            return
        font = QFont(self._canvas.window().font())
        font.setPointSizeF(TAG_SIZE)
        painter.setFont(font)
        painter.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self._boxes.clear()
        for visible in self._canvas.visible_spans(top, bottom):
            for sign in signs(self._canvas.text, visible.start, visible.end):
                self._paint_sign(painter, sign)

    def _paint_sign(self, painter: QPainter, sign: Sign) -> None:
        ink = tone("link", self._canvas.palette())
        match sign.kind:
            case "tag":
                self._paint_tag(painter, sign, ink)
            case "wide":
                self._paint_wide(painter, sign, ink)
            case "tatweel":
                self._paint_tatweel(painter, sign, ink)
            case _:
                self._paint_count(painter, sign, ink)

    def _paint_tag(self, painter: QPainter, sign: Sign, ink: QColor) -> None:
        """Draw a hair line where the character stands and its abbreviation above the letters."""
        place = self._beside(sign.span)
        if place is None:
            return
        x, cell = place
        above = self._top(cell)
        painter.setPen(QPen(ink, 1.0))
        measures = QFontMetricsF(painter.font())
        width = measures.horizontalAdvance(sign.words) + 4
        left = min(max(x - width / 2, 0.0), self._canvas.viewport().width() - width)
        box = QRectF(left, above - measures.height() + 1, width, measures.height())
        while any(box.intersects(other) for other in self._boxes):
            box.translate(0, -measures.height() - 1)
        self._boxes.append(box)
        painter.drawLine(QPointF(x, box.bottom()), QPointF(x, self._foot(cell)))
        painter.setBrush(self._canvas.palette().base())
        painter.drawRoundedRect(box, 2, 2)
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, sign.words)

    def _paint_wide(self, painter: QPainter, sign: Sign, ink: QColor) -> None:
        """Draw an arrow in a tab, and an open box under a space that does not break."""
        cell, right_to_left = self._canvas.cell_and_direction(sign.span.start)
        foot = self._foot(cell)
        painter.setPen(QPen(ink, 1.2))
        if sign.words == "\t":
            y = (self._top(cell) + foot) / 2
            tip, tail = (cell.left() + 2, cell.right() - 2)
            if not right_to_left:
                tip, tail = tail, tip
            back = 4.0 if right_to_left else -4.0
            painter.drawPolyline(
                [QPointF(tip + back, y - 3), QPointF(tip, y), QPointF(tip + back, y + 3)]
            )
            painter.drawLine(QPointF(tail, y), QPointF(tip, y))
            return
        inset = min(1.0, cell.width() / 4)
        left, right = cell.left() + inset, cell.right() - inset
        painter.drawPolyline(
            [
                QPointF(left, foot - 4),
                QPointF(left, foot),
                QPointF(right, foot),
                QPointF(right, foot - 4),
            ]
        )

    def _paint_tatweel(self, painter: QPainter, sign: Sign, ink: QColor) -> None:
        """Draw a measure over the stretch: a line with a tick at each end."""
        painter.setPen(QPen(ink, 1.2))
        for piece in self._canvas.pieces_of(sign.span):
            y = piece.baseline - self._canvas.metrics.above * 0.55
            for run in piece.runs:
                painter.drawLine(QPointF(run.left + 1, y), QPointF(run.right - 1, y))
                for x in (run.left + 1, run.right - 1):
                    painter.drawLine(QPointF(x, y - 2.5), QPointF(x, y + 2.5))

    def _paint_count(self, painter: QPainter, sign: Sign, ink: QColor) -> None:
        """Write how many marks a letter carries, above it."""
        cell, _ = self._canvas.cell_and_direction(sign.span.start)
        if cell.width() <= 0:
            return
        measures = QFontMetricsF(painter.font())
        painter.setPen(ink)
        x = cell.center().x() - measures.horizontalAdvance(sign.words) / 2
        painter.drawText(QPointF(x, self._top(cell) - 1), sign.words)

    def _beside(self, span: Span) -> tuple[float, QRectF] | None:
        """Return the x at which something without width stands, and the cell of the letter it stands at."""
        after = self._neighbour(
            span, range(span.end, min(span.end + _NEAR, len(self._canvas.text)))
        )
        before = self._neighbour(span, range(span.start - 1, max(span.start - _NEAR, -1), -1))
        if before is not None and (after is None or self._canvas.text[span.start] in _OPENING):
            cell, right_to_left = before
            return (cell.left() if right_to_left else cell.right()), cell
        if after is not None:
            cell, right_to_left = after
            return (cell.right() if right_to_left else cell.left()), cell
        return None

    def _neighbour(self, span: Span, positions: range) -> tuple[QRectF, bool] | None:
        """Return the first cell with a width on the line of ``span``, and whether it runs right to left."""
        here, _ = self._canvas.cell_and_direction(span.start)
        for position in positions:
            cell, right_to_left = self._canvas.cell_and_direction(position)
            if cell.width() > 0 and abs(cell.top() - here.top()) < 1:
                return cell, right_to_left
        return None

    def _top(self, cell: QRectF) -> float:
        return self._foot(cell) - self._canvas.metrics.above

    def _foot(self, cell: QRectF) -> float:
        """Return the baseline of a cell's line."""
        return cell.top() + self._canvas.metrics.band_above
