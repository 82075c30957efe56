"""An article cut into passages to ask about, none of which ends inside an annotation."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from itertools import pairwise

import regex

from annotator.model import Span
from annotator.text import sentences, tokens
from annotator.text.decoding import is_blank

Range = tuple[int, int]

_LINE_END = regex.compile(
    r"[\s\ufeff\u200b\u200e\u200f\u061c]*\n[\s\ufeff\u200b\u200e\u200f\u061c]*"
)


class _Taken:
    """Where annotations are: there is no end of a passage."""

    def __init__(self, spans: Iterable[Span]) -> None:
        self._starts: list[int] = []
        self._ends: list[int] = []
        for span in sorted(spans):
            if self._ends and span.start < self._ends[-1]:
                self._ends[-1] = max(self._ends[-1], span.end)
            else:
                self._starts.append(span.start)
                self._ends.append(span.end)

    def are_apart(self, end: int, start: int) -> bool:
        """Tell whether a passage may end at ``end`` and the next begin at ``start``: no annotation lies across or between."""
        at = bisect_right(self._ends, end)
        return at == len(self._starts) or self._starts[at] >= start


def passages(text: str, spans: list[Span], *, by_paragraph: bool, most: int) -> list[Range]:
    """Return half-open ranges of ``text`` that together hold every one of ``spans``, without blank ones.

    Longer than ``most`` code points, if it is not 0, is only one that one annotation, or those that overlap, make so: a passage is
    cut at paragraphs, then at sentences, then between words.
    """
    taken = _Taken(spans)
    whole = (0, len(text))
    found = (
        list(_cut(whole, _gaps_of(_LINE_END.finditer(text)), taken)) if by_paragraph else [whole]
    )
    if most:
        found = [piece for passage in found for piece in _shortened(text, passage, taken, most)]
    touched = _Taken(spans)
    return [
        (start, end)
        for start, end in found
        if not is_blank(text[start:end]) or not touched.are_apart(start, end)
    ]


def _gaps_of(matches: Iterable[regex.Match[str]]) -> list[Range]:
    return [match.span() for match in matches]


def _cut(passage: Range, gaps: Iterable[Range], taken: _Taken) -> Iterator[Range]:
    """Yield what a passage becomes when it is cut at every gap that no annotation lies on."""
    start, last = passage
    for end, following in gaps:
        if start < end and following < last and taken.are_apart(end, following):
            yield start, end
            start = following
    yield start, last


def _shortened(text: str, passage: Range, taken: _Taken, most: int) -> Iterator[Range]:
    """Yield pieces as long as may be, cut at line ends, sentences and words, whichever is rough enough."""
    first, last = passage
    if last - first <= most:
        yield passage
        return
    for gaps in (
        _gaps_of(_LINE_END.finditer(text, first, last)),
        _between(sentences.split(text[first:last]), first),
        _between(zip(*tokens.words(text[first:last])[:2], strict=True), first),
    ):
        pieces = list(_cut(passage, gaps, taken))
        if len(pieces) > 1:
            for piece in _filled(pieces, most):
                yield from _shortened(text, piece, taken, most)
            return
    yield passage


def _between(ranges: Iterable[Range], first: int) -> list[Range]:
    known = [(first + start, first + end) for start, end in ranges]
    return [(before[1], after[0]) for before, after in pairwise(known)]


def _filled(pieces: list[Range], most: int) -> Iterator[Range]:
    """Yield neighbours put together as long as they fit."""
    start, end = pieces[0]
    for first, last in pieces[1:]:
        if last - start > most:
            yield start, end
            start = first
        end = last
    yield start, end
