"""The thread that writes. The window's own thread never waits for the disk."""

import sys
import time
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from threading import Condition
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QThread, Signal

from annotator.edits import Edit
from annotator.errors import AnnotatorError, LockLostError

if TYPE_CHECKING:
    from annotator.project import Desk

RETRY_AFTER = (1.0, 2.0, 5.0, 10.0, 30.0)
"""Seconds between attempts to save a refused edit; the last one repeats."""

BREATH = 0.025
"""Seconds after an edit before it is written: the frame that shows it is painted first, undisturbed. An edit counts as
saved only after this, so nothing is ever shown as saved that is not."""

SWITCH_INTERVAL = 0.0005
"""Seconds the saving thread may compute before the window gets its turn."""

Commit = tuple[str, Edit]
Task = Callable[["Desk"], object]
"""Something to do on the desk between two edits, such as reading its history."""


@dataclass(frozen=True, slots=True)
class SaveState:
    """What is on disk, as the annotator should read it.

    ``pending`` counts edits that are on screen but not on disk. ``reason`` is empty unless the disk refused one, and
    then ``retry_in`` is the number of seconds until the next attempt. ``read_only`` explains why nothing is written.
    """

    pending: int = 0
    reason: str = ""
    retry_in: float = 0.0
    at: datetime | None = None
    read_only: str = ""

    @property
    def is_saved(self) -> bool:
        return self.pending == 0 and not self.reason


class Saver(QThread):
    """Commits edits one by one, in order, through one desk.

    A refused edit stays first in the queue and is tried again, so no later edit ever overtakes it.
    """

    state_changed = (
        Signal()
    )  # news only: what is so is in `state`, which later news may have changed again
    noticed = Signal(tuple)  # what the desk found changed from outside, and what it did about it
    task_done = Signal(object)
    task_failed = Signal(str)
    broke = Signal(object)  # an exception that is a bug of ours, not the user's to read

    def __init__(
        self, desk: "Desk", back_up: Callable[[str], object], parent: QObject | None = None
    ) -> None:
        """``back_up`` makes a backup of the project, given the reason in one word."""
        super().__init__(parent)
        self.setObjectName("saver")
        self._desk = desk
        self._queue: deque[Commit | Task] = deque()
        self._back_up = back_up
        from annotator.project.safety.backup_timer import BackupTimer  # the store is there by now

        self._backup_timer = BackupTimer(time.monotonic())
        self._condition = Condition()
        self._stopping = False
        self._hurry = False
        self._submitted_at = 0.0
        self.reason = ""
        """Why the first edit in the queue was refused, readable from any thread; empty when it was not."""
        self.last_notices: tuple[str, ...] = ()
        """What closing the desk found, once the thread has ended."""
        self._next_try = 0.0
        self._noticed = len(desk.notices)
        self._saved_at: datetime | None = None

    def submit(self, article_id: str, edit: Edit) -> None:
        with self._condition:
            self._queue.append((article_id, edit))
            self._submitted_at = time.monotonic()
            self._hurry = False
            self._condition.notify_all()
        self.state_changed.emit()

    def run_task(self, task: Task) -> None:
        """Do something on the desk after the edits submitted before; `task_done` brings what it returns."""
        with self._condition:
            self._queue.append(task)
            self._condition.notify_all()

    def back_up(self, reason: str) -> None:
        """Make a backup of the project as it is after the edits submitted before."""
        self.run_task(lambda _desk: self._make_backup(reason))

    @property
    def pending(self) -> int:
        """The number of edits that are not on disk yet."""
        with self._condition:
            return self._edits_waiting()

    @property
    def state(self) -> SaveState:
        """What is on disk at this moment.

        Read it where it is shown. A signal from the saving thread may arrive after the next key was pressed, and a state
        sent along with it would call that key's edit saved.
        """
        with self._condition:
            retry_in = max(self._next_try - time.monotonic(), 0.0) if self.reason else 0.0
            return SaveState(self._edits_waiting(), self.reason, retry_in, self._saved_at)

    def retry(self) -> None:
        """Try a refused edit again at once."""
        with self._condition:
            self._hurry = True
            self._condition.notify_all()

    def drain(self, seconds: float) -> bool:
        """Wait until everything is on disk; return False when it is not after so many seconds."""
        self.retry()
        with self._condition:
            return self._condition.wait_for(lambda: not self._queue, seconds)

    def stop(self) -> int:
        """End the thread and close the desk; return how many edits were left unsaved."""
        with self._condition:
            self._stopping = True
            self._condition.notify_all()
        self.wait()
        return self._edits_waiting()

    def run(self) -> None:
        # Python hands the interpreter over every 5 ms by default: a third of a frame that a key would wait.
        sys.setswitchinterval(SWITCH_INTERVAL)
        try:
            failures = 0
            while (item := self._next()) is not None:
                if callable(item):
                    self._do(item)
                else:
                    failures = 0 if self._try(item, failures) else failures + 1
                self._tell_notices()
        finally:
            self._close_desk()

    def _next(self) -> Commit | Task | None:
        """Return what is to be done next, None at the end; makes the backups that are due while it waits."""
        with self._condition:
            while not self._condition.wait_for(
                lambda: self._queue or self._stopping,
                self._backup_timer.seconds_left(time.monotonic()),
            ):
                self._queue.append(lambda _desk: self._make_backup("timer"))
            while (wait := self._submitted_at + BREATH - time.monotonic()) > 0:
                if self._stopping or self._hurry:
                    break
                self._condition.wait(wait)
            return None if self._stopping else self._queue[0]

    def _try(self, commit: Commit, failures: int) -> bool:
        try:
            self._commit(commit)
        except (AnnotatorError, OSError) as error:
            self._refused(str(error), failures)
            return False
        except Exception as error:  # the edit stays queued and on screen; the bug is shown
            self.broke.emit(error)
            self._refused(f"{type(error).__name__}: {error}", failures)
            return False
        with self._condition:
            self.reason = ""
            self._backup_timer.note_change()
            self._saved_at = datetime.now().astimezone()
            self._queue.popleft()
            self._condition.notify_all()
        self.state_changed.emit()
        return True

    def _commit(self, commit: Commit) -> None:
        """Commit an edit; where the lock was deleted under us, take the place again first, if nobody else has it."""
        try:
            self._desk.commit(*commit)
        except LockLostError:
            self._desk.retake()
            self._desk.commit(*commit)

    def _tell_notices(self) -> None:
        notices = self._desk.notices[self._noticed :]
        if notices:
            self._noticed += len(notices)
            self.noticed.emit(notices)

    def _refused(self, reason: str, failures: int) -> None:
        """Tell, and wait for the next attempt, for `retry`, or for the end."""
        delay = RETRY_AFTER[min(failures, len(RETRY_AFTER) - 1)]
        with self._condition:
            self._hurry = False
            self.reason = reason
            self._next_try = time.monotonic() + delay
        self.state_changed.emit()
        with self._condition:
            self._condition.wait_for(
                lambda: self._hurry or self._stopping, self._next_try - time.monotonic()
            )

    def _do(self, task: Task) -> None:
        try:
            result = task(self._desk)
        except (AnnotatorError, OSError) as error:
            self.task_failed.emit(str(error))
        except Exception as error:  # a bug: shown, and the edits behind it are saved all the same
            self.broke.emit(error)
        else:
            self.task_done.emit(result)
        with self._condition:
            self._queue.popleft()
            self._condition.notify_all()

    def _make_backup(self, reason: str) -> None:
        self._desk.checkpoint()
        self._back_up(reason)
        self._backup_timer.note_backup(time.monotonic())

    def _edits_waiting(self) -> int:
        return sum(not callable(item) for item in self._queue)

    def _close_desk(self) -> None:
        try:
            self._desk.close()
            if self._backup_timer.has_changed:
                self._back_up("close")
        except (AnnotatorError, OSError) as error:
            self.reason = str(error)
        self.last_notices = self._desk.notices[self._noticed :]
