"""Calendar arithmetic in EDTF (ISO 8601-2) strings."""

from datetime import date, timedelta

HIJRI_YEARS = range(1343, 1501)
"""Years of the Umm al-Qura tables of `hijridate`; outside them a conversion would be a guess."""


def parse_published(published: str | date | None) -> date | None:
    """Return the publication date, or None where it is missing or no ISO date."""
    if published is None or isinstance(published, date):
        return published
    try:
        return date.fromisoformat(published[:10])
    except ValueError:
        return None


UNKNOWN_YEAR = "XXXX"
"""EDTF for a year the text leaves open, when nothing else tells it."""


def iso_year(year: int) -> str:
    """Return the year of the common era; 0 is 1 BC, as in ISO 8601."""
    return f"-{-year:04d}" if year < 0 else f"{year:04d}"


def iso_month(year: int, month: int) -> str:
    return f"{iso_year(year)}-{month:02d}"


def month_value(year: int | None, month: int) -> str:
    return f"{UNKNOWN_YEAR}-{month:02d}" if year is None else iso_month(year, month)


def day_value(year: int | None, month: int, day: int) -> str:
    """Return the day; raise `ValueError` where the calendar has none."""
    if year is None:
        date(2000, month, day)  # a leap year: what is in no year is not in this one
        return f"{UNKNOWN_YEAR}-{month:02d}-{day:02d}"
    return date(year, month, day).isoformat()


def last_day(year: int, month: int) -> int:
    """Return the number of days of a month between the years 1 and 9998."""
    return (date(year + month // 12, month % 12 + 1, 1) - timedelta(1)).day


def add_months(day: date, months: int) -> date:
    """Return the same day some months away, or the last of that month; raise `ValueError` outside years 1 to 9999."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, last_day(year, month + 1)))


def week_of(day: date) -> str:
    """Return the ISO week, Monday to Sunday, as an interval."""
    monday = day - timedelta(day.weekday())
    return f"{monday}/{monday + timedelta(6)}"


def hijri_day(year: int, month: int, day: int) -> date:
    """Return the Gregorian date; raise `ValueError` or `OverflowError` where there is none."""
    from hijridate import Hijri

    return Hijri(year, month, day).to_gregorian()


def hijri_month(year: int, month: int) -> str:
    """Return the Gregorian interval of a Hijri month."""
    from hijridate import Hijri

    first = Hijri(year, month, 1)
    return f"{first.to_gregorian()}/{Hijri(year, month, first.month_length()).to_gregorian()}"


def hijri_year(year: int) -> str:
    """Return the Gregorian interval of a Hijri year."""
    return f"{hijri_month(year, 1).partition('/')[0]}/{hijri_month(year, 12).partition('/')[2]}"


def hijri_year_month(day: date) -> tuple[int, int]:
    """Return the Hijri year and month of a Gregorian day."""
    from hijridate import Gregorian

    hijri = Gregorian(day.year, day.month, day.day).to_hijri()
    return hijri.year, hijri.month
