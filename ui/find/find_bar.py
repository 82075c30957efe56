"""The bar over the article in which a query is typed and its hits are walked through."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QTextEdit, QToolButton, QWidget

from ui.find.query_line import GAP, QueryLine
from ui.style import assets, theme


class FindBar(QWidget):
    """Stands at the top of a text widget and pushes its text down, so that nothing is covered."""

    step_requested = Signal(int)
    left = Signal()

    def __init__(self, view: QTextEdit) -> None:
        super().__init__(view)
        self._view = view
        self.setObjectName("find-bar")
        # What the bar does not want is not for the article below it: a digit there would tag a word.
        self.setAttribute(Qt.WidgetAttribute.WA_NoMousePropagation)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.PreventContextMenu)
        self.line = QueryLine()
        self.count = QLabel()
        self.previous, self.next, self.close_button = QToolButton(), QToolButton(), QToolButton()
        for button, icon in (
            (self.previous, "up"),
            (self.next, "down"),
            (self.close_button, "close"),
        ):
            button.setIcon(assets.icon(icon))
            button.setAutoRaise(True)
        row = QHBoxLayout(self)
        row.setContentsMargins(2 * GAP, GAP, 2 * GAP, GAP)
        row.setSpacing(GAP)
        row.addWidget(self.line, 1)
        for part in (self.count, self.previous, self.next, self.close_button):
            row.addWidget(part)
        self.line.edit.entered.connect(self.step_requested)
        self.line.edit.left.connect(self.left)
        self.previous.clicked.connect(lambda: self.step_requested.emit(-1))
        self.next.clicked.connect(lambda: self.step_requested.emit(1))
        self.close_button.clicked.connect(self.left)
        view.viewport().installEventFilter(self)
        self._retranslate()
        self.hide()

    def open(self, words: str = "") -> None:
        self.show()
        self._place()
        self.raise_()
        self.line.take_focus(words)

    def close_bar(self) -> None:
        self.hide()
        self._view.setViewportMargins(0, 0, 0, 0)

    def show_count(self, words: str, *, bad: bool = False) -> None:
        """Say where among the hits we are, or in the colour of errors what is wrong."""
        self.count.setText(words)
        self.count.setToolTip(words if bad else "")
        self.count.setProperty("role", "error" if bad else "")
        self.count.style().polish(self.count)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        event.accept()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and self.isVisible():
            self._place()
        return super().eventFilter(watched, event)

    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            painter.fillRect(self.rect(), theme.tone("window", self.palette()))
            painter.setPen(theme.tone("line", self.palette()))
            painter.drawLine(self.rect().bottomLeft(), self.rect().bottomRight())

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _place(self) -> None:
        letter = self.fontMetrics().averageCharWidth()
        self.line.set_narrow(False)
        self.count.setMinimumWidth(10 * letter)
        if self.sizeHint().width() > self._view.width():
            self.line.set_narrow(True)
            self.count.setMinimumWidth(6 * letter)
        height = self.sizeHint().height()
        self._view.setViewportMargins(0, height, 0, 0)
        text = self._view.viewport().geometry()
        self.setGeometry(text.left(), 0, text.width(), height)

    def _retranslate(self) -> None:
        self.setAccessibleName(self.tr("Find in the article"))
        for button, words in (
            (self.previous, self.tr("Previous hit (Shift+Enter)")),
            (self.next, self.tr("Next hit (Enter)")),
            (self.close_button, self.tr("Close (Esc)")),
        ):
            button.setToolTip(words)
            button.setAccessibleName(words)
