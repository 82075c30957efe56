"""One writer an annotator: a lock of the operating system, which is free again the moment its holder is killed."""

import os
import platform
from contextlib import suppress
from datetime import datetime
from pathlib import Path

import msgspec
from filelock import FileLock, Timeout

from annotator.errors import LockedError, LockLostError, ProjectError
from annotator.store.files.clock import now
from annotator.store.files.filesystem import REAL, FileSystem

PROJECT, NAMES = "project", "names"
"""What is shared and locked as a whole: everything in the project's folder, and the list of names."""

ANNOTATORS = "annotators"
"""The folder of the annotators' locks: people may be called ``project`` or ``names``."""

Identity = tuple[int, int]
"""Device and inode: which file it is, whatever its name."""


class Owner(msgspec.Struct, frozen=True):
    """Who holds a lock: the computer's name, the process and the time (UTC)."""

    host: str
    pid: int
    at: str

    def __str__(self) -> str:
        return f"process {self.pid} on {self.host} since {_in_local_time(self.at)}"


class Lock:
    """The right to write what belongs to one annotator, or to the whole project.

    The owner is written beside the lock, in a file of its own, because Windows lets nobody read a locked file. It does
    not reach other computers through a synced folder: there the journals, named by device, keep writers apart.
    """

    def __init__(
        self, folder: Path, name: str, filesystem: FileSystem = REAL, *, title: str = ""
    ) -> None:
        """Take the lock or raise `LockedError` saying who has it; ``title`` is what people call what is locked."""
        self._title = title or name
        self._path = folder / f"{name}.lock"
        self._owner = folder / f"{name}.owner"
        self._filesystem = filesystem
        self._lock = FileLock(self._path, timeout=0, thread_local=False)
        self._descriptor = -1
        self._identity: Identity | None = None
        try:
            filesystem.make_directory(folder)
            self._acquire()
        except Timeout:
            self._close()
            raise LockedError(_refusal(self._title, self._read_owner())) from None
        except OSError as error:
            self._close()
            raise ProjectError(
                f"{self._title} could not be locked, and without that nothing is changed: "
                f"{error.strerror or error} ({folder})"
            ) from error
        with suppress(OSError):  # the text is a courtesy: a full disk must not keep anybody out
            owner = Owner(platform.node(), os.getpid(), now())
            filesystem.write_file(self._owner, msgspec.json.encode(owner))

    @property
    def can_be_verified(self) -> bool:
        """Tell whether this file system says which file is which; some network and memory-card systems do not."""
        return self._identity is not None

    def verify(self) -> None:
        """Return while the lock is still held, or raise `LockLostError`. Ask before everything that is written.

        The file may be deleted under us (``git clean``, a tidy colleague); the operating system then gives the next one
        who asks a lock on a new file. Windows does not let an open file be deleted.
        """
        if self._lock.is_locked and (
            self._identity is None or _identity(self._path) == self._identity
        ):
            return
        raise LockLostError(
            f"the lock of {self._title} was deleted while it was held ({self._path}), so another window may be writing. "
            "Nothing was written, and what was saved before is safe: open the project again"
        )

    def release(self) -> None:
        if self._lock.is_locked:
            with suppress(OSError, LockLostError):
                self.verify()  # else the note is of somebody else
                self._filesystem.remove(self._owner)
            self._lock.release()
            self._close()

    def _acquire(self) -> None:
        """Take the lock on the very file whose identity is kept.

        A descriptor of our own is opened first: while it is open the system gives the file's number to no other file, so
        the same number before and after means that the lock is on that file.
        """
        flags = os.O_RDWR | os.O_CREAT | getattr(os, "O_CLOEXEC", 0)
        self._descriptor = os.open(self._path, flags, 0o644)
        self._lock.acquire()
        found = os.fstat(self._descriptor)
        self._identity = (found.st_dev, found.st_ino) if _number(found) else None
        if self._identity is not None and _identity(self._path) != self._identity:
            self._lock.release()
            raise OSError("the lock's file was deleted at the same moment: try again")

    def _close(self) -> None:
        if self._descriptor >= 0:
            os.close(self._descriptor)
            self._descriptor = -1

    def _read_owner(self) -> Owner | None:
        try:
            return msgspec.json.decode(self._filesystem.read(self._owner), type=Owner)
        except (ProjectError, msgspec.DecodeError, UnicodeDecodeError):
            return None


def annotator_lock(
    folder: Path, annotator: str, filesystem: FileSystem = REAL, *, title: str = ""
) -> Lock:
    """Take an annotator's lock in the project's folder for locks; ``annotator`` is a folder name."""
    return Lock(folder / ANNOTATORS, annotator, filesystem, title=title)


def shared_lock(folder: Path, what: str, filesystem: FileSystem = REAL) -> Lock:
    """Take the lock on `PROJECT` or `NAMES`."""
    title = "the list of names" if what == NAMES else "the project"
    return Lock(folder, what, filesystem, title=title)


def _number(found: os.stat_result) -> int:
    """Return a file's number, 0 where a file system has none."""
    return found.st_ino


def _identity(path: Path) -> Identity | None:
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_dev, found.st_ino


def _in_local_time(at: str) -> str:
    """Return a time as people here read clocks; what is no time stays as it is."""
    try:
        return f"{datetime.fromisoformat(at).astimezone():%Y-%m-%d %H:%M:%S}"
    except ValueError:
        return at


def _refusal(title: str, owner: Owner | None) -> str:
    holder = f"by {owner}" if owner else "by another window or program"
    return (
        f"{title} is being worked on {holder}. Close it there, or open the project read-only; "
        "another annotator can work at the same time"
    )
