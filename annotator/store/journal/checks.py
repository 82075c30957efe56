"""Are the journals as they were written?"""

from collections.abc import Iterator

from annotator.errors import DamagedFileError
from annotator.store.files.filesystem import FileSystem
from annotator.store.files.layout import RESERVE, Layout
from annotator.store.files.problems import Problem, Severity
from annotator.store.files.records import load
from annotator.store.journal.journals import KNOWN
from annotator.store.journal.segments import is_segment, scan


def check_journals(layout: Layout, filesystem: FileSystem) -> Iterator[tuple[Problem | None, int]]:
    """Yield the problems of all journals, None where a file is sound, and the number of files read."""
    for folder in filesystem.names(layout.journals):
        for name in filesystem.names(layout.journals / folder):
            path = layout.journals / folder / name
            where = f"journal/{folder}/{name}"
            if is_segment(name):
                yield from (
                    (problem, 0) for problem in _check_segment(filesystem.read(path), where)
                )
                yield None, 1
            elif name == KNOWN:
                yield _check_known(filesystem.read(path), where), 1
            elif name != RESERVE:
                what = (
                    "not a file of Hashiya, perhaps a sync program's conflict copy; it is ignored"
                )
                yield (
                    Problem(
                        Severity.WARNING, where, what, "Look at it and move it out of the project"
                    ),
                    0,
                )


def _check_segment(data: bytes, where: str) -> Iterator[Problem]:
    segment = scan(data)
    # Bytes after the last line end were never acknowledged: that is what a crash leaves, and nothing is wrong with it.
    damaged = segment.damaged + data.count(b"\n", segment.end)
    if damaged:
        what = f"{damaged} lines are damaged: their edits are known only where the layer files have them"
        remedy = "If the layer files are sound, nothing is missing; else restore a backup"
        yield Problem(Severity.ERROR, where, what, remedy)
    if segment.header is None:
        yield Problem(
            Severity.WARNING,
            where,
            "its first line is damaged",
            "The next session begins a new file",
        )


def _check_known(data: bytes, where: str) -> Problem | None:
    try:
        if load(data, where).intact:
            return None
        what = "the checksum does not fit"
    except DamagedFileError as error:
        what = str(error)
    return Problem(
        Severity.WARNING, where, what, "`hashiya check --repair` makes it again from the journal"
    )
