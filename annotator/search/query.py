"""What is looked for, made ready to look for it in one text after the other."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Protocol

from annotator.search.folded_text import Place, SearchText
from annotator.search.pattern import TIME_LIMIT, TimedPattern
from annotator.search.words import Words, accepts, keys
from annotator.text import graphemes
from annotator.text.folding import fold_key
from annotator.text.spelling.forms import JOINER, Spelling, spellings


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
    return _Folded(query.text, query.words)


_BLANK = frozenset((" ", "\n", ""))


class _Nothing:
    def spans(self, text: SearchText) -> list[Place]:
        return []

    def count(self, text: SearchText) -> int | None:
        return 0


class _Folded:
    def __init__(self, wanted: str, words: Words) -> None:
        self._words = words
        forms = _forms(wanted, words)
        self._plain = tuple(form for form in forms if not form.gaps)
        self._over_gaps = tuple(form for form in forms if form.gaps)
        self._only = self._plain[0].key if len(self._plain) == 1 else ""
        self._clashes = _clashes([form.key for form in self._plain])

    def spans(self, text: SearchText) -> list[Place]:
        present = self._present(text)
        if not present:
            return []
        folded = text.folded()
        places = (
            graphemes.snap(text.source, *folded.to_source(*place))
            for form in present
            for place in _scan_form(text.key, form, self._words)
            if not form.gaps or _gaps_in(text.source, *folded.to_source(*place)) == form.gaps
        )
        return _apart(sorted(places))

    def count(self, text: SearchText) -> int | None:
        if self._only and not text.has_joiners:
            if self._only not in text.key:
                return 0
            return self._count_form(text.key, self._plain[0]) if text.even else None
        present = self._present(text)
        if not present:
            return 0
        if not text.even or present[-1].gaps:
            return None
        if len(present) == 1 or not any(clash in text.key for clash in self._clashes):
            return sum(self._count_form(text.key, form) for form in present)
        places = (place for form in present for place in _scan_form(text.key, form, self._words))
        return len(_apart(sorted(places)))

    def _present(self, text: SearchText) -> list[Spelling]:
        """Return the forms a text may hold, those over a non-joiner last."""
        key = text.key
        found = [form for form in self._plain if form.key in key]
        if text.has_joiners and self._over_gaps:
            found += [form for form in self._over_gaps if form.key in key]
        return found

    def _count_form(self, key: str, form: Spelling) -> int:
        if self._words == Words.ANYWHERE:
            wanted, times = form.key, key.count(form.key)
            if form.pattern is None or (
                form.stands_alone
                and times == key.count(f" {wanted}")
                and times == key.count(f"{wanted} ")
            ):
                return times
        return sum(1 for _ in _scan_form(key, form, self._words))


def _forms(wanted: str, words: Words) -> tuple[Spelling, ...]:
    """Return every key to look for: each spelling, and behind clitics the form that ال takes after ل."""
    forms: dict[str, Spelling] = {}
    for spelling in spellings(wanted):
        for key in keys(spelling.key, words):
            pattern = spelling.pattern if key == spelling.key else None
            forms.setdefault(key, Spelling(key, pattern, spelling.gaps))
    return tuple(forms.values())


def _clashes(found: Sequence[str]) -> tuple[str, ...]:
    """Return what a text holds where hits of two different keys share letters, so that counting each counts too many."""
    clashes: set[str] = set()
    for one in found:
        for other in found:
            if one != other:
                sizes = (size for size in range(1, len(other)) if one.endswith(other[:size]))
                clashes.update(one + other[size:] for size in sizes)
                clashes.update([other] if one in other else [])
    return tuple(clashes)


def _scan_form(key: str, form: Spelling, words: Words) -> Iterator[Place]:
    if form.pattern is None:
        yield from _scan(key, form.key, words)
        return
    fits, wanted, size = form.pattern.match, form.key, len(form.key)
    at = key.find(wanted)
    while at >= 0:
        end = at + size
        # The letters are found by the faster search, and between spaces there are no neighbours to look at.
        alone = form.stands_alone and key[at - 1 : at] in _BLANK and key[end : end + 1] in _BLANK
        accepted = alone or (fits(key, at) is not None and accepts(words, key, at, end))
        if accepted:
            yield at, end
        at = key.find(wanted, end if accepted else at + 1)


def _gaps_in(source: str, start: int, end: int) -> int:
    return source.count(JOINER, start, end)


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
