"""Values of Hijri dates, by the Umm al-Qura calendar: days become days, months and years become intervals."""

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
    steps,
    tense,
)


def hijri_date(match: Match, context: Context) -> Resolved | None:
    month, day = tables.HIJRI_MONTHS[match["month"]], tables.day(match)
    if match["month"] == "صفر" and match["span"] == f"{day} صفر" and day < 10:
        return None  # a score: two to nil
    found = _hijri_year(match, context, month)
    if found is None:
        return None if context.published else NEEDS_PUBLISHED
    reason = ("hijri", f"{found:04d}-{month:02d}-{day:02d}")
    return Resolved(hijri_day(found, month, day).isoformat(), None, reason)


def hijri_month_of_year(match: Match, context: Context) -> Resolved | None:
    month = tables.HIJRI_MONTHS[match["month"]]
    if not (
        match["year"]
        or match["named"]
        or match["part"]
        or steps(match["adjective"])
        or tense(match["adjective"])
    ):
        return None  # Ramadan, Rajab and Shaban are people too
    found = _hijri_year(match, context, month)
    if found is None:
        return None if context.published else NEEDS_PUBLISHED
    return Resolved(
        hijri_month(found, month), tables.part(match), ("hijri", f"{found:04d}-{month:02d}")
    )


def hijri_year_alone(match: Match, _: Context) -> Resolved | None:
    number = int(match["year"])
    if number not in HIJRI_YEARS:
        return None
    return Resolved(hijri_year(number), tables.part(match), ("hijri", match["year"]))


def _hijri_year(match: Match, context: Context, month: int) -> int | None:
    if match["year"]:
        return int(match["year"]) if int(match["year"]) in HIJRI_YEARS else None
    if context.published is None:
        return None
    this_year, this_month = hijri_year_month(context.published)
    return this_year + {
        "past": -(month >= this_month),
        "next": int(month <= this_month),
    }.get(tense(match["adjective"]), 0)


RESOLVERS: dict[str, Resolver] = {
    "hijri_day": hijri_date,
    "hijri_month": hijri_month_of_year,
    "hijri_year": hijri_year_alone,
}
