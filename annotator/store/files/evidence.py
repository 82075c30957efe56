"""What was damaged, or lay in a file's place, stays beside what replaces it: nothing that anybody put there is deleted."""

import re
from itertools import count
from pathlib import Path

from annotator.store.files.clock import now
from annotator.store.files.filesystem import FileSystem

DAMAGED, OTHER = "damaged", "other"
_EVIDENCE = re.compile(r".*\.(damaged-\S+|other-\S+|merged)")


def is_evidence(name: str) -> bool:
    """Tell whether a name is one that what was healed, or merged, is kept under: it is no file of the project any more."""
    return _EVIDENCE.fullmatch(name) is not None


def without_evidence(names: list[str]) -> list[str]:
    """Return the names that are not evidence: a folder that was set aside is nobody's, and a link may show it as another."""
    return [name for name in names if not is_evidence(name)]


def keep_beside(path: Path, word: str, data: bytes, filesystem: FileSystem) -> Path:
    """Keep bytes beside a file under a name with a word and the time, and return where."""
    aside = _free_name(path, word, filesystem)
    filesystem.write_file(aside, data)
    return aside


def set_aside(path: Path, filesystem: FileSystem) -> Path:
    """Rename what lies at a path, a file or not, so that its name is free, and return where it is now."""
    aside = _free_name(path, DAMAGED, filesystem)
    filesystem.replace(path, aside)
    return aside


def _free_name(path: Path, word: str, filesystem: FileSystem) -> Path:
    """Return a name beside ``path`` with a word, the time and, where that is taken, a number."""
    taken = set(filesystem.names(path.parent))
    stem = f"{path.name}.{word}-{now().replace(':', '')}"
    names = (f"{stem}-{number}" if number else stem for number in count())
    return path.with_name(next(name for name in names if name not in taken))
