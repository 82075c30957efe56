"""Files under ``.cache/``: derived from the project, so they may be missing, old or gone at any time."""

from contextlib import suppress

from annotator.errors import ProjectError
from annotator.store.files.filesystem import FileSystem, write_atomically
from annotator.store.files.layout import Layout


def read_derived(layout: Layout, name: str, filesystem: FileSystem) -> bytes | None:
    """Return what was kept under a plain file name, or None."""
    try:
        return filesystem.read(layout.cache / name)
    except (OSError, ProjectError):  # missing, or not readable just now
        return None


def write_derived(layout: Layout, name: str, data: bytes, filesystem: FileSystem) -> None:
    """Keep bytes under a plain file name. A disk that refuses costs time later, nothing else."""
    with suppress(OSError, ProjectError):
        filesystem.make_directory(layout.cache)
        write_atomically(filesystem, layout.cache / name, data)
