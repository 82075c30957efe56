"""What is printed on the physical key of a label: the Latin and the Arabic legend."""

ARABIC_LEGENDS = {
    **dict(zip("qwertyuiop", ("ض", "ص", "ث", "ق", "ف", "غ", "ع", "ه", "خ", "ح"), strict=True)),
    **dict(zip("asdfghjkl", ("ش", "س", "ي", "ب", "ل", "ا", "ت", "ن", "م"), strict=True)),
    **dict(zip("zxcvbnm", ("ئ", "ء", "ؤ", "ر", "لا", "ى", "ة"), strict=True)),
}
"""The letters of the Arabic (101) layout, which Windows, Linux and printed keyboards share."""


def legend(key: str) -> str:
    """Return both legends of a letter key (``Q ض``); a digit key has one and the same place on every layout."""
    arabic = ARABIC_LEGENDS.get(key.casefold())
    return f"{key.upper()} {arabic}" if arabic else key
