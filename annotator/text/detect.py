"""Recognise Arabic in bytes that are not UTF-8, by what Arabic writing is mostly made of."""

import re

EXPECTED_SHARE = 0.9
"""Of the characters that could betray a wrong reading, so many must be usual in Arabic text: foreign names are the rest."""

COMMON_SHARE = 0.5
"""Share of the ten commonest letters: 0.67 to 0.70 in each sample article, under 0.3 where a wrong code page draws letters
evenly."""

FEW_LETTERS = 40
"""Below so many letters the share of the commonest swings too far to decide by; a third of them must do."""

_COMMON = re.compile("[اليمونرتبة]")
_LETTER = re.compile(
    "[\u0621-\u063a\u0641-\u064a\u067e\u0686\u0698\u06a9\u06af\u06ba\u06be\u06c1\u06cc\u06d2]"
)
_MARK_OR_SIGN = re.compile(
    "[\u060c\u061b\u061f\u0640\u064b-\u0652\u00a0\u00ab\u00bb\u2013\u2014\u2018-\u201d\u2026\u200c-\u200f]"
)
# What texts of this part of the world hold, whatever their script: Latin, Greek, Cyrillic, Hebrew, Arabic, signs, emoji.
_USUAL = re.compile(
    "[\t-\r\x20-\u077f\u0870-\u08ff\u2000-\u2bff\ufb50-\ufeff\U0001f000-\U0001faff]"
)
_NEAR = re.compile("[\t\n\r\x20-\x7e\u0600-\u06ff]")


def detect_utf16(raw: bytes) -> str | None:
    """Return ``utf-16-le`` or ``utf-16-be`` if the bytes read well so, None if they do not.

    Half of a text at least is Arabic or ASCII; a few bytes of a binary file can be usual characters of other scripts.
    """
    best, encoding = EXPECTED_SHARE, None
    for candidate in ("utf-16-le", "utf-16-be"):
        text = raw.decode(candidate, "surrogatepass")
        share = len(_USUAL.findall(text)) / len(text)
        if share > best and 2 * len(_NEAR.findall(text)) >= len(text):
            best, encoding = share, candidate
    return encoding


def looks_like_cp1256(raw: bytes) -> bool:
    """Tell whether the bytes above ASCII read as Arabic in Windows-1256.

    Every byte is some character of Windows-1256, so only the mix can tell. UTF-8 read so is half ط and ظ; a fifth or more
    of ISO 8859-6, Mac Arabic, Cyrillic, Greek or French becomes Latin letters with accents.
    """
    foreign = re.sub(rb"[\x00-\x7f]+", b"", raw).decode("cp1256")
    letters = _LETTER.findall(foreign)
    expected = len(letters) + len(_MARK_OR_SIGN.findall(foreign))
    if not letters or expected < EXPECTED_SHARE * len(foreign):
        return False
    common = len(_COMMON.findall("".join(letters))) / len(letters)
    return common >= (COMMON_SHARE if len(letters) >= FEW_LETTERS else 1 / 3)
