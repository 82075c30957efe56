"""The ways to write a name that a project knows, and where they stand in a paragraph."""

from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import NamedTuple

from annotator.model import Annotation, Span
from annotator.text import clitics
from annotator.text.clitic_words import NAMES
from annotator.text.folding import fold_key
from annotator.text.spelling.forms import spellings
from annotator.text.tokens import tokenize

MOST_WORDS = 8
"""A longer annotation is a phrase that will not stand elsewhere word for word."""

SHORTEST_SURNAME = 4
"""Letters of a last word that is looked for alone: علييف of إلهام علييف."""


class Form(NamedTuple):
    """A way to write a name, folded, word by word, and the label it was given; None where nobody has labelled it yet."""

    words: tuple[str, ...]
    label: str | None


class NameForms:
    """Forms by their first word, so that a paragraph is gone through once."""

    def __init__(self, forms: Iterable[tuple[str, str | None]] = ()) -> None:
        self._by_first: dict[str, dict[tuple[str, ...], str | None]] = {}
        for written, label in forms:
            self.add(written, label)

    def add(self, written: str, label: str | None) -> None:
        for words in _words_of(written):
            self._by_first.setdefault(words[0], {})[words] = label

    def find(self, paragraph: str, offset: int) -> Iterator[tuple[Span, str | None]]:
        """Yield where a known name stands, the longest at each word, letters of other words in front left outside."""
        tokens = tokenize(paragraph)
        keys = [fold_key(paragraph[token.start : token.end]) for token in tokens]
        for index, token in enumerate(tokens):
            for start in clitics.candidate_starts(paragraph, token.start, token.end):
                if start < token.start:
                    continue
                first = (
                    keys[index] if start == token.start else fold_key(paragraph[start : token.end])
                )
                found = self._longest(first, keys, index)
                if found is not None:
                    words, label = found
                    end = tokens[index + len(words) - 1].end
                    yield Span(offset + start, offset + end), label
                    break

    def _longest(
        self, first: str, keys: list[str], index: int
    ) -> tuple[tuple[str, ...], str | None] | None:
        known = self._by_first.get(first, {})
        fitting = [
            words for words in known if list(words[1:]) == keys[index + 1 : index + len(words)]
        ]
        return max(((w, known[w]) for w in fitting), key=lambda form: len(form[0]), default=None)


@lru_cache(20_000)
def _words_of(written: str) -> tuple[tuple[str, ...], ...]:
    """Return the words of each spelling of a name, folded; none where it cannot be one.

    All names are asked for again at every key.
    """
    ways = (tuple(spelling.key.split()) for spelling in spellings(written) if not spelling.gaps)
    return tuple(
        words for words in ways if len(words) <= MOST_WORDS and any(w[0].isalpha() for w in words)
    )


def everybody_knows(label: str | None) -> list[tuple[str, str | None]]:
    """Return the states, capitals and people of the news, for a project that knows no name of its own yet."""
    return [(name, label) for name in sorted(NAMES)]


def used_in(
    annotations: Iterable[Annotation], text: str, labels: Iterable[str]
) -> list[tuple[str, str | None]]:
    """Return what annotations with one of ``labels`` cover; of a name in two or three words its last word as well."""
    wanted = frozenset(labels)
    found: list[tuple[str, str | None]] = []
    for annotation in annotations:
        if annotation.label not in wanted:
            continue
        written = annotation.span.of(text)
        found.append((written, annotation.label))
        words = written.split()
        last = words[-1] if words else ""
        if (
            2 <= len(words) <= 3
            and len(last) >= SHORTEST_SURNAME
            and not last.startswith(("ال", "وال", "لل"))
        ):
            found.append((last, annotation.label))
    return found
