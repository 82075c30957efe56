"""What is looked for, made ready to look for it in one text after the other."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Protocol

from annotator.search.folded_text import Place, SearchText
from annotator.search.pattern import TIME_LIMIT, TimedPattern
from annotator.search.words import Words, accepts, keys
from annotator.text import graphemes
from annotator.text.folding import fold_key


@dataclass(frozen=True, slots=True)
class Query:
    """Words to find, folded unless ``exact``; with ``regex`` an expression of the `regex` module.

    An exact query compares code points: case, marks and spelling as typed.
    """

    text: str
    exact: bool = False
    regex: bool = False
    words: Words = Words.ANYWHERE

    @property
    def is_blank(self) -> bool:
        """Nothing is left to look for, as with a query of vowel marks alone that is not exact."""
        return not (self.text if self.exact or self.regex else fold_key(self.text))


class Matcher(Protocol):
    """Finds one query. Hits are whole graphemes of the original, in order, none overlapping."""

    def spans(self, text: SearchText) -> list[Place]: ...

    def count(self, text: SearchText) -> int | None:
        """Count the hits without locating them, or return None where that cannot be done."""


def prepare(query: Query, seconds: float = TIME_LIMIT) -> Matcher:
    """Return what finds the query. Raises `SearchError` for an expression that is none.

    An expression may take so many ``seconds`` in all texts together; then looking for it raises `SearchError` too.
    """
    if query.is_blank:
        return _Nothing()
    if query.regex:
        pattern = TimedPattern(query.text, exact=query.exact, seconds=seconds)
        return _Expression(pattern, query.exact, query.words)
    if query.exact:
        return _Exact(query.text, query.words)
    return _Folded(fold_key(query.text), query.words)


class _Nothing:
    def spans(self, text: SearchText) -> list[Place]:
        return []

    def count(self, text: SearchText) -> int | None:
        return 0


class _Folded:
    def __init__(self, key: str, words: Words) -> None:
        self._words = words
        self._keys = tuple(keys(key, words))

    def spans(self, text: SearchText) -> list[Place]:
        present = [key for key in self._keys if key in text.key]
        if not present:
            return []
        folded = text.folded()
        places = (
            graphemes.snap(text.source, *folded.to_source(*place))
            for key in present
            for place in _scan(text.key, key, self._words)
        )
        return _apart(sorted(places))

    def count(self, text: SearchText) -> int | None:
        present = [key for key in self._keys if key in text.key]
        if not present:
            return 0
        if not text.even or len(present) > 1:
            return None
        if self._words == Words.ANYWHERE:
            return text.key.count(present[0])
        return sum(1 for _ in _scan(text.key, present[0], self._words))


class _Exact:
    def __init__(self, wanted: str, words: Words) -> None:
        self._wanted = wanted
        self._words = words
        # A query that begins with a mark may hit one letter twice.
        self._countable = words == Words.ANYWHERE and bool(fold_key(wanted[0]))

    def spans(self, text: SearchText) -> list[Place]:
        found = _scan(text.source, self._wanted, self._words)
        return _apart([graphemes.snap(text.source, *place) for place in found])

    def count(self, text: SearchText) -> int | None:
        if self._countable and text.even:
            return text.source.count(self._wanted)
        return None if self._wanted in text.source else 0


class _Expression:
    def __init__(self, pattern: TimedPattern, exact: bool, words: Words) -> None:
        self._pattern = pattern
        self._exact = exact
        self._words = words

    def spans(self, text: SearchText) -> list[Place]:
        found = self._pattern.find(text.source if self._exact else text.key)
        if not found:
            return []
        to_source = _same if self._exact else text.folded().to_source
        places = (graphemes.snap(text.source, *to_source(*place)) for place in found)
        return _apart([place for place in places if accepts(self._words, text.source, *place)])

    def count(self, text: SearchText) -> int | None:
        return None


def _scan(text: str, wanted: str, words: Words) -> Iterator[Place]:
    """Yield hits that are words as asked, none overlapping; after one that is not, look on a letter later."""
    at = text.find(wanted)
    while at >= 0:
        end = at + len(wanted)
        accepted = accepts(words, text, at, end)
        if accepted:
            yield at, end
        at = text.find(wanted, end if accepted else at + 1)


def _apart(places: list[Place]) -> list[Place]:
    """Drop what overlaps the hit before it."""
    kept: list[Place] = []
    for start, end in places:
        if start < end and (not kept or start >= kept[-1][1]):
            kept.append((start, end))
    return kept


def _same(start: int, end: int) -> Place:
    return start, end
