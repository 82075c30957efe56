"""What the rules know of a text alone, worked out once a text and remembered for the next look at it."""

from collections.abc import Mapping
from functools import lru_cache

from annotator.text.dates import reader as dates
from annotator.text.graphemes import GraphemeIndex
from annotator.text.quotes import reader as quotes
from annotator.text.quotes.marks import pair_up

KEPT = 4
"""Texts remembered: the article on screen and its neighbours. A command over a project goes from text to text."""

OPENING = {"(": ")", "[": "]", "{": "}", "⟨": "⟩", "﴾": "﴿", "⟦": "⟧"}
_CLOSING = {closing: opening for opening, closing in OPENING.items()} | {"﴾": "﴿"}


@lru_cache(KEPT)
def clusters(text: str) -> GraphemeIndex:
    return GraphemeIndex(text)


@lru_cache(KEPT)
def partners(text: str) -> Mapping[int, int]:
    """Return for each quotation mark and bracket that has a partner where that is."""
    found = _brackets(text)
    for pair in pair_up(text)[0]:
        found[pair.opening] = pair.closing
        found[pair.closing] = pair.opening
    return found


@lru_cache(KEPT)
def lone_marks(text: str) -> tuple[int, ...]:
    """Return the positions of quotation marks without a partner, ascending."""
    return tuple(quotes.unbalanced(text))


@lru_cache(KEPT)
def proposed_dates(text: str, published: str | None) -> Mapping[tuple[int, int], str]:
    """Return the values of the dates in a text, by start and end."""
    return {(m.start, m.end): m.value for m in dates.find(text, published) if m.value}


@lru_cache(KEPT)
def proposed_speakers(text: str) -> tuple[tuple[int, int, int, int], ...]:
    """Return start and end of each quotation and of the words that name its speaker, in text order."""
    return tuple((m.start, m.end, *m.speaker) for m in quotes.find(text) if m.speaker is not None)


def _brackets(text: str) -> dict[int, int]:
    found: dict[int, int] = {}
    opened: list[tuple[str, int]] = []
    for position, char in enumerate(text):
        if char in OPENING:
            opened.append((char, position))
        elif char in _CLOSING:
            partner = next(
                (i for i in range(len(opened) - 1, -1, -1) if opened[i][0] == _CLOSING[char]), None
            )
            if partner is not None:
                at = opened[partner][1]
                found[at], found[position] = position, at
                del opened[partner:]
        elif char == "\n":
            opened.clear()
    return found
