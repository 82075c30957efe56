"""Puts the popover beside an annotation's first line, wherever that is in the window now."""

from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import QMainWindow, QWidget

from annotator.model import Span
from ui.article.view import ArticleView
from ui.popover.place import Surroundings, fits, place
from ui.popover.span_popover import SpanPopover


def put(popover: SpanPopover, view: ArticleView, span: Span, *, may_scroll: bool) -> Surroundings:
    """Give the popover its place and return what it follows from; where it does not fit beside the line, scroll that up."""
    around = surroundings(view, span)
    if may_scroll and not fits(around, popover.height_at):
        bar = view.verticalScrollBar()
        top = view.viewport().mapTo(view.window(), QPoint(0, 0)).y()
        bar.setValue(bar.value() + around.line.top() - top - around.line.height())
        around = surroundings(view, span)
    popover.setGeometry(place(around, popover.height_at))
    return around


def _room(window: QWidget) -> QRect:
    """Return what of the window may be covered: not the line that says whether the work is on the disk."""
    room = window.rect()
    middle = window.centralWidget() if isinstance(window, QMainWindow) else None
    if middle is not None:
        room.setBottom(middle.geometry().bottom())
    return room


def surroundings(view: ArticleView, span: Span) -> Surroundings:
    window = view.window()
    corner = view.viewport().mapTo(window, QPoint(0, 0))
    text = QRect(corner, view.viewport().size())
    piece = view.line_rect(span).translated(corner)
    column = view.column_rect().translated(corner)
    _, right_to_left = view.cell_and_direction(span.start)
    return Surroundings(
        line=QRect(text.left(), piece.top(), text.width(), piece.height()),
        start=piece.right() + 1 if right_to_left else piece.left(),
        room=_room(window),
        left=QRect(text.topLeft(), QPoint(column.left() - 1, text.bottom())),
        right=QRect(QPoint(column.right() + 1, text.top()), text.bottomRight()),
        right_to_left=right_to_left,
    )
