"""Whether a place in a text is whole words, or whole words behind a clitic."""

from collections.abc import Iterator
from enum import StrEnum
from functools import lru_cache

import regex

from annotator.text.clitics import candidate_starts

_LETTER = regex.compile(r"[\p{L}\p{M}\u0640\u200c\u200d]")
_DIGIT = regex.compile(r"\p{Nd}")


class Words(StrEnum):
    """Where in words a hit may lie."""

    ANYWHERE = "anywhere"
    WHOLE = "whole"
    CLITICS = "clitics"
    """Whole words, or what is left of them without و ف ب ل ك س in front."""


def accepts(words: Words, source: str, start: int, end: int) -> bool:
    if words == Words.ANYWHERE:
        return True
    if _joins(source, end):
        return False
    if not _joins(source, start):
        return True
    return words == Words.CLITICS and start in candidate_starts(source, start, end)


def starts_a_word(source: str, start: int) -> bool:
    return not _joins(source, start)


def keys(key: str, words: Words) -> Iterator[str]:
    """Yield a folded key and, where clitics do not count, the form that ال takes after ل: الأمم, للأمم."""
    yield key
    if words == Words.CLITICS and key.startswith("ال") and len(key) > len("ال") + 1:
        rest = key.removeprefix("ال")
        yield ("ل" if rest.startswith("ل") else "لل") + rest


def _joins(source: str, position: int) -> bool:
    """Tell whether the characters before and after a position belong to one word; a letter and a digit never do."""
    if not 0 < position < len(source):
        return False
    kind = _kind(source[position - 1])
    return bool(kind) and kind == _kind(source[position])


@lru_cache(maxsize=4096)
def _kind(char: str) -> str:
    if _LETTER.match(char):
        return "letter"
    return "digit" if _DIGIT.match(char) else ""
