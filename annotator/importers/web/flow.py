"""Text as a page shows it: white space run together, a line a block, tabs between cells; and where its parts came to be."""

import re
from dataclasses import dataclass

_SPACES = re.compile(r"[ \t\n\r\f]+")
"""What HTML takes for white space. NBSP and its like are none: they stay."""


@dataclass(slots=True)
class Region:
    """A part of the text; without a ``start`` nothing of it has been written."""

    kind: str
    start: int | None = None
    end: int = 0

    @property
    def size(self) -> int:
        return 0 if self.start is None else self.end - self.start

    def holds(self, other: "Region") -> bool:
        if self.start is None or other.start is None:
            return False
        return self.start <= other.start and other.end <= self.end


@dataclass(slots=True)
class _Row:
    begins: int
    cells: int = 0


class Flow:
    """Takes words, blocks and cells in the order of the page. Separators are written only where words follow."""

    def __init__(self) -> None:
        self._parts: list[str] = []
        self._length = 0
        self._lines = 0
        self._tabs = 0
        self._is_spaced = False
        self._rows: list[_Row] = []
        self._opened: list[Region] = []

    @property
    def text(self) -> str:
        return "".join(self._parts)

    def write(self, words: str) -> None:
        """Add words; their white space is one space, and none at the edge of a line."""
        bare = _SPACES.sub(" ", words)
        if bare.startswith(" "):
            self._is_spaced = True
        body = bare.strip(" ")
        if body:
            self._emit(body)
            self._is_spaced = bare.endswith(" ")

    def write_as_is(self, words: str) -> None:
        """Add preformatted words: their line ends and spaces count."""
        lines = words.replace("\r\n", "\n").replace("\r", "\n").split("\n")
        for number, line in enumerate(lines):
            if number:
                self.break_line()
            if line:
                self._emit(line)

    def break_line(self) -> None:
        if self._length and not self._tabs:
            self._lines += 1
            self._is_spaced = False

    def block(self) -> None:
        """Begin or end a block: what follows stands on a line of its own."""
        self._is_spaced = False
        if self._length and not self._tabs and not self._lines:
            self._lines = 1

    def begin_row(self) -> None:
        self.block()
        self._rows.append(_Row(self._length))

    def cell(self) -> None:
        """Begin a cell: behind the one before it, on its line, whatever blocks that was made of."""
        self._is_spaced = False
        if not self._rows:
            self.block()
            return
        row = self._rows[-1]
        if row.cells:
            if self._length > row.begins:
                self._lines = 0
            self._tabs += 1
        row.cells += 1

    def end_row(self) -> None:
        if self._rows:
            self._rows.pop()
        self._tabs = 0
        self.block()

    def open(self, kind: str) -> Region:
        """Begin a region; it starts at the next words."""
        region = Region(kind)
        self._opened.append(region)
        return region

    def close(self, region: Region) -> None:
        region.end = self._length
        if region.start is None:
            self._opened = [one for one in self._opened if one is not region]

    def _emit(self, body: str) -> None:
        before = "\n" * self._lines + "\t" * self._tabs
        if not before and self._is_spaced and self._length:
            before = " "
        self._lines = self._tabs = 0
        self._is_spaced = False
        self._parts.append(before + body)
        for region in self._opened:
            region.start = self._length + len(before)
        self._opened.clear()
        self._length += len(before) + len(body)
