"""Words that name an office or an honour in front of a person's name, which guidelines leave outside a label."""

import regex

from annotator.text.folding import fold_key
from annotator.text.quotes.words import ROLES, TITLE_SIGNS

MORE = (
    "نظير", "نظيره", "نظيرها", "نظيرته", "زميل", "زميله", "نجل", "ضابط", "نقيب", "أدميرال", "بروفيسور", "أستاذة", "مهندس",
    "آية", "مطران", "كاتوليكوس", "قيادي", "قيادية",
)  # fmt: skip
"""What stands before a name in a label more often than before a speaker."""

_KEYS = frozenset(map(fold_key, (*ROLES, *TITLE_SIGNS, *MORE)))
_FIRST_WORD = regex.compile(r"[^\p{L}]*(\p{L}[\p{L}\p{M}\u0640]*)")
_ARTICLE = "ال"


def begins_with_title(text: str) -> bool:
    """Tell whether the first word of ``text``, its article apart, is a title."""
    found = _FIRST_WORD.match(text)
    if found is None:
        return False
    key = fold_key(found[1])
    return key in _KEYS or key.removeprefix(_ARTICLE) in _KEYS
