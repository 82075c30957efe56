"""The words around a hit, on one line."""

from dataclasses import dataclass

from annotator.text import graphemes

BEFORE, AFTER = 80, 140
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
    """Return the surroundings of a hit, cut between words where there are any, with line breaks as spaces."""
    first, last = graphemes.snap(source, max(start - before, 0), min(end + after, len(source)))
    line = source[first:last].translate(_BREAKS)
    start, end = start - first, end - first
    cut = line.find(" ", 0, start) + 1 if first else 0
    kept = line.rfind(" ", end) if last < len(source) else len(line)
    line = line[cut : kept if kept >= 0 else len(line)]
    start, end = start - cut, end - cut
    blank = min(len(line) - len(line.lstrip(" ")), start)
    return Context(line[blank:].rstrip(" "), start - blank, end - blank)
