"""The beginning of a file as text, for recognising its format."""

from annotator.text import decoding

LINES = 20
"""Lines that show what a file is."""


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
