from typing import NamedTuple

from PySide6.QtCore import QObject, QRect, QSize, Qt
from PySide6.QtGui import QIcon, QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from annotator.model import Annotation, Label
from ui.panels.annotations.annotations_model import AnnotationRole
from ui.panels.annotations.row_pictures import RowPictures
from ui.style import assets, theme
from ui.widgets import row_paint
from ui.widgets.lines import draw_line, one_line
from ui.widgets.row_models import Index

SWATCH = 18
MARK = 14
"""Sides of the swatch and of the note and link marks, in logical pixels."""
VALUE_SHARE = 0.45
"""The most of a row that the value may take from a long snippet."""


class _Row(NamedTuple):
    """All that a row shows."""

    snippet: str
    value: str
    label: Label | None
    has_link: bool
    has_note: bool


class AnnotationsDelegate(QStyledItemDelegate):
    """Paints an annotation on one line: swatch, its text, its value, marks for a note and a link."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pictures = RowPictures()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(120, max(SWATCH, option.fontMetrics.height()) + 2 * row_paint.PADDING)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        annotation: Annotation = index.data(AnnotationRole.ANNOTATION)
        row = _Row(
            index.data(),
            one_line(index.data(AnnotationRole.VALUE)),
            index.data(AnnotationRole.LABEL),
            has_link=index.data(AnnotationRole.LINKED),
            has_note=bool(annotation.note),
        )
        self._pictures.paint(painter, option, row, lambda painter: self._draw(painter, option, row))

    def _draw(self, painter: QPainter, option: QStyleOptionViewItem, row: "_Row") -> None:
        painter.save()
        row_paint.begin_row(painter, option)
        area = option.rect.adjusted(row_paint.PADDING, 0, -row_paint.PADDING, 0)
        self._draw_swatch(painter, option, area, row.label)
        area.adjust(SWATCH + row_paint.PADDING, 0, 0, 0)
        if row.has_link:
            self._draw_mark(painter, option, area, "link")
        if row.has_note:
            self._draw_mark(painter, option, area, "note")
        self._draw_words(painter, option, area, row.snippet, row.value)
        painter.restore()

    def _draw_swatch(
        self, painter: QPainter, option: QStyleOptionViewItem, area: QRect, label: Label | None
    ) -> None:
        box = QRect(area.left(), area.center().y() - SWATCH // 2 + 1, SWATCH, SWATCH)
        if label is not None:
            assets.swatch(label, theme.is_dark(option.palette)).paint(
                painter, row_paint.mirrored(option, box)
            )
        else:
            # imported under another schema: a label without colours of its own
            assets.icon("help").paint(painter, row_paint.mirrored(option, box))

    def _draw_mark(
        self, painter: QPainter, option: QStyleOptionViewItem, area: QRect, icon: str
    ) -> None:
        """Draw a mark at the trailing edge of ``area`` and take its room from it."""
        box = QRect(area.right() - MARK + 1, area.center().y() - MARK // 2 + 1, MARK, MARK)
        mode = QIcon.Mode.Selected if row_paint.is_strong(option) else QIcon.Mode.Normal
        centre = Qt.AlignmentFlag.AlignCenter
        assets.icon(icon, "ink_quiet").paint(painter, row_paint.mirrored(option, box), centre, mode)
        area.adjust(0, 0, -MARK - row_paint.PADDING // 2, 0)

    def _draw_words(
        self, painter: QPainter, option: QStyleOptionViewItem, area: QRect, snippet: str, value: str
    ) -> None:
        """Share the row between text and value: neither is cut while there is room for both."""
        room = area.width()
        measures = option.fontMetrics
        wanted = measures.horizontalAdvance(snippet)
        gap = 2 * row_paint.PADDING if value else 0
        value_wanted = measures.horizontalAdvance(value) if value else 0
        width = min(value_wanted + 1, max(room - wanted - gap, round(room * VALUE_SHARE)))
        rest = row_paint.mirrored(option, area.adjusted(0, 0, -(width + gap) if value else 0, 0))
        draw_line(painter, rest, snippet, elide=Qt.TextElideMode.ElideMiddle, wanted=wanted)
        if value:
            painter.setPen(row_paint.muted_ink(option))
            at = QRect(area.right() - width + 1, area.top(), width, area.height())
            shown = row_paint.mirrored(option, at)
            draw_line(painter, shown, value, at_end=True, wanted=value_wanted)
