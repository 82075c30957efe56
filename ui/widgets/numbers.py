"""Numbers and dates as people of the window's language and region write them."""

from PySide6.QtCore import QDate, QLocale, Qt

UNDEFINED = "–"
"""Not enough data: never 0, which is a result."""


def count(number: int) -> str:
    return QLocale().toString(number)


def score(value: float | None) -> str:
    return UNDEFINED if value is None else QLocale().toString(float(value), "f", 2)


def percent(share: float | None) -> str:
    if share is None:
        return UNDEFINED
    locale = QLocale()
    return locale.toString(round(100 * share)) + locale.percent()


def interval(low: float | None, high: float | None) -> str:
    """Return an interval; isolated, because digits and dashes turn round between Arabic words."""
    if low is None or high is None:
        return ""
    return f"\u2066{score(low)}–{score(high)}\u2069"


def day(iso: str | None) -> str:
    """Return an ISO 8601 date in words; what is no full date (a year, a month) stays as it is."""
    date = QDate.fromString(iso or "", Qt.DateFormat.ISODate)
    return QLocale().toString(date, "d MMMM yyyy") if date.isValid() else iso or ""


def middle_day(iso: str | None) -> str:
    """The same with the month cut where the region cuts it: 9 Nov 2021."""
    date = QDate.fromString(iso or "", Qt.DateFormat.ISODate)
    return QLocale().toString(date, "d MMM yyyy") if date.isValid() else iso or ""


def short_day(iso: str) -> str:
    """Return the day of an ISO 8601 date or time in the short form of the region, or as it is where it is none."""
    date = QDate.fromString(iso[:10], "yyyy-MM-dd")
    return QLocale().toString(date, QLocale.FormatType.ShortFormat) if date.isValid() else iso
