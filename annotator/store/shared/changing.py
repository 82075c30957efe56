"""The one way to change a file that all annotators share: read as it is now, changed, written, under its lock.

Whoever writes back what was read some time ago takes a colleague's change away without a word. So a change is a function
of what is on disk at this moment, and the lock is asked for: only who holds it has one.
"""

from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from annotator.errors import NotSavedError
from annotator.store.files.database import Database, open_database
from annotator.store.files.filesystem import FileSystem, clear_temporary, write_atomically
from annotator.store.files.lock import Lock
from annotator.store.files.storage import ChangedMeanwhileError

T = TypeVar("T")

ATTEMPTS = 5
"""Times that a file may change under us (a sync program, ``git pull``) before a change is given up."""


def change_file(
    path: Path,
    change: Callable[[Database], T],
    filesystem: FileSystem,
    lock: Lock,
    first: Callable[[], None] | None = None,
) -> T:
    """Let ``change`` alter a TinyDB file as it is on disk now, in one durable step, and return what it returns.

    ``change`` may be called again where another program was quicker. ``first`` is called once, when
    nothing but the replacing is left to do; if it raises, nothing is replaced. Raises `NotSavedError`, and `DamagedFileError` for
    a file that holds no usable data.
    """

    def last_step() -> None:
        lock.verify()
        if first is not None:
            first()

    clear_temporary(filesystem, path.parent, f"{path.name}.")
    for attempt in range(ATTEMPTS):
        database = open_database(path, filesystem)
        try:
            with database.transaction(last_step):
                result = change(database)
        except ChangedMeanwhileError:
            if attempt == ATTEMPTS - 1:
                raise
        else:
            return result
    raise AssertionError("unreachable")


def change_text(
    path: Path, change: Callable[[str | None], str], filesystem: FileSystem, lock: Lock
) -> None:
    """Let ``change`` turn a text file as it is on disk now, None where there is none, into another."""
    clear_temporary(filesystem, path.parent, f"{path.name}.")
    before = read_text(path, filesystem)
    try:
        write_atomically(filesystem, path, change(before).encode("utf-8"), lock.verify)
    except OSError as error:
        raise NotSavedError(f"{path} could not be written: {error.strerror or error}") from error


def read_text(path: Path, filesystem: FileSystem) -> str | None:
    """Read a text file that people write with programs of their own; None where there is none, or a folder in its place."""
    if not filesystem.exists(path) or filesystem.is_directory(path):
        return None
    return filesystem.read(path).decode("utf-8-sig", "replace")
