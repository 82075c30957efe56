"""Whether a date that was found is only a piece of a longer expression: «1442هـ» of «15/3/1442هـ».

A date in pieces is worse than none, as nobody looks twice at one that is marked.
"""

import re

from annotator.text.dates.patterns import HIJRI_MONTH, MONTH, ORDINAL
from annotator.text.folding import fold_key

_REACH = 24
"""Characters before a date that are looked at: an ordinal and «و» fit in."""

_ONLY_NUMBERS = re.compile(r"[\d ./\\-]+(?:م|ه|هجريه?|ميلاديه?)?")
_NUMBER_BEFORE = re.compile(rf"(?:\d(?:[.:-]| ?[/\\] ?)?|(?:{MONTH}|{HIJRI_MONTH}) ?[/\\-] ?)$")
_MONTH_BEFORE = re.compile(
    rf"(?<![^\W_])(?:{MONTH}|{HIJRI_MONTH}),? (?:(?:من |في )?(?:ال|ل)?(?:عام|سنه) )?$"
)
_DAY_BEFORE = re.compile(r"\d (?:من )?(?:شهر )?$")
_A_MONTH = re.compile(rf"(?:شهر )?(?:{MONTH}|{HIJRI_MONTH})(?![^\W_])")
_DASH_BEFORE = re.compile(r"\d - $")
_AND_BEFORE = re.compile(
    rf"(?:(?<!\d)(?P<number>\d{{1,4}})|(?P<ordinal>{ORDINAL}))(?P<glue>,? ?و ?)$"
)
_NUMBER_AFTER = re.compile(r"\d|[.:-]\d| ?[/\\] ?\d")
_FIRST_NUMBER = re.compile(r"(\d+)")
_ORDINAL = re.compile(ORDINAL)
_DAYS = range(1, 32)


def is_cut(text: str, start: int, end: int, last: int) -> bool:
    """Tell whether the date at ``[start, end)`` of folded ``text`` goes on outside of it.

    ``last`` is the end of the date found before it: a list of whole dates is none in pieces.
    """
    before = text[max(0, start - _REACH) : start]
    is_number = text[start].isdigit()
    if (is_number or before.endswith(("/", "\\", "-"))) and _NUMBER_BEFORE.search(before):
        return True
    if is_number and _DASH_BEFORE.search(before) and _ONLY_NUMBERS.fullmatch(text, start, end):
        return True
    if before.rstrip(" ")[-1:] == "و" and _goes_on_from(text, start, before, last):
        return True
    return text[end - 1].isdigit() and bool(_NUMBER_AFTER.match(text, end))


def is_piece(text: str, start: int, end: int) -> bool:
    """Tell the same of a range of a text as it is written, and of a year after a month, without knowing other dates."""
    before = _folded(text[max(0, start - _REACH) : start])
    inside = fold_key(text[start:end])
    after = _folded(text[end : end + _REACH])
    if inside[:1].isdigit() and len(inside) > 2 and _MONTH_BEFORE.search(before):
        return True
    if _DAY_BEFORE.search(before) and _A_MONTH.match(inside):
        return True
    whole = before + inside + after
    return bool(inside) and is_cut(whole, len(before), len(before) + len(inside), -1)


def has_every_digit(text: str, outer: tuple[int, int], inner: tuple[int, int]) -> bool:
    """Tell whether all digits of the range ``outer`` of a text are in ``inner`` as well."""
    left = text[outer[0] : max(outer[0], min(inner[0], outer[1]))]
    right = text[min(outer[1], max(inner[1], outer[0])) : outer[1]]
    return not any(char.isdigit() for char in left + right)


def _folded(text: str) -> str:
    """Return the folded key with the spaces at its ends, at most one."""
    key = fold_key(text)
    before = " " if text[:1].isspace() else ""
    return before + key + (" " if key and text[-1:].isspace() else "")


def _goes_on_from(text: str, start: int, before: str, last: int) -> bool:
    """Tell whether a number or ordinal and «و» lead up to a date that begins with one: «5 و6 مارس» without the 5."""
    found = _AND_BEFORE.search(before)
    if found is None or start - len(found["glue"]) == last:
        return False
    first = _FIRST_NUMBER.match(text, start)
    if first is None:
        return bool(_ORDINAL.match(text, start)) and (
            found["ordinal"] is not None or int(found["number"]) in _DAYS
        )
    if found["ordinal"] is not None:
        return int(first[1]) in _DAYS
    return (int(found["number"]) in _DAYS) == (int(first[1]) in _DAYS)
