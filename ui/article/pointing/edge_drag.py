"""An annotation's edge, taken with the mouse: shown where it would be, moved when it is let go."""

from dataclasses import replace

from PySide6.QtCore import QPointF

from annotator.model import Annotation, Layer, Span
from annotator.text import graphemes
from ui.article import selecting
from ui.article.canvas import ArticleCanvas

REACH = 4.0
"""Pixels to each side of an edge within which it can be taken."""


def edge_under(view: ArticleCanvas, point: QPointF) -> str | None:
    """Return ``start`` or ``end`` where a point of the viewport is at that edge of the current annotation."""
    if view.current is None or view.current not in view.layer:
        return None
    span, metrics = view.layer[view.current].span, view.metrics
    there = point + QPointF(0.0, float(view.verticalScrollBar().value()))
    found: list[tuple[float, str]] = []
    for edge in ("end", "start"):
        x, baseline = view.edge_place(span, edge)
        away = abs(there.x() - x)
        if away <= REACH and -metrics.above <= there.y() - baseline <= metrics.zone_bottom:
            found.append((away, edge))
    return min(found)[1] if found else None


class EdgeDrag:
    """One edge in the hand. The view paints the annotation as it would be; nothing is changed before `drop`."""

    def __init__(self, view: ArticleCanvas, annotation: Annotation, edge: str) -> None:
        self._view = view
        self._before: Layer = view.layer
        self._annotation = annotation
        self._edge = edge
        self._span = annotation.span

    def move(self, point: QPointF) -> None:
        """Bring the edge to the letter's side that is nearest to a point of the viewport."""
        position = self._view.boundary_at(point)
        text, span = self._view.text, self._annotation.span
        if self._edge == "start":
            moved = Span(min(position, graphemes.previous(text, span.end)), span.end)
        else:
            moved = Span(span.start, max(position, graphemes.next(text, span.start)))
        if moved != self._span:
            self._span = moved
            self._show(self._before.replaced(self._annotation, self._moved()))

    def drop(self) -> Span | None:
        """Let go: return the new span without white space at the edge, None where that came back to its place."""
        self.cancel()
        kept = selecting.trimmed(self._view.text, self._span.start, self._span.end)
        if kept is not None and self._edge == "start":
            self._span = Span(kept.start, self._span.end)
        elif kept is not None:
            self._span = Span(self._span.start, kept.end)
        return self._span if self._span != self._annotation.span else None

    def cancel(self) -> None:
        """Show the annotation as it is."""
        self._show(self._before)

    def _moved(self) -> Annotation:
        return replace(self._annotation, span=self._span)

    def _show(self, layer: Layer) -> None:
        self._view.update_layer(self._view.layer, layer, frozenset([self._annotation.id]))
