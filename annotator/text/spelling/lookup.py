"""Whether what somebody types asks for a name: in any spelling, in part, or in the letters of another script."""

from annotator.text.folding import fold_key
from annotator.text.spelling.forms import name_key
from annotator.text.spelling.sound import sound_alike

SHORTEST_HEARD = 3
"""Letters typed before names in another script are offered: two consonants are in too many."""


def asks_for(typed: str, form: str) -> bool:
    """Tell whether every word of ``typed`` occurs in a form of a name, or the two are one name in two scripts.

    Nothing typed asks for every name.
    """
    folded = fold_key(typed)
    return (
        _holds(fold_key(form), folded)
        or _holds(name_key(form), name_key(typed))
        or (len(folded) >= SHORTEST_HEARD and sound_alike(typed, form))
    )


def _holds(key: str, words: str) -> bool:
    return all(word in key for word in words.split())
