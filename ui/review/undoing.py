"""Undo and redo of the review: what was undone is said and shown."""

from collections.abc import Callable

from PySide6.QtCore import QObject

from annotator.review.rows import Row
from ui.review.browsing import Browsing
from ui.review.context import ReviewContext


class Undoing(QObject):
    """Takes decisions back and does them again, each in sight."""

    def __init__(self, context: ReviewContext, browsing: Browsing) -> None:
        super().__init__(context)
        self._context, self._browsing = context, browsing
        self._changed: list[str] = []
        context.gold.changed.connect(self._changed.append)

    def undo(self) -> None:
        stack = self._context.gold.undo_stack
        if stack.canUndo():
            self._carry_out(stack.undo, self.tr("Undone: %1").replace("%1", stack.undoText()))

    def redo(self) -> None:
        stack = self._context.gold.undo_stack
        if stack.canRedo():
            self._carry_out(stack.redo, self.tr("Done again: %1").replace("%1", stack.redoText()))

    # -- inside

    def _carry_out(self, run: Callable[[], None], said: str) -> None:
        window = self._context.window
        if window is None:
            return
        shown = window.compare.shown
        before = {row.key: row for row in shown.rows} if shown is not None else {}
        self._changed.clear()
        run()
        window.notice(said)
        if window.shown != "compare" or not self._changed:
            return
        here = shown.article.id if shown is not None else ""
        if here not in self._changed:
            self._browsing.compare(self._changed[0])
            return
        now = window.compare.shown
        rows = now.rows if now is not None else ()
        row = next((row for row in rows if _differs(before.get(row.key), row)), None)
        if row is not None:
            window.compare.go_to(row)


def _differs(before: Row | None, now: Row) -> bool:
    return before is None or (before.state, before.gold, before.decision) != (
        now.state,
        now.gold,
        now.decision,
    )
