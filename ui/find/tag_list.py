from PySide6.QtCore import QAbstractItemModel, QEvent, QModelIndex, QRect, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QCheckBox,
    QStyle,
    QStyleOptionButton,
    QStyleOptionViewItem,
    QWidget,
)

from ui.find.hits_delegate import INDENT, HitsDelegate
from ui.find.tag_model import TagModel, TagRole
from ui.widgets import row_paint
from ui.widgets.lines import draw_line
from ui.widgets.list_view import RowsView
from ui.widgets.row_models import Index

BOX = 18
"""Side of a check box, in logical pixels."""


class TagDelegate(HitsDelegate):
    """Paints a place with its check before it and what to know about it behind."""

    def __init__(self) -> None:
        super().__init__()
        self._box = QCheckBox()  # the style draws boxes as it draws those of this widget

    def draw_place(
        self, painter: QPainter, option: QStyleOptionViewItem, area: QRect, index: Index
    ) -> None:
        self._draw_check(painter, option, _check_area(option), index.data(TagRole.CHECKED))
        remark = index.data(TagRole.REMARK)
        width = option.fontMetrics.horizontalAdvance(remark) + 1 if remark else 0
        gap = 2 * row_paint.PADDING if remark else 0
        words = area.adjusted(BOX, 0, INDENT - width - gap, 0)
        super().draw_place(painter, option, words, index)
        if remark:
            at = QRect(area.right() + INDENT - width + 1, area.top(), width, area.height())
            painter.setPen(row_paint.muted_ink(option))
            draw_line(painter, row_paint.mirrored(option, at), remark, at_end=True)

    def editorEvent(
        self,
        event: QEvent,
        model: QAbstractItemModel,
        option: QStyleOptionViewItem,
        index: Index,
    ) -> bool:
        if (
            isinstance(model, TagModel)
            and isinstance(event, QMouseEvent)
            and event.type() == QEvent.Type.MouseButtonRelease
        ):
            box = row_paint.mirrored(option, _check_area(option)).adjusted(-6, -6, 6, 6)
            if box.contains(event.position().toPoint()):
                model.toggle([index.row()])
                return True
        return False

    def _draw_check(
        self, painter: QPainter, option: QStyleOptionViewItem, area: QRect, checked: bool | None
    ) -> None:
        button = QStyleOptionButton()
        button.rect = row_paint.mirrored(option, area)
        button.palette = option.palette
        button.state = QStyle.StateFlag.State_On if checked else QStyle.StateFlag.State_Off
        if checked is not None:
            button.state |= QStyle.StateFlag.State_Enabled
        primitive = QStyle.PrimitiveElement.PE_IndicatorCheckBox
        self._box.style().drawPrimitive(primitive, button, painter, self._box)


class TagList(RowsView):
    """The list in which places are checked: Space checks what is selected, Ctrl+A selects all."""

    def __init__(self, model: TagModel, parent: QWidget | None = None) -> None:
        super().__init__(TagDelegate(), parent)
        self._places = model
        self.setModel(model)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.doubleClicked.connect(self._toggle_one)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Space:
            self._places.toggle(index.row() for index in self.selectionModel().selectedRows())
        else:
            super().keyPressEvent(event)

    def _toggle_one(self, index: QModelIndex) -> None:
        self._places.toggle([index.row()])


def _check_area(option: QStyleOptionViewItem) -> QRect:
    middle = option.rect.center().y()
    return QRect(option.rect.left() + row_paint.PADDING, middle - BOX // 2 + 1, BOX, BOX)
