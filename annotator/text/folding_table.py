"""What search treats as the same: one folded form for every character.

Letters that people type for one another fall together, everything nobody types when searching is deleted.
"""

import unicodedata

# Character classes, to stand between the brackets of a pattern.
MARKS = (
    r"\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e4\u06e7\u06e8\u06ea-\u06ed"
    r"\u08ca-\u08e1\u08e3-\u08ff\u0300-\u036f\ufe00-\ufe0f"
)
"""Vowel, Quranic and variation marks, accents of Latin, Greek and Cyrillic: deleted, and part of the letter below."""

ATTACHED = (
    MARKS
    + r"\u0640\u06e5\u06e6\u200c\u200d\ufc5e-\ufc63\ufcf2-\ufcf4\ufe70-\ufe72\ufe74\ufe76-\ufe7f"
)
"""Everything deleted that a hit takes in with the letter before it: tatweel, joiners and the shapes of marks too."""

CONTROLS = r"\u200b\u200e\u200f\u061c\u00ad\ufeff\u202a-\u202e\u2060-\u2064\u2066-\u2069"
"""Deleted, and part of nothing."""

SPACES = r"\t\v\f \u00a0\u1680\u2000-\u200a\u202f\u205f\u3000"

RESIZED = (
    r"\u00c6\u00de\u00df\u00e6\u00fe\u0130\u0149\u0152\u0153\u01e2\u01e3\u01f0\u01fc\u01fd\u0390\u03b0\u0587"
    r"\u1e96-\u1e9e\u1f50-\u1fff\u2026\ufb00-\ufb17\ufb50-\ufdff\ufe70-\ufefc\uff00-\uffef"
)
"""Holds every character, but for those above, whose folded form is not one character long (and many that are)."""

_GROUPS = {
    "ا": "أإآٱٲٳٵ",
    "ء": "ؤئٶٸۓ",
    "ه": "ة\u06c3ۀہھە",
    "ي": "ىیےې\u06cd",
    "ك": "کڪګگ",
    "ب": "پ",
    "ج": "چ",
    "ز": "ژ",
    "ف": "ڤڥ",
    "i": "ı",
    "o": "øØ",
    "l": "łŁ",
    "d": "đĐðÐ",
    "h": "ħĦ",
    "t": "ŧŦ",
    "th": "þÞ",
    "ae": "æÆ",
    "oe": "œŒ",
    '"': "«»“”„‟″",
    "'": "‘’‚‛′",
    "-": "–—‐‑‒―−",
    ",": "،٬",
    ";": "؛",
    "?": "؟",
    "%": "٪",
    ".": "٫",
    "...": "…",
    "\n": "\r\u0085\u2028\u2029",
}
_FOLDED = {character: form for form, characters in _GROUPS.items() for character in characters}


def _members(character_class: str) -> frozenset[str]:
    """Spell a character class out."""
    characters: set[str] = set()
    points = iter(character_class.encode("ascii").decode("unicode_escape"))
    last = ""
    for point in points:
        if point == "-" and last:
            characters.update(map(chr, range(ord(last), ord(next(points)) + 1)))
            last = ""
        else:
            characters.add(point)
            last = point
    return frozenset(characters)


_DELETED = _members(ATTACHED) | _members(CONTROLS)
_SPACES = _members(SPACES)


def fold_character(character: str) -> str:
    """Return the folded form of one code point: usually one character, none when deleted, several for a ligature."""
    if character in _DELETED:
        return ""
    if character in _SPACES:
        return " "
    if "\ufb50" <= character <= "\ufdff" or "\ufe70" <= character <= "\uffef":
        # Shapes of lone marks decompose to a space or a tatweel that carries the mark.
        parts = unicodedata.normalize("NFKC", character)
        parts = parts[1:] if len(parts) > 1 and parts[0] == " " else parts
        return "".join(_fold_plain(part) for part in parts if part not in _DELETED)
    return _fold_plain(character)


def _fold_plain(character: str) -> str:
    if character.isdecimal():
        return str(unicodedata.decimal(character))
    base = _without_accents(character)
    return _FOLDED.get(base) or "".join(map(_without_accents, base.casefold()))


def _without_accents(character: str) -> str:
    """Return the letter under its marks, é and e with an accent of its own alike; what holds more than marks stays whole.

    The carried hamza is a letter: what is built with one is in `_GROUPS`.
    """
    if character in _FOLDED:
        return character
    first, *marks = unicodedata.normalize("NFD", character)
    return first if _DELETED.issuperset(marks) else character


class FoldingTable(dict[int, str]):
    """The table of `str.translate`, filled as characters turn up: all of Unicode would cost a second at start."""

    def __missing__(self, code_point: int) -> str:
        form = fold_character(chr(code_point))
        self[code_point] = form
        return form
