from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from ui.style.wrapping import wrap


class EmptyPage(QWidget):
    """What stands where a list has nothing to show: why, and the one thing to do about it."""

    chosen = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.words = QLabel()
        wrap(self.words)
        self.words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.button = QPushButton()
        self.button.clicked.connect(self.chosen)
        layout = QVBoxLayout(self)
        layout.addStretch(1)
        layout.addWidget(self.words)
        layout.addWidget(self.button, alignment=Qt.AlignmentFlag.AlignHCenter)
        layout.addStretch(2)

    def say(self, words: str, button: str) -> None:
        self.words.setText(words)
        self.button.setText(button)
        self.button.setVisible(bool(button))
