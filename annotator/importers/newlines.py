"""Line ends and byte order marks of a text that already has offsets: they become everybody's, and the offsets move along."""

import re
from bisect import bisect_left

from annotator.text.decoding import BOM

_CRLF = re.compile("\r\n")


class Newlines:
    """One text's way from its own line ends to LF, and from behind the marks it begins with. ``text`` is the result.

    ``marks`` are the byte order marks that were left out.
    """

    __slots__ = ("_pairs", "changed", "marks", "text")

    def __init__(self, text: str, *, drop_marks: bool = False) -> None:
        bare = text.lstrip(BOM) if drop_marks else text
        self.marks, text = len(text) - len(bare), bare
        self.changed = "\r" in text
        self._pairs = [match.start() for match in _CRLF.finditer(text)] if self.changed else []
        self.text = text.replace("\r\n", "\n").replace("\r", "\n") if self.changed else text

    def move(self, offset: int) -> int:
        """Return where ``offset`` of the given text is in `text`; between CR and LF is before the LF."""
        offset = max(0, offset - self.marks)
        return offset - bisect_left(self._pairs, offset)
