"""Line ends of a text that already has offsets: they become LF like everybody's, and the offsets move with them."""

import re
from bisect import bisect_left

_CRLF = re.compile("\r\n")


class Newlines:
    """One text's way from its own line ends to LF. ``text`` is the result."""

    __slots__ = ("_pairs", "changed", "text")

    def __init__(self, text: str) -> None:
        self.changed = "\r" in text
        self._pairs = [match.start() for match in _CRLF.finditer(text)] if self.changed else []
        self.text = text.replace("\r\n", "\n").replace("\r", "\n") if self.changed else text

    def move(self, offset: int) -> int:
        """Return where ``offset`` of the given text is in `text`; between CR and LF is before the LF."""
        return offset - bisect_left(self._pairs, offset)
