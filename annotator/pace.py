"""How fast an annotator works, from the times of their edits: for their own eyes.

**Active time.** The gap between two edits that follow one another counts, on whatever article and computer, when it is no
longer than a pause; a longer one counts nothing. What comes before the first edit of a stretch is seen nowhere and counts
nothing either. A gap belongs to the article and the day of the edit that ends it. The method, a time-out between events, is
that of Catledge & Pitkow, "Characterizing browsing strategies in the World-Wide Web", Computer Networks and ISDN Systems 27(6),
1995; their time-out of 25.5 minutes is for wandering readers. Here an edit comes every few seconds, and five minutes are enough to
read 700 words of Arabic between two of them, at the 138 words a minute of Trauzettel-Klosinski & Dietz, "Standardized assessment of
reading performance: the new international reading speed texts IReST", IOVS 53(9), 2012.

**Annotations.** One counts on the day it was first made, by hand or from a suggestion, unless it is gone again at the end of
that day (undone, deleted). Changing it, and taking it back on a later day, changes no number; making again what was undone counts
once. What came in bulk counts as an edit at most: an import, and edits that add more than `MOST_AT_ONCE`.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta, tzinfo

PAUSE = timedelta(minutes=5)
"""The longest gap between two edits that counts as work."""

MOST_AT_ONCE = 20
"""Annotations one edit may add and still be work by hand; tag everywhere, an import or a restored backup adds more."""

ENOUGH = timedelta(minutes=5)
"""Active time below which annotations an hour say nothing."""


@dataclass(frozen=True, slots=True)
class Deed:
    """One saved edit: when, on which article, the annotations it made and those it took away (ids).

    ``made`` holds what was not there before and came by hand or from a suggestion, ``gone`` what is there no longer.
    """

    at: datetime
    article: str
    made: tuple[str, ...] = ()
    gone: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Figures:
    """Active time and annotations of a day, an article or of several."""

    active: timedelta = timedelta()
    annotations: int = 0

    def __add__(self, other: "Figures") -> "Figures":
        return Figures(self.active + other.active, self.annotations + other.annotations)

    @property
    def per_hour(self) -> float | None:
        """Annotations an hour of active time, None where there is too little of it."""
        if self.active < ENOUGH:
            return None
        return self.annotations / (self.active / timedelta(hours=1))


@dataclass(frozen=True, slots=True)
class Pace:
    """The figures of every day and of every article that has any."""

    days: Mapping[date, Figures] = field(default_factory=dict[date, Figures])
    articles: Mapping[str, Figures] = field(default_factory=dict[str, Figures])

    def on(self, day: date) -> Figures:
        return self.days.get(day, Figures())

    def last(self, days: int, today: date) -> dict[date, Figures]:
        """Return the last days in order, ``today`` the last one, those without work among them."""
        first = today - timedelta(days=days - 1)
        return {day: self.on(day) for day in (first + timedelta(days=n) for n in range(days))}

    @property
    def total(self) -> Figures:
        return sum(self.days.values(), Figures())


def pace_of(deeds: Iterable[Deed], zone: tzinfo | None = None, pause: timedelta = PAUSE) -> Pace:
    """Return the pace that deeds add up to, in whatever order they come. ``zone`` decides the days, without it the machine's."""
    days: dict[date, Figures] = {}
    articles: dict[str, Figures] = {}

    def count(day: date, article: str, figures: Figures) -> None:
        days[day] = days.get(day, Figures()) + figures
        articles[article] = articles.get(article, Figures()) + figures

    ordered = sorted(deeds, key=lambda deed: deed.at)
    before: datetime | None = None
    first_made: dict[str, tuple[date, str]] = {}
    taken_back: set[str] = set()
    for deed in ordered:
        day = deed.at.astimezone(zone).date()
        gap = deed.at - before if before is not None else timedelta()
        count(day, deed.article, Figures(gap if gap <= pause else timedelta()))
        before = deed.at
        for one in deed.made:
            if one in taken_back:
                taken_back.discard(one)
                first_made[one] = day, deed.article
            elif one not in first_made:
                first_made[one] = day, deed.article
        taken_back.update(
            one for one in deed.gone if one in first_made and first_made[one][0] == day
        )
    for one, (day, article) in first_made.items():
        if one not in taken_back:
            count(day, article, Figures(annotations=1))
    return Pace(days, articles)
