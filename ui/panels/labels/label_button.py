from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QStyle, QWidget

from annotator.model import Label
from ui.style import assets, theme
from ui.widgets import numbers
from ui.widgets.key_legends import legend
from ui.widgets.lines import draw_line
from ui.widgets.row_paint import CORNER, PADDING, draw_pill

SWATCH = 20
"""Side of the swatch, in logical pixels."""


class LabelButton(QAbstractButton):
    """One label: swatch, title, key cap and count. Pressing it never takes the keyboard from the article."""

    def __init__(self, label: Label, language: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.label = label
        self._count = 0
        self._is_current = False
        self.setText(label.title(language))
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.retranslate()

    @property
    def count(self) -> int:
        return self._count

    def set_count(self, count: int) -> None:
        """Show how many annotations of the open article have this label."""
        if count != self._count:
            self._count = count
            self.retranslate()
            self.update()

    def set_current(self, is_current: bool) -> None:
        """Mark the label of the annotation at the caret."""
        if is_current != self._is_current:
            self._is_current = is_current
            self.retranslate()
            self.update()

    @property
    def is_current(self) -> bool:
        return self._is_current

    def sizeHint(self) -> QSize:
        return QSize(140, max(SWATCH, self.fontMetrics().height()) + 2 * PADDING)

    def minimumSizeHint(self) -> QSize:
        return QSize(110, self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setLayoutDirection(self.layoutDirection())
            self._draw_panel(painter)
            area = self.rect().adjusted(PADDING, 0, -PADDING, 0)
            swatch = QRect(area.left(), area.center().y() - SWATCH // 2 + 1, SWATCH, SWATCH)
            assets.swatch(self.label, theme.is_dark(self.palette())).paint(
                painter, self._mirrored(swatch)
            )
            end = self._draw_count(painter, area)
            end = self._draw_key(painter, area.adjusted(0, 0, -end, 0)) + end
            painter.setPen(self.palette().color(QPalette.ColorRole.WindowText))
            draw_line(
                painter, self._mirrored(area.adjusted(SWATCH + PADDING, 0, -end, 0)), self.text()
            )

    def _draw_panel(self, painter: QPainter) -> None:
        if self.isDown():
            colour = theme.tone("button_down", self.palette())
        elif self._is_current:
            colour = theme.tone("selection_quiet", self.palette())
        elif self.underMouse() and self.isEnabled():
            colour = theme.tone("button_hover", self.palette())
        else:
            return
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour)
        painter.drawRoundedRect(self.rect(), CORNER, CORNER)
        painter.setBrush(Qt.BrushStyle.NoBrush)

    def _draw_count(self, painter: QPainter, area: QRect) -> int:
        """Draw the count at the trailing edge; every row keeps the width of three digits for it."""
        words = numbers.count(self._count)
        digits = max(words, "000", key=len)
        width = self.fontMetrics().horizontalAdvance(digits) + 2 * PADDING
        height = self.fontMetrics().height()
        if self._count:
            pill = QRect(area.right() - width + 1, area.center().y() - height // 2, width, height)
            draw_pill(painter, self._mirrored(pill), words, theme.tone("ink_quiet", self.palette()))
        return width + PADDING

    def _draw_key(self, painter: QPainter, area: QRect) -> int:
        if not self.label.key:
            return 0
        words = legend(self.label.key)
        height = self.fontMetrics().height() + 2
        width = max(height, self.fontMetrics().horizontalAdvance(words) + 2 * PADDING)
        cap = QRect(area.right() - width + 1, area.center().y() - height // 2 + 1, width, height)
        painter.setPen(QPen(theme.tone("line_strong", self.palette()), 1))
        cap = self._mirrored(cap)
        painter.drawRoundedRect(cap.adjusted(0, 0, -1, -1), CORNER - 1, CORNER - 1)
        painter.setPen(self.palette().color(QPalette.ColorRole.WindowText))
        # a key cap is printed left to right on every keyboard
        painter.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        painter.drawText(cap, Qt.AlignmentFlag.AlignCenter, words)
        painter.setLayoutDirection(self.layoutDirection())
        return width + PADDING

    def _mirrored(self, part: QRect) -> QRect:
        return QStyle.visualRect(self.layoutDirection(), self.rect(), part)

    def retranslate(self) -> None:
        """Say again what a screen reader and the tool tip say."""
        parts = [
            self.text(),
            self.tr("key %1").replace("%1", legend(self.label.key)) if self.label.key else "",
            self.tr("%Ln annotation(s)", "", self._count),
            self.tr("label of the annotation at the caret") if self._is_current else "",
        ]
        self.setAccessibleName(
            self.tr(", ", "between the parts of a spoken row").join(filter(None, parts))
        )
        tip = self.tr("Tag the selection, or the word at the caret, as %1")
        self.setToolTip(tip.replace("%1", self.text()))
