"""Other ways to read the edges of spans, so that a lead sees what a guideline line about edges would buy."""

from collections.abc import Callable

import regex

from annotator.iaa.alignment.options import Edges
from annotator.text import clitics

Edge = Callable[[int, int], tuple[int, int]]
"""Takes the start and end of a span and returns those to compare."""

OUTER = r"[\s\p{P}\p{S}\p{C}\u0640]"
"""What is trimmed: white space, punctuation, signs, format controls and tatweel. A mark goes with what it stands on."""

_LEADING = regex.compile(rf"(?:{OUTER}\p{{M}}*|\p{{M}})*")
_TRAILING = regex.compile(rf"(?r)(?:{OUTER}\p{{M}}*)*")


def edge_reader(edges: Edges, text: str) -> Edge:
    """Return the function that reads a span of ``text`` as ``edges`` says."""
    if edges == Edges.AS_IS:
        return _as_is
    if edges == Edges.TRIMMED:
        return lambda start, end: trim(text, start, end)
    return lambda start, end: strip_clitics(text, start, end)


def trim(text: str, start: int, end: int) -> tuple[int, int]:
    """Return the span without what `OUTER` names at its ends; as it is where nothing else would remain."""
    leading = _LEADING.match(text, start, end)
    first = leading.end() if leading else start
    trailing = _TRAILING.search(text, first, end)
    after = trailing.start() if trailing else end
    return (first, after) if first < after else (start, end)


def strip_clitics(text: str, start: int, end: int) -> tuple[int, int]:
    """Return the trimmed span, starting after all that could be a clitic in front of its first word.

    Every clitic that the grammar allows goes, also the ب of بوتين: what counts is that two spans which differ only in
    clitics become one, not that the rest is a word.
    """
    start, end = trim(text, start, end)
    starts = clitics.candidate_starts(text, start, end)
    return max([start, *starts[-1:]]), end


def _as_is(start: int, end: int) -> tuple[int, int]:
    return start, end
