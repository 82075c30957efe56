"""Spans that are looked up by what they overlap, so that a book takes no longer for its length than an article."""

from collections.abc import Iterable, Iterator
from typing import Generic, TypeVar

from annotator.model import Span

T = TypeVar("T")

WIDTH = 256
"""Code points of a shelf: some ten names of news, and a few for a long quotation to lie on."""


class Shelves(Generic[T]):
    """Things that have a span each."""

    def __init__(self, things: Iterable[tuple[Span, T]] = ()) -> None:
        self._shelves: dict[int, list[tuple[Span, T]]] = {}
        for span, thing in things:
            self.put(span, thing)

    def put(self, span: Span, thing: T) -> None:
        for number in _numbers(span):
            self._shelves.setdefault(number, []).append((span, thing))

    def over(self, span: Span) -> Iterator[tuple[Span, T]]:
        """Yield what overlaps a span; a long thing may come more than once."""
        for number in _numbers(span):
            for there, thing in self._shelves.get(number, ()):
                if there.overlaps(span):
                    yield there, thing


def _numbers(span: Span) -> range:
    return range(span.start // WIDTH, (span.end - 1) // WIDTH + 1)
