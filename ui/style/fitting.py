"""Keep a window on its screen: what was saved on a large screen is opened on a small one."""

from PySide6.QtCore import QMargins, QRect, QSize
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

USUAL = QSize(1440, 860)
"""Logical pixels of the first window on a screen that has room for it."""

TITLE_BAR = QMargins(4, 30, 4, 4)
"""What a window manager is thought to put around a window that is not shown yet."""


def fitted(wanted: QRect, room: QRect, frame: QMargins) -> QRect:
    """Return ``wanted``, made smaller and moved as little as needed to lie with its frame inside ``room``."""
    inner = room.marginsRemoved(frame)
    size = wanted.size().boundedTo(inner.size())
    left = min(max(wanted.left(), inner.left()), inner.left() + inner.width() - size.width())
    top = min(max(wanted.top(), inner.top()), inner.top() + inner.height() - size.height())
    return QRect(left, top, size.width(), size.height())


def room_of(widget: QWidget) -> QRect:
    """Return the part of the widget's screen that no task bar takes."""
    screen = widget.screen() or QGuiApplication.primaryScreen()
    return screen.availableGeometry()


def frame_of(window: QWidget) -> QMargins:
    """Return what the window manager puts around a window, or what it is thought to put there."""
    outer, inner = window.frameGeometry(), window.geometry()
    if not window.isVisible() or outer == inner:
        return TITLE_BAR
    return QMargins(
        inner.left() - outer.left(),
        inner.top() - outer.top(),
        outer.right() - inner.right(),
        outer.bottom() - inner.bottom(),
    )


def largest(window: QWidget) -> QSize:
    """Return the size that a window that is not shown yet may have at most, its frame beside it."""
    return room_of(window).marginsRemoved(TITLE_BAR).size()


def place_first(window: QWidget) -> None:
    """Give a window that was never shown before its size: in the middle, or all there is of a small screen."""
    room = room_of(window)
    wanted = QRect(0, 0, USUAL.width(), USUAL.height())
    wanted.moveCenter(room.center())
    window.setGeometry(fitted(wanted, room, TITLE_BAR))


def fit(window: QWidget) -> None:
    """Bring a window that lies beyond its screen, or is larger, back onto it."""
    if window.isMaximized() or window.isFullScreen():
        return
    fits = fitted(window.geometry(), room_of(window), frame_of(window))
    if fits != window.geometry():
        window.setGeometry(fits)
