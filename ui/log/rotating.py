"""A log of a few files of bounded size. Nothing that happens to it may disturb the program.

The standard library's rotating handler keeps its file open, so that on Windows a second window could not put it aside, and brings
sockets and pickles with it (6 ms). Here each line opens the file, which takes .04 ms.
"""

import os
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path

from ui import settings

LARGEST = 512 << 10
"""Bytes of one file."""

FILES = 5
"""Files at most: the one that is written and those before it."""

LONGEST = 16 << 10
"""Characters of one entry."""

_NAME = "hashiya.log"


def folder() -> Path:
    """Return where this platform keeps logs; ``HASHIYA_CONFIG_DIR`` puts it elsewhere, with the settings."""
    if os.environ.get("HASHIYA_CONFIG_DIR"):
        return settings.folder() / "log"
    import platformdirs  # the settings have paid for it

    return Path(platformdirs.user_log_dir("hashiya", appauthor=False))


class Log:
    """The log in a folder, which need not exist. Several programs may write it at once."""

    def __init__(
        self, place: Path | None = None, *, largest: int = LARGEST, files: int = FILES
    ) -> None:
        self.folder = place or folder()
        self._largest, self._files = largest, files

    @property
    def path(self) -> Path:
        return self.folder / _NAME

    def note(self, kind: str, words: str) -> None:
        """Write an entry with the time (UTC). Where it cannot be written it is lost, and nobody is disturbed."""
        at = datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
        body = words[:LONGEST].replace("\r", " ").rstrip().replace("\n", "\n    ")
        data = f"{at} {kind}: {body}\n".encode("utf-8", "replace")
        with suppress(OSError, ValueError):
            self.folder.mkdir(parents=True, exist_ok=True)
            size = self.path.stat().st_size if self.path.exists() else 0
            if size and size + len(data) > self._largest:
                self._rotate()
            with self.path.open("ab", buffering=0) as file:
                # A file that could not be put aside, as another program holds it, must not grow for ever either.
                if file.tell() + len(data) <= max(2 * self._largest, len(data)):
                    file.write(data)

    def last(self, lines: int) -> str:
        """Return the end of the log, from the file before too where the newest is short."""
        found: list[str] = []
        for path in (self.path, self._before(1)):
            with suppress(OSError):
                found = path.read_text(encoding="utf-8", errors="replace").splitlines() + found
            if len(found) >= lines:
                break
        return "\n".join(found[-lines:])

    def _before(self, number: int) -> Path:
        return self.folder / f"{_NAME}.{number}"

    def _rotate(self) -> None:
        with suppress(OSError):
            for number in range(self._files - 2, 0, -1):
                if self._before(number).exists():
                    self._before(number).replace(self._before(number + 1))
            if self._files > 1:
                self.path.replace(self._before(1))
            else:
                self.path.unlink()
