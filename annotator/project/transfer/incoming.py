"""What an import is given: files and folders as they are, and streams, which become files for as long as they are read."""

import shutil
from collections.abc import Generator, Iterable
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from annotator.errors import NotSavedError

FOLDER = "incoming"
STREAM = "standard input"
"""What a stream is called in reports, and where the article came from if it does not say so."""


@contextmanager
def incoming_files(
    cache: Path, given: Iterable[Path | BinaryIO]
) -> Generator[list[Path], None, None]:
    """Give the paths to read: a stream is first kept in a folder under ``cache``, which is removed at the end.

    What an import that was killed has left there is removed first. Hold the project's lock. Raises `NotSavedError`.
    """
    folder = cache / FOLDER
    shutil.rmtree(folder, ignore_errors=True)
    try:
        cache.mkdir(parents=True, exist_ok=True)
        yield [
            entry if isinstance(entry, Path) else _kept(entry, folder / str(number))
            for number, entry in enumerate(given)
        ]
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _kept(stream: BinaryIO, folder: Path) -> Path:
    path = folder / STREAM
    try:
        folder.mkdir(parents=True)
        with path.open("wb") as file:
            shutil.copyfileobj(stream, file)
    except OSError as error:
        raise NotSavedError(
            f"{STREAM} could not be kept in {folder}: {error.strerror or error}"
        ) from error
    return path


def shown(path: Path) -> str:
    """Return a file as a report names it."""
    return STREAM if path.name == STREAM and path.parent.parent.name == FOLDER else str(path)
