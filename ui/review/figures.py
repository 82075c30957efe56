"""Numbers as people of the window's language and region write them."""

from PySide6.QtCore import QDate, QLocale

UNDEFINED = "–"
"""Not enough data: never 0, which is a result."""


def score(value: float | None) -> str:
    return UNDEFINED if value is None else QLocale().toString(float(value), "f", 2)


def count(number: int) -> str:
    return QLocale().toString(number)


def percent(share: float | None) -> str:
    if share is None:
        return UNDEFINED
    locale = QLocale()
    return locale.toString(round(100 * share)) + locale.percent()


def span(low: float | None, high: float | None) -> str:
    """Return an interval; isolated, because digits and dashes turn round between Arabic words."""
    if low is None or high is None:
        return ""
    return f"\u2066{score(low)}–{score(high)}\u2069"


def day(iso: str) -> str:
    """Return a date of the form 2021-11-09 in the short form of the region, or as it is where it is none."""
    date = QDate.fromString(iso[:10], "yyyy-MM-dd")
    return QLocale().toString(date, QLocale.FormatType.ShortFormat) if date.isValid() else iso
