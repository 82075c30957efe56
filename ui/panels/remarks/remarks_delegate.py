from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QIcon, QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from annotator.model import RemarkKind
from annotator.project.remark_rows import RemarkRow
from ui.panels.remarks.remarks_model import RemarkRole, reply_words
from ui.style import assets
from ui.widgets import row_paint
from ui.widgets.lines import draw_line, one_line
from ui.widgets.row_models import Index

MARK = 16
"""Side of the sign of the kind, in logical pixels."""


class RemarksDelegate(QStyledItemDelegate):
    """Paints what was asked, below it the place or, where somebody answered, the answer."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(120, 2 * option.fontMetrics.height() + 2 * row_paint.PADDING)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row: RemarkRow = index.data(RemarkRole.ROW)
        painter.save()
        row_paint.begin_row(painter, option)
        pad = row_paint.PADDING
        area = option.rect.adjusted(pad, pad, -pad, -pad)
        upper = QRect(area.topLeft(), QSize(area.width(), option.fontMetrics.height()))
        lower = upper.translated(0, upper.height())
        indent = MARK + pad
        name = "flag" if row.remark.kind == RemarkKind.FLAG else "help"
        icon = assets.icon("done" if row.remark.is_settled else name, self._tone(row))
        mode = QIcon.Mode.Selected if row_paint.is_strong(option) else QIcon.Mode.Normal
        box = QRect(upper.left(), upper.center().y() - MARK // 2 + 1, MARK, MARK)
        icon.paint(painter, row_paint.mirrored(option, box), Qt.AlignmentFlag.AlignCenter, mode)
        if row.remark.is_settled:
            painter.setPen(row_paint.muted_ink(option))
        draw_line(
            painter, row_paint.mirrored(option, upper.adjusted(indent, 0, 0, 0)), index.data()
        )
        painter.setPen(row_paint.muted_ink(option))
        below = index.data(RemarkRole.PLACE)
        if said := row.remark.answer or reply_words(row):
            below = one_line(said)
        draw_line(painter, row_paint.mirrored(option, lower.adjusted(indent, 0, 0, 0)), below)
        painter.restore()

    @staticmethod
    def _tone(row: RemarkRow) -> str:
        return "good" if row.remark.is_settled or row.reply else "caution"
