"""Articles on sheets: title above, text as on screen, the labels' legend and the sheet's number below."""

from collections.abc import Generator, Iterable, Mapping
from dataclasses import dataclass, field, replace

from PySide6.QtCore import QCoreApplication, QLocale, QPointF, QRectF, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QPainter,
    QPen,
    QTextDocument,
)

from annotator.model import GOLD, Article, Layer, Schema
from annotator.text.direction import base_direction
from ui import i18n
from ui.article.ink import Ink, draw_lane
from ui.i18n import isolate
from ui.printing.flow import Line, lines_of
from ui.printing.listing import listing_of
from ui.printing.pads import Pad
from ui.printing.paging import break_rows
from ui.printing.paper import PaperView, in_pixels
from ui.style import assets
from ui.style.label_paint import label_colours
from ui.widgets import numbers

HEAD, FOOT = 46.0, 44.0
"""Pixels for what stands above and below the text of a sheet."""

AIR = 14.0
"""Pixels between an article and the list after it."""

_SMALL = 0.62
"""Size of title, legend and lists as a share of the text's."""

_SMALLEST = 7.0
"""Points."""

_GREY, _RULE, _INK = QColor("#555555"), QColor("#bbbbbb"), QColor("#000000")


@dataclass(frozen=True, slots=True)
class SheetLook:
    """How sheets look: face and size of the text (points), names of labels under it, lists of values after it."""

    face: str
    points: int
    names: bool = True
    listings: bool = True


@dataclass(frozen=True, slots=True)
class Printed:
    """One article to print; a layer of nobody (annotator ``""``) stands for the bare text."""

    article: Article
    layer: Layer
    replies: Mapping[str, str] = field(default_factory=dict[str, str], hash=False)
    """What the lead said to flags and questions, by their ids."""


def paint_all(
    pad: Pad, items: Iterable[Printed], schema: Schema, look: SheetLook
) -> Generator[int, None, None]:
    """Paint sheet after sheet and yield how many articles are done; the pad is closed at the end, whatever it is."""
    sheets = Sheets(pad, schema, look)
    try:
        for done, item in enumerate(items):
            for _ in sheets.paint(item):
                yield done
    finally:
        pad.close()


class Sheets:
    """Paints the sheets of one article after the other on a pad."""

    def __init__(self, pad: Pad, schema: Schema, look: SheetLook) -> None:
        self._pad, self._schema, self._look = pad, schema, look
        self._view = PaperView(look.face, look.points, names=look.names)
        self._small = assets.article_font(look.face, look.points)
        self._small.setPointSizeF(max(look.points * _SMALL, _SMALLEST))
        self._small = in_pixels(self._small)
        self.number = 0
        """How many sheets have been begun."""

    def paint(self, printed: Printed) -> Generator[None, None, None]:
        """Paint one article, a sheet at a time: each is done when the next is asked for."""
        # Layouts count in pixels of the screen, paper in dots of its own.
        dpi = self._view.logicalDpiX()
        size = self._pad.size * dpi
        width, height = size.width(), size.height()
        self._view.lay_out(printed.article, printed.layer, self._schema, width)
        listing = self._listing(printed, width)
        after = [] if listing is None else lines_of(listing)
        if after:
            # A heading goes with what follows it, as the first line of a paragraph does; the air above it is its own.
            after[0] = replace(after[0], row=replace(after[0].row, top=-AIR, closes=False))
        rows = [line.row for line in (*self._view.lines, *after)]
        body = len(self._view.lines)
        for sheet in break_rows(rows, height - HEAD - FOOT) or [range(0)]:
            painter = self._pad.next_sheet()
            self.number += 1
            painter.save()
            painter.scale(self._pad.dots / dpi, self._pad.dots / dpi)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            self._paint_head(painter, printed, width)
            self._paint_foot(painter, width, height)
            painter.translate(0, HEAD)
            text = range(sheet.start, min(sheet.stop, body))
            if text:
                self._view.paint_lines(painter, text)
                painter.translate(0, sum(rows[n].height for n in text))
            if sheet.stop > body:
                first = max(sheet.start, body)
                _draw(painter, after[first - body : sheet.stop - body])
            painter.restore()
            yield

    def _listing(self, printed: Printed, width: float) -> QTextDocument | None:
        if not (self._look.listings and printed.layer.annotator):
            return None
        return listing_of(
            printed.article, printed.layer, printed.replies, self._schema, self._small, width
        )

    def _paint_head(self, painter: QPainter, printed: Printed, width: float) -> None:
        article = printed.article
        bold = QFont(self._small)
        bold.setWeight(QFont.Weight.Bold)
        title = article.title or article.id
        right_to_left = base_direction(title) == "rtl"
        self._write(painter, title, QRectF(0, 0, width, HEAD / 2), bold, _INK, right_to_left)
        whose = printed.layer.annotator
        if whose == GOLD:
            whose = QCoreApplication.translate("Printing", "Gold")
        parts = [numbers.day(article.published), article.source or "", whose]
        said = " · ".join(isolate(part) for part in parts if part)
        below = QRectF(0, HEAD * 0.4, width, HEAD * 0.4)
        self._write(painter, said, below, self._small, _GREY, right_to_left)
        painter.setPen(QPen(_RULE, 0.8))
        painter.drawLine(QPointF(0, HEAD - 6), QPointF(width, HEAD - 6))

    def _paint_foot(self, painter: QPainter, width: float, height: float) -> None:
        """Draw what each label looks like, and the number of the sheet at the far side."""
        right_to_left = i18n.current() == "ar"
        number = QLocale().toString(self.number)
        measures = QFontMetricsF(self._small)
        box = QRectF(0, height - FOOT + 12, width, FOOT - 12)
        painter.setPen(QPen(_RULE, 0.8))
        painter.drawLine(QPointF(0, box.top() - 4), QPointF(width, box.top() - 4))
        self._write(painter, number, box, self._small, _INK, not right_to_left)
        x, edge = 0.0, width - measures.horizontalAdvance(number) - 20
        baseline = box.center().y() + measures.ascent() / 2 - 4
        for label in self._schema.labels:
            tint, line = label_colours(label, dark=False)
            name = label.title(i18n.current())
            wide = measures.horizontalAdvance(name)
            if x + wide > edge:
                break
            left = width - x - wide if right_to_left else x
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(tint)
            painter.drawRect(
                QRectF(
                    left - 2, baseline - measures.ascent() * 0.8, wide + 4, measures.ascent() * 1.1
                )
            )
            draw_lane(
                painter,
                Ink(tint, line, label.pattern, name),
                left - 2,
                left + wide + 2,
                baseline + measures.descent() * 0.7,
            )
            painter.setFont(self._small)
            painter.setPen(_INK)
            painter.drawText(QPointF(left, baseline), name)
            x += wide + 22

    def _write(
        self,
        painter: QPainter,
        words: str,
        box: QRectF,
        font: QFont,
        colour: QColor,
        right_to_left: bool,
    ) -> None:
        """Write one line, cut short with dots where it has no room, at the side where its reading begins."""
        painter.setFont(font)
        painter.setPen(colour)
        painter.setLayoutDirection(
            Qt.LayoutDirection.RightToLeft if right_to_left else Qt.LayoutDirection.LeftToRight
        )
        shown = QFontMetricsF(font).elidedText(words, Qt.TextElideMode.ElideRight, box.width())
        # AlignLeft is the side where a line begins: Qt turns it round with the direction.
        painter.drawText(
            box,
            Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine,
            shown,
        )


def _draw(painter: QPainter, lines: list[Line]) -> None:
    painter.translate(0, -lines[0].row.top)
    painter.setPen(_INK)
    for line in lines:
        line.draw(painter)
