"""What the delegates of the lists share: the panel behind a row, its inks and its pills."""

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QPainter, QPalette
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem

from ui.style import theme

PADDING = 6
"""Logical pixels between a row's edge, its parts and its text."""
CORNER = 4
"""Radius of the flat buttons and key caps, in logical pixels."""


def begin_row(painter: QPainter, option: QStyleOptionViewItem) -> None:
    """Paint selection and hover behind a row and set the painter to the row's font, ink and direction.

    The strong selection marks the list that has the keyboard; in the others it is quiet.
    """
    if is_selected(option) or option.state & QStyle.StateFlag.State_MouseOver:
        # the whole row: the view has already filled it with the strong colour
        painter.fillRect(option.rect, page(option))
    if option.state & QStyle.StateFlag.State_HasFocus and not is_selected(option):
        painter.setPen(option.palette.color(QPalette.ColorRole.Highlight))
        painter.drawRect(option.rect.adjusted(0, 0, -1, -1))
    painter.setLayoutDirection(option.direction)
    painter.setFont(option.font)
    painter.setPen(ink(option))


def is_selected(option: QStyleOptionViewItem) -> bool:
    return bool(option.state & QStyle.StateFlag.State_Selected)


def is_strong(option: QStyleOptionViewItem) -> bool:
    """Tell whether the row is selected in the list that has the keyboard."""
    return is_selected(option) and option.widget is not None and option.widget.hasFocus()


def ink(option: QStyleOptionViewItem) -> QColor:
    role = QPalette.ColorRole.HighlightedText if is_strong(option) else QPalette.ColorRole.Text
    return option.palette.color(role)


def page(option: QStyleOptionViewItem) -> QColor:
    """Return the colour behind the row's words."""
    if is_strong(option):
        return option.palette.color(QPalette.ColorRole.Highlight)
    if is_selected(option):
        return theme.tone("selection_quiet", option.palette)
    if option.state & QStyle.StateFlag.State_MouseOver:
        return theme.tone("button_hover", option.palette)
    return option.palette.color(QPalette.ColorRole.Base)


def muted_ink(option: QStyleOptionViewItem) -> QColor:
    """Return the ink of secondary words: still 4.5:1 or better against its page."""
    return ink(option) if is_strong(option) else theme.tone("ink_quiet", option.palette)


def mirrored(option: QStyleOptionViewItem, part: QRect) -> QRect:
    """Return where ``part``, laid out from the left, lies in the row's direction."""
    return QStyle.visualRect(option.direction, option.rect, part)


def draw_pill(painter: QPainter, rect: QRect, words: str, ink: QColor) -> None:
    """Draw ``words`` in a rounded box that is a shade of its own ink."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    shade = QColor(ink)
    shade.setAlphaF(0.13)
    painter.setBrush(shade)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.drawRoundedRect(rect, rect.height() / 2, rect.height() / 2)
    painter.setPen(ink)
    painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, words)
    painter.restore()
