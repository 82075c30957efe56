"""Numbers and dates as the user's region writes them."""

from PySide6.QtCore import QDate, QLocale, Qt


def number(value: int) -> str:
    return QLocale().toString(value)


def day(published: str | None) -> str:
    """Return an ISO 8601 date in words; what is no full date (a year, a month) stays as it is."""
    date = QDate.fromString(published or "", Qt.DateFormat.ISODate)
    return QLocale().toString(date, "d MMMM yyyy") if date.isValid() else published or ""
