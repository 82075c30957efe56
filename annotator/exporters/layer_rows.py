"""Rows whose edges include every edge of the annotations: tokens cut where needed, fillers where there is no token."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from annotator.exporters.loss import Reason, Tally
from annotator.exporters.rows import Range, cut, is_visible, outside, visible_tokens
from annotator.model import Annotation, Article

FILLER = "_"
"""The FORM of a row that holds nothing to be seen, as in CoNLL-U."""


class Rows(NamedTuple):
    """Row numbers by where a row starts and ends, and the word each row shows."""

    ranges: list[Range]
    forms: list[str]
    at_start: dict[int, int]
    at_end: dict[int, int]


def make_rows(
    article: Article, annotations: list[Annotation], zones: Sequence[Range], tally: Tally
) -> Rows:
    """Return rows such that each annotation starts where a row starts and ends where one ends.

    Sentences inside ``zones`` have no rows of their own.
    """
    text = article.text
    tokens = outside(zones, text, visible_tokens(text))
    edges = {
        edge for annotation in annotations for edge in (annotation.span.start, annotation.span.end)
    }
    ranges = cut(tokens, edges)
    if ranges is not tokens:
        _tell_split(article, annotations, tokens, ranges, tally)
        ranges = [row for row in ranges if is_visible(text, *row)]
    fillers = _fillers(article, annotations, ranges, tally)
    if fillers:
        ranges = sorted(ranges + fillers)
    forms = [text[start:end] for start, end in ranges]
    for filler in fillers:
        forms[bisect_left(ranges, filler)] = FILLER
    at_start = {start: number for number, (start, _) in enumerate(ranges)}
    at_end = {end: number for number, (_, end) in enumerate(ranges)}
    return Rows(ranges, forms, at_start, at_end)


def _tell_split(
    article: Article,
    annotations: list[Annotation],
    tokens: list[Range],
    ranges: list[Range],
    tally: Tally,
) -> None:
    cuts = {start for start, _ in ranges} - {start for start, _ in tokens}
    for annotation in annotations:
        if annotation.span.start in cuts or annotation.span.end in cuts:
            tally.add(Reason.SPLIT, article, annotation)


def _fillers(
    article: Article, annotations: list[Annotation], ranges: list[Range], tally: Tally
) -> list[Range]:
    """Return rows for the white space in which annotations begin or end."""
    starts, ends = {start for start, _ in ranges}, {end for _, end in ranges}
    needy = [a for a in annotations if a.span.start not in starts or a.span.end not in ends]
    gaps: set[Range] = set()
    ordered = [start for start, _ in ranges]
    for annotation in needy:
        tally.add(Reason.PADDED, article, annotation)
        if annotation.span.start not in starts:
            gaps.add(_gap(ranges, bisect_right(ordered, annotation.span.start), len(article.text)))
        if annotation.span.end not in ends:
            gaps.add(_gap(ranges, bisect_left(ordered, annotation.span.end), len(article.text)))
    return [piece for gap in gaps for piece in _pieces(gap, annotations)]


def _gap(ranges: list[Range], following: int, length: int) -> Range:
    """Return what lies between the row before number ``following`` and that row."""
    before = ranges[following - 1][1] if following else 0
    return before, ranges[following][0] if following < len(ranges) else length


def _pieces(gap: Range, annotations: list[Annotation]) -> list[Range]:
    """Return the parts of a gap, between the edges in it, that belong to any annotation."""
    first, last = gap
    over = [
        annotation.span
        for annotation in annotations
        if annotation.span.start < last and annotation.span.end > first
    ]
    edges = {first, last} | {
        edge for span in over for edge in (span.start, span.end) if first < edge < last
    }
    return [
        (start, end)
        for start, end in pairwise(sorted(edges))
        if any(span.start <= start and end <= span.end for span in over)
    ]
