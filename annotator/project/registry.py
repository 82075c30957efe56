"""The canonical names of a project: read by everybody, changed by one at a time."""

from collections.abc import Callable
from pathlib import Path

from annotator.errors import NotSavedError
from annotator.model.names import Registry
from annotator.store.filesystem import REAL, FileSystem
from annotator.store.layout import Layout
from annotator.store.lock import Lock
from annotator.store.names_file import names_path, read_names, write_names

LOCK = "names"


def read_registry(path: Path, filesystem: FileSystem = REAL) -> Registry:
    """Read the names of the project in the folder ``path``; none where no ``names.json`` was written yet."""
    return read_names(Layout(path), filesystem)


def change_registry(
    path: Path, change: Callable[[Registry], Registry], filesystem: FileSystem = REAL
) -> Registry:
    """Change the names as they are on disk now, and return them when they are durable.

    Raises `LockedError` while somebody else changes them and `NotSavedError` where the disk refuses.
    """
    layout = Layout(path)
    lock = Lock(layout.locks, LOCK, filesystem, title="the list of names")
    try:
        registry = change(read_names(layout, filesystem))
        write_names(layout, registry, filesystem)
    except OSError as error:
        raise NotSavedError(
            f"{names_path(layout)} could not be written: {error.strerror or error}. Make room and try again"
        ) from error
    finally:
        lock.release()
    return registry
