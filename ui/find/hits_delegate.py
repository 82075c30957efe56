from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QFont, QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from ui.find import context_line
from ui.find.rows import ArticleHeading, PlaceRole
from ui.style import theme
from ui.widgets import numbers, row_paint
from ui.widgets.lines import draw_line, one_line
from ui.widgets.row_models import Index

INDENT = 14
"""Logical pixels by which places stand in from their article's heading."""


class HitsDelegate(QStyledItemDelegate):
    """Paints a heading with its number of hits, or a hit in its line."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(120, option.fontMetrics.height() + row_paint.PADDING + 2)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row = index.data(PlaceRole.ROW)
        painter.save()
        row_paint.begin_row(painter, option)
        area = option.rect.adjusted(row_paint.PADDING, 0, -row_paint.PADDING, 0)
        if isinstance(row, ArticleHeading):
            self._draw_heading(painter, option, area, row)
        else:
            self.draw_place(painter, option, area.adjusted(INDENT, 0, -INDENT, 0), index)
        painter.restore()

    def draw_place(
        self, painter: QPainter, option: QStyleOptionViewItem, area: QRect, index: Index
    ) -> None:
        around, right_to_left = index.data(PlaceRole.CONTEXT)
        box = None if row_paint.is_strong(option) else theme.tone("hit", option.palette)
        place = row_paint.mirrored(option, area)
        context_line.draw(painter, place, around, box, right_to_left=right_to_left)

    def _draw_heading(
        self, painter: QPainter, option: QStyleOptionViewItem, area: QRect, row: ArticleHeading
    ) -> None:
        words = numbers.count(row.places)
        width = option.fontMetrics.horizontalAdvance(words) + 2 * row_paint.PADDING
        height = option.fontMetrics.height()
        pill = QRect(area.right() - width + 1, area.center().y() - height // 2, width, height)
        row_paint.draw_pill(
            painter, row_paint.mirrored(option, pill), words, row_paint.muted_ink(option)
        )
        font = QFont(option.font)
        font.setBold(True)
        painter.setFont(font)
        title = area.adjusted(0, 0, -width - row_paint.PADDING, 0)
        elide = Qt.TextElideMode.ElideRight
        draw_line(painter, row_paint.mirrored(option, title), one_line(row.title), elide=elide)
