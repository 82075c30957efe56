from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QWidget


def announce(widget: QWidget, message: str) -> None:
    """Tell screen readers what happened where sighted users see it happen."""
    QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(widget, message))
