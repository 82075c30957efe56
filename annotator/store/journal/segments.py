"""Reading journals: numbered, append-only files of checked lines, one folder for each annotator and device."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from annotator.errors import ProjectError
from annotator.store.files.filesystem import FileSystem
from annotator.store.journal.lines import Entry, Header, Lost, Mark, bare, decode_line, link_of

_SEGMENT = re.compile(r"(\d{6,})\.jsonl")


@dataclass(frozen=True, slots=True)
class Segment:
    """What one file of a journal holds. ``end`` is the length of its good part; ``torn`` bytes follow that are none."""

    header: Header | None
    entries: tuple[Entry, ...]
    damaged: int
    """Lines inside the good part that are not as they were written."""
    end: int
    torn: int
    links: tuple[str, ...] = ()
    """The link of each entry, by which the line after it names it."""
    head: str = ""
    """The link of the last good line, which the next line has to name; empty where there is none."""
    breaks: int = 0
    """Lines that do not name the one before them, though nothing between them is damaged."""
    lost: int = 0
    """Lines that stand for others which could not be brought back."""

    opening: str = ""
    """The link of the header."""
    damaged_at_end: int = 0
    """Lines among the torn bytes: a crash leaves none, as the end of a line is written last."""

    def follows(self, link: str) -> bool:
        """Tell whether a line that names ``link`` can go on from this segment."""
        return link in (self.head, self.opening) or link in self.links

    @property
    def is_sound(self) -> bool:
        return self.header is not None and not self.damaged and not self.torn


@dataclass(frozen=True, slots=True)
class Tail:
    """The part of a journal that layer files may not have yet: entries in order, all numbers up to ``base`` apart."""

    entries: tuple[Entry, ...]
    base: int
    last: int
    """The highest number known to be used."""
    notes: tuple[str, ...]
    newest: int
    """The number of the newest segment, 0 where there is none."""
    empty_size: int | None
    """The length of the newest segment where it is sound and holds nothing but its header."""
    format: int
    head: str = ""
    """The link of the last good line of the journal."""
    origin: str = ""
    """The link that the newest segment with a whole header goes on from."""
    marks: dict[int, str] = field(default_factory=dict[int, str])
    """The links of the entries by number."""
    is_torn_off: bool = False
    """True where the segment before is not the one that this goes on from: another copy took its place."""


def segment_path(folder: Path, number: int) -> Path:
    return folder / f"{number:06d}.jsonl"


def is_segment(name: str) -> bool:
    return _SEGMENT.fullmatch(name) is not None


def segment_numbers(folder: Path, filesystem: FileSystem) -> list[int]:
    """Return the numbers of a journal's segments, the oldest first."""
    found = [_SEGMENT.fullmatch(name) for name in filesystem.names(folder)]
    return sorted(int(match[1]) for match in found if match)


def scan(data: bytes) -> Segment:
    """Take a segment apart. Never raises: lines are parted at LF bytes only, as U+2028 is an ordinary character."""
    header: Header | None = None
    entries: list[Entry] = []
    links: list[str] = []
    head = opening = ""
    damaged = pending = end = start = breaks = lost = 0
    while (stop := data.find(b"\n", start)) >= 0:
        line = bare(data[start:stop])
        record = decode_line(line)
        start = stop + 1
        if record is None:
            pending += 1
            continue
        if head and record.p and not pending and record.p != head:
            breaks += 1
        damaged, pending, end = damaged + pending, 0, start
        head = link_of(line)
        if isinstance(record, Header):
            header, opening = record, head
        elif isinstance(record, Lost):
            lost += record.lost
            head = record.link or head
        else:
            entries.append(record)
            links.append(head)
    return Segment(
        header,
        tuple(entries),
        damaged,
        end,
        len(data) - end,
        tuple(links),
        head,
        breaks,
        lost,
        opening,
        pending,
    )


def read_tail(folder: Path, filesystem: FileSystem) -> Tail:
    """Read a journal from its end back to the newest segment with a whole header."""
    entries: tuple[Entry, ...] = ()
    notes: list[str] = []
    numbers = segment_numbers(folder, filesystem)
    base, file_format, empty_size, head, origin = 0, 0, None, "", ""
    is_torn_off = False
    marks: dict[int, str] = {}
    for number in reversed(numbers):
        path = segment_path(folder, number)
        segment = scan(filesystem.read(path))
        entries = segment.entries + entries
        head = head or segment.head
        pairs = zip(segment.entries, segment.links, strict=True)
        marks = {entry.q: link if entry.p else "" for entry, link in pairs} | marks
        notes.extend(_notes(f"{folder.name}/{path.name}", segment))
        if segment.header is not None:
            base, file_format = segment.header.base, segment.header.h
            origin = segment.header.p
            if number == numbers[-1] and segment.is_sound and not segment.entries:
                empty_size = segment.end
            before = segment_path(folder, number - 1)
            is_torn_off = _is_torn_off(segment.header, before, number, filesystem)
            if is_torn_off:
                notes.append(
                    f"journal {folder.name}/{before.name} is not the file that {path.name} goes on from: another copy of "
                    "it lies in its place or it is gone. What the layer files and other journals know is kept"
                )
            break
    last = max([base, *(entry.q for entry in entries)])
    newest = numbers[-1] if numbers else 0
    return Tail(
        entries,
        base,
        last,
        tuple(notes),
        newest,
        empty_size,
        file_format,
        head,
        origin,
        marks,
        is_torn_off,
    )


def read_history(
    folder: Path, article_id: str, filesystem: FileSystem, *, twice: bool = False
) -> list[tuple[Entry, str]]:
    """Return every entry of an article in a journal with its link, by number.

    Of a number used twice the later line counts; with ``twice`` both do, as two copies of a journal that went on
    separately may lie behind one another.
    """
    wanted = b'"d":"%s"' % article_id.encode()
    found: dict[tuple[int, str], tuple[Entry, str]] = {}
    for number in segment_numbers(folder, filesystem):
        for line in _lines_with(filesystem.read(segment_path(folder, number)), wanted):
            record = decode_line(line)
            if isinstance(record, Entry) and record.d == article_id:
                link = link_of(line) if record.p else ""
                found[record.q, link if twice else ""] = record, link
    return sorted(found.values(), key=lambda one: one[0].q)


def last_marks(folder: Path, filesystem: FileSystem) -> dict[str, Mark]:
    """Return the last entry of every article in a journal, by reading all of it."""
    last: dict[str, Mark] = {}
    for number in segment_numbers(folder, filesystem):
        segment = scan(filesystem.read(segment_path(folder, number)))
        for entry, link in zip(segment.entries, segment.links, strict=True):
            if entry.d not in last or entry.q >= last[entry.d].q:
                last[entry.d] = Mark(entry.q, link if entry.p else "")
    return last


def last_number(folder: Path, filesystem: FileSystem) -> int:
    """Return the highest number that a journal uses or knows of, 0 where it cannot be read."""
    try:
        return read_tail(folder, filesystem).last
    except ProjectError:
        return 0


def _is_torn_off(header: Header, before: Path, number: int, filesystem: FileSystem) -> bool:
    if not header.p or number == 1:
        return False
    if not filesystem.exists(before):
        return True
    data = filesystem.read(before)
    # The last line is nearly always the one: the rest is looked at only where it is not.
    last = bare(data[data.rfind(b"\n", 0, len(data) - 1) + 1 :].rstrip(b"\n"))
    return link_of(last) != header.p and not scan(data).follows(header.p)


def _lines_with(data: bytes, wanted: bytes) -> Iterator[bytes]:
    position = 0
    while (found := data.find(wanted, position)) >= 0:
        start = data.rfind(b"\n", 0, found) + 1
        stop = data.find(b"\n", found)
        if stop < 0:
            return
        yield bare(data[start:stop])
        position = stop + 1


def _notes(name: str, segment: Segment) -> Iterator[str]:
    if segment.header is None:
        yield f"journal {name}: its first line is damaged"
    if segment.damaged:
        yield f"journal {name}: {segment.damaged} damaged lines inside, whose edits only the layer files may have"
    if segment.torn:
        yield f"journal {name}: {segment.torn} bytes at its end are not a whole line, as after a crash; ignored"
