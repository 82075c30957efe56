"""Where an annotation begins in its first word: with or without the letters و ف ب ل ك س and ال in front."""

from collections import Counter
from collections.abc import Callable, Mapping
from functools import lru_cache

import regex

from annotator.model import CliticPolicy, Span
from annotator.text import clitics
from annotator.text.folding import fold_key

_WORD = regex.compile(r"[\p{L}\p{M}\u0640\u200c\u200d]+")


LONGEST = 200_000
"""Characters of an article whose words are counted; a book would hold up the key that marks something in it."""


def proposed(text: str, span: Span, policy: CliticPolicy, names_with: Callable[[str], int]) -> Span:
    """Return ``span`` without the clitics its label leaves outside; the span itself where none should go.

    ``names_with`` tells of a folded word how many different names or annotations of the project begin with it. What
    else decides are the words of the text and what everybody knows, see `clitics.trim`. A span that begins inside a
    word was put there by hand and stays.
    """
    word = _WORD.match(text, span.start)
    if policy != CliticPolicy.STRIP or word is None or not starts_a_word(text, span.start):
        return span
    forms = clitics.trim(word.group()).candidates
    if len(forms) == 1:
        return span
    known = {key: names_with(key) for key in map(fold_key, forms)}
    found = clitics.trim(word.group(), frequencies=_counted(text[:LONGEST]), names=known)
    start = span.start + found.best_start
    return Span(start, span.end) if start < span.end else span


@lru_cache(maxsize=2)
def _counted(text: str) -> Mapping[str, int]:
    """Return how often a text has each of its words, folded."""
    return Counter(_WORD.findall(fold_key(text)))


def stripped(text: str, span: Span) -> Span | None:
    """Return the span without its next clitic, ال included, or None where it begins with none."""
    later = [start for start in _starts(text, span) if start > span.start]
    return Span(later[0], span.end) if later else None


def given_back(text: str, span: Span) -> Span | None:
    """Return the span with the clitic right before it, or None where it begins its word."""
    if starts_a_word(text, span.start):
        return None
    earlier = [start for start in _starts(text, span) if start < span.start]
    return Span(earlier[-1], span.end) if earlier else None


def outside(text: str, span: Span) -> Span | None:
    """Return the clitics that stand before the span in its first word, or None where nothing does."""
    back = given_back(text, span)
    while back is not None and (further := given_back(text, back)) is not None:
        back = further
    return Span(back.start, span.start) if back else None


def starts_a_word(text: str, position: int) -> bool:
    return position == 0 or _WORD.match(text, position - 1) is None


def _starts(text: str, span: Span) -> list[int]:
    return clitics.candidate_starts(text, span.start, span.end, article=True)
