"""Values of months, seasons, years and longer times that the text names."""

import re

from annotator.text.dates import tables
from annotator.text.dates.calendar_days import iso_month, iso_year, month_value
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
    text_before,
    written,
    year_for,
)
from annotator.text.dates.patterns import MONTH, YEAR

_BEFORE_A_MONTH = re.compile(r"(?<![^\W_])(?:في|منذ|خلال|حتي|بحلول|قبل|بعد) $")
_MONTHS_IN_LIST = re.compile(MONTH)
_YEARS_IN_LIST = re.compile(YEAR)

_QUARTERS = {"الربع": (33, 4), "الثلث": (37, 3), "النصف": (40, 2)}
"""EDTF level 2 numbers of the first quarter, third and half of a year, and how many there are."""
_NTH = {"الاول": 0, "الثاني": 1, "الثالث": 2, "الرابع": 3}

_PERHAPS_HIJRI = range(1300, 1453)
"""Years whose era nobody writes where everybody counts in it; later ones have not come yet."""


def month(match: Match, context: Context) -> Resolved | None:
    number = tables.month(match)
    before = text_before(match)
    if number is None or AFTER_A_NUMBER.search(before):
        return None
    doubled = group(match, "month_b", "month_c", "month_d")
    adjective = group(match, "adjective")
    dated = group(match, "year", "year_adjective", "year_adjective_this") or adjective
    if not (dated or doubled or match["part"] or match["named"] or _BEFORE_A_MONTH.search(before)):
        return None
    if adjective and tables.could_be_a_verb(match) and adjective.startswith(("السابق", "التالي")):
        return None  # تيريزا ماي السابقة
    year, reason = year_for(match, context, number, None)
    return Resolved(month_value(year, number), tables.part(match), reason)


def months(match: Match, _: Context) -> Resolved | None:
    named = [tables.MONTHS[name] for name in _MONTHS_IN_LIST.findall(match["list"])]
    values = ",".join(iso_month(int(match["year"]), month) for month in named)
    return Resolved(f"{{{values}}}", None, WRITTEN)


def month_to_month(match: Match, _: Context) -> Resolved | None:
    first, last = tables.month(match, "month_a"), tables.month(match, "month_b")
    if first is None or last is None or (match["lead"] == "من") == (match["link"] == "و"):
        return None
    year = int(match["year"])
    start_year = int(match["year_a"]) if match["year_a"] else year - (first > last)
    start, end = iso_month(start_year, first), iso_month(year, last)
    return Resolved(f"{start}/{end}", None, WRITTEN) if start < end else None


def half_month(match: Match, context: Context) -> Resolved | None:
    number = tables.month(match)
    if number is None:
        return None
    year, reason = year_for(match, context, number, None)
    return Resolved(
        month_value(year, number), "START" if match["half"].endswith("الاول") else "END", reason
    )


def year(match: Match, _: Context) -> Resolved | None:
    old = group(match, "year_old")
    if (
        old
        and (int(old) in _PERHAPS_HIJRI or int(old) >= 2100)
        and not match["span"].endswith(("م", "ميلاديه"))
    ):
        return None
    about = "~" if group(match, "about") else ""
    return Resolved(
        written(match, "year", "year_m", "year_old").zfill(4) + about, tables.part(match), WRITTEN
    )


def year_bc(match: Match, _: Context) -> Resolved | None:
    number = int(match["year"])
    return (
        Resolved(iso_year(1 - number) + ("~" if match["about"] else ""), None, WRITTEN)
        if number
        else None
    )


def year_to_year(match: Match, _: Context) -> Resolved | None:
    first, last = match["year_a"], match["year_b"]
    return Resolved(f"{first}/{last}", None, WRITTEN) if first < last else None


def years(match: Match, _: Context) -> Resolved | None:
    return Resolved("{" + ",".join(_YEARS_IN_LIST.findall(match["list"])) + "}", None, WRITTEN)


def season(match: Match, context: Context) -> Resolved | None:
    number = tables.SEASONS[match["season"]]
    first = group(match, "year_a")
    if first:
        last = match["year_b"]
        return Resolved(f"{first}-{number}", None, WRITTEN) if int(last) == int(first) + 1 else None
    found, reason = year_for(match, context, 1, None)
    return (
        Resolved(f"{iso_year(found)}-{number}", None, reason)
        if found is not None
        else NEEDS_PUBLISHED
    )


def quarter(match: Match, context: Context) -> Resolved | None:
    base, count = _QUARTERS[match["unit"]]
    nth = _NTH.get(match["nth"], count - 1)
    if nth >= count:
        return None
    if group(match, "the_year"):
        found, reason = (
            (context.published.year if context.published else None),
            ("year-this", context.published_text()),
        )
    else:
        found, reason = year_for(match, context, 1, None)
    return (
        Resolved(f"{iso_year(found)}-{base + nth}", None, reason)
        if found is not None
        else NEEDS_PUBLISHED
    )


def decade(match: Match, context: Context) -> Resolved | None:
    digit = tables.DECADES[match["decade"]]
    century = _century_number(match, context)
    if century is None:
        if not match["article"] or group(match, "relative"):
            return None
        # Without a century: the last one whose decade has begun by the year of publication.
        this_year = context.published.year if context.published else 2020
        century = 20 if this_year >= 2000 + 10 * digit else 19
    return Resolved(f"{century:02d}{digit}X", tables.part(match), WRITTEN)


def century(match: Match, context: Context) -> Resolved | None:
    number = _century_number(match, context)
    if number is None:
        return NEEDS_PUBLISHED if group(match, "relative") else None
    return Resolved(
        f"-{number:02d}XX" if match["bc"] else f"{number:02d}XX", tables.part(match), WRITTEN
    )


def _century_number(match: Match, context: Context) -> int | None:
    """Return the first two digits of the century's years: 19 for the twentieth."""
    ordinal = group(match, "century")
    if ordinal:
        return tables.ORDINALS[ordinal] - 1
    if not group(match, "relative"):
        return None
    this_century = context.published.year // 100 if context.published else 20
    return this_century + steps(match["relative"])


RESOLVERS: dict[str, Resolver] = {
    "month": month,
    "months": months,
    "month_to_month": month_to_month,
    "half_month": half_month,
    "year": year,
    "year_bc": year_bc,
    "year_to_year": year_to_year,
    "years": years,
    "season": season,
    "quarter": quarter,
    "decade": decade,
    "century": century,
}
