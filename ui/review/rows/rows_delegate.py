from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPalette
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from annotator.review.rows import Row
from ui.review.rows import row_words
from ui.review.rows.chips import draw_chip
from ui.review.rows.rows_model import NOTHING, TEXT, Cell, CellRole, RowsModel
from ui.style import theme
from ui.widgets import row_paint
from ui.widgets.lines import draw_line
from ui.widgets.row_models import Index

HEIGHT = 27
CHIP = 21
"""Logical pixels of a row and of the chip in it."""

TONES = {"open": "caution", "changed": "bad", "agreed": "ink_quiet", "merged": "good", "decided": "good"}  # fmt: skip


class RowsDelegate(QStyledItemDelegate):
    """Paints chips where somebody made something, and signs where not."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(40, HEIGHT)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        model = index.model()
        assert isinstance(model, RowsModel)
        painter.save()
        row_paint.begin_row(painter, option)
        cell = index.data(CellRole.CELL)
        if cell is not None:
            self._draw_cell(painter, option, cell)
        elif index.column() == model.state_column:
            self._draw_state(painter, option, model.row_at(index))
        else:
            self._draw_words(painter, option, index, model)
        painter.restore()

    def _draw_cell(self, painter: QPainter, option: QStyleOptionViewItem, cell: Cell) -> None:
        area = option.rect.adjusted(2, (HEIGHT - CHIP) // 2, -2, 0)
        area.setHeight(CHIP)
        if cell.label is None:
            quiet = cell.title in (NOTHING, "—")
            painter.setPen(row_paint.muted_ink(option) if quiet else row_paint.ink(option))
            painter.drawText(area, Qt.AlignmentFlag.AlignCenter, cell.title)
            return
        draw_chip(painter, area, cell.title, cell.label, option.palette, sign=cell.sign)
        if cell.is_gold:
            painter.setPen(QColor(theme.tone("gold", option.palette)))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(area, 2.5, 2.5)

    def _draw_state(self, painter: QPainter, option: QStyleOptionViewItem, row: Row) -> None:
        name = str(row.state)
        area = option.rect.adjusted(row_paint.PADDING, 0, -2, 0)
        sign = QRect(area.left(), area.top(), 16, area.height())
        ink = row_paint.ink(option)
        if not row_paint.is_strong(option):
            ink = QColor(theme.tone(TONES[name], option.palette))
        painter.setPen(ink)
        painter.drawText(
            row_paint.mirrored(option, sign), Qt.AlignmentFlag.AlignCenter, row_words.GLYPHS[name]
        )
        painter.setPen(row_paint.muted_ink(option))
        rest = area.adjusted(20, 0, 0, 0)
        draw_line(painter, row_paint.mirrored(option, rest), row_words.state(name))

    def _draw_words(
        self, painter: QPainter, option: QStyleOptionViewItem, index: Index, model: RowsModel
    ) -> None:
        words = str(index.data() or "")
        area = option.rect.adjusted(row_paint.PADDING, 0, -2, 0)
        if index.column() == TEXT:
            if not row_paint.is_strong(option) and row_paint.is_selected(option):
                painter.setPen(option.palette.color(QPalette.ColorRole.Link))
            elide = Qt.TextElideMode.ElideMiddle
            draw_line(painter, row_paint.mirrored(option, area), words, elide=elide)
            return
        painter.setPen(row_paint.muted_ink(option))
        if index.column() == model.votes_column:
            painter.drawText(option.rect, Qt.AlignmentFlag.AlignCenter, words)
        else:
            draw_line(painter, row_paint.mirrored(option, area), words)
