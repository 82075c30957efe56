"""The gold layers while they are decided: one desk, one saving thread and one undo stack of their own."""

from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QUndoStack

from annotator import edits
from annotator.edits import Edit
from annotator.errors import AnnotatorError, ReadOnlyError
from annotator.model import Layer, Status
from ui.review.board import GOLD
from ui.session import Session
from ui.undo import EditCommand
from ui.workers import Saver, SaveState

if TYPE_CHECKING:
    from collections.abc import Sequence

    from annotator.agreement.decisions import Review
    from annotator.agreement.drafts import Step


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

    def review(self, article_id: str) -> "Review":
        from annotator.agreement.keeping import review_of

        return review_of(self.layer(article_id))

    def take(self, article_id: str, step: "Step", text: str, *, complete: bool) -> None:
        """Carry out one step of a review, as one step of undo.

        ``complete`` tells whether nothing is open afterwards: the article is gold-done then, and not before.
        """
        self.take_all([(article_id, step, complete)], text)

    def take_all(self, steps: "Sequence[tuple[str, Step, bool]]", text: str) -> int:
        """Carry out steps on several articles as one step of undo; return how many changed anything."""
        found = [
            (article_id, edit)
            for article_id, step, complete in steps
            if (edit := self._edit(self.layer(article_id), step, complete)) is not None
        ]
        if not found:
            return 0
        self._open()
        self.undo_stack.beginMacro(text)
        try:
            for article_id, edit in found:
                self.undo_stack.push(EditCommand(self, article_id, edit, text))
        finally:
            self.undo_stack.endMacro()
        return len(found)

    def perform(self, article_id: str, edit: Edit) -> None:
        """Carry out one edit, on screen and towards the disk. Only the undo stack calls this."""
        if self._saver is None:
            return
        self._layers[article_id] = edit.apply(self.layer(article_id))
        self._saver.submit(article_id, edit)
        self.changed.emit(article_id)

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
        self.undo_stack.clear()

    # -- inside

    def _edit(self, gold: Layer, step: "Step", complete: bool) -> Edit | None:
        from annotator.agreement.keeping import as_one, keeping

        kept = keeping(gold, step.review)
        if step.edit is None and kept is not None:
            kept = edits.starting(kept, gold)
        edit = as_one([step.edit, kept])
        if edit is None and not complete:
            return None
        after = edit.apply(gold) if edit is not None else gold
        status = Status.DONE if complete else Status.IN_PROGRESS
        last = (
            None if after.status in (status, Status.NEW) else edits.SetStatus(after.status, status)
        )
        if complete and after.status == Status.NEW:
            last = edits.SetStatus(Status.NEW, Status.DONE)
        return as_one([edit, last])

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
        self._saver = Saver(project.desk(GOLD), self)
        self._saver.state_changed.connect(self._show_state)
        self._saver.broke.connect(self.broke)
        self._session.other_savers.append(self._saver)
        self._saver.start()

    def _show_state(self, state: SaveState) -> None:
        if state.at is None and state.is_saved:
            state = replace(state, at=datetime.now().astimezone())
        self.state_changed.emit(state)


def now() -> str:
    """Return the time of a decision, in UTC, fine enough to keep decisions in order."""
    return datetime.now(UTC).isoformat(timespec="microseconds").replace("+00:00", "Z")
