"""Values of Hijri dates, by the Umm al-Qura calendar: days become days, months and years become intervals."""

import re

from annotator.text.dates import tables
from annotator.text.dates.calendar_days import (
    HIJRI_YEARS,
    hijri_day,
    hijri_month,
    hijri_year,
    hijri_year_month,
)
from annotator.text.dates.context import (
    NEEDS_PUBLISHED,
    Context,
    Match,
    Resolved,
    Resolver,
    tense,
    text_before,
)

_MONTHS, _DAYS = range(1, 13), range(1, 31)
_IN_A_MONTH = re.compile(r"(?<![^\W_])[وف]?(?:في|خلال|طيله|طوال) $")
_AROUND_RAMADAN = re.compile(r"(?<![^\W_])[وف]?(?:قبل|بعد|قبيل|منذ|حتي|بحلول) $")
_SAFAR, _RAMADAN = "صفر", "رمضان"


def hijri_date(match: Match, context: Context) -> Resolved | None:
    month, day = tables.HIJRI_MONTHS[match["month"]], tables.day(match)
    if match["month"] == _SAFAR and match["span"] == f"{day} صفر" and day < 10:
        return None  # a score: two to nil
    return _days(match, context, month, day)


def hijri_days(match: Match, context: Context) -> Resolved | None:
    """Resolve «1-10 رمضان» to an interval, «9 و10 محرم» to a set."""
    month, first, last = (
        tables.HIJRI_MONTHS[match["month"]],
        int(match["day_a"]),
        int(match["day_b"]),
    )
    if first >= last:
        return None
    if match["month"] == _SAFAR and not match["year"]:
        return None
    return _days(match, context, month, first, last)


def hijri_numeric(match: Match, context: Context) -> Resolved | None:
    """Resolve «15/3/1442هـ», and the same without هـ where no other calendar is likely."""
    year, month, day = int(match["year"]), int(match["month"]), int(match["day"])
    if not match["era"] and year not in HIJRI_YEARS:
        return None
    if month not in _MONTHS or day not in _DAYS:
        raise ValueError(f"no such day: {match['span']}")
    return _days(match, context, month, day)


def _days(
    match: Match, context: Context, month: int, first: int, last: int | None = None
) -> Resolved:
    """Return the value of a day, or of two; raise `ValueError` for a day that no month has."""
    if max(first, last or 0) not in _DAYS:
        raise ValueError(f"no such day: {match['span']}")
    year = hijri_year_of(match, context, month)
    if year is None:
        return NEEDS_PUBLISHED
    written = f"{year:04d}-{month:02d}-{first:02d}"
    if year not in HIJRI_YEARS:
        return Resolved("", None, ("hijri-beyond", written))
    start = hijri_day(year, month, first).isoformat()
    if last is None:
        return Resolved(start, None, ("hijri", written))
    end = hijri_day(year, month, last).isoformat()
    is_pair = match["link"].strip() == "و" and not match["lead"]
    value = f"{{{start},{end}}}" if is_pair else f"{start}/{end}"
    return Resolved(value, None, ("hijri", f"{written}/{last:02d}"))


def hijri_month_of_year(match: Match, context: Context) -> Resolved | None:
    month = tables.HIJRI_MONTHS[match["month"]]
    if not (
        match["year"]
        or match["named"]
        or match["part"]
        or tense(match["adjective"])
        or _is_bare_month(match)
    ):
        return None  # Ramadan, Rajab and Shaban are people too
    year = hijri_year_of(match, context, month)
    if year is None:
        return NEEDS_PUBLISHED
    written = f"{year:04d}-{month:02d}"
    if year not in HIJRI_YEARS:
        return Resolved("", tables.part(match), ("hijri-beyond", written))
    return Resolved(hijri_month(year, month), tables.part(match), ("hijri", written))


def _is_bare_month(match: Match) -> bool:
    before = text_before(match)
    if match["month"] == _SAFAR:
        return False
    return bool(
        _IN_A_MONTH.search(before)
        or (match["month"] == _RAMADAN and _AROUND_RAMADAN.search(before))
    )


def hijri_year_alone(match: Match, _: Context) -> Resolved | None:
    number = int(match["year"])
    if number not in HIJRI_YEARS:
        return Resolved("", tables.part(match), ("hijri-beyond", match["year"]))
    return Resolved(hijri_year(number), tables.part(match), ("hijri", match["year"]))


def hijri_year_of(match: Match, context: Context, month: int) -> int | None:
    """Return the year that is written, or the one of the day of publication, moved by an adjective; None without either."""
    if match["year"]:
        return int(match["year"])
    if context.published is None:
        return None
    this_year, this_month = hijri_year_month(context.published)
    return this_year + {
        "past": -(month >= this_month),
        "next": int(month <= this_month),
    }.get(tense(match["adjective"]), 0)


RESOLVERS: dict[str, Resolver] = {
    "hijri_numeric": hijri_numeric,
    "hijri_days": hijri_days,
    "hijri_day": hijri_date,
    "hijri_month": hijri_month_of_year,
    "hijri_year": hijri_year_alone,
}
