"""A text as the search keeps it: the original and its folded key, and whether counting in the key is enough."""

import regex

from annotator.text import graphemes
from annotator.text.folding import Folded, fold
from annotator.text.folding_table import RESIZED
from annotator.text.spelling.forms import JOINER

Place = tuple[int, int]
"""A half-open range ``[start, end)`` in code points of the original."""

_RESIZED = regex.compile(f"[{RESIZED}]")


class SearchText:
    """One article's text, ready to be searched."""

    __slots__ = ("_kept", "even", "has_joiners", "key", "source")

    def __init__(self, source: str, *, keep_map: bool = False) -> None:
        """Fold a text; ``keep_map`` for one that is searched at every key, where memory is no matter."""
        self.source = source
        self.key = fold(source).text
        self.even = _is_even(source)
        """No letter of the original stands for two of the key: hits in the key are hits in the original, one for one."""

        self.has_joiners = JOINER in source
        """A zero-width non-joiner is somewhere, which may stand for a space of a query."""

        self._kept = Folded(source, self.key) if keep_map else None

    def folded(self) -> Folded:
        """Return the text with the way back from its key; made anew each time unless it is kept."""
        return self._kept or Folded(self.source, self.key)


def _is_even(source: str) -> bool:
    if _RESIZED.search(source):
        return False
    inside = "".join(source[position] for position in graphemes.interior(source))
    return not fold(inside).text
