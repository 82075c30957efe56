from PySide6.QtCore import QRect, QRectF, QSize
from PySide6.QtGui import QFont, QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from annotator.model import Status
from ui.i18n import isolate
from ui.panels.articles.articles_model import ArticleRole, ArticleRow
from ui.widgets import numbers, row_paint
from ui.widgets.lines import draw_line, one_line
from ui.widgets.row_models import Index
from ui.widgets.status_mark import draw_status

MARK = 16
"""Side of the status mark, in logical pixels."""


class ArticlesDelegate(QStyledItemDelegate):
    """Paints an article: status mark and title, below them number, date and count of annotations."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(120, 2 * option.fontMetrics.height() + 2 * row_paint.PADDING)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row: ArticleRow = index.data(ArticleRole.ROW)
        painter.save()
        row_paint.begin_row(painter, option)
        area = option.rect.adjusted(
            row_paint.PADDING, row_paint.PADDING, -row_paint.PADDING, -row_paint.PADDING
        )
        upper = QRect(area.topLeft(), QSize(area.width(), option.fontMetrics.height()))
        lower = upper.translated(0, upper.height())
        indent = MARK + row_paint.PADDING
        mark = QRect(upper.left(), upper.center().y() - MARK // 2 + 1, MARK, MARK)
        draw_status(
            painter,
            QRectF(row_paint.mirrored(option, mark)),
            row.status,
            row_paint.ink(option),
            row_paint.page(option),
        )
        self._draw_title(
            painter, option, row_paint.mirrored(option, upper.adjusted(indent, 0, 0, 0)), index
        )
        count = self._draw_count(painter, option, lower, row)
        meta = lower.adjusted(indent, 0, -count, 0)
        self._draw_meta(painter, option, row_paint.mirrored(option, meta), row)
        painter.restore()

    def _draw_title(
        self, painter: QPainter, option: QStyleOptionViewItem, rect: QRect, index: Index
    ) -> None:
        font = QFont(option.font)
        font.setBold(index.data(ArticleRole.OPENED))
        painter.setFont(font)
        draw_line(painter, rect, one_line(index.data()))
        painter.setFont(option.font)

    def _draw_meta(
        self, painter: QPainter, option: QStyleOptionViewItem, rect: QRect, row: ArticleRow
    ) -> None:
        painter.setPen(row_paint.muted_ink(option))
        place = self.tr("no. %1", "an article's number in the project")
        parts = (numbers.day(row.published), place.replace("%1", numbers.count(row.number)))
        window = painter.layoutDirection()
        draw_line(painter, rect, " · ".join(isolate(part) for part in parts if part))
        painter.setLayoutDirection(window)

    def _draw_count(
        self, painter: QPainter, option: QStyleOptionViewItem, lower: QRect, row: ArticleRow
    ) -> int:
        """Draw the count at the trailing edge and return the width it took; a new article shows none."""
        if row.status == Status.NEW and not row.annotations:
            return 0
        words = numbers.count(row.annotations)
        width = max(
            option.fontMetrics.horizontalAdvance(words) + 2 * row_paint.PADDING,
            3 * row_paint.PADDING,
        )
        pill = QRect(lower.right() - width + 1, lower.top(), width, lower.height())
        row_paint.draw_pill(
            painter, row_paint.mirrored(option, pill), words, row_paint.muted_ink(option)
        )
        return width + row_paint.PADDING
