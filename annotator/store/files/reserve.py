"""A file that is deleted when the disk is full, so that a session can end in order."""

import secrets
from contextlib import suppress
from pathlib import Path

from annotator.store.files.filesystem import FileSystem

SIZE = 1 << 20
"""Bytes: some hundred layer files."""


class Reserve:
    def __init__(self, path: Path, filesystem: FileSystem) -> None:
        self._path = path
        self._filesystem = filesystem

    def make(self) -> None:
        """Put the reserve aside where it is not there yet; a disk without room for it does without."""
        with suppress(OSError):
            stamp = self._filesystem.stamp(self._path)
            if stamp is None or stamp[1] != SIZE:
                # Random bytes, as some file systems store nothing for zeros.
                self._filesystem.write_file(self._path, secrets.token_bytes(SIZE))

    def give_up(self) -> bool:
        """Delete the reserve; tell whether there was any."""
        with suppress(OSError):
            if self._filesystem.exists(self._path):
                self._filesystem.remove(self._path)
                return True
        return False
