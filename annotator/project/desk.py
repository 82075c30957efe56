from collections.abc import Callable
from functools import lru_cache
from types import TracebackType
from typing import Self

from annotator.edits import Edit
from annotator.errors import NotSavedError, ReadOnlyError
from annotator.model import Article, Layer
from annotator.store.files.filesystem import is_full
from annotator.store.files.lock import Lock
from annotator.store.files.reserve import Reserve
from annotator.store.layers.history import PastEdit
from annotator.store.layers.store import LayerStore

KEPT_TEXTS = 16
"""Articles whose text a desk keeps at hand, so that an edit reads no file."""


class Desk:
    """One annotator's locked place of work. Synchronous: use it from one worker thread, never from the window's.

    Made by `Project.desk`. The lock is held until `close`, or until the process ends in whatever way.
    """

    def __init__(
        self,
        layers: LayerStore,
        lock: Lock,
        reserve: Reserve,
        article: Callable[[str], Article],
        past_edits: Callable[[Layer, int], tuple[PastEdit, ...]],
        closed: Callable[["Desk"], None],
        take_again: Callable[[], tuple[LayerStore, Lock]],
    ) -> None:
        self._layers = layers
        self._text = lru_cache(KEPT_TEXTS)(article)
        self._lock = lock
        self._reserve = reserve
        self._has_reserve = False
        self._past_edits = past_edits
        self._closed = closed
        self._take_again = take_again
        self._earlier_notices: tuple[str, ...] = ()
        self._is_open = True

    @property
    def annotator(self) -> str:
        return self._layers.annotator

    @property
    def notices(self) -> tuple[str, ...]:
        """What was found wrong with this annotator's files since the desk was taken, and was healed."""
        return (*self._earlier_notices, *self._layers.notices)

    def layer(self, article_id: str) -> Layer:
        return self._layers.layer(self._text(article_id))

    def read_only_reason(self, article_id: str) -> str:
        """Return why this layer cannot be changed, in words, as when a newer Hashiya wrote it; empty where it can."""
        return self._layers.why_read_only(self._text(article_id))

    def commit(self, article_id: str, edit: Edit) -> Layer:
        """Apply ``edit`` to the layer and return the new one when it is durable.

        Raises `NotSavedError` when the disk refuses and `EditError` when the edit does not fit the layer; either way
        nothing happened, and the layer is as it was.
        """
        if not self._is_open:
            raise ReadOnlyError(
                f"{self.annotator}'s desk is closed: open the project again to go on"
            )
        layer = self._layers.commit(self._text(article_id), edit)
        if not self._has_reserve:
            self._has_reserve = True
            self._reserve.make()
        return layer

    def retake(self) -> None:
        """Take the place again after its lock was deleted, with everything as it is on disk now.

        Raises `LockedError` while somebody else has it. What was acknowledged before is on disk and stays; an edit that
        was refused can be committed again.
        """
        self._lock.release()
        layers, lock = self._take_again()
        self._layers.let_go()
        said = f"the lock of {self.annotator} had been deleted from outside; it was taken again"
        self._earlier_notices = (*self.notices, said)
        self._layers, self._lock = layers, lock

    def make_room(self) -> bool:
        """Give up 1 MB that was put aside, so that a full disk takes the last edits; False where there is none left."""
        return self._reserve.give_up()

    def past_edits(self, article_id: str, limit: int = 100) -> tuple[PastEdit, ...]:
        """Return the last edits of this layer that can be taken back one by one, the newest last, of all sessions.

        To take the last one back, commit ``edits.Inverse(past.edit)``. Edits that were undone are not among them.
        """
        return self._past_edits(self.layer(article_id), limit)

    def merge_journals(self) -> None:
        """Merge all that this annotator's journals say into the layers, as after files of two copies met in one folder."""
        self._layers.merge_journals()

    def checkpoint(self) -> None:
        """Bring the layer files up to date; every acknowledged edit is safe without it.

        Raises `NotSavedError` where the disk refuses; the next checkpoint tries again.
        """
        self._layers.checkpoint()

    def close(self) -> None:
        """Bring the files up to date and give the lock back. Closing twice is fine.

        Raises `NotSavedError` where the disk refuses even with the room put aside for this; no edit is lost by that.
        """
        if self._is_open:
            self._is_open = False
            try:
                self._checkpoint_with_reserve()
                self._layers.close()
            finally:
                self._lock.release()
                self._closed(self)

    def _checkpoint_with_reserve(self) -> None:
        try:
            self._layers.checkpoint()
        except NotSavedError as error:
            if is_full(error):
                self.make_room()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()
