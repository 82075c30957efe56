"""Filter lines: every typed word must occur, as people spell it and not as Unicode does."""

from annotator.text.folding import fold_key


def folded(text: str) -> str:
    return fold_key(text)


def words_of(query: str) -> tuple[str, ...]:
    """Return the folded words of what was typed."""
    return tuple(folded(query).split())


def matches(words: tuple[str, ...], key: str) -> bool:
    """Tell whether every one of ``words`` occurs in ``key``; both are folded."""
    return all(word in key for word in words)
