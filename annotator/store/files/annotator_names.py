"""May somebody begin to annotate under this name? Names that nobody can see or tell apart mix up two people's work."""

import unicodedata
from collections.abc import Iterable

from annotator.errors import ProjectError
from annotator.text.folding import fold_key

_INVISIBLE = frozenset("\u034f\u115f\u1160\u17b4\u17b5\u2800\u3164\uffa0")
"""Characters of other categories than Cf that leave no ink: joiner, Hangul fillers, Khmer inherent vowels, blank Braille."""

_LIKE_LATIN = str.maketrans("аеорсухіјѕαοϲ", "aeopcyxijsaoc")
"""Cyrillic and Greek letters that look like Latin ones and are no compatibility forms of them."""


def refuse_invisible(name: str) -> None:
    """Raise `ProjectError` where a name holds what nobody sees: zero-width characters, direction marks, fillers.

    For new names only: what was saved under such a name before must stay readable.
    """
    bad = next((char for char in name if _is_invisible(char)), None)
    if bad is not None:
        shown = "".join(f"<U+{ord(c):04X}>" if _is_invisible(c) else c for c in name)
        raise ProjectError(
            f"the annotator's name {shown!r} holds U+{ord(bad):04X}, which nobody sees: type the name without it"
        )


def look_alikes(name: str, others: Iterable[str]) -> list[str]:
    """Return the names that a reader may take for ``name``: other capitals, marks, letter shapes or spaces."""
    mine = _skeleton(name)
    return sorted(other for other in others if other != name and _skeleton(other) == mine)


def _skeleton(name: str) -> str:
    plain = unicodedata.normalize("NFKC", name).casefold().translate(_LIKE_LATIN)
    visible = "".join(char for char in plain if not _is_invisible(char))
    return "".join((fold_key(visible) or visible).split())


def _is_invisible(char: str) -> bool:
    is_selector = "\ufe00" <= char <= "\ufe0f" or "\U000e0100" <= char <= "\U000e01ef"
    return is_selector or char in _INVISIBLE or unicodedata.category(char) in ("Cf", "Co", "Cn")
