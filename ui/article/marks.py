"""Find the annotations of a paragraph quickly, however many the article holds."""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from annotator.model import Annotation, Layer, Span
from ui.article.lanes import drawn_lanes


@dataclass(frozen=True, slots=True)
class Mark:
    """An annotation as one paragraph shows it; see `Lane`."""

    annotation: Annotation
    lane: int | None
    lanes: int
    is_inside: bool
    """Whether a longer annotation overlaps this one."""


class Marks:
    """Annotations by paragraph. Changing one touches only the paragraphs it lies in."""

    def __init__(self, paragraph_starts: Sequence[int]) -> None:
        """Take the position (code points) at which each paragraph starts, in order, the first being 0."""
        self._starts = paragraph_starts
        self._by_paragraph: defaultdict[int, dict[str, Annotation]] = defaultdict(dict)
        self._marks: dict[int, tuple[Mark, ...]] = {}

    def show(self, layer: Layer) -> None:
        """Replace everything by the annotations of ``layer``."""
        self._by_paragraph.clear()
        self._marks.clear()
        for annotation in layer.annotations.values():
            self._put(annotation)

    def update(self, before: Layer, after: Layer, changed: Iterable[str]) -> frozenset[int]:
        """Bring the changed annotations up to date; return the paragraphs that look different now."""
        touched: set[int] = set()
        for key in changed:
            old, new = before.annotations.get(key), after.annotations.get(key)
            if old is not None:
                touched.update(self._take(old))
            if new is not None:
                touched.update(self._put(new))
        return frozenset(touched)

    def update_seen(self, before: Layer, after: Layer, changed: Iterable[str]) -> frozenset[Span]:
        """Bring the changed annotations up to date; return the spans, old and new, that look different in what was seen.

        A change can move others to another lane: those look different too.
        """
        seen = dict(self._marks)
        different: set[Span] = set()
        for number in self.update(before, after, changed):
            if number in seen:
                old = {mark.annotation.id: mark for mark in seen[number]}
                new = {mark.annotation.id: mark for mark in self.of(number)}
                for key in old.keys() | new.keys():
                    one, other = old.get(key), new.get(key)
                    if one != other:
                        different.update(m.annotation.span for m in (one, other) if m is not None)
        return frozenset(different)

    def of(self, paragraph: int) -> tuple[Mark, ...]:
        """Return a paragraph's marks, the longest first, so that inner tints are painted over outer ones."""
        marks = self._marks.get(paragraph)
        if marks is None:
            annotations = self._by_paragraph.get(paragraph, {}).values()
            lanes = drawn_lanes(annotations)
            ordered = sorted(annotations, key=lambda a: (a.start - a.end, a.start, a.id))
            marks = tuple(
                Mark(annotation, lane.number, lane.of, lane.is_inside)
                for annotation in ordered
                for lane in (lanes[annotation.id],)
            )
            self._marks[paragraph] = marks
        return marks

    def at(self, position: int) -> tuple[Annotation, ...]:
        """Return the annotations that cover a character, innermost first."""
        marks = self.of(self._paragraph_of(position))
        return tuple(
            m.annotation
            for m in reversed(marks)
            if m.annotation.start <= position < m.annotation.end
        )

    def _put(self, annotation: Annotation) -> range:
        paragraphs = self._paragraphs(annotation)
        for number in paragraphs:
            self._by_paragraph[number][annotation.id] = annotation
            self._marks.pop(number, None)
        return paragraphs

    def _take(self, annotation: Annotation) -> range:
        paragraphs = self._paragraphs(annotation)
        for number in paragraphs:
            self._by_paragraph[number].pop(annotation.id, None)
            self._marks.pop(number, None)
        return paragraphs

    def _paragraphs(self, annotation: Annotation) -> range:
        return range(
            self._paragraph_of(annotation.start), self._paragraph_of(annotation.end - 1) + 1
        )

    def _paragraph_of(self, position: int) -> int:
        return max(bisect_right(self._starts, position) - 1, 0)
