"""Words without vowel marks and tatweel, as many models of Arabic were trained on them."""

import regex

# Signs of the Quran, vowels and shadda, superscript alef, tatweel. Madda and hamza (0653 to 0655) are part of letters.
_MARKS = regex.compile(
    r"[\u0610-\u061a\u064b-\u0652\u0656-\u065f\u0670\u06d6-\u06dc\u06df-\u06e8\u06ea-\u06ed\u0640]+"
)


def without_marks(word: str) -> str:
    """Return ``word`` without marks; a word of marks only stays as it is, so that no word vanishes."""
    return _MARKS.sub("", word) or word
