"""Lines of a label broken so that every letter of them is seen."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QTextDocument
from PySide6.QtWidgets import QLabel

MARKS = {"\u200e": Qt.LayoutDirection.LeftToRight, "\u200f": Qt.LayoutDirection.RightToLeft}
"""What text begins with that has a direction of its own."""


def wrap(label: QLabel, *, several: bool = True) -> None:
    """Let a label break its lines; without ``several`` it has one line, for words known to fit.

    Its words can be selected, because a plain label sets the first of several Arabic lines a space too far in (Qt 6.11): where
    the line is full its outermost letter is cut off. It never takes the keyboard: a click on a hint would take it from the text.
    """
    label.setWordWrap(several)
    selectable = Qt.TextInteractionFlag.TextSelectableByMouse
    label.setTextInteractionFlags(label.textInteractionFlags() | selectable)
    label.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    if label.findChild(_Direction) is None:
        label.installEventFilter(_Direction(label))


class _Direction(QObject):
    """Sets a label in the window's direction, also where its words begin with a key, a name or a number.

    Text that can be selected takes the direction of its first letter otherwise, and «Enter: store» between Arabic words
    would end with Enter.
    """

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint and isinstance(watched, QLabel):
            document = watched.findChild(QTextDocument)
            if document is not None:
                wanted = MARKS.get(watched.text()[:1], watched.layoutDirection())
                option = document.defaultTextOption()
                if option.textDirection() != wanted:
                    option.setTextDirection(wanted)
                    document.setDefaultTextOption(option)
        return super().eventFilter(watched, event)
