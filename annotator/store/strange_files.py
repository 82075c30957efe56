"""What lies in a project's folder and is no file of a project: links that lead out, pipes, devices, folders shut to us."""

import os
import stat
from collections.abc import Iterator
from pathlib import Path

from annotator.store.files.confined import leads_out
from annotator.store.files.evidence import is_evidence
from annotator.store.files.filesystem import kind_of
from annotator.store.files.problems import Problem, Severity, shown

OWN = (".locks", ".cache")
"""Folders with a dot that are ours; others, such as .git, are not our business."""


def strange_files(root: Path) -> Iterator[Problem]:
    """Walk through a project's folder without following or opening anything."""
    shut: list[OSError] = []
    real_root = os.path.realpath(root)
    for folder, folders, names in os.walk(root, onerror=shut.append):
        if Path(folder) == root:
            folders[:] = [name for name in folders if not name.startswith(".") or name in OWN]
        for name in (*folders, *names):
            path = Path(folder) / name
            if (what := _strangeness(path, root, real_root)) is not None:
                yield _problem(path, root, what)
    for error in shut:
        what = f"the folder could not be read: {error.strerror}"
        remedy = "Check its permissions: what is in it was not checked"
        yield Problem(Severity.ERROR, _named(Path(error.filename), root), what, remedy)


def _problem(path: Path, root: Path, what: str) -> Problem:
    if is_evidence(path.name):
        what = f"kept as evidence of what was healed: {what}"
        return Problem(
            Severity.NOTE, _named(path, root), what, "Delete it when you have looked at it"
        )
    remedy = "It is not read, and in no backup: put a copy of the file there, or move it out of the project"
    return Problem(Severity.WARNING, _named(path, root), what, remedy)


def _strangeness(path: Path, root: Path, real_root: str) -> str | None:
    try:
        mode = path.lstat().st_mode
    except OSError:  # gone since it was listed
        return None
    if stat.S_ISLNK(mode):
        return "a link that leads out of the project" if leads_out(path, root, real_root) else None
    return None if stat.S_ISREG(mode) or stat.S_ISDIR(mode) else f"no file: {kind_of(mode)}"


def _named(path: Path, root: Path) -> str:
    return shown(path.relative_to(root))
