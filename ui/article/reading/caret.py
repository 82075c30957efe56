"""The caret, as tall as its line's tints: Qt's own is as tall as the font and reaches into the lines beside."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QRectF, QTimer
from PySide6.QtGui import QGuiApplication, QPainter, QPalette

from annotator.model import Span

if TYPE_CHECKING:
    from ui.article.text import ArticleText

WIDTH = 2.0


class Caret(QObject):
    """Blinks while the view has the focus."""

    def __init__(self, view: "ArticleText") -> None:
        super().__init__(view)
        self._view = view
        self._lit = False
        self._position = 0
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._blink)
        view.cursorPositionChanged.connect(self.follow_focus)

    def follow_focus(self) -> None:
        """Show the caret, lit anew, or hide it where the keyboard is elsewhere."""
        self._lit = self._view.hasFocus()
        half = QGuiApplication.styleHints().cursorFlashTime() // 2
        if self._lit and half > 0:
            self._timer.start(half)
        else:
            self._timer.stop()
        before, self._position = self._position, self._view.caret
        for position in {before, self._position}:
            self._view.paint_again(Span(max(position - 1, 0), position + 1))

    def paint(self, painter: QPainter) -> None:
        """Draw in document coordinates."""
        if self._lit:
            painter.fillRect(self._box(), self._view.palette().color(QPalette.ColorRole.Text))

    def _box(self) -> QRectF:
        view = self._view
        bar = (
            view.horizontalScrollBar()
        )  # of spaces after a line's end; what we paint does not follow it
        scrolled = bar.maximum() - bar.value() if view.isRightToLeft() else bar.value()
        x = view.cursorRect().center().x() + scrolled
        baseline, metrics = view.baseline_of(view.caret), view.metrics
        return QRectF(x - WIDTH / 2, baseline - metrics.above, WIDTH, metrics.above + metrics.below)

    def _blink(self) -> None:
        self._lit = not self._lit
        box = self._box().translated(0, -self._view.verticalScrollBar().value())
        self._view.viewport().update(box.toAlignedRect().adjusted(-1, -1, 1, 1))
