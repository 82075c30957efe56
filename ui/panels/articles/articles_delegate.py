from PySide6.QtCore import QRect, QRectF, QSize
from PySide6.QtGui import QFont, QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from annotator.model import Status
from ui.i18n import isolate
from ui.panels.articles.article_row import ArticleRow
from ui.panels.articles.articles_model import ArticleRole, Heading
from ui.style import assets
from ui.widgets import numbers, row_paint
from ui.widgets.lines import draw_line, one_line
from ui.widgets.row_models import Index
from ui.widgets.status_mark import draw_status

MARK = 16
"""Side of the status mark, in logical pixels."""

BADGE, BADGE_GAP = 14, 3
BADGE_TONES = {"note": "ink_quiet", "help": "caution"}


class ArticlesDelegate(QStyledItemDelegate):
    """Paints an article: status mark and title, below them number, date and count of annotations."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(120, 2 * option.fontMetrics.height() + 2 * row_paint.PADDING)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row: ArticleRow | Heading = index.data(ArticleRole.ROW)
        painter.save()
        if isinstance(row, Heading):
            self._draw_heading(painter, option, row, index.data())
            painter.restore()
            return
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
        taken = self._draw_count(painter, option, lower, row)
        taken = self._draw_badges(painter, option, lower, row, taken)
        meta = lower.adjusted(indent, 0, -taken, 0)
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
        parts = (numbers.count(row.number), numbers.middle_day(row.published))
        window = painter.layoutDirection()
        draw_line(painter, rect, " · ".join(isolate(part) for part in parts if part))
        painter.setLayoutDirection(window)

    def _draw_heading(
        self, painter: QPainter, option: QStyleOptionViewItem, heading: Heading, title: str
    ) -> None:
        """Draw the source over its articles, at the foot of the row, with their number."""
        painter.setLayoutDirection(option.direction)
        area = option.rect.adjusted(row_paint.PADDING, 0, -row_paint.PADDING, -row_paint.PADDING)
        area.setTop(area.bottom() - option.fontMetrics.height())
        painter.setPen(row_paint.muted_ink(option))
        words = numbers.count(heading.articles)
        width = option.fontMetrics.horizontalAdvance(words) + row_paint.PADDING
        font = QFont(option.font)
        font.setBold(True)
        painter.setFont(font)
        draw_line(painter, row_paint.mirrored(option, area.adjusted(0, 0, -width, 0)), title)
        painter.setFont(option.font)
        count = QRect(area.right() - width + 1, area.top(), width, area.height())
        draw_line(painter, row_paint.mirrored(option, count), words, at_end=True)

    def _draw_badges(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        lower: QRect,
        row: ArticleRow,
        taken: int,
    ) -> int:
        """Draw a small picture for notes and one for open questions and flags; return the width taken so far."""
        for name, has_some in (("note", row.notes), ("help", row.questions + row.flags)):
            if not has_some:
                continue
            place = QRect(lower.right() - taken - BADGE + 1, lower.top(), BADGE, lower.height())
            tone = "accent_ink" if row_paint.is_strong(option) else BADGE_TONES[name]
            assets.icon(name, tone).paint(painter, row_paint.mirrored(option, place))
            taken += BADGE + BADGE_GAP
        return taken

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
