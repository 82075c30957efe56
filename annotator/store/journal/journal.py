"""Writing a journal: an edit is saved when its line is on the drive."""

from collections.abc import Iterable, Iterator
from pathlib import Path

import msgspec

from annotator.errors import NotSavedError
from annotator.store.files.filesystem import AppendHandle, FileSystem, write_atomically
from annotator.store.journal.lines import FORMAT, Entry, Header, encode_line, link_of
from annotator.store.journal.segments import Tail, segment_path

LIMIT = 2 << 20
"""Bytes after which a segment is closed and the next one begun."""

_BLOCK = 1 << 20
"""Bytes of many entries that are written at a time."""


class Journal:
    """The journal of one annotator on one device, open for appending. Segments are never rewritten."""

    def __init__(
        self, folder: Path, who: str, device: str, tail: Tail, filesystem: FileSystem
    ) -> None:
        self.last = tail.last
        """The highest number in use; the next entry gets one more."""
        self._folder = folder
        self._who = who
        self._device = device
        self._filesystem = filesystem
        self._segment = tail.newest
        self.head = tail.head
        """The link of the last line, which the next one names."""
        self._reusable = (
            tail.empty_size if (tail.base, tail.format) == (tail.last, FORMAT) else None
        )
        self._handle: AppendHandle | None = None
        self._good = 0
        self.before_last_append = (0, tail.last, tail.head)
        """The length of the segment, the highest number and the head before the last entries were appended."""
        self.is_broken = True
        """True until a segment is open, and again when the open one can no longer be trusted."""

    @property
    def size(self) -> int:
        """The length of the open segment in bytes."""
        return self._good

    def start_segment(self) -> None:
        """Begin a segment. Call it only when every entry so far is in durable layer files: its header promises that."""
        line = encode_line(Header(FORMAT, self.last, self._who, self._device, self.head))
        if self._reusable == len(line):
            path = segment_path(self._folder, self._segment)
        else:
            path = segment_path(self._folder, self._segment + 1)
            write_atomically(self._filesystem, path, line)
            self._segment += 1  # the name is taken now, whatever fails next
            self.head = link_of(line[:-1])
        self._reusable = len(line)
        opened = self._filesystem.open_append(path)
        # The new one is opened before the old one is closed: a freed descriptor number may be given to another file.
        if self._handle is not None:
            self._handle.close()
        self._handle, self._good, self.is_broken = opened, len(line), False

    def append(self, entries: Iterable[Entry]) -> list[str]:
        """Write entries, each naming the line before it, and return their links; all are durable when it returns.

        They are read once, with a few in memory.

        Raises `NotSavedError` after taking back whatever reached the file. After a failed sync the operating system may
        claim what the drive does not hold, so the segment is never used again; see https://lwn.net/Articles/752063/.
        """
        if self._handle is None or self.is_broken:
            raise NotSavedError("the journal is not open")
        links = [self.head]
        self._reusable = None
        written, size, last = False, 0, self.last
        try:
            for data, last in _blocks(_chained(entries, links)):  # noqa: B007 - the last one counts
                self._handle.write(data)
                size += len(data)
            written = True
            self._handle.sync()
        except OSError as error:
            self._take_back(written)
            raise NotSavedError(
                f"the edit could not be written to {self._folder}: {error.strerror or error}"
            ) from error
        except UnicodeEncodeError:  # a later one of many: what reached the file goes
            self._take_back(written)
            raise
        self.before_last_append = (self._good, self.last, self.head)
        self._good += size
        self.last, self.head = last, links[-1]
        return links[1:]

    def retract(self, size: int, last: int, head: str) -> None:
        """Cut entries off that were appended since the segment had ``size`` bytes, before anybody was told of them."""
        if self._handle is None:
            return
        try:
            self._handle.truncate(size)
            self._handle.sync()
        except OSError as error:
            self.is_broken = True
            raise NotSavedError(
                f"{self._folder} could not be cut back: {error.strerror or error}"
            ) from error
        self._good, self.last, self.head = size, last, head

    def close(self) -> None:
        if self._handle is not None:
            self._handle.close()
        self._handle, self.is_broken = None, True

    def _take_back(self, written: bool) -> None:
        assert self._handle is not None
        try:
            self._handle.truncate(self._good)
        except OSError:
            self.is_broken = True
        self.is_broken = self.is_broken or written


def _chained(entries: Iterable[Entry], links: list[str]) -> Iterator[tuple[bytes, int]]:
    """Yield the line of each entry, which names the one before it, with its number; ``links`` gets the link of each."""
    for entry in entries:
        line = encode_line(msgspec.structs.replace(entry, p=links[-1]))
        links.append(link_of(line[:-1]))
        yield line, entry.q


def _blocks(lines: Iterable[tuple[bytes, int]]) -> Iterator[tuple[bytes, int]]:
    """Yield lines in blocks, each with the number of its last entry."""
    block, last = bytearray(), 0
    for line, last in lines:
        block += line
        if len(block) >= _BLOCK:
            yield bytes(block), last
            block.clear()
    if block:
        yield bytes(block), last
