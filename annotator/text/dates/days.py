"""Values of dates that name days: one, several, or from one to another. Only a missing year has to be inferred."""

import re
from datetime import date

from annotator.text.dates import calendar_words as words
from annotator.text.dates import tables
from annotator.text.dates.calendar_days import day_value, iso_month, month_value
from annotator.text.dates.context import (
    AFTER_A_NUMBER,
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
)
from annotator.text.dates.patterns import any_of

_NAMED_AFTER_A_DAY = re.compile(rf"(?<![^\W_])[وف]?[بلك]?(?:ال)?{any_of(words.NAMED_AFTER_DAYS)} $")
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
        match, "year", "year_adjective", "year_adjective_this", "adjective", "adjective_only"
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
    if context.published is None:
        return Resolved("", None, ("needs-published",))
    years, month = divmod(context.published.month - 1 + steps(match["adjective"]), 12)
    value = day_value(context.published.year + years, month + 1, day) + tables.time(match)
    return Resolved(
        value, None, (f"month-{tense(match['adjective']) or 'this'}", context.published_text())
    )


def day_to_day(match: Match, context: Context) -> Resolved | None:
    first, last = tables.month(match, "month_a"), tables.month(match, "month_b")
    if first is None or last is None:
        return None
    end_day, start_day = int(match["day_b"]), int(match["day_a"])
    if match["year_a"] and not match["year"]:
        start_year, reason = int(match["year_a"]), WRITTEN
        end_year = start_year + (first > last)
    else:
        end_year, reason = year_for(match, context, last, end_day)
        start_year = (
            int(match["year_a"]) if match["year_a"] else _year_before(end_year, first, last)
        )
    start, end = day_value(start_year, first, start_day), day_value(end_year, last, end_day)
    return Resolved(f"{start}/{end}", None, reason) if start < end else None


def days_of_month(match: Match, context: Context) -> Resolved | None:
    """Resolve «5-9 مارس» to an interval, «5 و6 مارس» to a set; after بين, و means up to."""
    month, first, last = tables.month(match), int(match["day_a"]), int(match["day_b"])
    if month is None or first >= last:
        return None
    year, reason = year_for(match, context, month, last)
    start, end = day_value(year, month, first), day_value(year, month, last)
    several = match["link"].strip() == "و" and not match["lead"]
    return Resolved(f"{{{start},{end}}}" if several else f"{start}/{end}", None, reason)


def days_listed(match: Match, context: Context) -> Resolved | None:
    month, days = tables.month(match), [int(day) for day in _DAYS_IN_LIST.findall(match["list"])]
    if month is None or days != sorted(set(days)):
        return None
    year, reason = year_for(match, context, month, days[-1])
    values = ",".join(day_value(year, month, day) for day in days)
    return Resolved(f"{{{values}}}", None, reason)


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
}
