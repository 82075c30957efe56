"""One key drawn as a cap. Always left to right: «Ctrl + ←» must not turn round in an Arabic window."""

import sys

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from ui.style.tones import tone

_ARROWS = {"Left": "←", "Right": "→", "Up": "↑", "Down": "↓"}
_NAMES = {
    "Return": "Enter",
    "PgUp": "Page Up",
    "PgDown": "Page Down",
    "Del": "Delete",
    "Esc": "Esc",
}
_MAC = {"Ctrl": "⌘", "Alt": "⌥", "Shift": "⇧", "Meta": "⌃"}
_SIDE = 9
_GAP = 4


class KeyCap(QWidget):
    def __init__(self, legend: str) -> None:
        super().__init__()
        self.legend = legend
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self.setAccessibleName(legend)

    def sizeHint(self) -> QSize:
        metrics = self.fontMetrics()
        height = metrics.height() + 6
        return QSize(max(metrics.horizontalAdvance(self.legend) + 2 * _SIDE, height), height)

    def paintEvent(self, _event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -1.5)
            painter.setPen(tone("line_strong", self.palette()))
            painter.setBrush(self.palette().color(QPalette.ColorRole.Button))
            painter.drawRoundedRect(box, 4, 4)
            painter.setPen(self.palette().color(QPalette.ColorRole.ButtonText))
            painter.setLayoutDirection(Qt.LayoutDirection.LeftToRight)  # else [ turns into ]
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, self.legend)


class KeyCaps(QWidget):
    """The keys of one shortcut side by side, as pressed together."""

    def __init__(self, keys: str) -> None:
        super().__init__()
        self.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(_GAP)
        for legend in legends(keys):
            row.addWidget(KeyCap(legend))


def legends(keys: str) -> list[str]:
    """Split a portable shortcut (``Ctrl+Shift+Left``, ``Ctrl++``) into what the caps say."""
    last_is_plus = keys.endswith("+")
    parts = (keys[:-1].rstrip("+") if last_is_plus else keys).split("+")
    if last_is_plus:
        parts = [*filter(None, parts), "+"]
    return [_legend(part.strip()) for part in parts]


def _legend(part: str) -> str:
    if sys.platform == "darwin" and part in _MAC:
        return _MAC[part]
    return _ARROWS.get(part) or _NAMES.get(part) or part
