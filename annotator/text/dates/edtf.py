"""Date values: ISO 8601 dates with the EDTF extensions that news needs (ISO 8601-2:2019, level 1 and a little of 2).

Days, months, years, seasons and quarters (``2023-33``), decades and centuries (``199X``, ``18XX``), approximate and
uncertain values (``1988~``), intervals (``2020/2022``, ``2020/..``), sets (``{2014,2020}`` all of them, ``[2014,2016..2018]``
one of them), times of day of a known day. This is the one place that knows what a date value is: the form, the linter and the
recogniser ask here.

Source: Library of Congress, "Extended Date/Time Format (EDTF) Specification", 2019.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from annotator.text.dates.calendar_days import last_day

_DATE = re.compile(
    r"(?P<year>-?(?:\d{4}|\d{3}X|\d\dXX|\dXXX|XXXX))"
    r"(?:-(?P<month>\d\d|XX)(?:-(?P<day>\d\d|XX)"
    r"(?:T(?P<time>(?:[01]\d|2[0-3]):[0-5]\d(?::[0-5]\d)?(?:Z|[+-](?:0\d|1[0-4])(?::[0-5]\d)?)?))?)?)?"
    r"(?P<qualifier>[?~%])?"
)

EXAMPLES = "2021-11-09, 2021-11, 2021-11-09/2021-11-11"
"""What to offer where a value is refused."""

_LOOSE_NUMBERS = re.compile(r"(?<=\d-)(\d)(?!\d)")

SEASONS: dict[int, tuple[int, int]] = {
    21: (3, 5),
    22: (6, 8),
    23: (9, 11),
    24: (12, 2),
    25: (3, 5),
    26: (6, 8),
    27: (9, 11),
    28: (12, 2),
    29: (9, 11),
    30: (12, 2),
    31: (3, 5),
    32: (6, 8),
    **{33 + n: (3 * n + 1, 3 * n + 3) for n in range(4)},
    **{37 + n: (4 * n + 1, 4 * n + 4) for n in range(3)},
    **{40 + n: (6 * n + 1, 6 * n + 6) for n in range(2)},
}
"""First and last month by EDTF number: seasons (any place, north, south), quarters, thirds and halves of a year."""

_DECEMBER = 12


@dataclass(frozen=True, slots=True)
class Edtf:
    """A valid value in its canonical spelling, and the first and last day it may mean.

    A bound is None where the value is open on that side, or beyond the years 1 to 9999.
    """

    value: str
    earliest: date | None
    latest: date | None


def parse(value: str) -> Edtf | None:
    """Read a value as people type it (any digits, spaces, single-digit months); None where it is no EDTF we know."""
    text = _canonical(value)
    if text.startswith(("{", "[")):
        return _parse_set(text)
    if "/" in text:
        return _parse_interval(text)
    return _parse_date(text)


def is_valid(value: str) -> bool:
    return parse(value) is not None


def normalise(value: str) -> str | None:
    """Return the canonical spelling, or None where the value is not valid."""
    parsed = parse(value)
    return parsed.value if parsed else None


def bounds(value: str) -> tuple[date | None, date | None] | None:
    """Return the first and last day a value may mean, or None where it is not valid."""
    parsed = parse(value)
    return (parsed.earliest, parsed.latest) if parsed else None


def _canonical(value: str) -> str:
    text = "".join(str(int(c)) if c.isdecimal() else c for c in value if not c.isspace())
    text = text.replace("x", "X").replace("،", ",").replace("t", "T").replace("z", "Z")
    for dash in "–—−‐‑":
        text = text.replace(dash, "-")
    return _LOOSE_NUMBERS.sub(r"0\1", text)


def _parse_set(text: str) -> Edtf | None:
    closing = {"{": "}", "[": "]"}[text[0]]
    parts = [_parse_run(part) for part in text[1:-1].split(",")]
    members = [part for part in parts if part is not None]
    if text[-1] != closing or len(text) < len("{}") or len(members) != len(parts):
        return None
    value = text[0] + ",".join(member.value for member in members) + closing
    return Edtf(value, _first(m.earliest for m in members), _last(m.latest for m in members))


def _parse_run(text: str) -> Edtf | None:
    """Read a member of a set: a date, or a run of dates such as ``2014..2016``, open at one end at most."""
    first, dots, last = text.partition("..")
    if not dots:
        return _parse_date(text)
    found = _parse_interval(f"{first}/{last}")
    if found is None:
        return None
    ends = found.value.replace("..", "").split("/")
    return Edtf("..".join(ends), found.earliest, found.latest)


def _parse_interval(text: str) -> Edtf | None:
    first, _, last = text.partition("/")
    start, end = _parse_end(first), _parse_end(last)
    if start is None or end is None or start.value == end.value == "..":
        return None
    if start.earliest and end.latest and start.earliest > end.latest:
        return None
    return Edtf(f"{start.value}/{end.value}", start.earliest, end.latest)


def _parse_end(text: str) -> Edtf | None:
    return Edtf("..", None, None) if text in ("", "..") else _parse_date(text)


def _parse_date(text: str) -> Edtf | None:
    match = _DATE.fullmatch(text)
    if match is None or text.startswith("-0000"):
        return None
    if match["time"] and "X" in text:  # a time of day needs its day
        return None
    days = _days_of(match["year"], match["month"], match["day"])
    return Edtf(text, *days) if days else None


def _days_of(
    year: str, month: str | None, day: str | None
) -> tuple[date | None, date | None] | None:
    """Return the first and last day, or None where the calendar has no such date."""
    months = _months_of(month, with_day=day is not None)
    if months is None or not _has_day(year, months, day):
        return None
    if year.startswith("-") or year == "XXXX":
        return None, None
    first_month, last_month = months
    # A winter begins in one year and ends in the next; nobody agrees which of the two names it.
    over = int(last_month < first_month)
    number = int(day) if day and day != "XX" else None
    earliest = _day_or_none(int(year.replace("X", "0")) - over, first_month, number or 1)
    return earliest, _day_or_none(int(year.replace("X", "9")) + over, last_month, number or 31)


def _months_of(month: str | None, *, with_day: bool) -> tuple[int, int] | None:
    if month is None or month == "XX":
        return 1, _DECEMBER
    number = int(month)
    if 1 <= number <= _DECEMBER:
        return number, number
    return None if with_day else SEASONS.get(number)


def _has_day(year: str, months: tuple[int, int], day: str | None) -> bool:
    """Tell whether a day of the month can exist; in an unknown year the 29th of February can."""
    if day is None or day == "XX":
        return True
    known_year = 2000 if "X" in year else int(year)
    return (
        1
        <= int(day)
        <= max(_length(known_year, month) for month in range(months[0], months[1] + 1))
    )


def _day_or_none(year: int, month: int, day: int) -> date | None:
    """Return a day, or the month's last where the month is shorter; None where `date` does not reach."""
    if not date.min.year <= year <= date.max.year:
        return None
    return date(year, month, min(day, _length(year, month)))


def _length(year: int, month: int) -> int:
    """Return the days of a month in any year; the calendar repeats every 400 years."""
    return last_day(2000 + year % 400, month)


def _first(days: Iterable[date | None]) -> date | None:
    known = list(days)
    return None if None in known else min(day for day in known if day)


def _last(days: Iterable[date | None]) -> date | None:
    known = list(days)
    return None if None in known else max(day for day in known if day)


def overlaps(value: str, first: date, last: date) -> bool:
    """Tell whether a valid value may mean a day of ``[first, last]``."""
    parsed = parse(value)
    if parsed is None:
        return False
    return (parsed.earliest or date.min) <= last and first <= (parsed.latest or date.max)
