"""What the offsets of a file count, as its programs do: code points, or UTF-16 units where a browser counts."""

from bisect import bisect_left
from collections.abc import Callable

from annotator.options import Choice, Kind, Option, Words

CODEPOINT, UTF16 = "codepoint", "utf16"


def offset_unit(default: str) -> Option:
    """Return the option of a format whose programs count ``default`` unless they are told otherwise."""
    return Option(
        "offset_unit",
        Words("Offsets count", "وحدة عدّ المواضع"),
        Words(
            "What the numbers in the file count: they differ behind an emoji.",
            "ما تعدّه الأرقام في الملف، وهي تختلف بعد الرموز التعبيرية.",
        ),
        Kind.CHOICE,
        default,
        (
            Choice(
                CODEPOINT,
                Words("Code points", "محارف يونيكود"),
                Words("As Python counts.", "كما تعدّ لغة بايثون."),
            ),
            Choice(
                UTF16,
                Words("UTF-16 units", "وحدات UTF-16"),
                Words("As browsers count.", "كما تعدّ المتصفحات."),
            ),
        ),
    )


def counter(text: str, unit: str) -> Callable[[int], int]:
    """Return what takes code points of ``text`` to ``unit``."""
    if unit == CODEPOINT or text.isascii() or max(text, default="") <= "\uffff":
        return int
    wide = [place for place, character in enumerate(text) if character > "\uffff"]
    return lambda offset: offset + bisect_left(wide, offset)
