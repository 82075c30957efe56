"""What sync programs leave beside a journal when two computers with one device name wrote it."""

import re
from collections.abc import Iterable
from pathlib import Path

from annotator.errors import DamagedFileError
from annotator.store.files.evidence import without_evidence
from annotator.store.files.filesystem import FileSystem
from annotator.store.files.layout import Layout
from annotator.store.journal.lines import FORMAT, Entry
from annotator.store.journal.segments import scan, segment_numbers, segment_path

_COPY = re.compile(r"\d{6,}[^0-9].*\.jsonl")
"""``000002.sync-conflict-….jsonl``, ``000002 (Sara's conflicted copy).jsonl``, ``000002-LAPTOP.jsonl``."""


def is_copy(name: str) -> bool:
    return _COPY.fullmatch(name) is not None


def find_journal_copies(layout: Layout, annotator: str, filesystem: FileSystem) -> list[Path]:
    """Return the conflict copies of one annotator's journals, of all devices."""
    return [
        layout.journals / folder / name
        for folder in without_evidence(filesystem.names(layout.journals))
        if folder.startswith(f"{annotator}@")
        for name in filesystem.names(layout.journals / folder)
        if is_copy(name)
    ]


def entries_of_copy(path: Path, filesystem: FileSystem) -> dict[str, list[Entry]]:
    """Return a copy's entries by article, in order. Raises `DamagedFileError` for a file that is no journal."""
    segment = scan(filesystem.read(path))
    if segment.header is None and not segment.entries:
        raise DamagedFileError(f"{path.name} holds no edit; look at it yourself")
    if segment.header is not None and segment.header.h > FORMAT:
        raise DamagedFileError(f"{path.name} was written by a newer Hashiya; update the program")
    return _by_article(segment.entries)


def entries_of_journal(folder: Path, filesystem: FileSystem) -> dict[str, list[Entry]]:
    """Return all entries of a journal by article, in the order of its lines."""
    return _by_article(
        entry
        for number in segment_numbers(folder, filesystem)
        for entry in scan(filesystem.read(segment_path(folder, number))).entries
    )


def _by_article(entries: Iterable[Entry]) -> dict[str, list[Entry]]:
    found: dict[str, list[Entry]] = {}
    for entry in entries:
        found.setdefault(entry.d, []).append(entry)
    return found
