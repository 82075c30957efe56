"""What stands beside the words follows them: another size of the text or the window, other panes, a turned wheel."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QWidget


class TextFollower(QObject):
    """Calls ``stand`` whenever the text was painted while ``beside`` is on show.

    Words come to another place in many ways, and each of them paints; ``stand`` finds out whether anything moved.
    """

    def __init__(self, viewport: QWidget, beside: QWidget, stand: Callable[[], None]) -> None:
        super().__init__(beside)
        self._beside = beside
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(stand)
        viewport.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint and self._beside.isVisible():
            self._timer.start(0)  # the view is in the middle of it now
        return super().eventFilter(watched, event)
