"""Rows whose edges include every edge of the annotations: tokens cut where needed, fillers where there is no token."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from itertools import pairwise

from annotator.exporters.columns.rows import Range, Rows, cut, outside, visible_tokens
from annotator.exporters.loss import Reason, Tally
from annotator.model import Annotation, Article, Span

FILLER = "_"
"""The FORM of a row that holds nothing to be seen, as in CoNLL-U."""


def make_rows(
    article: Article, annotations: list[Annotation], zones: Sequence[Span], tally: Tally
) -> Rows:
    """Return rows such that each annotation starts where a row starts and ends where one ends.

    Sentences inside ``zones`` have no rows of their own.
    """
    text = article.text
    tokens = outside(zones, text, visible_tokens(text), (a.span for a in annotations))
    spans = [annotation.span for annotation in annotations]
    rows = cut(text, tokens, {edge for span in spans for edge in (span.start, span.end)})
    if rows is not tokens:
        _tell_split(article, annotations, tokens, tally)
    starts, ends, forms = rows
    for start, end in _fillers(article, annotations, rows, tally):
        at = bisect_left(starts, start)
        starts.insert(at, start)
        ends.insert(at, end)
        forms.insert(at, FILLER)
    return Rows(starts, ends, forms)


def _tell_split(
    article: Article, annotations: list[Annotation], tokens: Rows, tally: Tally
) -> None:
    starts, ends, _ = tokens

    def is_inside(edge: int) -> bool:
        at = bisect_left(starts, edge) - 1
        return at >= 0 and edge < ends[at]

    for annotation in annotations:
        if is_inside(annotation.span.start) or is_inside(annotation.span.end):
            tally.add(Reason.SPLIT, article, annotation)


def _fillers(
    article: Article, annotations: list[Annotation], rows: Rows, tally: Tally
) -> list[Range]:
    """Return further rows, for the white space in which annotations begin or end."""
    starts, ends = rows.starts, rows.ends
    gaps: set[Range] = set()
    for annotation in annotations:
        start, end = annotation.span.start, annotation.span.end
        before = bisect_right(starts, start) - 1
        after = bisect_left(ends, end)
        fits_start = before >= 0 and starts[before] == start
        fits_end = after < len(ends) and ends[after] == end
        if not fits_start:
            gaps.add(_gap(rows, before + 1, len(article.text)))
        if not fits_end:
            gaps.add(_gap(rows, after, len(article.text)))
        if not (fits_start and fits_end):
            tally.add(Reason.PADDED, article, annotation)
    return sorted({piece for gap in gaps for piece in _pieces(gap, annotations)})


def _gap(rows: Rows, following: int, length: int) -> Range:
    """Return what lies between the row before number ``following`` and that row."""
    before = rows.ends[following - 1] if following else 0
    return before, rows.starts[following] if following < len(rows.starts) else length


def _pieces(gap: Range, annotations: list[Annotation]) -> list[Range]:
    """Return the parts of a gap, between the edges in it, that belong to any annotation."""
    first, last = gap
    over = [a.span for a in annotations if a.span.start < last and a.span.end > first]
    edges = {first, last} | {
        edge for span in over for edge in (span.start, span.end) if first < edge < last
    }
    return [
        (start, end)
        for start, end in pairwise(sorted(edges))
        if any(span.start <= start and end <= span.end for span in over)
    ]
