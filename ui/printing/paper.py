"""An article laid out for paper and painted in parts, with the very painters of the screen."""

from collections.abc import Callable
from dataclasses import replace
from functools import cached_property

from PySide6.QtCore import QRectF
from PySide6.QtGui import QFont, QFontInfo, QFontMetricsF, QPainter, QPalette, QTextDocument

from annotator.model import Article, Layer, Schema
from annotator.model.remark import REPLY
from ui.article import margin
from ui.article import painter as paint
from ui.article.canvas import ArticleCanvas
from ui.article.geometry import Piece
from ui.article.ink import CHIP_SHARE, Metrics
from ui.article.margin import sign_of
from ui.article.reading.spacing import NORMAL, WIDE
from ui.printing.flow import Line, Measures, lines_of
from ui.style import assets
from ui.style.tones import build

CHIP_SMALLEST = 8
"""Pixels of a name under a line: six points, which paper shows and a screen does not."""

_TOUCHING = 0.5
"""Pixels by which bands of one line may differ, as they are counted in two ways."""


class PaperView(ArticleCanvas):
    """Never shown: it lends the layout, lanes and colours of the article view to a sheet of any width.

    The colours are those of the light theme, whatever the window has: paper is white. With ``names`` lines are wide, as in
    the window, so that labels can be named under them.
    """

    def __init__(self, face: str, points: int, *, names: bool) -> None:
        super().__init__()
        self.setPalette(build(False))
        self.set_spacing((WIDE if names else NORMAL).name)
        self.set_article_font(assets.article_font(face, points))
        self.lines: list[Line] = []

    @cached_property
    def metrics(self) -> Metrics:
        # Names are drawn by the painter, for which a point is one of the printer's, and text by its layout.
        found = Metrics.of(self._font, self.spacing)
        chip_font = QFont(found.chip_font)
        chip_font.setPixelSize(max(round(found.em * CHIP_SHARE), CHIP_SMALLEST))
        chip = QFontMetricsF(chip_font)
        return replace(
            found, chip_font=chip_font, chip_ascent=chip.ascent(), chip_height=chip.height()
        )

    def lay_out(self, article: Article, layer: Layer, schema: Schema, width: float) -> None:
        """Break an article into lines ``width`` pixels wide."""
        self.show_article(article, layer, schema)
        placed = [layer.placed(one) for one in layer.remarks_in_order if one.kind != REPLY]
        self.set_margin_marks(
            [
                sign_of(one, one.span, is_answered=one.is_settled)
                for one in placed
                if one.span is not None and one.span.end <= len(article.text)
            ]
        )
        self.document().setTextWidth(width)
        self._geometry.forget()
        measures = Measures(self.metrics.band_above, self.metrics.band_below)
        self.lines = lines_of(self.document(), measures)

    def paint_lines(self, painter: QPainter, numbers: range) -> None:
        """Paint some lines with all that is marked on them; the painter's origin is the first one's start."""
        lines = self.lines[numbers.start : numbers.stop]
        top, bottom = lines[0].row.top, lines[-1].row.bottom

        def is_here(piece: Piece) -> bool:
            return top - _TOUCHING <= piece.top < bottom - _TOUCHING

        shown = [
            replace(item, pieces=tuple(filter(is_here, item.pieces)), current=False)
            for item in self._shown(top, bottom)
        ]
        painter.save()
        painter.translate(0, -top)
        paint.paint_tints(painter, shown, self.metrics)
        paint.paint_lanes(painter, shown, self.metrics)
        paint.paint_brackets(painter, shown, self.metrics)
        if self.spacing.has_names:
            paint.paint_chips(painter, shown, self.metrics, 0.0, self.document().textWidth())
        painter.setPen(self.palette().color(QPalette.ColorRole.Text))
        for line in lines:
            line.draw(painter)
        self._paint_signs(painter, top, bottom, is_here)
        page = self.palette().color(QPalette.ColorRole.Base)
        for zone in self.layer.zones:
            paint.paint_zone(painter, filter(is_here, self._pieces(zone.span, top, bottom)), page)
        painter.restore()

    def _paint_signs(
        self, painter: QPainter, top: float, bottom: float, is_here: Callable[[Piece], bool]
    ) -> None:
        """Put the signs of flags and questions into the sheet's margin, each once, at the line where it begins."""
        width = self.document().textWidth()
        found = [
            (mark, piece)
            for mark in self._margin_marks
            for piece in self._pieces(mark.span, top, bottom)
            if piece.starts_here and is_here(piece)
        ]
        column = QRectF(0, top, width, bottom - top)
        placed = margin.placed_marks(found, self.metrics, column)
        margin.paint_marks(painter, placed, self.metrics, self.palette())

    def _fit(self, document: QTextDocument | None = None) -> None:
        """Leave no margins: the sheet has its own."""
        frame = (document or self.document()).rootFrame()
        frame_format = frame.frameFormat()
        frame_format.setMargin(0)
        frame.setFrameFormat(frame_format)
        self._geometry.forget()


def in_pixels(font: QFont) -> QFont:
    """Return a font of the size it has on screen, also where a painter has other dots to an inch."""
    sized = QFont(font)
    sized.setPixelSize(max(round(QFontInfo(font).pixelSize()), 1))
    return sized
