"""A label as a chip: tint, title and underline with its pattern, in cells and in front of a choice."""

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPalette

from annotator.model import Label
from ui.style import theme
from ui.style.label_paint import draw_underline, label_colours

PADDING = 5
ROUND = 2.5
LINE = 2.0


def width_of(title: str, metrics: QFontMetrics) -> int:
    return metrics.horizontalAdvance(title) + 2 * PADDING


def fitted(title: str, sign: str, metrics: QFontMetrics, room: int) -> str:
    """Return a title with a sign behind it, cut so that the sign is whole.

    Where little is left, letters tell more than the three dots in the place of them.
    """
    whole = f"{title} {sign}".strip()
    if metrics.horizontalAdvance(whole) <= room:
        return whole
    while len(title) > 1 and metrics.horizontalAdvance(title + sign) > room:
        title = title[:-1].rstrip()
    return title + sign


def draw_chip(
    painter: QPainter, area: QRect, title: str, label: Label, palette: QPalette, *, sign: str = ""
) -> None:
    """Draw a label's chip, as wide as ``area``, with a ``sign`` behind its title."""
    tint, line = label_colours(label, theme.is_dark(palette))
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(_on_page(tint, palette))
    painter.drawRoundedRect(QRectF(area), ROUND, ROUND)
    y = area.bottom() - LINE / 2 + 0.5
    draw_underline(painter, area.left() + 1, area.right(), y, line, label.pattern, LINE)
    painter.setPen(palette.color(QPalette.ColorRole.Text))
    room = area.adjusted(PADDING - 3, 0, 3 - PADDING, -2)
    words = fitted(title, sign, painter.fontMetrics(), room.width())
    painter.drawText(room, Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextSingleLine, words)
    painter.restore()


def _on_page(tint: QColor, palette: QPalette) -> QColor:
    """Return the tint as it looks on the page, so that the chip reads on a selected row too."""
    page = palette.color(QPalette.ColorRole.Base)
    share = tint.alphaF()
    return QColor.fromRgbF(
        *(
            page_part + (part - page_part) * share
            for page_part, part in (
                (page.redF(), tint.redF()),
                (page.greenF(), tint.greenF()),
                (page.blueF(), tint.blueF()),
            )
        )
    )
