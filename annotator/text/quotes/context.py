"""Words before and after a quotation, and the vocabulary that gives them a part in it."""

import re
from collections.abc import Iterable
from functools import cache
from typing import NamedTuple

from annotator.text import graphemes
from annotator.text.clitic_words import PLACES
from annotator.text.folding import Folded, fold_key
from annotator.text.quotes import words as vocabulary

_WORD = re.compile(r"[^\W\d_]+|\d+(?:[.,:]\d+)*|\.{2,}|[^\w\s]")


class Word(NamedTuple):
    """A folded word or sign, with its place in the folded context."""

    text: str
    start: int
    end: int

    @property
    def is_word(self) -> bool:
        return self.text[0].isalnum()


class Passage:
    """A stretch of the text as folded words, with the way back to the text."""

    def __init__(self, source: str, offset: int) -> None:
        self._folded = Folded(source)
        self._offset = offset
        self.words = [
            Word(match.group(), *match.span()) for match in _WORD.finditer(self._folded.text)
        ]

    def source_span(self, start: int, end: int) -> tuple[int, int]:
        """Return where ``[start, end)`` of the folded passage stands in the text."""
        first, last = graphemes.snap(self._folded.source, *self._folded.to_source(start, end))
        return first + self._offset, last + self._offset


def _folded(words: Iterable[str]) -> frozenset[str]:
    return frozenset(map(fold_key, words))


def _past(verbs: Iterable[str]) -> Iterable[str]:
    for verb in verbs:
        stem = verb[:-1] if verb[-1] in "ىا" and len(verb) > 2 else verb
        yield from (verb, stem + "ت", stem + "وا")
        if verb == stem:
            yield verb + "ا"


def _present(verbs: Iterable[str]) -> Iterable[str]:
    for verb in verbs:
        yield from (verb, "ت" + verb[1:])


def _declined() -> Iterable[str]:
    yield from vocabulary.ALSO_SAYING
    for participle in vocabulary.SAYING:
        yield from (participle + ending for ending in ("ا", "ة", "ين", "ون", "ات"))


class Vocabulary(NamedTuple):
    """The folded word lists."""

    said: frozenset[str]
    saying: frozenset[str]
    reported: frozenset[str]
    his_saying: frozenset[str]
    came_in: frozenset[str]
    statements: frozenset[str]
    sources: frozenset[str]
    in_his_words: frozenset[str]
    that: frozenset[str]
    about_it: frozenset[str]
    stops: frozenset[str]
    leads: frozenset[str]
    roles: frozenset[str]
    title_signs: frozenset[str]
    title_words: frozenset[str]
    adjectives: frozenset[str]
    name_heads: frozenset[str]
    generic: frozenset[str]
    papers: frozenset[str]
    credits: frozenset[str]
    titled: frozenset[str]
    acted_on: frozenset[str]
    objects: frozenset[str]
    listeners: frozenset[str]
    describing: frozenset[str]
    also_nouns: frozenset[str]
    anonymous: frozenset[str]
    turning_back: frozenset[str]


@cache
def known() -> Vocabulary:
    """Fold the vocabulary, once, when the first quotation is looked at."""
    never = _folded(vocabulary.NOT_SAYING)
    adjectives = _folded(vocabulary.ADJECTIVES)
    return Vocabulary(
        said=_folded([*_past(vocabulary.SAID), *_present(vocabulary.SAYS), *vocabulary.SHOWN])
        - never,
        saying=_folded(_declined()) - never,
        reported=_folded(vocabulary.REPORTED),
        his_saying=_folded(vocabulary.HIS_SAYING),
        came_in=_folded(vocabulary.CAME_IN),
        statements=_folded(vocabulary.STATEMENTS),
        sources=_folded(vocabulary.SOURCES),
        in_his_words=_folded(vocabulary.IN_HIS_WORDS),
        that=_folded(vocabulary.THAT),
        about_it=_folded(vocabulary.ABOUT_IT),
        stops=_folded(vocabulary.STOPS),
        leads=_folded(vocabulary.LEADS),
        roles=_folded(vocabulary.ROLES),
        title_signs=_folded(vocabulary.TITLE_SIGNS),
        title_words=_folded([*vocabulary.OFFICES, *vocabulary.ROLES, *PLACES]),
        adjectives=adjectives | {f"{word}ه" for word in adjectives},
        name_heads=_folded(vocabulary.NAME_HEADS),
        generic=_folded(vocabulary.GENERIC),
        papers=_folded(vocabulary.PAPERS),
        credits=_folded(vocabulary.CREDITS),
        titled=_folded(vocabulary.TITLES_OF_WORKS),
        acted_on=_folded(_past(vocabulary.ACTED_ON)),
        objects=_folded(vocabulary.STATEMENT_OBJECTS),
        describing=_folded(vocabulary.DESCRIBING),
        also_nouns=_folded(vocabulary.ALSO_NOUNS),
        anonymous=_folded(vocabulary.ANONYMOUS),
        turning_back=_folded(vocabulary.TURNING_BACK),
        listeners=_folded([*vocabulary.LISTENERS, *(f"ل{medium}" for medium in vocabulary.MEDIA)]),
    )


def without_conjunction(word: str, among: frozenset[str]) -> bool:
    """Tell whether the word, with or without و or ف before it, is one of ``among``."""
    return word in among or (word[0] in "وف" and word[1:] in among)


def without_clitics(word: str) -> str:
    """Return the word without conjunction, preposition and article, as long as three letters remain."""
    for prefix in (
        "وبال",
        "ولل",
        "وال",
        "بال",
        "فال",
        "كال",
        "لل",
        "ال",
        "وب",
        "ول",
        "و",
        "ف",
        "ب",
        "ل",
        "ك",
    ):
        if word.startswith(prefix) and len(word) - len(prefix) >= 3:
            return word[len(prefix) :]
    return word
