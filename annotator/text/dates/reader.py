"""Dates in Arabic news, with their values in ISO 8601 and its extension EDTF.

Gregorian months in Gulf, Levantine and Maghrebi names or two of them at once, Hijri dates by the Umm al-Qura calendar,
weekdays and other words told from the day of publication, ranges, sets, times of day, digits of any script, English
datelines. Spans follow the annotation guidelines: يوم, شهر, نهاية and the like inside, prepositions outside.
"""

from dataclasses import dataclass
from datetime import date

from annotator.text import graphemes
from annotator.text.dates import bare_years, days, fractions, hijri, periods, relative
from annotator.text.dates.calendar_days import parse_published
from annotator.text.dates.context import Context, Match
from annotator.text.dates.cuts import is_cut
from annotator.text.dates.patterns import patterns, places
from annotator.text.folding import Folded, fold

_RESOLVERS = (
    days.RESOLVERS
    | bare_years.RESOLVERS
    | periods.RESOLVERS
    | fractions.RESOLVERS
    | hijri.RESOLVERS
    | relative.RESOLVERS
)


@dataclass(frozen=True, slots=True)
class DateMention:
    """A date at ``[start, end)`` of the text.

    ``value`` is ISO 8601 or EDTF, empty where there is none: the publication date would be needed and is not known, the
    Hijri year is beyond the tables, the day comes back every week. ``mod`` is START,
    MID or END where a part of the value is meant. ``reason`` is a code with its arguments, for example
    ``("weekday-before", "2021-02-18")``: every code is listed in `REASONS`.
    """

    start: int
    end: int
    value: str
    mod: str | None = None
    reason: tuple[str, ...] = ("written",)


REASONS: dict[str, tuple[str, ...]] = {
    "written": (),
    "hijri": ("Hijri date",),
    "hijri-beyond": ("Hijri date",),
    "every-week": (),
    "days-from": ("days", "published"),
    "weekday-before": ("published",),
    "weekday-after": ("published",),
    "weekday-same": ("published",),
    "units-from": ("count", "unit", "published"),
    "past-units": ("unit", "published"),
    **{
        f"{unit}-{which}": ("published",)
        for unit in ("week", "month", "year", "season", "decade")
        for which in ("past", "this", "next")
    },
    "year-same": ("year",),
    "month-same": ("month",),
    "week-same": ("day",),
    "year-of-paragraph": ("year",),
    "year-nearest": ("published",),
    "needs-published": (),
}
"""The codes of `DateMention.reason` and what their arguments are."""


def find(text: str, published: str | date | None = None) -> list[DateMention]:
    """Return the dates of ``text`` in order, none overlapping, on grapheme edges.

    ``published`` (ISO 8601) resolves what is told from the day of publication, and years left out.
    """
    folded = fold(text)
    context = Context(folded.text, parse_published(published))
    found: list[DateMention] = []
    last = taken = 0
    names_ibb = _IBB in text
    for kind, match in _candidates(folded.text):
        start, end = match.span("span")
        if start < taken:
            continue
        try:
            resolved = _RESOLVERS[kind](match, context)
        except (ValueError, OverflowError):  # the 31st of February; a year beyond the calendar
            taken = end  # nor is «فبراير 2021» of it a date
            continue
        if resolved is None or is_cut(folded.text, start, end, last):
            continue
        if names_ibb and _is_ibb(match, folded):
            continue
        last = taken = end
        context.remember(start, match["span"], resolved.value)
        found.append(DateMention(*graphemes.snap(text, *folded.to_source(start, end)), *resolved))
    return found


_IBB = "إب"
"""A city of Yemen: folded it is written as the Levantine August, آب."""


def _is_ibb(match: Match, folded: Folded) -> bool:
    return any(
        name.startswith("month")
        and word == "اب"
        and folded.source.startswith(_IBB, folded.to_source(*match.span(name))[0])
        for name, word in match.groupdict().items()
    )


def _candidates(text: str) -> list[tuple[str, Match]]:
    """Return every match of every pattern by position, the longest first, then in the order of the grammar."""
    ranked: list[tuple[int, int, int, str, Match]] = []
    starts = places(text)
    for rank, (kind, cue, rule) in enumerate(patterns()):
        last = 0
        for start in starts.get(cue, ()):
            match = rule.match(text, start) if start >= last else None
            if match:
                first, last = match.span("span")
                ranked.append((first, -last, rank, kind, match))
    ranked.sort(key=lambda candidate: candidate[:3])
    return [(kind, match) for _, _, _, kind, match in ranked]
