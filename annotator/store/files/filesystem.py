"""The thin layer every durable byte goes through, so that tests can make a disk fail, fill up or lose power."""

import errno
import itertools
import os
import stat
import sys
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from annotator.errors import DamagedFileError, ProjectError

REPLACE_ATTEMPTS = 9
"""Refusals of `FileSystem.replace` before it gives up: 10 ms, 20 ms ... 1 s, about 2.3 s altogether."""

_serial = itertools.count()


class NotPlainError(OSError):
    """Something else is where a file should be: a folder, a pipe, a device. Reading it may never end."""


class AppendHandle:
    """A file open for appending. ``size`` is its length when it was opened."""

    def __init__(self, path: Path, sync: "FileSystem") -> None:
        flags = os.O_RDWR | os.O_CREAT | os.O_APPEND | getattr(os, "O_BINARY", 0)
        self._descriptor = os.open(path, flags, 0o644)
        self._filesystem = sync
        self.size = os.lseek(self._descriptor, 0, os.SEEK_END)

    def write(self, data: bytes) -> None:
        _write_all(self._descriptor, data)

    def sync(self) -> None:
        """Return once everything written is on the drive."""
        self._filesystem.sync_descriptor(self._descriptor)

    def truncate(self, size: int) -> None:
        os.ftruncate(self._descriptor, size)

    def close(self) -> None:
        os.close(self._descriptor)


class FileSystem:
    """The operating system's files, with the few operations the store needs. All but `read` raise `OSError`."""

    retries_replace = os.name == "nt"
    """Windows refuses to replace a file that a virus scanner, indexer or sync client holds for some milliseconds."""

    def read(self, path: Path) -> bytes:
        """Return a file's bytes or raise `ProjectError`: a file that cannot be read is never taken for an empty one."""
        try:
            return read_plain(path)
        except NotPlainError as error:
            raise DamagedFileError(
                f"{path} could not be read: {error}. `hashiya check --repair` on the project sets it aside; or put a copy of "
                "the file there"
            ) from None
        except OSError as error:
            raise ProjectError(
                f"{path} could not be read: {error.strerror or error}. "
                "If it lies in a synced folder, wait until it has arrived"
            ) from error

    def exists(self, path: Path) -> bool:
        return path.exists()

    def is_directory(self, path: Path) -> bool:
        return path.is_dir()

    def names(self, directory: Path) -> list[str]:
        """Return the sorted names in a directory, none where it does not exist.

        Raises `ProjectError` for one that may not be read: it is never taken for an empty one.
        """
        try:
            return sorted(os.listdir(directory))  # noqa: PTH208 - names only, 10,000 of them
        except (FileNotFoundError, NotADirectoryError):
            return []
        except OSError as error:
            raise _unreadable(directory, error) from error

    def stamp(self, path: Path) -> tuple[int, int] | None:
        """Return (modification time in ns, size in bytes), which change when a file does; None where there is none."""
        try:
            found = path.stat()
        except (FileNotFoundError, NotADirectoryError):
            return None
        return found.st_mtime_ns, found.st_size

    def stamps(
        self, directory: Path, follow: Callable[[Path], bool] = lambda _: True
    ) -> dict[str, tuple[int, int]]:
        """Return the `stamp` of every file in a directory by name, sorted, and of the links that ``follow`` is true of."""
        try:
            with os.scandir(directory) as entries:
                files = {
                    entry.name: entry.stat()
                    for entry in entries
                    if entry.is_file() and (not entry.is_symlink() or follow(Path(entry.path)))
                }
        except (FileNotFoundError, NotADirectoryError):
            return {}
        except OSError as error:
            raise _unreadable(directory, error) from error
        return {name: (files[name].st_mtime_ns, files[name].st_size) for name in sorted(files)}

    def make_directory(self, path: Path) -> None:
        """Create a directory and its parents, each made durable in its own parent."""
        if path.is_dir():
            return
        self.make_directory(path.parent)
        with suppress(FileExistsError):
            path.mkdir()
        self.sync_directory(path.parent)

    def write_file(self, path: Path, data: bytes) -> None:
        """Create or overwrite ``path``, which nobody else reads yet, and return once it is on the drive."""
        flags = os.O_WRONLY | os.O_CREAT | os.O_TRUNC | getattr(os, "O_BINARY", 0)
        descriptor = os.open(path, flags, 0o644)
        try:
            _write_all(descriptor, data)
            self.sync_descriptor(descriptor)
        finally:
            os.close(descriptor)

    def replace(self, source: Path, target: Path) -> None:
        """Put ``source`` in the place of ``target`` in one step."""
        for attempt in range(REPLACE_ATTEMPTS):
            try:
                self.replace_once(source, target)
            except PermissionError:
                if not self.retries_replace or attempt == REPLACE_ATTEMPTS - 1:
                    raise
                time.sleep(min(1.0, 0.01 * 2**attempt))
            else:
                return

    def replace_once(self, source: Path, target: Path) -> None:
        source.replace(target)

    def remove(self, path: Path) -> None:
        """Delete a file; a missing one is fine."""
        path.unlink(missing_ok=True)

    def open_append(self, path: Path) -> AppendHandle:
        return AppendHandle(path, self)

    def sync_directory(self, path: Path) -> None:
        """Make created, renamed and deleted names durable. Windows has no such call: NTFS journals its directories."""
        if os.name != "posix":
            return
        descriptor = os.open(path, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)

    def sync_descriptor(self, descriptor: int) -> None:
        if sys.platform == "darwin":
            _full_sync(descriptor)
        elif hasattr(os, "fdatasync"):
            os.fdatasync(descriptor)
        else:
            os.fsync(descriptor)


REAL = FileSystem()


def read_plain(path: Path) -> bytes:
    """Return the bytes of an ordinary file. Raises `NotPlainError` for anything else, without waiting for it."""
    flags = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
    if os.name != "posix" and path.is_dir():  # Windows says of a folder that access is denied
        raise NotPlainError(kind_of(stat.S_IFDIR))
    descriptor = os.open(path, flags)
    try:
        mode = os.fstat(descriptor).st_mode
        if not stat.S_ISREG(mode):
            raise NotPlainError(kind_of(mode))
        with os.fdopen(descriptor, "rb", buffering=0, closefd=False) as file:
            return file.readall()
    finally:
        os.close(descriptor)


def kind_of(mode: int) -> str:
    """Say what a mode of `os.stat` means where a file was expected."""
    if stat.S_ISDIR(mode):
        return "it is a folder, not a file"
    if stat.S_ISFIFO(mode) or stat.S_ISSOCK(mode):
        return "it is a pipe or a socket, not a file"
    return "it is a device, not a file"


def _unreadable(directory: Path, error: OSError) -> ProjectError:
    return ProjectError(
        f"the folder {directory} could not be read: {error.strerror or error}. Check its permissions; "
        "if it lies in a synced folder, wait until it has arrived"
    )


def write_atomically(
    filesystem: FileSystem, path: Path, data: bytes, first: Callable[[], None] | None = None
) -> None:
    """Replace ``path`` by ``data`` so that every crash leaves the old or the new bytes, never a mixture.

    Durable when it returns. After an error the old file is untouched and no temporary file is left. ``first`` is called
    when nothing but the replacing is left to do; if it raises, nothing is replaced.
    """
    temporary = path.with_name(f"{path.name}.{os.getpid()}-{next(_serial)}.tmp")
    try:
        filesystem.write_file(temporary, data)
        if first is not None:
            first()
        filesystem.replace(temporary, path)
    except BaseException:
        with suppress(OSError):
            filesystem.remove(temporary)
        raise
    filesystem.sync_directory(path.parent)


def clear_temporary(filesystem: FileSystem, folder: Path, prefix: str = "") -> None:
    """Delete what killed programs left half written in a folder. Hold the lock of those who write there."""
    for name in filesystem.names(folder):
        if name.startswith(prefix) and name.endswith(".tmp"):
            with suppress(OSError):
                filesystem.remove(folder / name)


def is_full(error: BaseException) -> bool:
    """Tell whether an error, or the one that caused it, says the disk or the user's quota is full."""
    return any(
        isinstance(e, OSError) and e.errno in (errno.ENOSPC, errno.EDQUOT)
        for e in (error, error.__cause__)
    )


def _write_all(descriptor: int, data: bytes) -> None:
    rest = memoryview(data)
    while rest:
        rest = rest[os.write(descriptor, rest) :]


def _full_sync(descriptor: int) -> None:
    """Flush the drive's own cache too, which plain fsync does not on macOS; network disks know only fsync."""
    import fcntl

    command: int = getattr(fcntl, "F_FULLFSYNC", 51)  # 51 in macOS' fcntl.h
    try:
        fcntl.fcntl(descriptor, command)
    except OSError:
        os.fsync(descriptor)
