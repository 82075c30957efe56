"""A file from outside: why the system would not give it, its lines, and how it begins, for recognising its format."""

import errno
from collections.abc import Iterator
from typing import BinaryIO

_REASONS = {
    errno.ENOENT: "there is no such file",
    errno.EACCES: "the file may not be read: check its permissions",
    errno.EPERM: "the file may not be read: check its permissions",
    errno.EISDIR: "this is a folder, not a file",
}

LARGEST = 32 << 20
"""Bytes of the longest line, item of an array or text that is taken: twenty long novels, and reading it takes some 400 MB."""

TOO_LARGE = (
    f"longer than {LARGEST >> 20} MiB, which is no article that anybody could annotate: split it"
)

INVISIBLE = "\ufeff\u200b\u200c\u200d\u200e\u200f\u2060\u061c\u00ad\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
"""What nobody sees and programs put where a file or a line begins: the byte order mark, joiners, direction marks."""

BLOCK = 1 << 20
"""Bytes read at a time where a file is not read by lines."""

LINES = 20
"""Lines that show what a file is."""


def explain(error: OSError) -> str:
    return (
        _REASONS.get(error.errno or 0) or f"the file could not be read ({error.strerror or error})"
    )


def lines(file: BinaryIO) -> Iterator[tuple[int, bytes | None]]:
    """Yield the lines from here on, ended by LF, with their numbers from 1; None for one longer than `LARGEST`.

    Memory is that of the longest line taken: of a longer one no more is read at a time than a block.
    """
    number = 0
    while line := file.readline(LARGEST + 1):
        number += 1
        if len(line) <= LARGEST:
            yield number, line
            continue
        while line and not line.endswith(b"\n"):
            line = file.readline(BLOCK)
        yield number, None


def lines_of(text: str) -> list[str]:
    """Return the lines of a head without their ends, and without the one the head cuts off, unless it is the only one."""
    if "\n" not in text:  # as old Macs ended lines
        text = text.replace("\r", "\n")
    found = [line.rstrip("\r") for line in text.split("\n")]
    return found[:-1] or found


def first_lines(text: str) -> list[str]:
    """Return the first of those lines that hold anything."""
    return [line for line in lines_of(text) if line.strip()][:LINES]


def too_much(error: Exception) -> str:
    """Say what keeps JSON from being read that has no error in its spelling."""
    return "it is nested too deeply" if isinstance(error, RecursionError) else str(error)
