"""Values of dates that name days: one, several, or from one to another. Only a missing year has to be inferred."""

import re
from datetime import date

from annotator.text.dates import calendar_words as words
from annotator.text.dates import tables
from annotator.text.dates.calendar_days import day_value, iso_month, month_value
from annotator.text.dates.context import (
    AFTER_A_NUMBER,
    NEEDS_PUBLISHED,
    WRITTEN,
    Context,
    Match,
    Resolved,
    Resolver,
    group,
    steps,
    tense,
    text_before,
    year_for,
    year_of,
)
from annotator.text.dates.patterns import WEEKDAY, any_of

_NAMED_AFTER_A_DAY = re.compile(rf"(?<![^\W_])[وف]?[بلك]?(?:ال)?{any_of(words.NAMED_AFTER_DAYS)} $")
_ROUND = (20, 30)
_WEEKDAY = re.compile(WEEKDAY)
_DAYS_IN_LIST = re.compile(r"\d+")


def numeric(match: Match, _: Context) -> Resolved | None:
    day = date(int(match["year"]), int(match["month"]), int(match["day"])).isoformat()
    return Resolved(day + tables.time(match), None, WRITTEN)


def english_day(match: Match, _: Context) -> Resolved | None:
    month = tables.ENGLISH_MONTHS[match["month"].rstrip(".")]
    return Resolved(day_value(int(match["year"]), month, int(match["day"])), None, WRITTEN)


def english_month(match: Match, _: Context) -> Resolved | None:
    if AFTER_A_NUMBER.search(text_before(match)):
        return None
    return Resolved(
        iso_month(int(match["year"]), tables.ENGLISH_MONTHS[match["month"].rstrip(".")]),
        None,
        WRITTEN,
    )


def arabic_day(match: Match, context: Context) -> Resolved | None:
    month = tables.month(match)
    if month is None:
        return None
    only_the_day = not group(
        match,
        "year",
        "year_words",
        "year_adjective",
        "year_adjective_this",
        "adjective",
        "adjective_only",
    )
    if only_the_day and match["day"] and _NAMED_AFTER_A_DAY.search(text_before(match)):
        return None
    if only_the_day and match["ordinal"] and tables.could_be_a_verb(match):
        return None
    day = tables.day(match)
    year, reason = year_for(match, context, month, day, tables.weekday(match, "lead_wd"))
    return Resolved(day_value(year, month, day) + tables.time(match), None, reason)


def day_of_the_month(match: Match, context: Context) -> Resolved | None:
    """Resolve «20 من الشهر الجاري»."""
    day = int(match["day"]) if match["day"] else tables.ORDINALS[match["ordinal"]]
    if tense(match["adjective"]) == "same":
        there = context.last_month()
        return (
            Resolved(day_value(*there, day), None, ("month-same", month_value(*there)))
            if there
            else None
        )
    there = _month_by_tense(match, context)
    if there is None:
        return NEEDS_PUBLISHED
    value = day_value(*there, day) + tables.time(match)
    return Resolved(
        value, None, (f"month-{tense(match['adjective']) or 'this'}", context.published_text())
    )


def day_to_day(match: Match, context: Context) -> Resolved | None:
    first, last = tables.month(match, "month_a"), tables.month(match, "month_b")
    if first is None or last is None:
        return None
    end_day, start_day = int(match["day_b"]), int(match["day_a"])
    if match["year_a"] and year_of(match) is None:
        start_year, reason = int(match["year_a"]), WRITTEN
        end_year = start_year + (first > last)
    else:
        end_year, reason = year_for(match, context, last, end_day)
        start_year = (
            int(match["year_a"]) if match["year_a"] else _year_before(end_year, first, last)
        )
    start, end = day_value(start_year, first, start_day), day_value(end_year, last, end_day)
    return Resolved(f"{start}/{end}", None, reason) if start < end else None


def _ends(match: Match) -> tuple[int, int]:
    """Return the first and the last day of two, in digits or ordinals."""
    days = (
        int(match[f"day_{end}"])
        if match[f"day_{end}"]
        else tables.ORDINALS[match[f"ordinal_{end}"]]
        for end in "ab"
    )
    return next(days), next(days)


def days_of_month(match: Match, context: Context) -> Resolved | None:
    """Resolve «5-9 مارس» to an interval, «5 و6 مارس» to a set; after بين, و means up to."""
    month, (first, last) = tables.month(match), _ends(match)
    if month is None or first >= last:
        return None
    if match["ordinal_b"] and last in _ROUND and match["link"].strip() == "و":
        return None  # السابع والعشرين is one day
    year, reason = year_for(match, context, month, last)
    start, end = day_value(year, month, first), day_value(year, month, last)
    several = match["link"].strip() == "و" and not match["lead"]
    return Resolved(f"{{{start},{end}}}" if several else f"{start}/{end}", None, reason)


def days_listed(match: Match, context: Context) -> Resolved | None:
    month, days = tables.month(match), _listed(match)
    if month is None or days is None:
        return None
    year, reason = year_for(match, context, month, days[-1])
    return _several([day_value(year, month, day) for day in days], reason)


def weekday_days(match: Match, context: Context) -> Resolved | None:
    """Resolve «الأحد 15 والإثنين 16 جانفي»: a weekday before each of the days."""
    month, days = tables.month(match), _listed(match)
    if month is None or days is None:
        return None
    named = _WEEKDAY.search(match["list"])
    weekday = tables.WEEKDAYS[named[0]] if named else None
    year, reason = year_for(match, context, month, days[0], weekday)
    values = [day_value(year, month, day) for day in days]
    return _several(values, reason, is_range=bool(match["link"]))


def days_of_the_month(match: Match, context: Context) -> Resolved | None:
    """Resolve «12 إلى 15 من الشهر الجاري»."""
    days, is_range = _listed(match), bool(match["link"] or match["lead"])
    if days is None:
        return None
    if tense(match["adjective"]) == "same":
        there, reason = context.last_month(), ("month-same",)
        reason = (*reason, month_value(*there)) if there else reason
    else:
        there = _month_by_tense(match, context)
        reason = (f"month-{tense(match['adjective']) or 'this'}", context.published_text())
    if there is None:
        return NEEDS_PUBLISHED
    return _several([day_value(*there, day) for day in days], reason, is_range=is_range)


def _listed(match: Match) -> list[int] | None:
    """Return the days of a list, or None where they do not ascend."""
    days = [int(day) for day in _DAYS_IN_LIST.findall(match["list"])]
    return days if days == sorted(set(days)) else None


def _several(values: list[str], reason: tuple[str, ...], *, is_range: bool = False) -> Resolved:
    value = f"{values[0]}/{values[-1]}" if is_range else "{" + ",".join(values) + "}"
    return Resolved(value, None, reason)


def _month_by_tense(match: Match, context: Context) -> tuple[int, int] | None:
    """Return the year and month of «الشهر الجاري», told from the day of publication."""
    if context.published is None:
        return None
    years, month = divmod(context.published.month - 1 + steps(match["adjective"]), 12)
    return context.published.year + years, month + 1


def _year_before(year: int | None, first: int, last: int) -> int | None:
    return None if year is None else year - (first > last)


RESOLVERS: dict[str, Resolver] = {
    "iso": numeric,
    "numeric": numeric,
    "english_day": english_day,
    "english_month": english_month,
    "day": arabic_day,
    "day_of_the_month": day_of_the_month,
    "day_to_day": day_to_day,
    "days_of_month": days_of_month,
    "days_listed": days_listed,
    "weekday_days": weekday_days,
    "days_of_the_month": days_of_the_month,
}
