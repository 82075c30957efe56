"""What is to be known before anything is changed: whether the folder can be written, and what a desk begins with."""

import errno
import os
from collections.abc import Generator

from annotator.store.files.filesystem import FileSystem
from annotator.store.files.layout import Layout
from annotator.store.files.lock import Lock


def begin_notices(name: str, twins: list[str], lock: Lock) -> Generator[str, None, None]:
    """Yield what an annotator should know who takes a desk; ``twins`` are names there that look like theirs."""
    if twins:
        yield (
            f"{name} begins in this project, and {', '.join(twins)} is there already, whose name looks the same. "
            "If that is the same person, close this and use the name that is there"
        )
    if not lock.can_be_verified:
        yield (
            "this disk does not say which file is which, so it cannot be noticed when the lock's file is deleted: "
            "do not delete the folder .locks while somebody works"
        )


def why_not_writable(layout: Layout, filesystem: FileSystem) -> str:
    """Return why the folder cannot be written, or nothing. Finds out by writing: permissions alone do not tell."""
    probe = layout.locks / f"probe-{os.getpid()}"
    try:
        filesystem.make_directory(layout.locks)
        filesystem.write_file(probe, b"")
        filesystem.remove(probe)
    except OSError as error:
        if error.errno in (errno.EACCES, errno.EROFS, errno.EPERM):
            return f"the folder cannot be written ({error.strerror})"
    return ""
