"""Values of parts of longer times: the second half of May, the first decade of the century, the first six months of 2016."""

from annotator.text.dates import tables
from annotator.text.dates.calendar_days import (
    day_value,
    hijri_month,
    iso_month,
    last_day,
    month_value,
)
from annotator.text.dates.context import (
    NEEDS_PUBLISHED,
    WRITTEN,
    Context,
    Match,
    Resolved,
    Resolver,
    group,
    steps,
    tense,
    year_for,
)
from annotator.text.dates.hijri import hijri_year_of
from annotator.text.dates.periods import century_number, decade_of

_PLACES = {0: "START", 1: "MID"}
_WEEK = 7
_YEARS_OF_A_CENTURY = 100


def _nth(match: Match) -> tuple[int, int] | None:
    """Return which part it is, from 0, of how many; None for the third half."""
    count = tables.FRACTIONS[match["fraction"]]
    nth = tables.NTH[match["nth"]] or count
    return (nth - 1, count) if nth <= count else None


def _place(nth: int, count: int) -> str:
    """Return START, MID or END for a half or a third."""
    return "END" if nth == count - 1 else _PLACES[nth]


def part_of_month(match: Match, context: Context) -> Resolved | None:
    month, part = tables.month(match), _nth(match)
    if month is None or part is None:
        return None
    year, reason = year_for(match, context, month, None)
    return _of_month(year, month, part, reason)


def part_of_the_month(match: Match, context: Context) -> Resolved | None:
    part, which = _nth(match), tense(match["adjective"])
    if part is None:
        return None
    if which == "same":
        there = context.last_month()
        return _of_month(*there, part, ("month-same", month_value(*there))) if there else None
    if context.published is None:
        return NEEDS_PUBLISHED
    years, month = divmod(context.published.month - 1 + steps(match["adjective"]), 12)
    reason = (f"month-{which or 'this'}", context.published_text())
    return _of_month(context.published.year + years, month + 1, part, reason)


def _of_month(
    year: int | None, month: int, part: tuple[int, int], reason: tuple[str, ...]
) -> Resolved:
    nth, count = part
    if count == tables.FRACTIONS["الاسبوع"]:
        last = last_day(year or 2001, month)
        first = last - _WEEK + 1 if nth == count - 1 else nth * _WEEK + 1
        start, end = day_value(year, month, first), day_value(year, month, first + _WEEK - 1)
        return Resolved(f"{start}/{end}" if year is not None else "", None, reason)
    return Resolved(month_value(year, month), _place(*part), reason)


def part_of_hijri(match: Match, context: Context) -> Resolved | None:
    month, part = tables.HIJRI_MONTHS[match["month"]], _nth(match)
    if part is None:
        return None
    year = hijri_year_of(match, context, month)
    if year is None:
        return NEEDS_PUBLISHED
    return Resolved(hijri_month(year, month), _place(*part), ("hijri", f"{year:04d}-{month:02d}"))


def part_of_century(match: Match, context: Context) -> Resolved | None:
    """Resolve a decade of a century to the decade, a half or third to the century and a part, a quarter to its years."""
    part = _nth(match)
    if part is None:
        return None
    nth, count = part
    century = 20
    if not group(match, "millennium") and not match["span"].endswith("هذا القرن"):
        found = century_number(match, context)
        if found is None:
            return NEEDS_PUBLISHED
        century = found
    elif not group(match, "millennium") and context.published:
        century = context.published.year // 100
    if count == tables.FRACTIONS["العقد"]:
        return Resolved(f"{century:02d}{nth}X", None, WRITTEN)
    if count == tables.FRACTIONS["الربع"]:
        years = _YEARS_OF_A_CENTURY // count
        first = century * 100 + nth * years
        return Resolved(f"{first:04d}/{first + years - 1:04d}", None, WRITTEN)
    return Resolved(f"{century:02d}XX", _place(*part), WRITTEN)


def part_of_decade(match: Match, context: Context) -> Resolved | None:
    part, decade = _nth(match), decade_of(match, context)
    return Resolved(decade, _place(*part), WRITTEN) if part and decade else None


def first_months(match: Match, context: Context) -> Resolved | None:
    """Resolve «الأشهر الستة الأولى من 2016» to an interval of months."""
    count = tables.number(match["number"])
    if not 1 < count < 12:
        return None
    year, reason = year_for(match, context, 1, None)
    if year is None:
        return NEEDS_PUBLISHED
    first = 1 if match["nth"] == "الاولي" else 13 - count
    return Resolved(f"{iso_month(year, first)}/{iso_month(year, first + count - 1)}", None, reason)


RESOLVERS: dict[str, Resolver] = {
    "part_of_month": part_of_month,
    "part_of_the_month": part_of_the_month,
    "part_of_hijri": part_of_hijri,
    "part_of_century": part_of_century,
    "part_of_decade": part_of_decade,
    "first_months": first_months,
}
