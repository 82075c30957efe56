"""Dates as annotations carry them: ISO 8601-2 (EDTF), levels 0 and 1, and of level 2 what our dates need.

That is quarters, thirds and halves of a year (months 33 to 41) and sets: ``{2014,2020}`` all of them, ``[2014,2020]`` one.

Source: Library of Congress, "Extended Date/Time Format (EDTF) Specification", 2019.
"""

import re
from calendar import monthrange

FORMS = "2021-11-09, 2021-11, 2021-11-09/2021-11-11"
"""What to offer as examples where a value is refused."""

_DIGITS = str.maketrans("٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹", "0123456789" * 2)
_TIME = (
    r"T(?:[01]\d|2[0-3]):[0-5]\d(?::[0-5]\d)?(?:Z|[+-](?:0\d|1[0-4]):[0-5]\d|[+-](?:0\d|1[0-4]))?"
)
_DATE = re.compile(
    r"-?(?P<year>\d{4}|\d{3}X|\d{2}XX|XXXX)"
    r"(?:-(?P<month>0[1-9]|1[0-2]|2[1-9]|3\d|4[01]|XX)(?:-(?P<day>0[1-9]|[12]\d|3[01]|XX))?)?"
    rf"(?P<time>{_TIME})?(?P<qualifier>[?~%])?",
    re.ASCII,
)
"""Months from 21 are seasons and other parts of a year; X stands for a digit that is not known."""


def with_western_digits(text: str) -> str:
    """Return ``text`` with Arabic-Indic and Persian digits as ASCII ones, the only ones ISO 8601 has."""
    return text.translate(_DIGITS)


def is_date_value(text: str) -> bool:
    """Tell whether ``text`` is a date, an interval of two (``..`` or nothing for an open end), or a set of dates."""
    if text[:1] + text[-1:] in ("{}", "[]"):
        return all(_is_in_set(part) for part in text[1:-1].split(","))
    ends = text.split("/")
    if len(ends) == 1:
        return _is_date(text)
    if len(ends) != 2:
        return False
    dates = [end for end in ends if end not in ("", "..")]
    return bool(dates) and all(map(_is_date, dates)) and _is_in_order(ends)


def _is_in_set(part: str) -> bool:
    """Tell whether ``part`` is a date or a run of dates, ``2014..2016``, open at one end at most."""
    dates = [end for end in part.split("..") if end]
    return part.count("..") <= 1 and bool(dates) and all(map(_is_date, dates))


def _is_date(text: str) -> bool:
    match = _DATE.fullmatch(text)
    if match is None:
        return False
    year, month, day = match["year"], match["month"], match["day"]
    if match["time"] and (day is None or "X" in f"{year}{month}{day}"):
        return False
    if day is None or day == "XX" or month is None:
        return True
    if month == "XX":
        return True
    if int(month) > 12:
        return False
    longest = (
        monthrange(int(year), int(month))[1]
        if year.isdecimal() and int(year)
        else 29
        if month == "02"
        else 31
    )
    return int(day) <= longest


def _is_in_order(ends: list[str]) -> bool:
    """Refuse an interval that ends before it begins; what holds an X cannot be compared and passes."""
    first, last = ends
    if not all(re.fullmatch(r"\d{4}(?:-[01]\d){0,2}[\dT:Z?~%-]*", end, re.ASCII) for end in ends):
        return True
    common = min(len(first), len(last), len("2021-11-09"))
    return first[:common] <= last[:common]
