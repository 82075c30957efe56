"""Matching as people type: case, marks, alef forms and word order do not matter."""

from annotator.text.folding import fold_key


def folded(text: str) -> str:
    return fold_key(text)


def words_of(query: str) -> tuple[str, ...]:
    """Return the folded words of what was typed."""
    return tuple(folded(query).split())


def holds(key: str, words: tuple[str, ...]) -> bool:
    """Tell whether every one of ``words`` occurs in ``key``; both are folded."""
    return all(word in key for word in words)


def matches(text: str, wanted: str) -> bool:
    """Tell whether every word of ``wanted`` occurs somewhere in ``text``; nothing wanted matches everything."""
    return holds(folded(text), words_of(wanted))


def rank(text: str, wanted: str) -> int | None:
    """Return how well ``text`` answers ``wanted``, less is better, None for not at all.

    0: it begins with it; 1: a word begins with it; 2: it occurs; 3: only its words occur.
    """
    key, words = folded(text), words_of(wanted)
    query = " ".join(words)
    if key.startswith(query):
        return 0
    if f" {query}" in key:
        return 1
    if query in key:
        return 2
    return 3 if holds(key, words) else None
