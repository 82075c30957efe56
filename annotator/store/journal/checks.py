"""Are the journals as they were written, and does each part go on from the one before?"""

from collections.abc import Container, Iterator
from dataclasses import dataclass
from pathlib import Path

from annotator.errors import DamagedFileError, ProjectError
from annotator.store.files.device import device_name
from annotator.store.files.evidence import is_evidence, without_evidence
from annotator.store.files.filesystem import FileSystem
from annotator.store.files.layout import RESERVE, Layout
from annotator.store.files.problems import Problem, Severity, gist
from annotator.store.files.records import load
from annotator.store.journal.copies import is_copy
from annotator.store.journal.journals import KNOWN
from annotator.store.journal.segments import (
    Segment,
    is_segment,
    last_number,
    scan,
    segment_numbers,
    segment_path,
)
from annotator.store.journal.witness import WORDS, missing_mark, recall

MEND = "`hashiya check --repair` brings back what a line's checksum or a backup proves, and marks the rest"
MERGE = "`hashiya check --repair` merges what layer files, journals and backups know, and marks what none of them has"
OPEN = "Opening the project as this annotator merges it into the layers"


def check_journals(
    layout: Layout, filesystem: FileSystem, skip: Container[Path] = ()
) -> Iterator[tuple[Problem | None, int]]:
    """Yield the problems of all journals, None where a file is sound, and the number of files read.

    Of ``skip`` somebody else tells.
    """
    folders = journals_to_be(layout, filesystem)
    highest = {name: last_number(layout.journals / name, filesystem) for name in folders}
    for folder in folders:
        who = folder.partition("@")[0]
        others = [q for name, q in highest.items() if name != folder and name.startswith(f"{who}@")]
        yield from _check_segments(
            layout.journals / folder, max(others, default=0), filesystem, skip
        )
        for name in filesystem.names(layout.journals / folder):
            path = layout.journals / folder / name
            where = f"journal/{folder}/{name}"
            if path in skip:
                continue
            if name == KNOWN:
                yield _check_known(filesystem.read(path), where), 1
            elif name != RESERVE and not is_segment(name):
                yield _stray(name, where), 0


def journals_to_be(layout: Layout, filesystem: FileSystem) -> list[str]:
    """Return the names of the journals that are there, and of those that this computer wrote and that are gone."""
    there = without_evidence(filesystem.names(layout.journals))
    device = device_name()
    own = (
        f"{folder}@{device}" for folder in without_evidence(filesystem.names(layout.annotations))
    )
    gone = [name for name in own if name not in there and recall(layout.journals / name)]
    return sorted([*there, *gone])


@dataclass(frozen=True, slots=True)
class Gap:
    """A segment that is not the one which the next goes on from, or that is gone; ``link`` is how the next names it."""

    number: int
    path: Path
    what: str
    severity: Severity
    link: str


def gaps(folder: Path, others: int, filesystem: FileSystem) -> list[Gap]:
    """Return where a journal's segments do not go on from one another; ``others`` is the highest number of other devices."""
    found: list[Gap] = []
    before: Segment | None = None
    for number in segment_numbers(folder, filesystem):
        segment = scan(filesystem.read(segment_path(folder, number)))
        gap = _gap(folder, number, before, segment, others, filesystem)
        found += [gap] if gap else []
        before = segment
    return found


def _gap(
    folder: Path,
    number: int,
    before: Segment | None,
    segment: Segment,
    others: int,
    filesystem: FileSystem,
) -> Gap | None:
    header = segment.header
    if header is None or number == 1:
        return None
    path = segment_path(folder, number - 1)
    name = segment_path(folder, number).name
    if not filesystem.exists(path):
        if header.base == 0 and not header.p:
            return None
        what = f"it is gone, and {name} goes on from it: edits up to number {header.base} may be known nowhere"
        return Gap(number - 1, path, what, Severity.ERROR, header.p)
    if before is None:
        return None
    if before.lost:
        return None  # it says itself that something is missing
    last = max([before.header.base if before.header else 0, *(e.q for e in before.entries)])
    if header.p:
        if before.damaged or before.damaged_at_end or header.p == before.head:
            return None  # bytes behind the line that it names were never acknowledged
        if before.follows(header.p):
            what = f"lines follow here that {name} does not go on from: another copy of the journal wrote them"
            return Gap(number - 1, path, what, Severity.WARNING, header.p)
        what = (
            f"an older or another copy lies in its place: it ends at edit {last}, and {name} goes on from other lines up to "
            f"edit {header.base}. What was between is known only where layer files or other journals have it"
        )
        return Gap(number - 1, path, what, Severity.ERROR, header.p)
    if header.base > max(last, others):
        what = (
            f"an older copy lies in its place: it ends at edit {last}, and {name} goes on from edit {header.base}. "
            "What was between is known only where layer files or other journals have it"
        )
        return Gap(number - 1, path, what, Severity.ERROR, "")
    return None


def _check_segments(
    folder: Path, others: int, filesystem: FileSystem, skip: Container[Path]
) -> Iterator[tuple[Problem | None, int]]:
    for number in segment_numbers(folder, filesystem):
        path = segment_path(folder, number)
        if path in skip:
            continue
        where = f"journal/{folder.name}/{path.name}"
        try:
            data = filesystem.read(path)
        except ProjectError as error:
            yield Problem(Severity.ERROR, where, gist(error), MEND), 1
            continue
        yield from ((problem, 0) for problem in _check_segment(data, where))
        yield None, 1
    try:
        found = gaps(folder, others, filesystem)
    except ProjectError:  # said above
        return
    try:
        torn = missing_mark(folder, filesystem)
    except ProjectError:
        return
    if torn is not None:
        where, what = f"journal/{folder.name}", WORDS.format(torn.q).partition(". ")[0]
        remedy = "`hashiya check --repair` takes the edits from a backup where one has them"
        yield Problem(Severity.ERROR, where, what, remedy), 0
    for gap in found:
        yield Problem(gap.severity, f"journal/{folder.name}/{gap.path.name}", gap.what, MERGE), 0


def _check_segment(data: bytes, where: str) -> Iterator[Problem]:
    segment = scan(data)
    # Bytes after the last line end were never acknowledged: that is what a crash leaves, and nothing is wrong with it.
    damaged = segment.damaged + segment.damaged_at_end
    if damaged:
        what = f"{damaged} lines are damaged: their edits are known only where the layer files have them"
        yield Problem(Severity.ERROR, where, what, MEND)
    if segment.breaks:
        what = f"{segment.breaks} lines do not go on from the line before them: two copies of the journal were mixed"
        yield Problem(Severity.ERROR, where, what, MERGE)
    if segment.lost:
        what = f"{segment.lost} lines could not be brought back; their edits are known only where the layer files have them"
        yield Problem(Severity.NOTE, where, what, "Nothing is to be done")
    if segment.header is None:
        yield Problem(Severity.WARNING, where, "its first line is damaged", MEND)


def _check_known(data: bytes, where: str) -> Problem | None:
    try:
        if load(data, where).intact:
            return None
        what = "the checksum does not fit"
    except DamagedFileError as error:
        what = gist(error)
    return Problem(
        Severity.WARNING, where, what, "`hashiya check --repair` makes it again from the journal"
    )


def _stray(name: str, where: str) -> Problem | None:
    if name.endswith(".tmp"):
        what, remedy = "a temporary file of an interrupted save", "It can be deleted"
        return Problem(Severity.NOTE, where, what, remedy)
    if is_evidence(name):
        what, remedy = "kept as evidence of what was healed", "Delete it when you have looked at it"
        return Problem(Severity.NOTE, where, what, remedy)
    if is_copy(name):
        what = "a sync program's conflict copy of the journal"
        return Problem(Severity.WARNING, where, what, OPEN)
    what = "not a file of Hashiya; it is ignored"
    return Problem(Severity.WARNING, where, what, "Look at it and move it out of the project")
