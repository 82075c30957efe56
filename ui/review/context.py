"""The project under review: what was counted, what gold holds, and each article as a case."""

from collections.abc import Callable
from typing import TYPE_CHECKING, ParamSpec

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from annotator.errors import AnnotatorError
from annotator.review.query import VOTED
from ui.review.gold import Gold
from ui.session import Session

if TYPE_CHECKING:
    from annotator.review.board import Board, Difference
    from annotator.review.case import Case
    from ui.review.window import ReviewWindow

P = ParamSpec("P")


class ReviewContext(QObject):
    """What the parts of the review share. ``window`` and ``board`` are None until the review is opened and counted."""

    def __init__(self, session: Session, parent: QWidget) -> None:
        super().__init__(parent)
        self.session = session
        self.gold = Gold(session, self)
        self.window: ReviewWindow | None = None
        self.board: Board | None = None
        self._main = parent
        self._cases: dict[str, Case] = {}

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
        """Judge articles anew: another rule merges now."""
        self._cases.clear()

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
        """Return what was decided about a difference, as `Case.outcome` says it."""
        if one.kind == VOTED or not self.gold.layer(one.article_id).decisions:
            return ""
        return self.case(one.article_id).outcome(one)

    # -- errors

    def guarded(self, run: Callable[[], object]) -> None:
        """Let an error that the user can act on come up as a message."""
        try:
            run()
        except AnnotatorError as error:
            from ui.dialogs.error_box import show_error

            show_error(self.window or self._main, error)

    def slot(self, run: Callable[P, object]) -> Callable[P, None]:
        """Return a slot that takes what ``run`` takes and lets its errors come up as a message."""

        def guarded(*arguments: P.args, **named: P.kwargs) -> None:
            self.guarded(lambda: run(*arguments, **named))

        return guarded
