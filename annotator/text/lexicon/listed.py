"""Word lists as text: a word for a line of its own would make them unreadable."""


def words(listed: str) -> frozenset[str]:
    """Return the words of a text, which white space parts."""
    return frozenset(listed.split())
