"""Recognise the day an article was published: metadata that relative dates in the text will be counted from.

Conservative, as a wrong day is worse than none: only a line that is a date and nothing else, or one that begins with
تاريخ النشر or the like, near the beginning of the text.
"""

import re
from datetime import date

from annotator.importers.texts import day_order

LINES_READ = 8
"""A dateline stands under the headline; further down a lone date belongs to the story."""

YEARS = range(1900, 2101)
"""Years of a dateline; four digits outside them are something else."""

_MONTHS = {
    1: "يناير جانفي كانون_الثاني january jan",
    2: "فبراير فيفري شباط february feb",
    3: "مارس آذار march mar",
    4: "أبريل إبريل أفريل نيسان april apr",
    5: "مايو ماي أيار may",
    6: "يونيو يونيه جوان حزيران june jun",
    7: "يوليو يوليه جويلية يوليوز تموز july jul",
    8: "أغسطس غشت أوت آب august aug",
    9: "سبتمبر شتنبر أيلول september sept sep",
    10: "أكتوبر تشرين_الأول october oct",
    11: "نوفمبر نونبر تشرين_الثاني november nov",
    12: "ديسمبر دجنبر كانون_الأول december dec",
}
"""Egyptian and Gulf, Maghrebi and Levantine names, then English."""

_FOLDED = str.maketrans(
    {"أ": "ا", "إ": "ا", "آ": "ا", "ی": "ي", "ى": "ي", "ـ": None, "\u00a0": " ", "،": ","}
)
_INVISIBLE = re.compile("[\u064b-\u0652\u0670\u200b-\u200f\u061c\u202a-\u202e\u2066-\u2069\ufeff]")


def _fold(line: str) -> str:
    """Return the line as the patterns below expect it: bare letters, plain spaces, no direction marks."""
    return " ".join(_INVISIBLE.sub("", line).translate(_FOLDED).lower().split())


_NUMBER = {
    _fold(name.replace("_", " ")): number
    for number, names in _MONTHS.items()
    for name in names.split()
}
_MONTH = "(?:" + "|".join(sorted(map(re.escape, _NUMBER), key=len, reverse=True)) + r")(?![^\W\d])"
_SAME_MONTH = rf"(?P<month>{_MONTH})\.?(?: ?[/(] ?(?P<other>{_MONTH})\)?)?"
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_YEAR = r"(?P<year>\d{4})(?!\d) ?م?"
_WEEKDAY = _fold(
    "(?:(?:يوم )?(?:الأحد|الاثنين|الإثنين|الثلاثاء|الأربعاء|الخميس|الجمعة|السبت)"
    "|(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\\.?)"
)
_VERB = _fold(
    "نشرت? (?:في|بتاريخ|يوم) ?:? ?"
)  # troops are also نشرت في: nothing may follow the date
_NUMERIC = r"(?P<number>\d{1,2})"
_FORMS = tuple(
    re.compile(rf"(?:{_VERB})?(?:{_WEEKDAY} ?[,:-]? ?)?{form}")
    for form in (
        rf"{_DAY} ?,? ?{_SAME_MONTH} ?,? ?{_YEAR}",
        rf"{_SAME_MONTH} {_DAY} ?,? {_YEAR}",
        rf"(?P<year>\d{{4}})(?P<mark>[-/.]){_NUMERIC}(?P=mark)(?P<day>\d{{1,2}})(?!\d)",
        rf"(?P<day>\d{{1,2}})(?P<mark>[-/.]){_NUMERIC}(?P=mark){_YEAR}",
    )
)
_DAY_OR_MONTH_FIRST = _FORMS[-1]
_CLOCK = re.compile(
    r"(?:[ ,|t-]*(?:الساعة ?)?\d{1,2}:\d{2}(?::\d{2})?(?:\.\d+)?)?"
    r" ?(?:[صم]|[ap]\.?m\.?|صباحا|مساء)?"
    r" ?(?:\(?(?:gmt|utc|z|بتوقيت [^\d]{3,20}|[+-]\d{2}:?\d{2})\)?)?[ .,|-]*"
)
_LABEL = re.compile(
    _fold(r"(?:تاريخ النشر|تم النشر (?:في|بتاريخ)|published(?: on| at)?|date published)")
    + r"(?![^\W\d]) ?:? ?(?P<rest>.*)"
)


def propose(text: str) -> str | None:
    """Return the ISO 8601 day of the dateline among the first lines of ``text``, or None where no line surely is one.

    A day such as 05/11/2015 waits for the end of its import, as it is in `day_order`.
    """
    labelled = False
    for line in _first_lines(text):
        folded = _fold(line)
        if label := _LABEL.fullmatch(folded):
            folded = label["rest"]
        day = _read(folded, tail=bool(label) or labelled)
        if day or (labelled and folded):
            return day
        labelled = bool(label) and not folded
    return None


def to_iso(value: str) -> str | None:
    """Return the ISO 8601 form of a date given as metadata (year, month or day; a time is left off), None if it is none.

    A day such as 05/11/2015 waits for the end of its import, as it is in `day_order`.
    """
    if re.fullmatch(r"[0-9]{4}(?:-(?:0[1-9]|1[0-2]))?", value):
        return value
    if re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", value):
        return _valid(int(value[:4]), int(value[5:7]), int(value[8:]))
    return _read(_fold(value), tail=False)


def _first_lines(text: str) -> list[str]:
    start, found = 0, list[str]()
    while start < len(text) and len(found) < LINES_READ:
        end = text.find("\n", start)
        end = len(text) if end < 0 else end
        line = text[start : min(end, start + 200)]
        if line.strip():
            found.append(line)
        start = end + 1
    return found


def _read(folded: str, *, tail: bool) -> str | None:
    """Return the day that a folded line gives; with ``tail`` anything may follow it, else a time of day at most."""
    for form in _FORMS:
        if (found := form.match(folded)) and (tail or _CLOCK.fullmatch(folded, found.end())):
            return _day(found, form)
    return None


def _day(found: re.Match[str], form: re.Pattern[str]) -> str | None:
    parts = found.groupdict()
    month = _NUMBER[parts["month"]] if "month" in parts else int(parts["number"])
    other = parts.get("other")
    day = int(parts["day"])
    if other and _NUMBER[other] != month:
        return None
    if int(parts["year"]) not in YEARS:
        return None
    if form is _DAY_OR_MONTH_FIRST:
        return day_order.written(day, month, int(parts["year"]))
    return _valid(int(parts["year"]), month, day)


def _valid(year: int, month: int, day: int) -> str | None:
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return None
