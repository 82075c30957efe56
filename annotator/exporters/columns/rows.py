"""The rows of a CoNLL file: visible tokens, cut where an annotation begins or ends inside one, in sentences."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import NamedTuple

import regex

from annotator.model import Span
from annotator.model.zone import is_covered
from annotator.text import sentences, tokens

Range = tuple[int, int]


class Rows(NamedTuple):
    """Where each row of one article starts and ends, in code points, and the form it shows, in the order of the text.

    Lists side by side, as a corpus has too many rows for an object each.
    """

    starts: list[int]
    ends: list[int]
    forms: list[str]

    @property
    def ranges(self) -> list[Range]:
        """The rows as half-open ranges of the text, for formats that have fewer of them or do more with each."""
        return list(zip(self.starts, self.ends, strict=True))


# What a reader that splits lines at white space, or a person, would trip over inside a token; rare in real text.
_ODD = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u180e\ufff9-\ufffb\U000e0000-\U000e0fff]")
_LINE_END = regex.compile(f"[{sentences.LINE_ENDS}]")
_SOLID = regex.compile(r"[^\s\p{Cc}]+")
# Number signs and the end of ayah are format characters by name, but are drawn.
_INVISIBLE = regex.compile(r"[\p{Cf}--[\u0600-\u0605\u06dd\u070f\u0890\u0891\u08e2]]+", regex.V1)


def visible_tokens(text: str) -> Rows:
    """Return the tokens of ``text`` that are fit for a column: none holds white space, none is invisible."""
    starts, ends, forms = tokens.words(text)
    if not _ODD.search(text):
        return Rows(starts, ends, forms)
    found = zip(starts, ends, strict=True)
    pieces = [m.span() for start, end in found for m in _SOLID.finditer(text, start, end)]
    return rows_at(text, [piece for piece in pieces if is_visible(text, *piece)])


def rows_at(text: str, ranges: Sequence[Range]) -> Rows:
    """Return the rows that half-open ranges of the text, in its order, are."""
    forms = [text[start:end] for start, end in ranges]
    return Rows([start for start, _ in ranges], [end for _, end in ranges], forms)


def is_visible(text: str, start: int, end: int) -> bool:
    return not _INVISIBLE.fullmatch(text, start, end)


def cut(text: str, rows: Rows, edges: Iterable[int]) -> Rows:
    """Return the rows with a cut at every edge that lies inside one; pieces that show nothing are left out.

    The very rows given come back where there was nothing to cut.
    """
    starts, ends, forms = rows
    cuts: dict[int, list[int]] = {}
    for edge in sorted(set(edges)):
        at = bisect_left(starts, edge) - 1
        if at >= 0 and edge < ends[at]:
            cuts.setdefault(at, []).append(edge)
    if not cuts:
        return rows
    found = Rows([], [], [])
    done = 0
    for at, places in cuts.items():
        found.starts.extend(starts[done:at])
        found.ends.extend(ends[done:at])
        found.forms.extend(forms[done:at])
        for start, end in pairwise((starts[at], *places, ends[at])):
            if is_visible(text, start, end):
                found.starts.append(start)
                found.ends.append(end)
                found.forms.append(text[start:end])
        done = at + 1
    return Rows(found.starts + starts[done:], found.ends + ends[done:], found.forms + forms[done:])


def sentence_ranges(text: str, rows: Rows, placed: Iterable[Range]) -> list[Range]:
    """Return the sentences as half-open ranges of row numbers.

    ``placed`` are the rows ``[first, last)`` of each annotation. No sentence ends inside one that stands on one line: where a
    stop in a name was taken for the end of a sentence, the person who annotated the name knew better.
    """
    starts, ends, _ = rows
    bounds = {bisect_left(starts, start) for start, _ in sentences.split(text)} | {0, len(starts)}
    ordered = sorted(bounds)
    false: set[int] = set()
    for first, last in placed:
        if last - first == 1:
            continue
        low, high = bisect_right(ordered, first), bisect_left(ordered, last)
        if low < high and not _LINE_END.search(text, starts[first], ends[last - 1]):
            false.update(ordered[low:high])
    return list(pairwise(sorted(bounds - false) if false else ordered))


def rows_of(rows: Rows, spans: Iterable[Span]) -> list[Range]:
    """Return the rows ``[first, last)`` that each span touches, without the spans that touch none."""
    found = (
        (bisect_right(rows.ends, span.start), bisect_left(rows.starts, span.end)) for span in spans
    )
    return [(first, last) for first, last in found if first < last]


def outside(zones: Sequence[Span], text: str, rows: Rows, spans: Iterable[Span]) -> Rows:
    """Return the rows without the sentences that lie wholly inside one of ``zones``; no sentence cuts one of ``spans``."""
    if not zones:
        return rows
    found = Rows([], [], [])
    for first, last in sentence_ranges(text, rows, rows_of(rows, spans)):
        if not is_covered(rows.starts[first], rows.ends[last - 1], zones):
            found.starts.extend(rows.starts[first:last])
            found.ends.extend(rows.ends[first:last])
            found.forms.extend(rows.forms[first:last])
    return found
