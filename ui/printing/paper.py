"""An article laid out for paper and painted in parts, with the very painters of the screen."""

from dataclasses import replace

from PySide6.QtCore import QPointF
from PySide6.QtGui import QFont, QFontInfo, QPainter, QPalette

from annotator.model import Article, Layer, Schema
from ui.article import painter as paint
from ui.article.canvas import ArticleCanvas
from ui.printing.flow import Line, lines_of
from ui.style import assets
from ui.style.tones import build


class PaperView(ArticleCanvas):
    """Never shown: it lends the layout, lanes and colours of the article view to a sheet of any width.

    The colours are those of the light theme, whatever the window has: paper is white.
    """

    def __init__(self, face: str, points: int) -> None:
        super().__init__()
        self.setPalette(build(False))
        self.set_article_font(assets.article_font(face, points))
        # Names are drawn by the painter, for which a point is one of the printer's, and text by its layout.
        self.__dict__["metrics"] = replace(
            self.metrics, chip_font=in_pixels(self.metrics.chip_font)
        )
        self.lines: list[Line] = []

    def lay_out(self, article: Article, layer: Layer, schema: Schema, width: float) -> None:
        """Break an article into lines ``width`` pixels wide."""
        self.show_article(article, layer, schema)
        document = self.document()
        document.setTextWidth(width + 2 * document.documentMargin())
        self._geometry.forget()
        self.lines = lines_of(document)

    def paint_lines(self, painter: QPainter, numbers: range) -> None:
        """Paint some lines with all that is marked on them; the painter's origin is the first one's start."""
        lines = self.lines[numbers.start : numbers.stop]
        top, bottom = lines[0].row.top, lines[-1].row.bottom
        margin = self.document().documentMargin()
        shown = [
            replace(
                item,
                pieces=tuple(p for p in item.pieces if top - 0.5 <= p.top < bottom - 0.5),
                current=False,
            )
            for item in self._shown(top, bottom)
        ]
        painter.save()
        painter.translate(QPointF(-margin, -top))
        paint.paint_tints(painter, shown, self.metrics)
        paint.paint_lanes(painter, shown, self.metrics)
        if self.chips_visible:
            right = self.document().textWidth() - margin
            paint.paint_chips(painter, shown, self.metrics, margin, right)
        painter.setPen(self.palette().color(QPalette.ColorRole.Text))
        for line in lines:
            line.draw(painter)
        page = self.palette().color(QPalette.ColorRole.Base)
        for zone in self.layer.zones:
            pieces = [
                p for p in self._pieces(zone.span, top, bottom) if top - 0.5 <= p.top < bottom - 0.5
            ]
            paint.paint_zone(painter, pieces, page)
        painter.restore()


def in_pixels(font: QFont) -> QFont:
    """Return a font of the size it has on screen, also where a painter has other dots to an inch."""
    sized = QFont(font)
    sized.setPixelSize(max(round(QFontInfo(font).pixelSize()), 1))
    return sized
