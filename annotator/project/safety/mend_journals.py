"""Mend the journals of one annotator: lines that their checksums bring back, segments that a backup has whole."""

from pathlib import Path

from annotator.store.backups import backups
from annotator.store.backups.backups import Backup
from annotator.store.files.clock import now
from annotator.store.files.evidence import DAMAGED, keep_beside, set_aside
from annotator.store.files.filesystem import FileSystem
from annotator.store.files.layout import Layout
from annotator.store.journal.checks import Gap, gaps, journals_to_be
from annotator.store.journal.journals import KNOWN, mend_known
from annotator.store.journal.lines import FORMAT, Header, Lost, Mark, encode_line, link_of
from annotator.store.journal.mending import mend_segment, replace_segment
from annotator.store.journal.segments import (
    is_segment,
    last_number,
    read_tail,
    scan,
    segment_numbers,
    segment_path,
)
from annotator.store.journal.witness import WORDS, missing_mark, remember

SOURCE = (
    "Another copy of the project, the one that went on elsewhere or that these files were copied over, may have them: put "
    "{} beside these under a name such as {}, and opening the project merges it"
)
"""Where to look for what nothing here has, and what to do with it."""


def mend_journals(
    layout: Layout, annotator: str, filesystem: FileSystem, known: list[Backup]
) -> tuple[list[str], list[str], bool]:
    """Return what was mended, what could not be, and whether lines of several copies may lie in one journal. Hold the annotator's lock; ``known`` are backups, the newest first."""
    mended: list[str] = []
    failed: list[str] = []
    is_mixed = False
    names = [n for n in journals_to_be(layout, filesystem) if n.startswith(f"{annotator}@")]
    for name in names:
        folder = layout.journals / name
        told, has_breaks = _mend_lines(folder, layout, known, filesystem)
        mended.extend(told)
        if why := mend_known(folder, filesystem):
            mended.append(f"journal/{name}/{KNOWN} was made again from the journal ({why})")
        others = max(
            (last_number(layout.journals / other, filesystem) for other in names if other != name),
            default=0,
        )
        if (torn := missing_mark(folder, filesystem)) is not None:
            brought = _bring_copy(folder, torn, layout, known, filesystem)
            what = WORDS.format(torn.q).partition(". ")[0]
            what = (
                f"journal/{name}: {what}, and no backup has them; what the layer files have of them is kept. "
                + SOURCE.format("the file they are in", "000001-copy.jsonl")
            )
            (mended if brought else failed).append(brought or what)
            tail = read_tail(folder, filesystem)
            remember(folder, Mark(tail.last, tail.head))  # told once: the journal goes on from here
        torn_off = gaps(folder, others, filesystem)
        is_mixed = is_mixed or has_breaks or bool(torn_off) or torn is not None
        mended.extend(
            _fill(gap, layout, known, filesystem) or _mark_as_lost(gap, folder, filesystem)
            for gap in torn_off
        )
    return mended, failed, is_mixed


def _mend_lines(
    folder: Path, layout: Layout, known: list[Backup], filesystem: FileSystem
) -> tuple[list[str], bool]:
    """Return what was mended, and whether lines of another copy of the journal were among the others."""
    told: list[str] = []
    is_mixed = False
    who, _, device = folder.name.partition("@")
    for number in segment_numbers(folder, filesystem):
        path = segment_path(folder, number)
        data = filesystem.read(path)
        if b"\n" not in data:
            set_aside(path, filesystem)  # then it is gone, which the rest of the journal tells
            told.append(f"{_named(path)} held no whole line and was set aside")
            continue
        found = mend_segment(data, who, device)
        if found is None:
            continue
        if found.lost:
            inside = path.relative_to(layout.root).as_posix()
            copies = [copy for one in known if (copy := backups.read_file(one, inside))]
            found = mend_segment(data, who, device, copies) or found
        keep_beside(path, DAMAGED, data, filesystem)
        replace_segment(path, found.data, filesystem)
        if found.is_mixed:
            is_mixed = True
            told.append(f"{_named(path)} has lines of two copies of the journal, which were merged")
            continue
        lost = f"; {found.lost} could not be, and are marked" if found.lost else ""
        told.append(f"{_named(path)}: {found.restored} damaged lines were brought back{lost}")
    return told, is_mixed


def _bring_copy(
    folder: Path, torn: Mark, layout: Layout, known: list[Backup], filesystem: FileSystem
) -> str:
    """Put the segments that a backup has and this journal lacks beside it as conflict copies, which the desk merges."""
    inside = folder.relative_to(layout.root).as_posix()
    here = {
        link
        for number in segment_numbers(folder, filesystem)
        for link in scan(filesystem.read(segment_path(folder, number))).links
    }
    for backup in known:
        manifest = backups.manifest_or_none(backup)
        names = [
            n for n in (manifest.files if manifest else ()) if Path(n).parent.as_posix() == inside
        ]
        found = {
            Path(name): scan(data)
            for name in names
            if is_segment(Path(name).name) and (data := backups.read_file(backup, name))
        }
        if not any(
            one.follows(torn.link) or (one.header is not None and one.header.p == torn.link)
            for one in found.values()
        ):
            continue
        filesystem.make_directory(folder)
        is_gone = not segment_numbers(folder, filesystem)
        for name, segment in found.items():
            if is_gone or not set(segment.links) <= here:
                data = backups.read_file(backup, name.as_posix()) or b""
                stamp = now().replace(":", "")
                beside = f"{name.stem}-backup-{stamp}.jsonl"
                filesystem.write_file(folder / (name.name if is_gone else beside), data)
        return f"journal/{folder.name}: edits up to number {torn.q} were taken from the backup of {backup.local_time}"
    return ""


def _fill(gap: Gap, layout: Layout, known: list[Backup], filesystem: FileSystem) -> str:
    """Put the segment back that the next one goes on from, where a backup has it; empty where none does."""
    inside = gap.path.relative_to(layout.root).as_posix()
    here = filesystem.read(gap.path) if filesystem.exists(gap.path) else b""
    for backup in known:
        data = backups.read_file(backup, inside)
        if data is None or data == here:
            continue
        segment = scan(data)
        fits = segment.follows(gap.link) if gap.link else len(data) > len(here)
        if not fits or segment.damaged:
            continue
        if not data.startswith(here):
            # What lies here was written on another copy: opening the desk merges it as a conflict copy.
            aside = gap.path.with_name(f"{gap.path.stem}-other-{now().replace(':', '')}.jsonl")
            filesystem.write_file(aside, here)
        replace_segment(gap.path, data, filesystem)
        return f"{_named(gap.path)} was taken from the backup of {backup.local_time}: {gap.what}"
    return ""


def _mark_as_lost(gap: Gap, folder: Path, filesystem: FileSystem) -> str:
    """Say in the journal itself that lines are missing, so that it goes on."""
    who, _, device = folder.name.partition("@")
    here = filesystem.read(gap.path) if filesystem.exists(gap.path) else b""
    segment = scan(here)
    good = here[: segment.end]
    if segment.header is None:
        good = encode_line(Header(FORMAT if gap.link else 1, 0, who, device)) + good
    line = encode_line(Lost(1, gap.link, link_of(good[:-1].rpartition(b"\n")[2])))
    replace_segment(gap.path, good + line, filesystem)
    return (
        f"{_named(gap.path)}: {gap.what}. No backup has it, and the place is marked. "
        + SOURCE.format(f"its {gap.path.name}", f"{gap.path.stem}-copy.jsonl")
    )


def _named(path: Path) -> str:
    return f"journal/{path.parent.name}/{path.name}"
