"""Quotation marks without a partner: flagged by a ring, because a quotation there has no end."""

from bisect import bisect_left

from PySide6.QtCore import QObject, QPointF, Qt, QTimer
from PySide6.QtGui import QColor, QPainter, QPen

from annotator.model import Span
from ui.article.view import ArticleView
from ui.session import Session
from ui.style.theme import is_dark

REACH = 1_000
"""Characters before and after what stands at the corners of the view: lines of mixed direction begin anywhere."""

RADIUS = 9.0
"""Pixels of the ring."""

WARNING_LIGHT, WARNING_DARK = QColor("#B3261E"), QColor("#FFB4AB")


class LoneMarks(QObject):
    def __init__(self, session: Session, view: ArticleView, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._view = view
        self.positions: list[int] = []
        """Positions of the marks in the open article, ascending."""
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._look)
        session.article_changed.connect(self._begin)
        view.overlays.append(self._paint)

    def _begin(self) -> None:
        self.positions = []
        self._timer.start(0)  # the text is shown first

    def _look(self) -> None:
        from annotator.text.quotes import reader as quotes

        article = self._session.article
        self.positions = sorted(quotes.unbalanced(article.text)) if article else []
        self._view.viewport().update()

    def _paint(self, painter: QPainter, top: float, bottom: float) -> None:
        if not self.positions:
            return
        viewport = self._view.viewport()
        first = self._view.character_at(QPointF(0, 0)) - REACH
        last = self._view.character_at(QPointF(viewport.width(), viewport.height())) + REACH
        dark = is_dark(self._view.palette())
        painter.setPen(QPen(WARNING_DARK if dark else WARNING_LIGHT, 1.6))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for position in self.positions[bisect_left(self.positions, first) :]:
            if position > last:
                break
            piece = next(iter(self._view.pieces_of(Span(position, position + 1))), None)
            if piece is None:
                continue
            run = piece.runs[0]
            centre = QPointF(
                (run.left + run.right) / 2, piece.baseline - self._view.metrics.above * 0.6
            )
            painter.drawEllipse(centre, RADIUS, RADIUS)
            y = centre.y() + RADIUS + 3
            painter.drawLine(QPointF(centre.x() - 3, y + 3), QPointF(centre.x(), y))
            painter.drawLine(QPointF(centre.x(), y), QPointF(centre.x() + 3, y + 3))
