"""Clitics at the start of an annotation: taken off and given back by key, and shown by a sign at the edge."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QPointF, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPalette, QPen

from annotator.model import Annotation, Span
from annotator.proposals import clitic_edges
from ui.article.geometry import Piece
from ui.article.view import ArticleView
from ui.proposals.proposer import ValueProposer
from ui.session import Session

TICK = 3.5
"""Pixels: half the width of the tick that stands on the edge."""

BELOW = 2.0
"""Pixels between the tint of an annotation and the dots under the letters that stand outside."""


class CliticEdges(QObject):
    """Acts on the selection or, without one, on the current annotation."""

    said = Signal(str)

    def __init__(
        self,
        session: Session,
        view: ArticleView,
        proposer: ValueProposer,
        label_in_mind: Callable[[], str | None],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._view = view
        self._proposer = proposer
        self._label_in_mind = label_in_mind
        view.overlays.append(self._paint)
        view.selectionChanged.connect(self._forget_kept)

    def strip(self) -> None:
        """Leave the next clitic outside."""
        span = self._span()
        if span is None:
            self.said.emit(self.tr("Select a word or put the caret into an annotation first."))
            return
        shorter = clitic_edges.stripped(self._view.text, span)
        if shorter is None:
            self.said.emit(self.tr("No letters can be taken off the start here."))
        else:
            self._move(shorter)

    def give_back(self) -> None:
        """Take the clitic right before the start in again; a selection of the whole word is then tagged whole."""
        span = self._span()
        if span is None:
            self.said.emit(self.tr("Select a word or put the caret into an annotation first."))
            return
        longer = clitic_edges.given_back(self._view.text, span)
        if longer is not None:
            self._move(longer)
        elif self._view.selection is not None and self._current() is None:
            self._proposer.kept = span
            self._view.viewport().update()
            self.said.emit(self.tr("It will be tagged as it is selected."))
        else:
            self.said.emit(self.tr("The annotation begins where its word begins."))

    def _span(self) -> Span | None:
        current = self._current()
        return self._view.selection or (current.span if current else None)

    def _current(self) -> Annotation | None:
        """Return the current annotation, where nothing else is selected."""
        layer, current = self._session.layer, self._view.current
        if layer is None or current is None or current not in layer:
            return None
        selection = self._view.selection
        return layer[current] if selection in (None, layer[current].span) else None

    def _forget_kept(self) -> None:
        if self._view.selection != self._proposer.kept:
            self._proposer.kept = None

    def _move(self, span: Span) -> None:
        current, has_selection = self._current(), self._view.selection is not None
        if current is not None:
            self._session.move(current.id, span)
            self._view.set_current(current.id)
        if has_selection:
            self._view.select(span)
            self._proposer.kept = span  # after the selection: another one forgets it

    def _paint(self, painter: QPainter, top: float, bottom: float) -> None:
        span = self._span()
        if span is None or span.end > len(self._view.text):
            return
        current = self._current()
        outside = clitic_edges.outside(self._view.text, span)
        if outside is not None:
            self._draw(painter, outside, solid=True)
        elif span != self._proposer.kept:
            label = current.label if current else self._label_in_mind()
            proposed = self._proposer.proposed_edge(label, span)
            if proposed.start > span.start:
                self._draw(painter, Span(span.start, proposed.start), solid=False)

    def _draw(self, painter: QPainter, clitics: Span, *, solid: bool) -> None:
        """Draw the edge after ``clitics``: a full line where the annotation begins, a dotted one where it could."""
        pieces = self._view.pieces_of(clitics)
        if not pieces:
            return
        metrics = self._view.metrics
        ink = QColor(self._view.palette().color(QPalette.ColorRole.Text))
        pen = QPen(ink, 1.4 if solid else 1.2)
        dots = QPen(ink, 1.6, Qt.PenStyle.DotLine, Qt.PenCapStyle.RoundCap)
        painter.setPen(dots)
        for piece in pieces:
            y = piece.baseline + metrics.below + BELOW
            for run in piece.runs:
                painter.drawLine(QPointF(run.right, y), QPointF(run.left, y))
        x, piece = _edge(pieces)
        top, bottom = piece.baseline - metrics.above - 2, piece.baseline + metrics.below + 2
        if not solid:
            pen.setStyle(Qt.PenStyle.DotLine)
        painter.setPen(pen)
        painter.drawLine(QPointF(x, top), QPointF(x, bottom))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(ink if solid else Qt.BrushStyle.NoBrush)
        if not solid:
            painter.setPen(QPen(ink, 1.2))
        painter.drawPolygon(
            [QPointF(x - TICK, top - TICK), QPointF(x + TICK, top - TICK), QPointF(x, top + 1)]
        )


def _edge(pieces: tuple[Piece, ...]) -> tuple[float, Piece]:
    """Return the x after the last letter of the clitics, Arabic letters that run right to left, and its line."""
    return pieces[-1].runs[0].left, pieces[-1]
