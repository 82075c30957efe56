"""Names told across Arabic, Latin and Cyrillic letters by their consonants: بيسكوف, Peskov, Песков.

Vowels are written or not, h comes and goes, and one letter may stand for several sounds, so a word has a few keys and
two words are alike that share one. Only names in different scripts are compared: in one script, letters tell more.
"""

import unicodedata
from functools import lru_cache
from itertools import product

import regex

from annotator.text.folding import fold_key

SHORTEST_SURNAME = 3
"""Consonants of a last name that is enough by itself: Песков is دميتري بيسكوف."""

SHORTEST_NAME = 2
"""Consonants of a name of one word that another single word is compared with."""

SHORTEST_JOINED = 3
"""Consonants of two names, an initial vowel among them, that are alike as a whole."""

MOST_KEYS = 48
"""Of one word; one with more doubtful letters is compared by the first of them."""

_VOWEL = "A"
"""At the beginning of a word any vowel counts: إيران is not Rouen."""

# Sounds of letters and groups of letters, the longest first; several where the letter is ambiguous, "" for none.
_ARABIC = {
    "تش": ("C",), "ب": ("B",), "ت": ("T",), "ث": ("T", "S"), "ج": ("J", "G"), "خ": ("X",), "د": ("D",), "ذ": ("D", "Z"), "ر": ("R",),
    "ز": ("Z",), "س": ("S",), "ش": ("$",), "ص": ("S",), "ض": ("D", "Z"), "ط": ("T",), "ظ": ("Z", "D"), "غ": ("G",), "ف": ("F",), "ق": ("K", "G"),
    "ك": ("K", "G"), "ل": ("L",), "م": ("M",), "ن": ("N",),
}  # fmt: skip
_LATIN = {
    "tsch": ("C",), "tch": ("C",), "sch": ("$",), "dzh": ("J",), "dj": ("J",), "ch": ("C", "K", "$"), "kh": ("X",), "sh": ("$",), "zh": ("J",),
    "ph": ("F",), "th": ("T",), "gh": ("G",), "dh": ("D",), "ck": ("K",), "b": ("B",), "c": ("K", "S", "J"), "d": ("D",), "f": ("F",), "g": ("G", "J"),
    "j": ("J", ""), "k": ("K",), "l": ("L",), "m": ("M",), "n": ("N",), "p": ("B",), "q": ("K",), "r": ("R",), "s": ("S",), "t": ("T",),
    "v": ("F",), "x": ("KS",), "z": ("Z", "TS"),
}  # fmt: skip
_CYRILLIC = {
    "дж": ("J",), "б": ("B",), "в": ("F",), "г": ("G", ""), "ґ": ("G",), "д": ("D",), "ж": ("J",), "з": ("Z",), "к": ("K",), "л": ("L",), "м": ("M",),
    "н": ("N",), "п": ("B",), "р": ("R",), "с": ("S",), "т": ("T",), "ф": ("F",), "х": ("X", ""), "ц": ("TS",), "ч": ("C",), "ш": ("$",), "щ": ("$",),
}  # fmt: skip
_SOUNDS = {**_ARABIC, **_LATIN, **_CYRILLIC}
_SOUND = regex.compile("|".join(sorted(_SOUNDS, key=len, reverse=True)))
_VOWELS = frozenset("اويءعaeiouywаеёиоуыэюяіїєй")
_SILENT = frozenset("هحhьъ'’-")

# Accents that tell a sound, before folding takes them off.
_ACCENTED = str.maketrans(
    {"ç": "ch", "č": "tch", "ć": "tch", "ş": "sh", "š": "sh", "ș": "sh", "ž": "zh"}
)
_WORD = regex.compile(r"[\p{L}\p{M}'’]+")
_SCRIPTS = (
    regex.compile(r"\p{Arabic}"),
    regex.compile(r"\p{Latin}"),
    regex.compile(r"\p{Cyrillic}"),
)
_ARTICLES = frozenset({"al", "el", "as", "the", "аль", "эль", "ас"})
_DOUBLED = regex.compile(r"(\p{L})\1+")


def sound_alike(one: str, other: str) -> bool:
    """Tell whether two names in different scripts may be one: all words of the shorter in the longer, the last ones too.

    A last name alone is enough where it has `SHORTEST_SURNAME` consonants. Where words end does not matter to names that
    are alike as a whole: حزب الله, Hezbollah.
    """
    if not script(one) or not script(other) or script(one) == script(other):
        return False
    if any(len(key) >= SHORTEST_JOINED for key in _joined(one) & _joined(other)):
        return True
    shorter, longer = sorted((_words(one), _words(other)), key=len)
    if not shorter or not shorter[-1] & longer[-1]:
        return False
    if len(shorter) == 1:
        needed = SHORTEST_NAME if len(longer) == 1 else SHORTEST_SURNAME
        return any(len(key.lstrip(_VOWEL)) >= needed for key in shorter[0] & longer[-1])
    rest = iter(longer)
    return all(any(keys & other_keys for other_keys in rest) for keys in shorter)


def script(name: str) -> int:
    """Return which script a name is in, by its first letter: 1 Arabic, 2 Latin, 3 Cyrillic, 0 none of them."""
    for char in name:
        for number, pattern in enumerate(_SCRIPTS, 1):
            if char.isalpha() and pattern.match(char):
                return number
    return 0


@lru_cache(maxsize=20_000)
def _words(name: str) -> tuple[frozenset[str], ...]:
    """Return the keys of each word that has consonants, articles left out."""
    keyed = (_keys(fold_key(_without_article(word))) for word in _split(name))
    return tuple(keys for keys in keyed if keys)


@lru_cache(maxsize=20_000)
def _joined(name: str) -> frozenset[str]:
    """Return the keys of a name as one word; an article inside may be heard or not."""
    ways = {""}
    for word in _split(name):
        bare = _without_article(word)
        keys = _keys(fold_key(bare))
        if ways != {""}:
            keys = frozenset(key.lstrip(_VOWEL) for key in keys)
            if bare != word:
                keys |= frozenset("L" + key for key in keys)
        ways = set(sorted(way + key for way in ways for key in keys or {""})[:MOST_KEYS])
    return frozenset(ways)


def _split(name: str) -> list[str]:
    plain = unicodedata.normalize("NFC", name).casefold().translate(_ACCENTED)
    words = (match.group() for match in _WORD.finditer(plain))
    return [word for word in words if word not in _ARTICLES]


def _without_article(word: str) -> str:
    return word[2:] if word.startswith("ال") and len(word) > 4 else word


def _keys(word: str) -> frozenset[str]:
    word = _DOUBLED.sub(r"\1", word)
    sounds: list[tuple[str, ...]] = []
    position = 0
    while position < len(word):
        match = _SOUND.match(word, position)
        if match is None:
            if position == 0 and word[0] in _VOWELS:
                sounds.append((_VOWEL,))
            position += 1
            continue
        options = _SOUNDS[match.group()]
        if match.group() == "в" and position == 0:
            options = (*options, _VOWEL)  # Вашингтон, Washington
        if sounds and options[0] == "G" and sounds[-1] == ("N",) and _is_closed(word, match.end()):
            options = (*options, "")  # the g of Washington
        sounds.append(options)
        position = match.end()
    keys = {"".join(way) for way, _ in zip(product(*sounds), range(MOST_KEYS), strict=False)}
    return frozenset(key for key in keys if key.strip(_VOWEL))


def _is_closed(word: str, position: int) -> bool:
    """Tell whether a consonant or nothing follows."""
    return position >= len(word) or word[position] not in _VOWELS | _SILENT
