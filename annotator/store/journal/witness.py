"""What this computer remembers of the journals it wrote, outside the projects: that they went at least so far.

Where another copy of a project is laid over one, every file may fit every other and still be the wrong one. The last line
that this computer wrote, or rather its link, is then nowhere in the journal.
"""

import hashlib
import os
from contextlib import suppress
from pathlib import Path

import msgspec

from annotator.store.files.device import data_folder
from annotator.store.files.filesystem import FileSystem
from annotator.store.journal.lines import Mark
from annotator.store.journal.segments import scan, segment_numbers, segment_path

WORDS = (
    "another copy of the journal, or an older one, lies in its place: this computer wrote edits up to number {} that are "
    "not in it. `hashiya check --repair` takes them from a backup where one has them"
)


class _Memory(msgspec.Struct):
    journal: str
    q: int
    link: str


def remember(journal: Path, mark: Mark) -> None:
    """Note how far a journal goes. A disk that refuses costs a warning that may come later, nothing else."""
    path = _path(journal)
    temporary = path.with_name(f"{path.name}.{os.getpid()}.tmp")
    with suppress(OSError, UnicodeEncodeError):
        path.parent.mkdir(parents=True, exist_ok=True)
        temporary.write_bytes(msgspec.json.encode(_Memory(str(journal), mark.q, mark.link)))
        temporary.replace(path)


def recall(journal: Path) -> Mark | None:
    """Return how far a journal went when this computer wrote it last, None where it never did."""
    with suppress(OSError, msgspec.MsgspecError):
        found = msgspec.json.decode(_path(journal).read_bytes(), type=_Memory)
        if found.journal == str(journal) and found.link:
            return Mark(found.q, found.link)
    return None


def missing_mark(journal: Path, filesystem: FileSystem) -> Mark | None:
    """Return the last line that this computer wrote where the journal does not hold it, None where it does."""
    mark = recall(journal)
    if mark is None:
        return None
    for number in reversed(segment_numbers(journal, filesystem)):
        segment = scan(filesystem.read(segment_path(journal, number)))
        header_names_it = segment.header is not None and segment.header.p == mark.link
        if header_names_it or segment.follows(mark.link) or segment.damaged or segment.lost:
            return None
    return mark


def _path(journal: Path) -> Path:
    name = hashlib.sha256(str(journal).encode("utf-8", "surrogateescape")).hexdigest()[:16]
    return data_folder() / "journals" / f"{name}.json"
