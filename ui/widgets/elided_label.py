from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from ui.widgets.lines import draw_line


class ElidedLabel(QLabel):
    """A label that gives up words instead of widening its panel; the whole text is its tool tip."""

    def __init__(
        self,
        elide: Qt.TextElideMode = Qt.TextElideMode.ElideMiddle,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._elide = elide
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def minimumSizeHint(self) -> QSize:
        return QSize(0, super().minimumSizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            painter.setLayoutDirection(self.layoutDirection())
            painter.setPen(self.palette().color(self.foregroundRole()))
            draw_line(painter, self.contentsRect(), self.text(), elide=self._elide)

    def show_words(self, text: str) -> None:
        self.setText(text)
        self.setToolTip(text)
