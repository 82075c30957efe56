"""The rows of a CoNLL file: visible tokens, cut where an annotation begins or ends inside one, in sentences."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from functools import lru_cache
from itertools import pairwise

import regex

from annotator.model import Span
from annotator.model.zone import is_covered
from annotator.text import sentences, tokens

Range = tuple[int, int]

# What a reader that splits lines at white space, or a person, would trip over inside a token; rare in real text.
_ODD = regex.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u180e\ufff9-\ufffb\U000e0000-\U000e0fff]")
_LINE_END = regex.compile(f"[{sentences.LINE_ENDS}]")
_SOLID = regex.compile(r"[^\s\p{Cc}]+")
# Number signs and the end of ayah are format characters by name, but are drawn.
_INVISIBLE = regex.compile(r"[\p{Cf}--[\u0600-\u0605\u06dd\u070f\u0890\u0891\u08e2]]+", regex.V1)


_KEPT = 32
"""Articles whose tokens and sentences are kept for a moment: a preview counts one choice after the other on the same few."""

_LONG = 50_000
"""Code points of a text whose tokens are not kept: a novel's would take more memory than all else."""


@lru_cache(_KEPT)
def _tokens(text: str) -> tuple[Range, ...]:
    return tuple(tokens.ranges(text))


@lru_cache(_KEPT)
def _sentences_of_short(text: str) -> tuple[Range, ...]:
    return tuple(sentences.split(text))


def _sentences(text: str) -> Sequence[Range]:
    return _sentences_of_short(text) if len(text) < _LONG else sentences.split(text)


def visible_tokens(text: str) -> list[Range]:
    """Return the tokens of ``text`` that are fit for a column: none holds white space, none is invisible."""
    found = list(_tokens(text) if len(text) < _LONG else tokens.ranges(text))
    if not _ODD.search(text):
        return found
    pieces = (match.span() for start, end in found for match in _SOLID.finditer(text, start, end))
    return [piece for piece in pieces if is_visible(text, *piece)]


def is_visible(text: str, start: int, end: int) -> bool:
    return not _INVISIBLE.fullmatch(text, start, end)


def cut(text: str, rows: list[Range], starts: list[int], edges: Iterable[int]) -> list[Range]:
    """Return the rows with a cut at every edge that lies inside one; pieces that show nothing are left out.

    ``starts`` holds where each row begins. The very list given comes back where there was nothing to cut.
    """
    cuts: dict[int, list[int]] = {}
    for edge in sorted(set(edges)):
        at = bisect_left(starts, edge) - 1
        if at >= 0 and edge < rows[at][1]:
            cuts.setdefault(at, []).append(edge)
    if not cuts:
        return rows
    result: list[Range] = []
    done = 0
    for at, places in cuts.items():
        result += rows[done:at]
        start, end = rows[at]
        result += [piece for piece in pairwise((start, *places, end)) if is_visible(text, *piece)]
        done = at + 1
    return result + rows[done:]


def sentence_ranges(text: str, rows: Sequence[Range], placed: Iterable[Range]) -> list[Range]:
    """Return the sentences as half-open ranges of row numbers.

    ``placed`` are the rows ``[first, last)`` of each annotation. No sentence ends inside one that stands on one line: where a
    stop in a name was taken for the end of a sentence, the person who annotated the name knew better.
    """
    bounds = {bisect_left(rows, start, key=_start) for start, _ in _sentences(text)} | {
        0,
        len(rows),
    }
    ordered = sorted(bounds)
    false: set[int] = set()
    for first, last in placed:
        inside = ordered[bisect_right(ordered, first) : bisect_left(ordered, last)]
        if inside and not _LINE_END.search(text, rows[first][0], rows[last - 1][1]):
            false.update(inside)
    return list(pairwise(sorted(bounds - false) if false else ordered))


def rows_of(rows: Sequence[Range], spans: Iterable[Span]) -> list[Range]:
    """Return the rows ``[first, last)`` that each span touches, without the spans that touch none."""
    found = (
        (bisect_right(rows, span.start, key=_end), bisect_left(rows, span.end, key=_start))
        for span in spans
    )
    return [(first, last) for first, last in found if first < last]


def outside(
    zones: Sequence[Span], text: str, rows: list[Range], spans: Iterable[Span]
) -> list[Range]:
    """Return the rows without the sentences that lie wholly inside one of ``zones``; no sentence cuts one of ``spans``."""
    if not zones:
        return rows
    kept: list[Range] = []
    for first, last in sentence_ranges(text, rows, rows_of(rows, spans)):
        start, end = rows[first][0], rows[last - 1][1]
        if not is_covered(start, end, zones):
            kept += rows[first:last]
    return kept


def _start(row: Range) -> int:
    return row[0]


def _end(row: Range) -> int:
    return row[1]
