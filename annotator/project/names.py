"""The canonical names of a project: read by everybody, changed by one at a time, and counted over everybody's layers."""

import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from annotator.errors import NotSavedError, ProjectError
from annotator.model import Schema
from annotator.model.names import Registry
from annotator.progress import Progress
from annotator.project.project import Project
from annotator.proposals.used_names import UsedNames
from annotator.store.files.confined import Confined
from annotator.store.files.filesystem import REAL, FileSystem
from annotator.store.files.layout import Layout
from annotator.store.files.lock import NAMES, shared_lock
from annotator.store.shared.names_file import change_names, names_path, read_names

PAUSE = 0.001
BREATH = 40
"""Seconds to pause after so many annotations, about 2 ms of work: a window beside this wants the processor more."""


def read_registry(path: Path, filesystem: FileSystem = REAL) -> Registry:
    """Read the names of the project in the folder ``path``; none where no ``names.json`` was written yet."""
    return read_names(Layout(path), Confined(filesystem, path))


def change_registry(
    path: Path, change: Callable[[Registry], Registry], filesystem: FileSystem = REAL
) -> Registry:
    """Change the names as they are on disk now, and return them when they are durable.

    Raises `LockedError` while somebody else changes them and `NotSavedError` where the disk refuses.
    """
    layout = Layout(path)
    confined = Confined(filesystem, path)
    lock = shared_lock(layout.locks, NAMES, confined)
    try:
        return change_names(layout, change, confined, lock)
    except OSError as error:
        raise NotSavedError(
            f"{names_path(layout)} could not be written: {error.strerror or error}. Make room and try again"
        ) from error
    finally:
        lock.release()


def name_attributes(schema: Schema) -> dict[str, str]:
    """Return the attribute that holds the canonical name, by label, of the labels that have one."""
    return schema.name_attributes


def count_names(project: Project, progress: Progress | None = None) -> UsedNames:
    """Read every layer that can be read, and count. ``progress`` is asked before each; it does not know how many."""
    used = UsedNames(name_attributes(project.schema))
    done = 0
    for annotator in project.annotators():
        for article_id, summary in project.summaries(annotator).items():
            if progress is not None:
                progress(done, 0)
            done += 1
            if summary.annotations:
                with suppress(ProjectError):  # a damaged file is for `check` to name
                    text = project.article(article_id).text
                    for number, annotation in enumerate(project.layer(article_id, annotator)):
                        used.add(annotation, text)
                        if number % BREATH == 0:
                            time.sleep(PAUSE)
    return used
