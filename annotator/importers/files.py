"""A file from outside: why the system would not give it, in a user's words; and how it begins, for recognising its format."""

import errno

from annotator.text import decoding

_REASONS = {
    errno.ENOENT: "there is no such file",
    errno.EACCES: "the file may not be read: check its permissions",
    errno.EPERM: "the file may not be read: check its permissions",
    errno.EISDIR: "this is a folder, not a file",
}

LINES = 20
"""Lines that show what a file is."""


def explain(error: OSError) -> str:
    return (
        _REASONS.get(error.errno or 0) or f"the file could not be read ({error.strerror or error})"
    )


def decoded(head: bytes) -> str:
    """Return the head as text, by its byte order mark or as UTF-8; whatever is no letter of it is U+FFFD."""
    for mark, encoding in decoding.MARKS:
        if head.startswith(mark):
            return head[len(mark) :].decode(encoding, "replace")
    return head.decode("utf-8", "replace")


def first_lines(head: bytes) -> list[str]:
    """Return the first lines that hold anything, without the one the head cuts off, unless it is the only one."""
    lines = [line.rstrip("\r") for line in decoded(head).split("\n")]
    whole = lines[:-1] or lines
    return [line for line in whole if line.strip()][:LINES]
