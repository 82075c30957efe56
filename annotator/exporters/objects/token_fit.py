"""Annotations of one article fitted to its tokens, all of them at once: nested and crossing ones keep their place."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from typing import NamedTuple

from annotator.errors import ExportFailure
from annotator.exporters.columns.rows import Range, cut, rows_at
from annotator.exporters.loss import Reason, Tally, example
from annotator.model import Annotation, Article

SPLIT, EXPAND, DROP, ERROR = "split", "expand", "drop", "error"
"""Values of the option `misaligned`."""


class Fitted(NamedTuple):
    """An annotation over the tokens ``[first, last)``."""

    annotation: Annotation
    first: int
    last: int


def widen(
    article: Article,
    annotations: Iterable[Annotation],
    rows: list[Range],
    misaligned: str,
    tally: Tally,
) -> list[tuple[Annotation, int, int]]:
    """Return annotations with the offsets they are written with, none of whose edges lies inside a token unless they split.

    What is cut, widened or left out is counted; edges in white space stay. Raise `ExportFailure` where that is to be an error.
    """
    starts = [row[0] for row in rows]
    found: list[tuple[Annotation, int, int]] = []
    for annotation in annotations:
        around = [_around(edge, rows, starts) for edge in (annotation.start, annotation.end)]
        start, end = annotation.start, annotation.end
        if any(around) and misaligned == ERROR:
            raise ExportFailure(
                f"an edge lies inside a token: {example(article, annotation)}; move it, or export with expand, split or drop"
            )
        if any(around):
            tally.add(_REASONS[misaligned], article, annotation)
        if any(around) and misaligned == DROP:
            continue
        if misaligned == EXPAND:
            start = around[0][0] if around[0] else start
            end = around[1][1] if around[1] else end
        found.append((annotation, start, end))
    return found


_REASONS = {SPLIT: Reason.SPLIT, EXPAND: Reason.EXPANDED, DROP: Reason.MISALIGNED}


def _around(edge: int, rows: list[Range], starts: list[int]) -> Range | None:
    """Return the token that ``edge`` lies inside, None where it lies between tokens."""
    at = bisect_left(starts, edge) - 1
    return rows[at] if at >= 0 and edge < rows[at][1] else None


def fit(
    article: Article,
    annotations: Iterable[Annotation],
    rows: list[Range],
    misaligned: str,
    tally: Tally,
) -> tuple[list[Range], list[Fitted]]:
    """Return the tokens, cut where annotations split them, and the annotations over them.

    One over white space alone is dropped and counted, white space at an edge too. Raises as `widen` does.
    """
    placed = widen(article, annotations, rows, misaligned, tally)
    edges = [edge for _, start, end in placed for edge in (start, end)]
    pieces = cut(article.text, rows_at(article.text, rows), edges)
    starts, ends, _ = pieces
    found: list[Fitted] = []
    for annotation, start, end in placed:
        first, last = bisect_right(ends, start), bisect_left(starts, end)
        if first >= last:
            tally.add(Reason.NO_TOKEN, article, annotation)
            continue
        if starts[first] > start or ends[last - 1] < end:
            tally.add(Reason.TRIMMED, article, annotation)
        found.append(Fitted(annotation, first, last))
    return pieces.ranges, found
