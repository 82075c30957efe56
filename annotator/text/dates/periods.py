"""Values of months, seasons, years and longer times that the text names."""

import re
from itertools import pairwise

from annotator.text.dates import numerals, tables
from annotator.text.dates.bare_years import is_counted, surely_counts
from annotator.text.dates.calendar_days import iso_year, month_value
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
_MONTH_NAMED = re.compile(rf"({MONTH})(?: ?[/(] ?{MONTH})?")
_YEARS_IN_LIST = re.compile(YEAR)

_QUARTERS = {
    "الربع": (33, 4),
    "الثلاثي": (33, 4),
    "الثلث": (37, 3),
    "النصف": (40, 2),
    "السداسي": (40, 2),
}
"""EDTF level 2 numbers of the first quarter, third and half of a year, and how many there are."""
_NO_YEAR = re.compile(r"(?!.*(?:عام|سنه))")

_PERHAPS_HIJRI = range(1300, 1453)
"""Years whose era nobody writes where everybody counts in it; later ones have not come yet."""


def month(match: Match, context: Context) -> Resolved | None:
    number = tables.month(match)
    before = text_before(match)
    if number is None or AFTER_A_NUMBER.search(before):
        return None
    doubled = group(match, "month_b", "month_c", "month_d")
    adjective = group(match, "adjective")
    dated = group(match, "year", "year_words", "year_adjective", "year_adjective_this") or adjective
    if not (dated or doubled or match["part"] or match["named"] or _BEFORE_A_MONTH.search(before)):
        return None
    if adjective and tables.could_be_a_verb(match) and adjective.startswith(("السابق", "التالي")):
        return None  # تيريزا ماي السابقة
    year, reason = year_for(match, context, number, None)
    return Resolved(month_value(year, number), tables.part(match), reason)


def months(match: Match, context: Context) -> Resolved | None:
    """Resolve «شهري مارس وأبريل 2022»; without «شهري» something must say that two months are meant."""
    named = [tables.MONTHS[name[1]] for name in _MONTH_NAMED.finditer(match["list"])]
    is_dated = group(match, "year", "year_words", "year_adjective", "adjective")
    if not (match["lead"] or is_dated):
        return None
    year, reason = year_for(match, context, named[-1], None)
    ahead = [first > last for first, last in pairwise(named)]
    if any(ahead[:-1]) or len(set(named)) < len(named):
        return None
    values = [
        month_value(year if year is None else year - (number > named[-1]), number)
        for number in named
    ]
    return Resolved("{" + ",".join(values) + "}", None, reason)


def month_to_month(match: Match, context: Context) -> Resolved | None:
    first, last = tables.month(match, "month_a"), tables.month(match, "month_b")
    if first is None or last is None or first == last:
        return None
    lead = group(match, "lead")
    if lead and (lead == "من") == (match["link"].strip() == "و"):
        return None
    year, reason = year_for(match, context, last, None)
    start_year = _start_year(match, year, first, last)
    start, end = month_value(start_year, first), month_value(year, last)
    return Resolved(f"{start}/{end}", None, reason) if start < end else None


def _start_year(match: Match, year: int | None, first: int, last: int) -> int | None:
    if match["year_a"]:
        return int(match["year_a"])
    return None if year is None else year - (first > last)


def year(match: Match, _: Context) -> Resolved | None:
    old = group(match, "year_old")
    if (
        old
        and (int(old) in _PERHAPS_HIJRI or int(old) >= 2100)
        and not match["span"].endswith(("م", "ميلاديه"))
    ):
        return None
    is_bare = match["span"][-1].isdigit() and _NO_YEAR.match(match["span"])
    if is_bare and surely_counts(match.string, match.end("span")):
        return None  # وسط 2000 شخص
    about = "~" if group(match, "about") else ""
    found = written(match, "year", "year_bracketed", "year_old").zfill(4)
    return Resolved(found + about, tables.part(match), WRITTEN)


def year_words(match: Match, _: Context) -> Resolved | None:
    return Resolved(f"{numerals.value(match['words']):04d}", tables.part(match), WRITTEN)


def year_bc(match: Match, _: Context) -> Resolved | None:
    number = int(match["year"])
    return (
        Resolved(iso_year(1 - number) + ("~" if match["about"] else ""), None, WRITTEN)
        if number
        else None
    )


def year_to_year(match: Match, _: Context) -> Resolved | None:
    first, last = match["year_a"], match["year_b"]
    named = group(match, "named", "named_b")
    if first >= last or (group(match, "since") and match["link"].strip() == "و"):
        return None
    if not named and is_counted(match.string, match.end("span")):
        return None  # من 1500 إلى 2000 دولار
    if group(match, "slash") and not named and int(last) != int(first) + 1:
        return None
    return Resolved(f"{first}/{last}", None, WRITTEN)


def years(match: Match, _: Context) -> Resolved | None:
    found = _YEARS_IN_LIST.findall(match["list"])
    if found != sorted(set(found)) or surely_counts(match.string, match.end("span")):
        return None
    return Resolved("{" + ",".join(found) + "}", None, WRITTEN)


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
    nth = (tables.NTH[match["nth"]] or count) - 1
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
    found = decade_of(match, context)
    return Resolved(found, tables.part(match), WRITTEN) if found else None


def decade_of(match: Match, context: Context) -> str | None:
    """Return the decade that a match names, as 199X, or None."""
    digit = tables.DECADES[match["decade"]]
    century = century_number(match, context)
    if century is None:
        if not match["article"] or group(match, "relative"):
            return None
        # Without a century: the last one whose decade has begun by the year of publication.
        this_year = context.published.year if context.published else 2020
        century = 20 if this_year >= 2000 + 10 * digit else 19
    return f"{century:02d}{digit}X"


def century(match: Match, context: Context) -> Resolved | None:
    number = century_number(match, context)
    if number is None:
        return NEEDS_PUBLISHED if group(match, "relative") else None
    return Resolved(
        f"-{number:02d}XX" if match["bc"] else f"{number:02d}XX", tables.part(match), WRITTEN
    )


def century_number(match: Match, context: Context) -> int | None:
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
    "year": year,
    "year_words": year_words,
    "year_bc": year_bc,
    "year_to_year": year_to_year,
    "years": years,
    "season": season,
    "quarter": quarter,
    "decade": decade,
    "century": century,
}
