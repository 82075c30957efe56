"""Boxes for numbers and days whose words keep a distance from the frame and stand where reading begins."""

from typing import TypeVar

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QAbstractSpinBox, QLineEdit

Box = TypeVar("Box", bound=QAbstractSpinBox)

INDENT = 7
"""Pixels before the words: read from the left, the field that a style sheet leaves for them begins at the very frame."""


def settled(box: Box) -> Box:
    """Put the words of a box where reading begins, also where they are digits and dashes, which have no direction."""
    settler = _Settler(box)
    settler.settle()
    box.installEventFilter(settler)
    return box


class _Settler(QObject):
    def __init__(self, box: QAbstractSpinBox) -> None:
        super().__init__(box)
        self._box = box

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutDirectionChange:
            self.settle()
        return super().eventFilter(watched, event)

    def settle(self) -> None:
        from_right = self._box.layoutDirection() == Qt.LayoutDirection.RightToLeft
        side = Qt.AlignmentFlag.AlignRight if from_right else Qt.AlignmentFlag.AlignLeft
        self._box.setAlignment(
            side | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter
        )
        line = self._box.findChild(QLineEdit)
        if line is not None:
            line.setTextMargins(0 if from_right else INDENT, 0, 0, 0)
