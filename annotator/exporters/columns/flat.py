"""One annotation a token at most: choose which ones a single column can hold, and fit them to its tokens."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from typing import NamedTuple

from annotator.errors import ExportFailure
from annotator.exporters.columns.rows import Rows, cut
from annotator.exporters.loss import Reason, Tally, example
from annotator.model import Annotation, Article, Schema


class Placed(NamedTuple):
    """An annotation and the rows ``[first, last)`` that hold it.

    ``is_aligned`` when no edge is inside a row, ``is_trimmed`` when an edge lies outside them all, in white space.
    """

    annotation: Annotation
    first: int
    last: int
    is_aligned: bool
    is_trimmed: bool


class Flat(NamedTuple):
    """The rows of one article and the annotations on them, no two on one row of one column."""

    rows: Rows
    placed: list[Placed]


class Flattener:
    """Fits one article after another by one set of rules, and tells the tally what that costs."""

    def __init__(self, nested: str, misaligned: str, schema: Schema, tally: Tally) -> None:
        self._misaligned = misaligned
        self._tally = tally
        self._order = {name: number for number, name in enumerate(schema.label_names)}
        self._sign = 1 if nested == "innermost" else -1

    def fit(self, article: Article, annotations: Iterable[Annotation], rows: Rows) -> Flat:
        """Return what one column holds of ``annotations``.

        Raise `ExportFailure` where an edge lies inside a token and that is to be an error.
        """
        return self._settle(article, self._choose(article, annotations, rows), rows)

    def fit_labels(self, article: Article, annotations: Iterable[Annotation], rows: Rows) -> Flat:
        """Return what one column for each label holds, all columns on the same rows; see `fit`."""
        by_label: dict[str, list[Annotation]] = {}
        for annotation in annotations:
            by_label.setdefault(annotation.label, []).append(annotation)
        kept = [p for same in by_label.values() for p in self._choose(article, same, rows)]
        return self._settle(article, kept, rows)

    def _choose(
        self, article: Article, annotations: Iterable[Annotation], rows: Rows
    ) -> list[Placed]:
        """Return the annotations that one column holds, on the rows as they are."""
        candidates = self._place(article, self._preferred(annotations), rows)
        if self._misaligned in ("drop", "error"):
            candidates = [placed for placed in candidates if self._may_stay(article, placed)]
        if self._misaligned != "split":
            return self._resolve(article, candidates, len(rows.starts))
        return self._resolve(article, candidates, len(article.text), by_character=True)

    def _settle(self, article: Article, kept: list[Placed], rows: Rows) -> Flat:
        """Cut the rows where that is to be done, and count what became of the edges."""
        if self._misaligned == "split":
            rows, kept = self._cut(article, kept, rows)
        for annotation, _, _, is_aligned, is_trimmed in kept:
            if not is_aligned:
                self._tally.add(Reason.EXPANDED, article, annotation)
            if is_trimmed:
                self._tally.add(Reason.TRIMMED, article, annotation)
        return Flat(rows, kept)

    def _preferred(self, annotations: Iterable[Annotation]) -> list[Annotation]:
        """Return the annotations, first what is kept where they overlap.

        The longest first, or with ``innermost`` the shortest; then the first in the text, then the first in the schema.
        """
        order, unknown, sign = self._order, len(self._order), self._sign
        keyed = [
            (
                sign * (annotation.span.end - annotation.span.start),
                annotation.span.start,
                order.get(annotation.label, unknown),
                annotation.id,
                number,
                annotation,
            )
            for number, annotation in enumerate(annotations)
        ]
        keyed.sort()  # no two have one number: annotations are never compared
        return [key[5] for key in keyed]

    def _place(
        self, article: Article, annotations: Iterable[Annotation], rows: Rows
    ) -> list[Placed]:
        """Return where each annotation is, widened to whole rows, without those that touch no row."""
        starts, ends, _ = rows
        result: list[Placed] = []
        for annotation in annotations:
            start, end = annotation.span.start, annotation.span.end
            first, last = bisect_right(ends, start), bisect_left(starts, end)
            if first >= last:
                self._tally.add(Reason.NO_TOKEN, article, annotation)
                continue
            left, right = starts[first], ends[last - 1]
            result.append(
                Placed(
                    annotation,
                    first,
                    last,
                    left >= start and right <= end,
                    left > start or right < end,
                )
            )
        return result

    def _may_stay(self, article: Article, placed: Placed) -> bool:
        if placed.is_aligned:
            return True
        if self._misaligned == "error":
            raise ExportFailure(
                f"an edge lies inside a token: {example(article, placed.annotation)}; "
                "move it, or export with expand, split or drop"
            )
        self._tally.add(Reason.MISALIGNED, article, placed.annotation)
        return False

    def _resolve(
        self,
        article: Article,
        candidates: list[Placed],
        cells: int,
        *,
        by_character: bool = False,
    ) -> list[Placed]:
        """Return the candidates that fit one layer of ``cells``, rows or characters, taken in the order of preference."""
        taken, owner = bytearray(cells), [0] * cells
        kept: list[Placed] = []
        for placed in candidates:
            annotation, first, last, _, _ = placed
            if by_character:
                first, last = annotation.span.start, annotation.span.end
            clash = taken.find(1, first, last)
            if clash >= 0:
                other = kept[owner[clash]].annotation
                self._tally.add(_clash(annotation, other), article, annotation)
                continue
            taken[first:last] = b"\1" * (last - first)
            owner[first:last] = [len(kept)] * (last - first)
            kept.append(placed)
        return kept

    def _cut(self, article: Article, kept: list[Placed], rows: Rows) -> tuple[Rows, list[Placed]]:
        """Cut the rows at the edges of what is kept, and find everything's place again."""
        if all(placed.is_aligned for placed in kept):
            return rows, kept
        for placed in kept:
            if not placed.is_aligned:
                self._tally.add(Reason.SPLIT, article, placed.annotation)
        spans = [placed.annotation.span for placed in kept]
        pieces = cut(
            article.text, rows, (edge for span in spans for edge in (span.start, span.end))
        )
        return pieces, self._place(article, [placed.annotation for placed in kept], pieces)


def _clash(annotation: Annotation, other: Annotation) -> Reason:
    mine, theirs = annotation.span, other.span
    if mine == theirs:
        return Reason.SAME_EXTENT
    if mine.contains(theirs) or theirs.contains(mine):
        return Reason.NESTED
    return Reason.CROSSING if mine.overlaps(theirs) else Reason.SAME_TOKEN
