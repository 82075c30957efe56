"""The card in which something is flagged, asked or answered: opened beside its words, and stored as a step of undo."""

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import QApplication, QWidget

from annotator.model import Remark, RemarkKind, Span, new_id
from ui.commands.base import Commands
from ui.main_window import MainWindow
from ui.session import Session

if TYPE_CHECKING:
    from ui.panels.remarks.remark_card import RemarkCard

GAP = 6
"""Pixels between the card and the line."""


class RemarkCards(Commands):
    """One card for the window, and what becomes of the words typed in it."""

    def __init__(
        self, window: MainWindow, session: Session, reply_to: Callable[[str, str], str]
    ) -> None:
        """``reply_to`` gives what the lead said, by the ids of article and remark."""
        super().__init__(window, session)
        self._view, self._reply_to = window.view, reply_to
        self._card: RemarkCard | None = None
        self._is_new = False
        self._span: Span | None = None
        session.typing_ends.connect(self._end_typing)
        session.article_leaving.connect(self._end_typing)

    def open_new(self, kind: str, span: Span | None, annotation: str) -> None:
        """Open the card for a new flag or question, or for the open one of that kind that is there already."""
        layer = self._session.layer
        if layer is None:
            return
        for known in layer.remarks_in_order:
            about = (known.annotation, None if annotation else known.span)
            if (
                known.kind == kind
                and known.is_open
                and about == (annotation, None if annotation else span)
            ):
                self.open(known, is_new=False)
                return
        self.open(Remark(new_id(), kind, "", span, annotation), is_new=True)

    def open(self, remark: Remark, *, is_new: bool, answer: bool = False) -> None:
        layer = self._session.layer
        if layer is None:
            return
        span = layer.placed(remark).span
        about = span.of(self._view.text) if span and span.end <= len(self._view.text) else ""
        self._is_new, self._span = is_new, span
        card = self._made_card()
        if span is not None:
            self._view.reveal(span)
        reply = self._reply_to(layer.article_id, remark.id)
        card.show_remark(remark, about, reply, is_new=is_new)
        card.show()
        card.setGeometry(self._place(span))
        card.raise_()
        card.take_keyboard(answer=answer)

    def _made_card(self) -> "RemarkCard":
        if self._card is None:
            from ui.article.reading.following import TextFollower
            from ui.panels.remarks.remark_card import RemarkCard

            self._card = card = RemarkCard(self._window)
            card.stored.connect(self.guarded(self._store_and_return))
            card.left.connect(self._leave)
            card.removal_meant.connect(self.guarded(self._remove_shown))
            TextFollower(self._view.viewport(), card, self._stand_beside)
            app = QApplication.instance()
            if isinstance(app, QApplication):
                app.focusChanged.connect(self._follow_focus)
        return self._card

    def _stand_beside(self) -> None:
        """Stay beside the words when they went elsewhere: larger text, other panes, another size of the window."""
        card, is_seen = self._card, self._span is None or self._view.sees(self._span)
        if card is not None and card.remark is not None and is_seen:
            card.setGeometry(self._place(self._span))

    def _place(self, span: Span | None) -> QRect:
        """Return where the card stands: under the line, or over it where there is no room; at the top for the article."""
        from ui.panels.remarks.remark_card import WIDTH

        card, view = self._made_card(), self._view
        corner = view.viewport().mapTo(self._window, QPoint(0, 0))
        room = QRect(corner, view.viewport().size()).adjusted(GAP, GAP, -GAP, -GAP)
        width = min(WIDTH, room.width())
        layout = card.layout()
        height = card.sizeHint().height()
        if layout is not None:
            layout.activate()
            height = max(layout.totalHeightForWidth(width), layout.totalMinimumSize().height())
        if span is None:
            return QRect(room.center().x() - width // 2, room.top(), width, height)
        line = view.line_rect(span).translated(corner)
        _, right_to_left = view.cell_and_direction(span.start)
        left = line.right() + 1 - width if right_to_left else line.left()
        left = max(room.left(), min(left, room.right() + 1 - width))
        under = line.bottom() + 1 + GAP
        top = under if under + height <= room.bottom() else line.top() - GAP - height
        return QRect(left, max(top, room.top()), width, height)

    def _store_and_return(self) -> None:
        self._store()
        self._leave()

    def _store(self) -> None:
        """Keep what the card says as one step of undo; nothing asked is nothing kept."""
        card, layer = self._card, self._session.layer
        if card is None or card.remark is None or layer is None:
            return
        text, answer, is_settled = card.typed()
        old = card.remark
        if self._is_new:
            if text or old.kind == RemarkKind.FLAG:
                self._session.add_remark(old.kind, text, old.span, old.annotation)
        elif old.id in layer.remarks:
            new = replace(old, text=text, answer=answer, is_settled=is_settled)
            self._session.change_remark(layer.article_id, layer.remarks[old.id], new)

    def _leave(self) -> None:
        if self._card is not None:
            self._card.close_to(self._view)

    def _remove_shown(self) -> None:
        card, layer = self._card, self._session.layer
        remark = card.remark if card is not None else None
        self._leave()
        if remark is not None and layer is not None and remark.id in layer.remarks:
            self._session.remove_remark(layer.article_id, layer.remarks[remark.id])

    def _end_typing(self) -> None:
        """Keep what is typed before something else is done; an empty new flag was not meant yet."""
        card = self._card
        if card is None or card.remark is None:
            return
        keeper = self._view if card.has_keyboard() else None
        is_empty = self._is_new and not card.typed()[0]
        if not is_empty:
            self.guard.attempt(self._store)
        card.close_to(keeper)

    def _follow_focus(self, _: QWidget | None, now: QWidget | None) -> None:
        card = self._card
        if card is None or card.remark is None or now is None or now.window() is not self._window:
            return
        if not card.isAncestorOf(now) and now is not card:
            self._end_typing()
