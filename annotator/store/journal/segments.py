"""Reading journals: numbered, append-only files of checked lines, one folder for each annotator and device."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from annotator.store.files.filesystem import FileSystem
from annotator.store.journal.lines import Entry, Header, decode_line

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
    damaged = pending = end = start = 0
    while (stop := data.find(b"\n", start)) >= 0:
        record = decode_line(data[start:stop])
        start = stop + 1
        if record is None:
            pending += 1
            continue
        damaged, pending, end = damaged + pending, 0, start
        if isinstance(record, Header):
            header = record
        else:
            entries.append(record)
    return Segment(header, tuple(entries), damaged, end, len(data) - end)


def read_tail(folder: Path, filesystem: FileSystem) -> Tail:
    """Read a journal from its end back to the newest segment with a whole header."""
    entries: tuple[Entry, ...] = ()
    notes: list[str] = []
    numbers = segment_numbers(folder, filesystem)
    base, file_format, empty_size = 0, 0, None
    for number in reversed(numbers):
        path = segment_path(folder, number)
        segment = scan(filesystem.read(path))
        entries = segment.entries + entries
        notes.extend(_notes(f"{folder.name}/{path.name}", segment))
        if segment.header is not None:
            base, file_format = segment.header.base, segment.header.h
            if number == numbers[-1] and segment.is_sound and not segment.entries:
                empty_size = segment.end
            break
    last = max([base, *(entry.q for entry in entries)])
    newest = numbers[-1] if numbers else 0
    return Tail(entries, base, last, tuple(notes), newest, empty_size, file_format)


def read_history(folder: Path, article_id: str, filesystem: FileSystem) -> list[Entry]:
    """Return every entry of an article in a journal, by number; of a number used twice the later line counts."""
    wanted = b'"d":"%s"' % article_id.encode()
    found: dict[int, Entry] = {}
    for number in segment_numbers(folder, filesystem):
        for line in _lines_with(filesystem.read(segment_path(folder, number)), wanted):
            record = decode_line(line)
            if isinstance(record, Entry) and record.d == article_id:
                found[record.q] = record
    return [found[q] for q in sorted(found)]


def last_numbers(folder: Path, filesystem: FileSystem) -> dict[str, int]:
    """Return the last entry's number of every article in a journal, by reading all of it."""
    last: dict[str, int] = {}
    for number in segment_numbers(folder, filesystem):
        for entry in scan(filesystem.read(segment_path(folder, number))).entries:
            last[entry.d] = max(entry.q, last.get(entry.d, 0))
    return last


def _lines_with(data: bytes, wanted: bytes) -> Iterator[bytes]:
    position = 0
    while (found := data.find(wanted, position)) >= 0:
        start = data.rfind(b"\n", 0, found) + 1
        stop = data.find(b"\n", found)
        if stop < 0:
            return
        yield data[start:stop]
        position = stop + 1


def _notes(name: str, segment: Segment) -> Iterator[str]:
    if segment.header is None:
        yield f"journal {name}: its first line is damaged"
    if segment.damaged:
        yield f"journal {name}: {segment.damaged} damaged lines inside, whose edits only the layer files may have"
    if segment.torn:
        yield f"journal {name}: {segment.torn} bytes at its end are not a whole line, as after a crash; ignored"
