"""File systems that misbehave, for tests of what the store does then."""

import errno
import os
from pathlib import Path

from annotator.store.filesystem import AppendHandle, FileSystem


class FailingDisk(FileSystem):
    """Refuses the operations named in ``failing`` with ``error``, as often as asked for; counts what it was asked."""

    def __init__(self, *failing: str, error: int = errno.ENOSPC) -> None:
        self.failing = set(failing)
        self.error = error
        self.calls: list[str] = []

    def _step(self, name: str, path: Path) -> None:
        self.calls.append(name)
        if name in self.failing:
            raise OSError(self.error, os.strerror(self.error), str(path))

    def write_file(self, path: Path, data: bytes) -> None:
        self._step("write_file", path)
        super().write_file(path, data)

    def replace_once(self, source: Path, target: Path) -> None:
        self._step("replace", target)
        super().replace_once(source, target)

    def sync_directory(self, path: Path) -> None:
        self._step("sync_directory", path)
        super().sync_directory(path)

    def make_directory(self, path: Path) -> None:
        if not path.is_dir():
            self._step("make_directory", path)
        super().make_directory(path)

    def open_append(self, path: Path) -> AppendHandle:
        self._step("open_append", path)
        return super().open_append(path)
