from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QApplication, QFrame, QScrollArea, QWidget

LEAST_HEIGHT = 80


class BodyScroller(QScrollArea):
    """Holds the body of a dialog: as high as it wants to be while there is room, scrolled where there is not."""

    def __init__(self, body: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._body = body
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidget(body)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._follow_focus)
        for part in (body, self.viewport()):
            part.setAutoFillBackground(False)

    def _follow_focus(self, _old: QWidget | None, now: QWidget | None) -> None:
        """Scroll to the field that takes the keyboard, from the buttons below as well."""
        if now is not None and self._body.isAncestorOf(now):
            self.ensureWidgetVisible(now)

    def height_wanted(self, width: int) -> int:
        """Return the height at which nothing of the body is scrolled away."""
        layout = self._body.layout()
        if layout is None:
            return self._body.sizeHint().height()
        if layout.hasHeightForWidth():
            return layout.totalHeightForWidth(width)
        return layout.totalSizeHint().height()

    def sizeHint(self) -> QSize:
        return self._body.sizeHint()

    def minimumSizeHint(self) -> QSize:
        body = self._body.minimumSizeHint()
        return QSize(body.width(), min(body.height(), LEAST_HEIGHT))
