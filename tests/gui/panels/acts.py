"""What a person does to a panel, as real events."""

from typing import Any

from PySide6.QtCore import QDeadlineTimer, QEvent, QPoint, Qt
from PySide6.QtGui import QKeyEvent, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from ui import i18n
from ui.widgets.list_view import RowsView


def type_text(text: str, widget: QWidget | None = None) -> None:
    """Send each character as a key event to the widget with the keyboard; QTest cannot type Arabic."""
    for character in text:
        target = widget or keyboard()
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            event = QKeyEvent(kind, Qt.Key.Key_unknown, Qt.KeyboardModifier.NoModifier, character)
            QApplication.sendEvent(target, event)


def keyboard() -> QWidget:
    """Return what keys go to: an open list, else the widget with the focus, which a closed list gives back in a while."""
    popup = QApplication.activePopupWidget()
    if popup is not None:
        return popup.focusWidget() or popup
    deadline = QDeadlineTimer(5_000)
    while QApplication.focusWidget() is None and not deadline.hasExpired():
        QApplication.processEvents()
    focused = QApplication.focusWidget()
    assert focused is not None
    return focused


def press(key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    """Press a key where the keyboard is: in an open popup, else in the widget with the focus."""
    QTest.keyClick(keyboard(), key, modifiers)


def click(widget: QWidget, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    QTest.mouseClick(widget, Qt.MouseButton.LeftButton, modifiers)


def click_row(
    view: RowsView, row: int, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
) -> None:
    place = view.visualRect(view.model().index(row, 0)).center()
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, modifiers, place)


def turn_wheel(widget: QWidget) -> None:
    middle = QPoint(widget.width() // 2, widget.height() // 2)
    event = QWheelEvent(
        middle,
        widget.mapToGlobal(middle),
        QPoint(0, 0),
        QPoint(0, -120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(widget, event)


def speak(app: QApplication, language: str, region: str = "") -> None:
    """Change the language of the window; Qt tells the widgets through the event queue."""
    i18n.install(app, language, region)
    app.processEvents()


def rows_of(panel: QWidget) -> list[str]:
    """Return what the panel's list shows, from top to bottom."""
    model = panel.findChild(RowsView).model()
    return [model.index(row, 0).data() for row in range(model.rowCount())]


def line(panel: QWidget, name: str) -> QLineEdit:
    """Return the line to type into that a screen reader calls ``name``."""
    return _visible(panel, QLineEdit, name)


def named(panel: QWidget, name: str) -> QWidget:
    """Return the widget that a screen reader calls ``name``."""
    return _visible(panel, QWidget, name)


def _visible(panel: QWidget, kind: type[QWidget], name: str) -> Any:
    # what a layout was just given is shown through the event queue
    QApplication.processEvents()
    return next(w for w in panel.findChildren(kind) if w.isVisible() and w.accessibleName() == name)
