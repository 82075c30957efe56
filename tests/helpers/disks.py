"""File systems that misbehave, for tests of what the store does then."""

import errno
import os
from pathlib import Path

from annotator.store.files.filesystem import AppendHandle, FileSystem


class FailingDisk(FileSystem):
    """Refuses the operations named in ``failing`` with ``error``, as often as asked for; counts what it was asked."""

    def __init__(self, *failing: str, error: int = errno.ENOSPC) -> None:
        self.failing = set(failing)
        self.error = error
        self.calls: list[str] = []

    def step(self, name: str, path: Path) -> None:
        self.calls.append(name)
        if name in self.failing:
            raise OSError(self.error, os.strerror(self.error), str(path))

    def write_file(self, path: Path, data: bytes) -> None:
        self.step("write_file", path)
        super().write_file(path, data)

    def replace_once(self, source: Path, target: Path) -> None:
        self.step("replace", target)
        super().replace_once(source, target)

    def sync_directory(self, path: Path) -> None:
        self.step("sync_directory", path)
        super().sync_directory(path)

    def make_directory(self, path: Path) -> None:
        if not path.is_dir():
            self.step("make_directory", path)
        super().make_directory(path)

    def open_append(self, path: Path) -> AppendHandle:
        self.step("open_append", path)
        return FailingHandle(path, self)


class FailingHandle(AppendHandle):
    """A journal on a `FailingDisk`. A refused append leaves half of its bytes behind, as a full disk does."""

    def __init__(self, path: Path, disk: FailingDisk) -> None:
        super().__init__(path, disk)
        self._path = path
        self._disk = disk

    def write(self, data: bytes) -> None:
        try:
            self._disk.step("append", self._path)
        except OSError:
            super().write(data[: len(data) // 2])
            raise
        super().write(data)

    def sync(self) -> None:
        self._disk.step("sync", self._path)
        super().sync()

    def truncate(self, size: int) -> None:
        self._disk.step("truncate", self._path)
        super().truncate(size)
