"""The one place where code points meet Qt's UTF-16 units.

Stored offsets count code points; every position a Qt text class takes or gives counts UTF-16 units. The two differ after
each character beyond the Basic Multilingual Plane (emoji, flags, some symbols).
"""

import re
from bisect import bisect_left

BYTE_ORDER_MARK = "\ufeff"
WORD_JOINER = "\u2060"
NEW_PARAGRAPH = "\n\u2029"
"""What begins a paragraph, in an article as in a document of Qt."""

STAND_INS = {
    "\r\n": WORD_JOINER + "\n",  # one paragraph, two characters
    "\r": "\u2028",
    "\ufdd0": "\ufdd2",  # Qt's own signs of a frame; a noncharacter like the others means nothing to it
    "\ufdd1": "\ufdd2",
    "\ufffc": "\u25a1",  # the place of a picture, which Qt would leave empty
}
"""What Qt takes for a paragraph's end or an object of its own, and what it is given instead: as many UTF-16 units."""


_ASTRAL = re.compile("[\U00010000-\U0010ffff]")


class OffsetMap:
    """Converts positions of one text between code points (the project) and UTF-16 units (Qt)."""

    __slots__ = ("_astral", "_astral_units", "text", "units")

    def __init__(self, text: str) -> None:
        self.text = text
        self._astral = [match.start() for match in _ASTRAL.finditer(text)]
        # The k-th astral character starts k units later than its code point index says.
        self._astral_units = [position + k for k, position in enumerate(self._astral)]
        self.units = len(text) + len(self._astral)

    def to_qt(self, position: int) -> int:
        """Return the UTF-16 position of a code point position in ``[0, len(text)]``."""
        return position + bisect_left(self._astral, position) if self._astral else position

    def to_text(self, units: int) -> int:
        """Return the code point position of a UTF-16 position; inside a surrogate pair, that of the pair's start."""
        if not self._astral:
            return units
        before = bisect_left(self._astral_units, units)
        if before and self._astral_units[before - 1] + 1 == units:
            return self._astral[before - 1]
        return units - before

    @property
    def display(self) -> str:
        """The text to hand to Qt: as long as the original, unit for unit, and with the same paragraphs.

        Converting to QString drops a leading byte order mark and would shift every position by one, so an equally
        invisible character stands in for it on screen.
        """
        shown = self.text
        if shown.startswith(BYTE_ORDER_MARK):
            shown = WORD_JOINER + shown[1:]
        for taken, stand_in in STAND_INS.items():
            if taken in shown:
                shown = shown.replace(taken, stand_in)
        return shown

    @property
    def paragraphs(self) -> list[int]:
        """The code point positions at which the paragraphs begin, the first at 0."""
        return [0, *(match.end() for match in _NEW_PARAGRAPH.finditer(self.text))]


_NEW_PARAGRAPH = re.compile(f"[{NEW_PARAGRAPH}]")
