"""An article's text as words that can be looked up: folded, each with and without the letters of other words in front."""

from bisect import bisect_right
from collections.abc import Iterator
from functools import cached_property, lru_cache

from annotator.model import Span
from annotator.text import clitics
from annotator.text.folding import fold_key
from annotator.text.lexicon.evidence import known_words, stems
from annotator.text.spelling.forms import spellings
from annotator.text.tokens import words

MOST_WORDS = 8
"""A longer annotation is a phrase that will not stand elsewhere word for word."""

SHORTEST = 3
"""Letters of a name that is looked for."""

Words = tuple[str, ...]
"""A way to write a name: its folded words."""


class TokenText:
    """A text with what suggesting needs of it, worked out once."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.starts, self.ends, self.raw = words(text)
        self.keys = [_key(word) for word in self.raw]

    def __len__(self) -> int:
        return len(self.raw)

    @cached_property
    def _places(self) -> dict[str, list[tuple[int, int]]]:
        """Where each word stands, as (token, letters before it in the token)."""
        found: dict[str, list[tuple[int, int]]] = {}
        for at, word in enumerate(self.raw):
            for offset, key in word_forms(word):
                found.setdefault(key, []).append((at, offset))
        return found

    def has(self, key: str) -> bool:
        return key in self._places

    def occurrences(self, form: Words) -> Iterator[tuple[int, int, int]]:
        """Yield where a form stands, as (first token, letters left outside in it, token behind the last)."""
        places = self._places.get(form[0])
        if places is None:
            return
        size = len(form)
        rest = list(form[1:])
        for at, offset in places:
            if size == 1 or self.keys[at + 1 : at + size] == rest:
                yield at, offset, at + size

    def span(self, first: int, offset: int, after: int) -> Span:
        """Return the range of tokens ``[first, after)`` without ``offset`` letters in front."""
        return Span(self.starts[first] + offset, self.ends[after - 1])

    @cached_property
    def lines(self) -> list[tuple[int, int]]:
        """The tokens of each line that has any, as ranges of token numbers."""
        found: list[tuple[int, int]] = []
        first = 0
        for at in range(1, len(self.raw) + 1):
            if at == len(self.raw) or "\n" in self.text[self.ends[at - 1] : self.starts[at]]:
                if first < at:
                    found.append((first, at))
                first = at
        return found

    def token_at(self, position: int) -> int | None:
        """Return the token that covers a position, or None."""
        at = bisect_right(self.starts, position) - 1
        return at if at >= 0 and position < self.ends[at] else None


@lru_cache(maxsize=50_000)
def _key(word: str) -> str:
    return fold_key(word)


@lru_cache(maxsize=50_000)
def word_forms(word: str) -> tuple[tuple[int, str], ...]:
    """Return what a word may be, folded, with how many letters are left outside: itself first, ووزارة and وزارة.

    لل stays whole and is what it stands for, للأمم and الأمم. Nothing is cut from a word that everybody knows whole.
    """
    own = _key(word)
    found = [(0, own)]
    if not word[:1].isalpha():
        return tuple(found)
    starts = clitics.candidate_starts(word, 0, len(word))
    for start in starts:
        key = own if start == 0 else _key(word[start:])
        if start and not _may_be_cut(own):
            continue
        if start:
            found.append((start, key))
        if key.startswith("لل") and len(key) > len("لل") + 1:
            found.append((start, "ال" + key[2:]))
    return tuple(found)


def _may_be_cut(whole: str) -> bool:
    return whole not in stems() and whole not in known_words()


@lru_cache(maxsize=20_000)
def forms_of(written: str) -> tuple[Words, ...]:
    """Return the ways to write a name as folded words; none where it cannot be looked for."""
    ways = (tuple(words(one.key)[2]) for one in spellings(written) if not one.gaps)
    return tuple(
        form
        for form in ways
        if form
        and len(form) <= MOST_WORDS
        and len("".join(form)) >= SHORTEST
        and form[0][0].isalpha()
    )
