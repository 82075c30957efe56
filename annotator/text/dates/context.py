"""What a date leans on: the publication date, and the dates that stand before it in the text."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from typing import NamedTuple

from annotator.text.dates import calendar_words as words
from annotator.text.dates import numerals
from annotator.text.dates.calendar_days import last_day
from annotator.text.dates.patterns import DAY, MONTH, YEAR
from annotator.text.folding import fold_key

FUTURE_PENALTY = 60
"""Days. News tells what happened: a date ahead counts as this much further away when the nearest year is chosen."""

_YEAR_MONTH_DAY = re.compile(r"(-?\d{4})(?:-(0[1-9]|1[0-2])(?!\d)(?:-(\d\d))?)?")
_BETWEEN_LISTED = re.compile(r" ?(?:,|,? ?و|/) ?")
_LISTED_AFTER = re.compile(
    rf"(?:(?:,? ?و ?|, ?){DAY}(?: من)? ?(?:شهر )?(?P<month>{MONTH})(?: ?[/(] ?{MONTH}\)?)?)+,? ?(?:(?:من )?(?:عام|سنه) )?(?P<year>{YEAR})"
)
_OVER_NEW_YEAR = 6
"""Months. A list that goes back further goes on in the next year."""
_FOUR_DIGITS = re.compile(r"(?<!\d)(?:1[5-9]|20)\d\d(?!\d)")


class Resolved(NamedTuple):
    """A value in EDTF (empty where it cannot be known), a part of it, and how it was reached."""

    value: str
    mod: str | None
    reason: tuple[str, ...]


WRITTEN = ("written",)
"""The reason of a value that stands in the text."""
NEEDS_PUBLISHED = Resolved("", None, ("needs-published",))
"""What is known of a date told from a day of publication that is not known itself."""

_MONTH_NUMBERS = {
    fold_key(name): number for number, names in words.MONTHS.items() for name in names
}

AFTER_A_NUMBER = re.compile(r"\d ?$")

Match = re.Match[str]
Resolver = Callable[[Match, "Context"], Resolved | None]


class Said(NamedTuple):
    """A date found earlier: where (folded position), its numbers, and whether its year stands in the text."""

    at: int
    year: int
    month: int | None
    day: int | None
    explicit: bool


@dataclass
class Context:
    """Grows as dates are found, in text order."""

    text: str
    published: date | None
    said: list[Said] = field(default_factory=list[Said])
    last: tuple[int, int] = (0, 0)
    """Where the last date is, in the folded text."""

    def remember(self, at: int, written: str, value: str) -> None:
        self.last = at, at + len(written)
        numbers = _YEAR_MONTH_DAY.match(value.lstrip("{"))
        if numbers:
            month, day = (int(number) if number else None for number in numbers.group(2, 3))
            self.said.append(
                Said(at, int(numbers[1]), month, day, bool(_FOUR_DIGITS.search(written)))
            )

    def last_year(self) -> int | None:
        """Return the year of the last date, whose «same year» is meant; without one, the year of publication."""
        if self.said:
            return self.said[-1].year
        return self.published.year if self.published else None

    def last_month(self) -> tuple[int, int] | None:
        for said in reversed(self.said):
            if said.month:
                return said.year, said.month
        return (self.published.year, self.published.month) if self.published else None

    def last_day(self) -> date | None:
        for said in reversed(self.said):
            if said.month and said.day:
                return date(said.year, said.month, said.day)
        return self.published

    def year_of_paragraph(self, at: int) -> int | None:
        """Return the last year written in the same paragraph before ``at``."""
        start = self.text.rfind("\n", 0, at)
        for said in reversed(self.said):
            if said.at <= start:
                return None
            if said.explicit:
                return said.year
        return None

    def year_of_list(self, match: "Match", month: int) -> int | None:
        """Return the year that the other days of the same list have: one after it says it, or the one before has it."""
        after = _LISTED_AFTER.match(self.text, match.end("span"))
        if after:
            return int(after["year"]) - (month > _MONTH_NUMBERS[after["month"]])
        start, end = self.last
        here = match.start("span")
        if not self.said or self.said[-1].at != start or self.said[-1].month is None:
            return None
        if not _BETWEEN_LISTED.fullmatch(self.text, end, here):
            return None
        before = self.said[-1]
        return before.year + ((before.month or 0) - month > _OVER_NEW_YEAR)

    def published_text(self) -> str:
        return self.published.isoformat() if self.published else ""


def group(match: Match, *names: str) -> str | None:
    """Return the first of the named groups that the pattern has and that took part in the match."""
    groups = match.groupdict()
    return next((groups[name] for name in names if groups.get(name)), None)


def year_of(match: Match) -> int | None:
    """Return the year that stands in the match, in digits or words, or None."""
    if digits := group(match, "year"):
        return int(digits)
    spelled = group(match, "year_words")
    return numerals.value(spelled) if spelled else None


def text_before(match: Match, length: int = 16) -> str:
    """Return the folded text that leads up to the span."""
    return match.string[max(0, match.start("span") - length) : match.start("span")]


def written(match: Match, *names: str) -> str:
    """Return a group that must have taken part."""
    return group(match, *names) or ""


_TENSES = {
    fold_key(word): tense
    for tense, names in (
        ("past", (*words.PAST, *words.DUAL_PAST)),
        ("next", (*words.NEXT, *words.DUAL_NEXT)),
        ("this", (*words.THIS, *words.DUAL_THIS)),
        ("same", words.SAME),
    )
    for word in names
}


def tense(adjective: str | None) -> str:
    """Return past, next, this, same, or nothing."""
    return _TENSES.get(adjective or "", "")


def steps(adjective: str | None) -> int:
    """Return how many units an adjective moves away from the publication date."""
    return {"past": -1, "next": 1}.get(tense(adjective), 0)


def nearest_year(month: int, day: int | None, published: date, weekday: int | None = None) -> int:
    """Return the year that puts a day nearest to the publication date, on the right weekday if one can be."""
    years = range(published.year - 1, published.year + 2)
    days = {year: date(year, month, min(day or 15, last_day(year, month))) for year in years}
    fitting = [
        year for year in years if weekday is not None and day and days[year].weekday() == weekday
    ]

    def distance(year: int) -> int:
        ahead = (year, month, day or 1) > (published.year, published.month, published.day)
        return abs((days[year] - published).days) + FUTURE_PENALTY * ahead

    return min(fitting or years, key=distance)


def year_for(
    match: Match, context: Context, month: int, day: int | None, weekday: int | None = None
) -> tuple[int | None, tuple[str, ...]]:
    """Return the year of a day or month, by the strongest sign: written, adjective, paragraph, publication date."""
    year = year_of(match)
    if year is not None:
        return year, WRITTEN
    if group(match, "year_adjective_this"):
        return _year_by_tense("this", context)
    adjective = group(match, "year_adjective")
    if adjective:
        return _year_by_tense(tense(adjective), context)
    listed = context.year_of_list(match, month) if day is not None else None
    months_tense = tense(group(match, "adjective", "adjective_only"))
    published = context.published
    if months_tense and months_tense != "same" and published:
        step = {"past": -(month >= published.month), "next": int(month <= published.month)}.get(
            months_tense, 0
        )
        return published.year + step, (f"month-{months_tense}", published.isoformat())
    if listed is not None:
        return listed, ("year-of-paragraph", f"{listed:04d}")
    inherited = context.year_of_paragraph(match.start("span"))
    if inherited is not None and not group(match, "rel"):
        return inherited, ("year-of-paragraph", f"{inherited:04d}")
    if published is None:
        return None, ("needs-published",)
    return nearest_year(month, day, published, weekday), ("year-nearest", published.isoformat())


def _year_by_tense(which: str, context: Context) -> tuple[int | None, tuple[str, ...]]:
    if which == "same":
        year = context.last_year()
        return year, ("year-same", f"{year:04d}") if year is not None else ("needs-published",)
    if context.published is None:
        return None, ("needs-published",)
    year = context.published.year + {"past": -1, "next": 1}.get(which, 0)
    return year, (f"year-{which}", context.published.isoformat())
