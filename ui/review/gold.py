"""The gold layers while they are decided: one desk, one saving thread and one undo stack of their own."""

import zlib
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QUndoCommand, QUndoStack

from annotator.edits import Edit, together
from annotator.errors import AnnotatorError, ReadOnlyError
from annotator.model import GOLD, Layer, Status
from ui.saver import Saver
from ui.session import Session
from ui.undo import EditCommand

if TYPE_CHECKING:
    from collections.abc import Sequence

    from annotator.adjudication.decisions import Review
    from annotator.review.steps import ArticleStep


class GoldCommand(EditCommand):
    """One decision; those that belong to one thing, as an edge that goes letter by letter, are undone together."""

    def __init__(
        self, target: "Gold", article_id: str, edit: Edit, text: str, merges_with: str
    ) -> None:
        number = zlib.crc32(merges_with.encode()) % 2**30 if merges_with else -1
        super().__init__(target, article_id, edit, text, number)

    def mergeWith(self, other: QUndoCommand) -> bool:
        if not isinstance(other, GoldCommand) or other.article_id != self.article_id:
            return False
        both = together((self.edit, other.edit))
        if both is None:
            return False
        self.edit = both
        return True


class Gold(QObject):
    """What `Session` is for an annotator's own layers, for the layers of ``gold``.

    The desk is taken at the first decision, so that looking at a review keeps nobody else from deciding.
    """

    changed = Signal(str)  # article id
    state_changed = Signal(object)  # SaveState
    broke = Signal(object)  # an exception in the saving thread

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._saver: Saver | None = None
        self._layers: dict[str, Layer] = {}
        self._statuses: dict[str, Status] | None = None
        self.undo_stack = QUndoStack(self)

    @property
    def pending(self) -> int:
        return self._saver.pending if self._saver else 0

    def layer(self, article_id: str) -> Layer:
        """Return the gold layer as it is decided now, whether on disk yet or not."""
        project = self._session.project
        if project is None:
            return Layer(GOLD, article_id)
        layer = self._layers.get(article_id)
        if layer is None:
            layer = self._layers[article_id] = project.layer(article_id, GOLD)
        return layer

    def decided_here(self) -> dict[str, Layer]:
        """Return the gold layers that may be newer here than on the disk, by article."""
        return dict(self._layers)

    def status(self, article_id: str) -> Status:
        """Return how far an article's gold is, without reading the layer where it was not touched here."""
        layer = self._layers.get(article_id)
        if layer is not None:
            return layer.status
        project = self._session.project
        if self._statuses is None and project is not None:
            found = project.summaries(GOLD).items()
            self._statuses = {key: summary.status for key, summary in found}
        return (self._statuses or {}).get(article_id, Status.NEW)

    def retry_saving(self) -> None:
        if self._saver is not None:
            self._saver.retry()

    def forget(self) -> None:
        """Read from the disk again what is not being decided here."""
        if not self.pending:
            self._layers.clear()
            self._statuses = None
            if self._saver is None:
                self.undo_stack.clear()

    def review(self, article_id: str) -> "Review":
        from annotator.adjudication.records import review_of

        return review_of(self.layer(article_id))

    def take(self, steps: "Sequence[ArticleStep]", text: str, *, merges_with: str = "") -> int:
        """Carry out steps of a review as one step of undo; return how many articles they changed.

        ``merges_with`` names what a step on one article belongs to: it is undone together with the one before that
        belongs to the same.
        """
        found = [
            (step.article_id, edit)
            for step in steps
            if (edit := step.edit(self.layer(step.article_id))) is not None
        ]
        if not found:
            return 0
        self._open()
        if len(found) == 1:
            article_id, edit = found[0]
            self.undo_stack.push(GoldCommand(self, article_id, edit, text, merges_with))
            return 1
        self.undo_stack.beginMacro(text)
        try:
            for article_id, edit in found:
                self.undo_stack.push(EditCommand(self, article_id, edit, text))
        finally:
            self.undo_stack.endMacro()
        return len(found)

    def carry_out(self, article_id: str, edit: Edit, text: str) -> None:
        """Carry out one edit that is no decision as one step of undo, which ``text`` names."""
        edit.apply(self.layer(article_id))  # one that does not fit is refused before undo knows it
        self._open()
        self.undo_stack.push(EditCommand(self, article_id, edit, text))

    def perform(self, article_id: str, edit: Edit) -> None:
        """Carry out one edit, on screen and towards the disk. Only the undo stack calls this."""
        if self._saver is None:
            return
        before = self.layer(article_id)
        after = self._layers[article_id] = edit.apply(before)
        self._saver.submit(article_id, edit)
        self.changed.emit(article_id)
        if after.remarks != before.remarks:
            self._session.replied.emit(after)

    def close(self) -> None:
        """Give the desk back, everything saved; the session has waited for the disk by then."""
        if self._saver is not None:
            if self._saver in self._session.other_savers:
                self._session.other_savers.remove(self._saver)
                self._saver.drain(10.0)
                self._saver.stop()
            self._saver.deleteLater()
            self._saver = None
        self._layers.clear()
        self._statuses = None
        self.undo_stack.clear()

    # -- inside

    def _open(self) -> None:
        if self._saver is not None:
            return
        project = self._session.project
        if project is None:
            raise AnnotatorError(self.tr("Open a project first."))
        if project.read_only:
            raise ReadOnlyError(
                self.tr("Nothing can be decided here: %1").replace("%1", project.read_only_reason)
            )
        if self._session.annotator == GOLD:
            raise AnnotatorError(
                self.tr(
                    "You are annotating as gold yourself. Choose another annotator name, then decide in the review."
                )
            )
        self._saver = Saver(project.desk(GOLD), project.back_up, self)
        self._saver.state_changed.connect(self._show_state)
        self._saver.broke.connect(self.broke)
        self._session.other_savers.append(self._saver)
        self._saver.start()

    def _show_state(self) -> None:
        if self._saver is not None:
            self.state_changed.emit(self._saver.state)
