"""What an import is given: files and folders as they are, and streams, which become files for as long as they are read."""

import shutil
from collections.abc import Generator, Iterable
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from annotator.errors import NotSavedError
from annotator.progress import Progress
from annotator.project.transfer.unpacking import unpack

FOLDER = "incoming"
ZIPS = "zips"
STREAM = "standard input"
"""What a stream is called in reports, and where the article came from if it does not say so."""


@contextmanager
def incoming_files(
    cache: Path, given: Iterable[Path | BinaryIO]
) -> Generator[list[Path], None, None]:
    """Give the paths to read: a stream is first kept in a folder under ``cache``, which is removed at the end.

    Zips that are met on the way are unpacked there as well: `unpacked`.

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


def unpacked(cache: Path, path: Path, progress: Progress | None) -> Path:
    """Return a folder, called like the zip, with what is in it; it lasts as long as `incoming_files`."""
    number = 1 + len(list((cache / FOLDER / ZIPS).glob("*"))) if cache.exists() else 1
    return unpack(path, cache / FOLDER / ZIPS / str(number) / path.name, progress)


def shown(path: Path) -> str:
    """Return a file as a report names it; one out of a zip by the name of that and its own."""
    parts = path.parts
    for place in range(len(parts) - 2, 0, -1):
        if parts[place] == FOLDER and parts[place + 1] == ZIPS:
            return "/".join(parts[place + 3 :])
    return STREAM if path.name == STREAM and path.parent.parent.name == FOLDER else str(path)
