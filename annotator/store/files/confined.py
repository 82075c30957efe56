"""A project's files and nothing else: links that lead out of its folder are not followed."""

import errno
import os
import stat
from collections.abc import Callable
from pathlib import Path

from annotator.errors import DamagedFileError
from annotator.store.files.filesystem import AppendHandle, FileSystem

REASON = "a link leads out of the project there, and is not followed"


class Confined(FileSystem):
    """Another file system, seen from one project's folder.

    Somebody else may have made the folder: a link in it could have us show, back up or overwrite any file of the reader's.
    Reading through such a link raises `DamagedFileError`, writing `OSError`; for lists it does not exist, and `check` names it.
    """

    def __init__(self, inner: FileSystem, root: Path) -> None:
        self._inner = inner
        self._root = root
        self._real_root = os.path.realpath(root)

    def read(self, path: Path) -> bytes:
        if self._leads_out(path):
            raise DamagedFileError(
                f"{path} could not be read: {REASON}. `hashiya check --repair` on the project sets it aside; or put a copy of "
                "the file there"
            )
        return self._inner.read(path)

    def exists(self, path: Path) -> bool:
        return self._inner.exists(path)

    def is_directory(self, path: Path) -> bool:
        return not self._leads_out(path) and self._inner.is_directory(path)

    def names(self, directory: Path) -> list[str]:
        return [] if self._leads_out(directory) else self._inner.names(directory)

    def stamp(self, path: Path) -> tuple[int, int] | None:
        return None if self._leads_out(path) else self._inner.stamp(path)

    def stamps(
        self, directory: Path, follow: Callable[[Path], bool] = lambda _: True
    ) -> dict[str, tuple[int, int]]:
        if self._leads_out(directory):
            return {}
        return self._inner.stamps(
            directory, lambda path: follow(path) and not self._leads_out(path)
        )

    def make_directory(self, path: Path) -> None:
        self._refuse(path)
        self._inner.make_directory(path)

    def write_file(self, path: Path, data: bytes) -> None:
        self._refuse(path)
        self._inner.write_file(path, data)

    def replace(self, source: Path, target: Path) -> None:
        self._refuse(target.parent)  # the last part is the name that is replaced, link or not
        self._inner.replace(source, target)

    def replace_once(self, source: Path, target: Path) -> None:
        self._inner.replace_once(source, target)

    def remove(self, path: Path) -> None:
        self._refuse(path.parent)
        self._inner.remove(path)

    def open_append(self, path: Path) -> AppendHandle:
        self._refuse(path)
        return self._inner.open_append(path)

    def sync_directory(self, path: Path) -> None:
        self._inner.sync_directory(path)

    def sync_descriptor(self, descriptor: int) -> None:
        self._inner.sync_descriptor(descriptor)

    def _leads_out(self, path: Path) -> bool:
        return leads_out(path, self._root, self._real_root)

    def _refuse(self, path: Path) -> None:
        if self._leads_out(path):
            raise OSError(errno.ELOOP, REASON, str(path))


def leads_out(path: Path, root: Path, real_root: str) -> bool:
    """Tell whether a part of ``path`` below ``root`` is a link to somewhere outside; other paths are not our business."""
    try:
        parts = path.relative_to(root).parts
    except ValueError:
        return False
    current = str(root)
    for part in parts:
        current = f"{current}{os.sep}{part}"
        try:
            is_link = stat.S_ISLNK(os.lstat(current).st_mode)
        except OSError:  # nothing there, so nothing is followed
            return False
        if is_link:
            target = os.path.realpath(current)
            if target != real_root and not target.startswith(real_root.rstrip(os.sep) + os.sep):
                return True
    return False
