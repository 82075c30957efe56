"""The project under review: what was counted, what gold holds, and each article as a case."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from annotator.review.query import VOTED
from ui.dialogs.errors.guard import Guard
from ui.review.gold import Gold
from ui.session import Session
from ui.settings import Memory

if TYPE_CHECKING:
    from annotator.review.board import Board, Difference
    from annotator.review.case import Case
    from ui.review.window import ReviewWindow


class ReviewContext(QObject):
    """What the parts of the review share. ``window`` and ``board`` are None until the review is opened and counted."""

    def __init__(self, session: Session, memory: Memory, parent: QWidget) -> None:
        super().__init__(parent)
        self.session, self.memory = session, memory
        self.gold = Gold(session, self)
        self.window: ReviewWindow | None = None
        self.board: Board | None = None
        self.guard = Guard(lambda: self.window or parent, self._say)
        self.slot = self.guard.slot
        self._cases: dict[str, Case] = {}

    def _say(self, words: str) -> None:
        if self.window is not None:
            self.window.notice(words)

    def take_board(self, board: "Board") -> None:
        self.board = board
        self._cases.clear()
        self.gold.forget()

    def forget(self) -> None:
        """Give gold's desk back and let go of everything that belongs to the project."""
        self.gold.close()
        self.board = None
        self._cases.clear()

    def forget_cases(self) -> None:
        """Judge articles anew: another rule merges now, or others count."""
        self._cases.clear()
        if self.board is not None:
            self.board.forget_settings()

    def text(self, article_id: str) -> str:
        return self.board.item(article_id).text if self.board else ""

    def title(self, article_id: str) -> str:
        entry = self.board.entries.get(article_id) if self.board else None
        return entry.title if entry else ""

    def case(self, article_id: str) -> "Case":
        """Return an article with gold as it is now. Only while there is a board."""
        from annotator.adjudication.records import review_of
        from annotator.review.steps import case_of

        assert self.board is not None
        gold = self.gold.layer(article_id)
        case = self._cases.get(article_id)
        if case is None:
            case = case_of(self.board, article_id, gold)
        elif case.gold is not gold:
            case = case.with_gold(gold, review_of(gold))
        self._cases[article_id] = case
        return case

    def outcome(self, one: "Difference") -> str:
        """Return what was decided about a difference, as `pairs.outcome` says it."""
        if one.kind == VOTED or not self.gold.layer(one.article_id).decisions:
            return ""
        from annotator.review import pairs

        return pairs.outcome(self.case(one.article_id), one)
