"""The words around a hit, on one line."""

from dataclasses import dataclass

from annotator.text import graphemes

BEFORE, AFTER = 60, 120
"""Code points shown before and after a hit."""

_BREAKS = str.maketrans(dict.fromkeys("\n\t\v\f\r\u0085\u2028\u2029\u00a0", " "))
"""One for one, so that places in the line stay what they were."""


@dataclass(frozen=True, slots=True)
class Context:
    """One line of a text with the hit at ``[start, end)`` of it, in code points."""

    line: str
    start: int
    end: int


def context(
    source: str, start: int, end: int, *, before: int = BEFORE, after: int = AFTER
) -> Context:
    """Return the surroundings of a hit, cut at graphemes and with line breaks as spaces."""
    first, last = graphemes.snap(source, max(start - before, 0), min(end + after, len(source)))
    piece = source[first:last].translate(_BREAKS)
    skipped = len(piece) - len(piece.lstrip())
    skipped = min(skipped, start - first)
    return Context(piece[skipped:].rstrip(" "), start - first - skipped, end - first - skipped)
