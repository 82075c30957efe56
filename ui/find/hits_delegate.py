from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QFont, QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from ui import theme
from ui.find import context_line
from ui.find.rows import ArticleRow, PlaceRole
from ui.panels import local, rows
from ui.panels.lines import draw_line, one_line

INDENT = 14
"""Logical pixels by which places stand in from their article's heading."""


class HitsDelegate(QStyledItemDelegate):
    """Paints a heading with its number of hits, or a hit in its line."""

    def sizeHint(self, option: QStyleOptionViewItem, index: rows.Index) -> QSize:
        return QSize(120, option.fontMetrics.height() + rows.PADDING + 2)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: rows.Index) -> None:
        row = index.data(PlaceRole.ROW)
        painter.save()
        rows.begin_row(painter, option)
        area = option.rect.adjusted(rows.PADDING, 0, -rows.PADDING, 0)
        if isinstance(row, ArticleRow):
            self._draw_heading(painter, option, area, row)
        else:
            self.draw_place(painter, option, area.adjusted(INDENT, 0, -INDENT, 0), index)
        painter.restore()

    def draw_place(
        self, painter: QPainter, option: QStyleOptionViewItem, area: QRect, index: rows.Index
    ) -> None:
        around, right_to_left = index.data(PlaceRole.CONTEXT)
        box = None if rows.is_strong(option) else theme.tone("hit", option.palette)
        place = rows.mirrored(option, area)
        context_line.draw(painter, place, around, box, right_to_left=right_to_left)

    def _draw_heading(
        self, painter: QPainter, option: QStyleOptionViewItem, area: QRect, row: ArticleRow
    ) -> None:
        words = local.number(row.places)
        width = option.fontMetrics.horizontalAdvance(words) + 2 * rows.PADDING
        height = option.fontMetrics.height()
        pill = QRect(area.right() - width + 1, area.center().y() - height // 2, width, height)
        rows.draw_pill(painter, rows.mirrored(option, pill), words, rows.muted_ink(option))
        font = QFont(option.font)
        font.setBold(True)
        painter.setFont(font)
        title = area.adjusted(0, 0, -width - rows.PADDING, 0)
        elide = Qt.TextElideMode.ElideRight
        draw_line(painter, rows.mirrored(option, title), one_line(row.title), elide=elide)
