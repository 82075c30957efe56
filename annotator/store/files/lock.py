"""One writer an annotator: a lock of the operating system, which is free again the moment its holder is killed."""

import os
import platform
from contextlib import suppress
from pathlib import Path

import msgspec
from filelock import FileLock, Timeout

from annotator.errors import LockedError, ProjectError
from annotator.store.files.clock import now
from annotator.store.files.filesystem import REAL, FileSystem


class Owner(msgspec.Struct, frozen=True):
    """Who holds a lock: the computer's name, the process and the time (UTC)."""

    host: str
    pid: int
    at: str

    def __str__(self) -> str:
        return f"process {self.pid} on {self.host} since {self.at}"


class Lock:
    """The right to write what belongs to one annotator, or to the whole project.

    The owner is written beside the lock, in a file of its own, because Windows lets nobody read a locked file. It does
    not reach other computers through a synced folder: there the journals, named by device, keep writers apart.
    """

    def __init__(
        self, folder: Path, name: str, filesystem: FileSystem = REAL, *, title: str = ""
    ) -> None:
        """Take the lock or raise `LockedError` saying who has it; ``title`` is what people call what is locked."""
        self._owner = folder / f"{name}.owner"
        self._filesystem = filesystem
        self._lock = FileLock(folder / f"{name}.lock", timeout=0, thread_local=False)
        try:
            filesystem.make_directory(folder)
            self._lock.acquire()
        except Timeout:
            raise LockedError(_refusal(title or name, self._read_owner())) from None
        except OSError as error:
            raise ProjectError(
                f"{title or name} could not be locked, and without that nothing is changed: "
                f"{error.strerror or error} ({folder})"
            ) from error
        with suppress(OSError):  # the text is a courtesy: a full disk must not keep anybody out
            owner = Owner(platform.node(), os.getpid(), now())
            filesystem.write_file(self._owner, msgspec.json.encode(owner))

    def release(self) -> None:
        if self._lock.is_locked:
            with suppress(OSError):
                self._filesystem.remove(self._owner)
            self._lock.release()

    def _read_owner(self) -> Owner | None:
        try:
            return msgspec.json.decode(self._filesystem.read(self._owner), type=Owner)
        except (ProjectError, msgspec.DecodeError, UnicodeDecodeError):
            return None


def _refusal(title: str, owner: Owner | None) -> str:
    holder = f"by {owner}" if owner else "by another window or program"
    return (
        f"{title} is being worked on {holder}. Close it there, or open the project read-only; "
        "another annotator can work at the same time"
    )
