from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QIcon, QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from ui.panels.findings.findings_model import FindingRole
from ui.style import assets, theme
from ui.widgets import row_paint
from ui.widgets.lines import draw_line
from ui.widgets.row_models import Index

MARK = 16
SWATCH = 16
"""Sides of the mark of gravity and of the label's swatch, in logical pixels."""
ICONS = ("info", "warning", "error")
"""By gravity: a note, a warning, an error. They differ in shape, not in colour alone."""


class FindingsDelegate(QStyledItemDelegate):
    """Paints a finding: how grave it is and the words meant; below them what is wrong and whether a key mends it."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(120, 2 * option.fontMetrics.height() + 2 * row_paint.PADDING)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        finding = index.data(FindingRole.FINDING)
        painter.save()
        row_paint.begin_row(painter, option)
        area = option.rect.adjusted(
            row_paint.PADDING, row_paint.PADDING, -row_paint.PADDING, -row_paint.PADDING
        )
        upper = QRect(area.topLeft(), QSize(area.width(), option.fontMetrics.height()))
        lower = upper.translated(0, upper.height())
        indent = MARK + row_paint.PADDING
        self._draw_icon(painter, option, upper.left(), upper, ICONS[finding.severity])
        label = index.data(FindingRole.LABEL)
        words = upper.adjusted(indent, 0, 0, 0)
        if label is not None:
            box = QRect(
                words.right() - SWATCH + 1, words.center().y() - SWATCH // 2 + 1, SWATCH, SWATCH
            )
            swatch = assets.swatch(label, theme.is_dark(option.palette))
            swatch.paint(painter, row_paint.mirrored(option, box))
            words.adjust(0, 0, -SWATCH - row_paint.PADDING, 0)
        draw_line(
            painter,
            row_paint.mirrored(option, words),
            index.data(),
            elide=Qt.TextElideMode.ElideMiddle,
        )
        painter.setPen(row_paint.muted_ink(option))
        below = lower.adjusted(indent, 0, 0, 0)
        if finding.fix is not None:
            self._draw_icon(painter, option, below.right() - MARK + 1, below, "edit")
            below.adjust(0, 0, -MARK - row_paint.PADDING, 0)
        draw_line(painter, row_paint.mirrored(option, below), index.data(FindingRole.MESSAGE))
        painter.restore()

    def _draw_icon(
        self, painter: QPainter, option: QStyleOptionViewItem, left: int, line: QRect, name: str
    ) -> None:
        box = QRect(left, line.center().y() - MARK // 2 + 1, MARK, MARK)
        mode = QIcon.Mode.Selected if row_paint.is_strong(option) else QIcon.Mode.Normal
        tone = {"edit": "ink_quiet", "info": "ink_quiet"}.get(name)
        icon = assets.icon(name, tone) if tone else assets.icon(name)
        icon.paint(painter, row_paint.mirrored(option, box), Qt.AlignmentFlag.AlignCenter, mode)
