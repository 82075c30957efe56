from collections.abc import Callable, Hashable

from PySide6.QtGui import QPainter, QPixmap
from PySide6.QtWidgets import QStyleOptionViewItem

from ui.widgets import row_paint

MOST = 300
"""Pictures kept: several screens of rows, each of some 30 kB."""


class RowPictures:
    """Rows as they were painted last: Qt paints all of a list anew where one row came or went, and the others look the same."""

    def __init__(self) -> None:
        self._pictures: dict[Hashable, QPixmap] = {}

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        looks: Hashable,
        draw: Callable[[QPainter], None],
    ) -> None:
        """Paint a row from its picture, drawn now where there is none.

        ``looks`` is all that ``draw`` depends on beside the option. Between pixels, on a screen of one and a half of them to a
        point, a picture would be blurred: there the row is drawn itself.
        """
        ratio = painter.device().devicePixelRatioF()
        if not ratio.is_integer():
            draw(painter)
            return
        rect, palette = option.rect, option.palette
        key = (
            looks,
            rect.width(),
            rect.height(),
            ratio,
            option.direction,
            option.state.value,
            row_paint.is_strong(option),
            palette.cacheKey(),
            palette.currentColorGroup(),
            option.font.key(),
        )
        picture = self._pictures.get(key)
        if picture is None:
            picture = QPixmap(rect.size() * ratio)
            picture.setDevicePixelRatio(ratio)
            picture.fill(row_paint.page(option))
            with QPainter(picture) as own:
                own.translate(-rect.topLeft())
                draw(own)
            if len(self._pictures) >= MOST:
                self._pictures.clear()
            self._pictures[key] = picture
        painter.drawPixmap(rect.topLeft(), picture)
