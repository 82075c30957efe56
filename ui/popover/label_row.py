"""The labels of a project as buttons with their keys, for the popover."""

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QAbstractButton, QStyle, QWidget

from annotator.model import Label, Schema
from ui.popover.flow import Flow, flowing
from ui.style import assets, theme
from ui.widgets.lines import draw_line
from ui.widgets.row_paint import CORNER, PADDING

SWATCH = 16
MOST_KEYS = 9
"""Digits there are to press with Ctrl."""


class LabelRow(QWidget):
    """Says which label is chosen; `LabelRow.choose` does the same by the number of a key."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._schema: Schema | None = None
        self._language = ""
        self._buttons: list[_LabelChoice] = []
        self._flow = Flow(0, self)
        flowing(self)

    def show_labels(self, schema: Schema, language: str, current: str) -> None:
        if schema is not self._schema or language != self._language:
            self._schema, self._language = schema, language
            self._rebuild(schema, language)
        for button in self._buttons:
            button.set_current(button.label.name == current)

    def choose(self, number: int) -> bool:
        """Choose the label with a number, counted from 1; tell whether there is one."""
        if self.isEnabled() and 1 <= number <= min(len(self._buttons), MOST_KEYS):
            self.chosen.emit(self._buttons[number - 1].label.name)
            return True
        return False

    @property
    def keys(self) -> int:
        """How many labels have a key here."""
        return min(len(self._buttons), MOST_KEYS)

    def _rebuild(self, schema: Schema, language: str) -> None:
        for button in self._buttons:
            self._flow.removeWidget(button)
            button.hide()
            button.deleteLater()
        self._buttons = []
        for number, label in enumerate(schema.labels, 1):
            button = _LabelChoice(label, language, str(number) if number <= MOST_KEYS else "")
            button.clicked.connect(lambda _=False, name=label.name: self.chosen.emit(name))
            self._flow.addWidget(button)
            self._buttons.append(button)


class _LabelChoice(QAbstractButton):
    """Swatch, title and key cap, with an outline where it is the label of the annotation."""

    def __init__(self, label: Label, language: str, key: str) -> None:
        super().__init__()
        self.label = label
        self._key = key
        self._is_current = False
        self.setText(label.title(language))
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # Tab goes through the fields; labels have keys
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self._say()

    def set_current(self, is_current: bool) -> None:
        if is_current != self._is_current:
            self._is_current = is_current
            self._say()
            self.update()

    @property
    def is_current(self) -> bool:
        return self._is_current

    def sizeHint(self) -> QSize:
        metrics = self.fontMetrics()
        width = SWATCH + metrics.horizontalAdvance(self.text()) + 3 * PADDING + 2
        if self._key:
            width += metrics.height() + PADDING
        return QSize(width, metrics.height() + PADDING + 2)

    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setLayoutDirection(self.layoutDirection())
            self._draw_panel(painter)
            area = self.rect().adjusted(PADDING, 0, -PADDING, 0)
            box = QRect(area.left(), area.center().y() - SWATCH // 2 + 1, SWATCH, SWATCH)
            dark = theme.is_dark(self.palette())
            assets.swatch(self.label, dark).paint(painter, self._mirrored(box))
            end = self._draw_key(painter, area)
            ink = QPalette.ColorRole.WindowText
            group = QPalette.ColorGroup.Normal if self.isEnabled() else QPalette.ColorGroup.Disabled
            painter.setPen(self.palette().color(group, ink))
            words = area.adjusted(SWATCH + PADDING, 0, -end, 0)
            draw_line(painter, self._mirrored(words), self.text())

    def _draw_panel(self, painter: QPainter) -> None:
        if self._is_current:
            painter.setPen(QPen(self.palette().color(QPalette.ColorRole.Highlight), 1.4))
            painter.setBrush(theme.tone("selection_quiet", self.palette()))
        elif self.underMouse() and self.isEnabled():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.tone("button_hover", self.palette()))
        else:
            return
        painter.drawRoundedRect(self.rect().adjusted(1, 1, -1, -1), CORNER, CORNER)
        painter.setBrush(Qt.BrushStyle.NoBrush)

    def _draw_key(self, painter: QPainter, area: QRect) -> int:
        if not self._key:
            return 0
        side = self.fontMetrics().height()
        cap = self._mirrored(
            QRect(area.right() - side + 1, area.center().y() - side // 2 + 1, side, side)
        )
        painter.setPen(QPen(theme.tone("line_strong", self.palette()), 1))
        painter.drawRoundedRect(cap.adjusted(0, 0, -1, -1), CORNER - 1, CORNER - 1)
        painter.setPen(self.palette().color(QPalette.ColorRole.WindowText))
        painter.drawText(cap, Qt.AlignmentFlag.AlignCenter, self._key)
        return side + PADDING

    def _mirrored(self, part: QRect) -> QRect:
        return QStyle.visualRect(self.layoutDirection(), self.rect(), part)

    def _say(self) -> None:
        words = self.text()
        if self._key:
            words = self.tr("%1, Ctrl+%2", "a label and its key").replace("%2", self._key)
            words = words.replace("%1", self.text())
        self.setToolTip(words)
        self.setAccessibleName(
            self.tr("%1, chosen", "the label an annotation has").replace("%1", words)
            if self._is_current
            else words
        )
