"""Tags of rows for annotations of which no two lie on one row: IOB2, IOB1 and BIOES, each sentence by itself."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from annotator.exporters.columns.flat import Placed
from annotator.exporters.columns.rows import Range
from annotator.exporters.loss import Reason, Tally
from annotator.model import Article

OUTSIDE = "O"
IOB2, IOB1, BIOES = "iob2", "iob1", "bioes"


class Tagger:
    """Makes the tags of one article after the other, each with what stands around it in its row.

    ``before`` and ``after`` are put to every tag, so that a row is a form and one text. Labels are upper-case unless
    ``is_lower``: spaCy passes over tags in small letters.
    """

    def __init__(
        self,
        tally: Tally,
        scheme: str = IOB2,
        before: str = "",
        after: str = "",
        *,
        is_lower: bool = False,
    ) -> None:
        self._tally = tally
        self._scheme = scheme
        self._before, self._after = before, after
        self._is_lower = is_lower
        self._outside = f"{before}{OUTSIDE}{after}"
        self._known: dict[str, tuple[str, str, str, str]] = {}

    def tags(
        self, article: Article, placed: Sequence[Placed], rows: int, sentences: list[Range]
    ) -> list[str]:
        """Return one tag a row; an annotation over the end of a sentence begins anew behind it, and is counted as cut."""
        tags = [self._outside] * rows
        bounds = [first for first, _ in sentences]
        pieces: list[tuple[int, int, str]] = []
        for annotation, first, last, _, _ in placed:
            if last - first > 1:
                breaks = bounds[bisect_right(bounds, first) : bisect_left(bounds, last)]
                if breaks:
                    self._tally.add(Reason.CUT, article, annotation)
                    edges = (first, *breaks, last)
                    pieces += zip(edges, edges[1:], [annotation.label] * len(edges), strict=False)
                    continue
            pieces.append((first, last, annotation.label))
        known = self._known
        for first, last, label in pieces:
            begin, inside, end, single = known.get(label) or self._learn(label)
            if last - first == 1:
                tags[first] = single
                continue
            tags[first:last] = [inside] * (last - first)
            tags[first], tags[last - 1] = begin, end
        if self._scheme == IOB1:
            self._part(tags, pieces, frozenset(bounds))
        return tags

    def _part(
        self, tags: list[str], pieces: list[tuple[int, int, str]], bounds: frozenset[int]
    ) -> None:
        """Begin with B what follows another one of its label, as IOB1 has it there and nowhere else."""
        ends = {last: label for _, last, label in pieces}
        for first, _, label in pieces:
            if first not in bounds and ends.get(first) == label:
                tags[first] = self._tag("B", label)

    def _learn(self, label: str) -> tuple[str, str, str, str]:
        """Return the tags of the first row of several, of those between, of the last and of an only one."""
        begin, inside = self._tag("B", label), self._tag("I", label)
        match self._scheme:
            case "iob1":
                found = inside, inside, inside, inside
            case "bioes":
                found = begin, inside, self._tag("E", label), self._tag("S", label)
            case _:
                found = begin, inside, inside, begin
        self._known[label] = found
        return found

    def _tag(self, part: str, label: str) -> str:
        name = label if self._is_lower else label.upper()
        return f"{self._before}{part}-{name}{self._after}"
