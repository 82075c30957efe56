"""Matching as people type: case, tashkeel, alef forms and word order do not matter."""

from annotator.text.folding import fold


def matches(text: str, wanted: str) -> bool:
    """Tell whether every word of ``wanted`` occurs somewhere in ``text``; nothing wanted matches everything."""
    folded = key(text)
    return all(word in folded for word in key(wanted).split())


def rank(text: str, wanted: str) -> int | None:
    """Return how well ``text`` answers ``wanted``, less is better, None for not at all.

    0: it begins with it; 1: a word begins with it; 2: it occurs; 3: only its words occur.
    """
    folded, query = key(text), " ".join(key(wanted).split())
    if folded.startswith(query):
        return 0
    if f" {query}" in folded:
        return 1
    if query in folded:
        return 2
    return 3 if all(word in folded for word in query.split()) else None


def key(text: str) -> str:
    return fold(text).text.casefold()
