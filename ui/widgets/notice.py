"""A short message over the window, away from where one reads: it says what happened and goes away by itself."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QRect, Qt, QTimer
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QLabel, QWidget

from ui.style.wrapping import wrap

SECONDS_PER_WORD = 0.4
SHORTEST, LONGEST = 4.0, 12.0
"""Seconds a message stays: long enough to read it twice."""

ABOVE_EDGE = 24
GAP = 8
WIDEST = 560


class Notice(QLabel):
    """Floats over its parent and takes neither focus nor clicks, so that it never stands in the way of a key."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("notice")
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        wrap(self)
        self.setMargin(10)
        self.keep_clear: Callable[[], QRect | None] = lambda: None
        """Tells what of the parent must not be covered: the line with the caret."""
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.hide)
        parent.installEventFilter(self)
        self.hide()

    def say(self, message: str) -> None:
        """Show a message in the place of the one before."""
        self.setText(message)
        self._place()
        self.show()
        self.raise_()
        seconds = min(max(len(message.split()) * SECONDS_PER_WORD, SHORTEST), LONGEST)
        self._timer.start(round(seconds * 1000))
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, message))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and self.isVisible():
            self._place()
        return super().eventFilter(watched, event)

    def _place(self) -> None:
        parent = self.parentWidget()
        if parent is None:  # let go of: there is no window any more to stand over
            return
        width = min(
            self.sizeHint().width() if not self.wordWrap() else WIDEST,
            parent.width() - 2 * ABOVE_EDGE,
        )
        needed = self.fontMetrics().horizontalAdvance(self.text()) + 4 * self.margin()
        width = min(width, needed)
        self.setFixedWidth(max(width, 1))
        height = self.heightForWidth(width)
        self.setFixedHeight(height)
        place = QRect((parent.width() - width) // 2, 0, width, height)
        place.moveBottom(parent.height() - ABOVE_EDGE)
        clear = self.keep_clear()
        if clear is not None and place.adjusted(0, -GAP, 0, GAP).intersects(clear):
            place.moveBottom(clear.top() - GAP)
            if place.top() < 0:  # no room above a line so high: below it, then
                place.moveTop(clear.bottom() + GAP)
        self.move(place.topLeft())
