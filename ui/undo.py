"""Core edits on Qt's undo stack: one stack for the session, whichever article an edit was made in."""

from collections.abc import Sequence
from typing import Any, Protocol

from PySide6.QtGui import QUndoCommand

from annotator.edits import ChangeAnnotation, Edit, Inverse, together


class Target(Protocol):
    """What an edit is carried out on."""

    def perform(self, article_id: str, edit: Edit) -> None: ...


class QuietTarget(Protocol):
    """What edits of several articles are carried out on, without going to any of them."""

    def perform_quietly(self, article_id: str, edit: Edit) -> None: ...


class DetailsTarget(Protocol):
    """Where what is known about articles is written."""

    def write_metadata(self, article_id: str, old: Any, new: Any) -> None: ...


class DetailsCommand(QUndoCommand):
    """What is known about an article was corrected; it is written already when this is pushed."""

    def __init__(
        self, target: DetailsTarget, article_id: str, old: object, new: object, text: str
    ) -> None:
        super().__init__(text)
        self._target = target
        self.article_id = article_id
        self._old, self._new = old, new
        self._is_done = True

    def redo(self) -> None:
        if self._is_done:
            self._is_done = False
            return
        self._target.write_metadata(self.article_id, self._old, self._new)

    def undo(self) -> None:
        self._target.write_metadata(self.article_id, self._new, self._old)


class EditCommand(QUndoCommand):
    """One user action. Undoing is itself an edit, and is saved like any other."""

    def __init__(
        self,
        target: Target,
        article_id: str,
        edit: Edit,
        text: str,
        merge_id: int = -1,
        *,
        done: bool = False,
    ) -> None:
        """``merge_id`` is -1, or the same number for actions that are undone together when they follow each other.

        ``done`` says that the edit is in the layer already: pushing the command does nothing.
        """
        super().__init__(text)
        self._target = target
        self.article_id = article_id
        self.edit = edit
        self._merge_id = merge_id
        self._done = done

    @property
    def changes(self) -> tuple[tuple[str, Edit], ...]:
        """The article's id and the edit."""
        return ((self.article_id, self.edit),)

    def id(self) -> int:
        return self._merge_id

    def redo(self) -> None:
        if self._done:
            self._done = False
            return
        self._target.perform(self.article_id, self.edit)

    def undo(self) -> None:
        self._target.perform(self.article_id, Inverse(self.edit))

    def mergeWith(self, other: QUndoCommand) -> bool:
        """Take a following move of the same edge in, so that one undo brings it back to where it was."""
        if not isinstance(other, EditCommand) or other.article_id != self.article_id:
            return False
        mine, theirs = self.edit, other.edit
        if not (isinstance(mine, ChangeAnnotation) and isinstance(theirs, ChangeAnnotation)):
            return False
        if mine.new != theirs.old:
            return False
        self.edit = ChangeAnnotation(mine.old, theirs.new)
        self.setObsolete(mine.old == theirs.new)  # there and back again is nothing to undo
        return True


class EditsCommand(QUndoCommand):
    """One user action on several articles, each with one edit."""

    def __init__(self, target: QuietTarget, items: Sequence[tuple[str, Edit]], text: str) -> None:
        super().__init__(text)
        self._target = target
        self.changes = tuple(items)
        """Ids of articles, each with its edit."""

    def redo(self) -> None:
        for article_id, edit in self.changes:
            self._target.perform_quietly(article_id, edit)

    def undo(self) -> None:
        for article_id, edit in reversed(self.changes):
            self._target.perform_quietly(article_id, Inverse(edit))


def by_article(items: Sequence[tuple[str, Edit]]) -> list[tuple[str, Edit]]:
    """Put the edits of each article together, in the order given."""
    grouped: dict[str, list[Edit]] = {}
    for article_id, edit in items:
        grouped.setdefault(article_id, []).append(edit)
    edits = ((article_id, together(parts)) for article_id, parts in grouped.items())
    return [(article_id, edit) for article_id, edit in edits if edit is not None]
