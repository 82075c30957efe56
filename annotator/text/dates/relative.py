"""Values of dates that are told from the day of publication: yesterday, last week, three years ago."""

import re
from datetime import date, timedelta

from annotator.text.dates import calendar_words as words
from annotator.text.dates import tables
from annotator.text.dates.calendar_days import add_months, iso_month, iso_year, week_of
from annotator.text.dates.context import (
    NEEDS_PUBLISHED,
    Context,
    Match,
    Resolved,
    Resolver,
    group,
    steps,
    tense,
    text_before,
)
from annotator.text.dates.patterns import any_of
from annotator.text.folding import fold_key

_NOT_TODAY_BEFORE = re.compile(r"(?<![^\W_])(?:ذلك|هذا|طوال|نفس|نصف|كل) $")
_COUNTED = re.compile(
    rf" (?:{any_of(words.TODAY_IS_COUNTED)}|{any_of(w for n in words.ORDINALS.values() for w in n)})(?![^\W_])"
)
_PER_DAY = re.compile(r"(?<![^\W_])(?:مرات|مره|مرتين|ساعات|ساعه|برميل|دولار) في $")
_OUTLETS = tuple(map(fold_key, words.OUTLETS))
_IN_QUOTES = re.compile(r'"[^"\n]{1,24} $')
_THE_TWO = re.compile(r"(?<![^\W_])(?:كلا|كلي|بين|هذان|هذين|لكلا|وكلا|احد|اي من) $")
_AN_OFFICE = re.compile(rf"(?<![^\W_])[وف]?[بك]?{any_of(words.OFFICES)} $")
_ATTRIBUTES = (fold_key("السابق"), fold_key("الحالي"))

_DAYS = {"day": 1, "week": 7}
_YEARS = {"year": 1, "decade": 10}
_VAGUE_DAYS = {"day": 7, "week": 28}
"""How far back «the past days» and «the past weeks» reach on average; their value is the month, approximate."""


def relative_day(match: Match, context: Context) -> Resolved | None:
    word = match["rel"]
    if word == "اليوم" and not match["wd"] and _is_no_today(match):
        return None
    if word == "غد" and match.group("span") == "غد":
        return None
    published = context.published
    if published is None:
        return NEEDS_PUBLISHED
    offset = tables.RELATIVE_DAYS[word]
    day = published + timedelta(offset)
    reason: tuple[str, ...] = (
        "days-from",
        f"{offset:+d}" if offset else "0",
        published.isoformat(),
    )
    weekday = tables.weekday(match, "wd")
    if weekday is not None and day.weekday() != weekday:
        # Text and publication date disagree: the weekday is the surer of the two.
        day += timedelta(
            (weekday - day.weekday()) % 7 if offset > 0 else -((day.weekday() - weekday) % 7)
        )
        reason = ("weekday-after" if offset > 0 else "weekday-before", published.isoformat())
    return Resolved(day.isoformat() + tables.time(match), None, reason)


def _is_no_today(match: Match) -> bool:
    """Tell whether اليوم is part of a name, or some other day."""
    text = match.string
    start, end = match.span("rel")
    before = text[max(0, start - 32) : start]
    if any(
        before.endswith(name[: -len("اليوم")]) and _begins_word(before, name) for name in _OUTLETS
    ):
        return True
    if text[end : end + 1] == '"' and _IN_QUOTES.search(before):
        return True
    return bool(
        _NOT_TODAY_BEFORE.search(before) or _PER_DAY.search(before) or _COUNTED.match(text, end)
    )


def _begins_word(before: str, name: str) -> bool:
    at = len(before) - len(name) + len("اليوم")
    glued = re.search(r"[^\W_]*$", before[:at])
    return glued is None or glued[0] in ("", "و", "ل", "ب", "ف", "ك", "ول", "وب")


def weekday(match: Match, context: Context) -> Resolved | None:
    number = tables.WEEKDAYS[match["wd"]]
    before = text_before(match)
    if number == 0 and match["span"] == match["wd"] and _THE_TWO.search(before):
        return None
    if context.published is None:
        return NEEDS_PUBLISHED
    if match["of_week"]:
        monday = (
            context.published
            - timedelta(context.published.weekday())
            + timedelta(7 * steps(match["week"]))
        )
        reason = (f"week-{tense(match['week']) or 'this'}", context.published_text())
        return Resolved((monday + timedelta(number)).isoformat() + tables.time(match), None, reason)
    day, reason = _weekday(number, tense(match["adjective"]), context.published)
    return Resolved(day.isoformat() + tables.time(match), None, reason)


def _weekday(number: int, which: str, published: date) -> tuple[date, tuple[str, ...]]:
    """Return the day of a weekday: the last one, the day of publication included unless the text says past or next."""
    if which == "next":
        return published + timedelta((number - published.weekday()) % 7 or 7), (
            "weekday-after",
            published.isoformat(),
        )
    back = (published.weekday() - number) % 7
    if back == 0 and which != "past":
        return published, ("weekday-same", published.isoformat())
    return published - timedelta(back or 7), ("weekday-before", published.isoformat())


def night(match: Match, context: Context) -> Resolved | None:
    """Resolve the night between two weekdays."""
    first, second = tables.WEEKDAYS[match["wd"]], tables.WEEKDAYS[match["wd_b"]]
    if (first + 1) % 7 != second:
        return None
    if context.published is None:
        return NEEDS_PUBLISHED
    day, reason = _weekday(second, "", context.published)
    return Resolved(f"{day - timedelta(1)}/{day}", None, reason)


def this_part(match: Match, context: Context) -> Resolved | None:
    if context.published is None:
        return NEEDS_PUBLISHED
    offset = -1 if match["last"] else 0
    day = context.published + timedelta(offset)
    return Resolved(day.isoformat(), None, ("days-from", str(offset), context.published_text()))


def ago(match: Match, context: Context) -> Resolved | None:
    if (match["direction"] == "بعد") != bool(match["from_now"]) and match["direction"] == "بعد":
        return None
    count = tables.number(match["number"]) if match["number"] else 2 if match["two"] else 1
    unit = tables.UNITS[group(match, "unit", "two", "one") or ""]
    published = context.published
    if published is None:
        return NEEDS_PUBLISHED
    signed = count if match["direction"] == "بعد" else -count
    value, approximate = _shifted(published, signed, unit)
    mark = "~" if approximate or match["about"] else ""
    return Resolved(value + mark, None, ("units-from", f"{signed:+d}", unit, published.isoformat()))


def _shifted(day: date, count: int, unit: str) -> tuple[str, bool]:
    """Return the day, month or year so many units away, and whether counting in the unit makes it approximate."""
    if unit in _DAYS:
        return (day + timedelta(count * _DAYS[unit])).isoformat(), unit == "week"
    if unit == "month":
        there = add_months(day.replace(day=1), count)
        return iso_month(there.year, there.month), False
    return iso_year(day.year + count * _YEARS[unit]), unit == "decade"


def the_unit(match: Match, context: Context) -> Resolved | None:
    """Resolve «الشهر الماضي», «هذا العام», «نهاية الأسبوع»."""
    unit = tables.UNITS[match["unit"]]
    adjective = group(match, "adjective")
    before = text_before(match)
    if (
        unit == "year"
        and match["span"].startswith("العام")
        and adjective in _ATTRIBUTES
        and _AN_OFFICE.search(before)
    ):
        return None
    if tense(adjective) == "same":
        return _same(unit, context, tables.part(match))
    if unit == "decade" and tense(adjective) != "past":
        return None  # العقد is a contract as well
    published = context.published
    if published is None:
        return NEEDS_PUBLISHED
    value = _unit_at(published, unit, steps(adjective))
    return Resolved(
        value, tables.part(match), (f"{unit}-{tense(adjective) or 'this'}", published.isoformat())
    )


def _unit_at(published: date, unit: str, step: int) -> str:
    if unit == "year":
        return iso_year(published.year + step)
    if unit == "month":
        there = add_months(published.replace(day=1), step)
        return iso_month(there.year, there.month)
    if unit == "week":
        return week_of(published + timedelta(7 * step))
    return f"{published.year // 10 + step:03d}X"


def _same(unit: str, context: Context, part: str | None) -> Resolved | None:
    if unit == "year":
        year = context.last_year()
        return (
            None if year is None else Resolved(iso_year(year), part, ("year-same", iso_year(year)))
        )
    if unit == "week":
        day = context.last_day()
        return Resolved(week_of(day), part, ("week-same", day.isoformat())) if day else None
    there = context.last_month() if unit == "month" else None
    return Resolved(iso_month(*there), part, ("month-same", iso_month(*there))) if there else None


_SEASON_ENDS = {21: 5, 22: 8, 23: 11, 24: 2}
"""The last month of each season, by EDTF number."""


def the_season(match: Match, context: Context) -> Resolved | None:
    published = context.published
    if published is None:
        return NEEDS_PUBLISHED
    number = tables.SEASONS[match["season"]]
    step, last_month = steps(match["adjective"]), _SEASON_ENDS[number]
    year = published.year
    if step < 0 and last_month >= published.month:
        year -= 1
    if step > 0 and last_month <= published.month:
        year += 1
    reason = (f"season-{tense(match['adjective'])}", published.isoformat())
    return Resolved(f"{iso_year(year)}-{number}", tables.part(match), reason)


def two_units(match: Match, context: Context) -> Resolved | None:
    """Resolve «العامين الماضيين» to the interval up to the day of publication."""
    return _interval(context, -2 if match["past"] else 2, tables.UNITS[match["unit"]])


def the_units(match: Match, context: Context) -> Resolved | None:
    """Resolve «الأيام الثلاثة الماضية», and the vague «الأسابيع الماضية» to what it can be called at best."""
    unit = tables.UNITS[match["unit"]]
    if match["number"]:
        return _interval(context, -tables.NUMBERS[match["number"]], unit)
    published = context.published
    if published is None:
        return NEEDS_PUBLISHED
    reason = ("past-units", unit, published.isoformat())
    if unit in _VAGUE_DAYS:
        there = published - timedelta(_VAGUE_DAYS[unit])
        return Resolved(iso_month(there.year, there.month) + "~", None, reason)
    if unit == "month":
        return Resolved(f"{iso_year((published - timedelta(180)).year)}~", None, reason)
    if unit == "year":
        return Resolved(f"{(published.year - 5) // 10:03d}X", None, reason)
    return None


def _interval(context: Context, count: int, unit: str) -> Resolved | None:
    published = context.published
    if published is None:
        return NEEDS_PUBLISHED
    there, here = _shifted(published, count, unit)[0], _shifted(published, 0, unit)[0]
    value = f"{there}/{here}" if count < 0 else f"{here}/{there}"
    return Resolved(value, None, ("units-from", f"{count:+d}", unit, published.isoformat()))


def every(match: Match, _: Context) -> Resolved | None:
    """Find «كل إثنين»: EDTF has no value for what comes back."""
    return Resolved("", None, ("every-week",))


RESOLVERS: dict[str, Resolver] = {
    "every": every,
    "relative": relative_day,
    "weekday": weekday,
    "night": night,
    "this_part": this_part,
    "ago": ago,
    "unit": the_unit,
    "the_season": the_season,
    "two_units": two_units,
    "units": the_units,
}
