from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QIcon, QKeyEvent, QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QStyle, QWidget

from ui.style import theme
from ui.widgets.lines import draw_line
from ui.widgets.row_paint import CORNER, PADDING

ICON = 16
"""Side of the icon, in logical pixels."""


class RowButton(QAbstractButton):
    """A flat button as wide as its panel: icon, words, and quieter words below them; cut in the middle, not wrapped."""

    def __init__(
        self,
        words: str,
        detail: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._detail = detail
        self.setText(words)
        self.setToolTip(detail or words)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def sizeHint(self) -> QSize:
        lines = 2 if self._detail else 1
        return QSize(80, max(ICON, lines * self.fontMetrics().height()) + PADDING)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Enter press the button as Space does."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setLayoutDirection(self.layoutDirection())
            self._draw_panel(painter)
            area = self.rect().adjusted(PADDING, 0, -PADDING, 0)
            if not self.icon().isNull():
                box = QRect(area.left(), area.center().y() - ICON // 2 + 1, ICON, ICON)
                mode = QIcon.Mode.Normal if self.isEnabled() else QIcon.Mode.Disabled
                self.icon().paint(painter, self._mirrored(box), Qt.AlignmentFlag.AlignCenter, mode)
                area.adjust(ICON + PADDING, 0, 0, 0)
            self._draw_words(painter, area)

    def _draw_words(self, painter: QPainter, area: QRect) -> None:
        middle = Qt.TextElideMode.ElideMiddle
        painter.setPen(self.palette().color(self.foregroundRole()))
        if self._detail:
            height = self.fontMetrics().height()
            upper = QRect(area.left(), area.center().y() - height + 1, area.width(), height)
            draw_line(painter, self._mirrored(upper), self.text(), elide=middle)
            if self.isEnabled():
                painter.setPen(theme.tone("ink_quiet", self.palette()))
            lower = self._mirrored(upper.translated(0, height))
            draw_line(painter, lower, self._detail, elide=middle)
        else:
            draw_line(painter, self._mirrored(area), self.text(), elide=middle)

    def _draw_panel(self, painter: QPainter) -> None:
        colour = None
        if self.isDown():
            colour = theme.tone("button_down", self.palette())
        elif self.underMouse() and self.isEnabled():
            colour = theme.tone("button_hover", self.palette())
        painter.setPen(Qt.PenStyle.NoPen)
        if colour is not None:
            painter.setBrush(colour)
            painter.drawRoundedRect(self.rect(), CORNER, CORNER)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(self.palette().color(QPalette.ColorRole.Highlight), 2))
            painter.drawRoundedRect(self.rect().adjusted(1, 1, -1, -1), CORNER, CORNER)

    def _mirrored(self, part: QRect) -> QRect:
        return QStyle.visualRect(self.layoutDirection(), self.rect(), part)
