"""Values that wait outside memory until what they are part of is decided: an import, a batch of commits."""

import pickle
import tempfile
from collections.abc import Iterator
from pathlib import Path
from types import TracebackType
from typing import Generic, Self, TypeVar

from annotator.errors import NotSavedError

T = TypeVar("T")

IN_MEMORY = 1 << 20
"""Bytes that need no file of their own."""


class Spool(Generic[T]):
    """A list on disk that only grows. Its file has no name where the system can do so, and is gone with the process.

    Nobody else sees the file, which is why its values may be pickled. Raises `NotSavedError` where the disk has no room.
    """

    def __init__(self, folder: Path | None = None) -> None:
        """``folder`` is where the file lies when one is needed; it must exist."""
        self._file = tempfile.SpooledTemporaryFile(  # noqa: SIM115 - `close` closes it
            IN_MEMORY, dir=None if folder is None else str(folder)
        )

    def append(self, value: T) -> int:
        """Return the place under which `read` gives the value back."""
        try:
            place = self._file.seek(0, 2)
            self._file.write(pickle.dumps(value, pickle.HIGHEST_PROTOCOL))
        except OSError as error:
            raise NotSavedError(
                f"what is read waits on the disk until all is read, and the disk refused: {error.strerror or error}"
            ) from error
        return place

    def read(self, place: int) -> T:
        self._file.seek(place)
        return pickle.load(self._file)  # type: ignore[arg-type] # it is a file whatever the annotation says

    def read_all(self, places: list[int]) -> Iterator[T]:
        return map(self.read, places)

    def close(self) -> None:
        self._file.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()
