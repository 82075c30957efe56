"""Days of publication such as 05/11/2015: whether the day or the month comes first is told by all of one import together.

Nothing is guessed: one field over 12 anywhere decides, else a person does, else such a day stays unknown.
"""

import re
from datetime import date

DAY_FIRST, MONTH_FIRST = "--day-first", "--month-first"
"""What says it on the command line."""

_WRITTEN = re.compile(r"(\d{2})/(\d{2})/(\d{4})")


def written(first: int, second: int, year: int) -> str | None:
    """Return how such a day travels from a file to the end of its import; ISO 8601 where both orders are one day.

    None where there is no such day in either order.
    """
    found = f"{first:02d}/{second:02d}/{year:04d}"
    known = {day for day in readings(found) if day}
    if len(known) == 1 and first == second:
        return known.pop()
    return found if known else None


def waits(day: str | None) -> bool:
    """Tell whether a day of an article that was just read is in an order that only its whole import tells."""
    return day is not None and _WRITTEN.fullmatch(day) is not None


def readings(day: str) -> tuple[str | None, str | None]:
    """Return the ISO 8601 day with the day first and with the month first, None where there is none."""
    found = _WRITTEN.fullmatch(day)
    if found is None:
        return day, day
    first, second, year = map(int, found.groups())
    return _valid(year, second, first), _valid(year, first, second)


class DayOrder:
    """The order of day and month in one import, from all such days in it. ``asked`` holds where they do not tell."""

    def __init__(self, asked: bool | None = None) -> None:
        """``asked``: a person says that the day comes first, or that the month does; None, nobody was asked."""
        self._asked = asked
        self._telling: dict[bool, str] = {}
        self.example = ""
        """The first day that may be either."""

    def see(self, day: str | None) -> None:
        """Learn from a day that waits; others say nothing."""
        if day is None or not waits(day):
            return
        day_first, month_first = readings(day)
        if day_first and month_first:
            self.example = self.example or day
        else:
            self._telling.setdefault(month_first is None, day)

    @property
    def is_day_first(self) -> bool | None:
        """Whether the day comes first; None where the days do not tell, or contradict each other, and nobody was asked."""
        if len(self._telling) == 1:
            return next(iter(self._telling))
        return self._asked

    @property
    def is_open(self) -> bool:
        """Whether there is a day that may be either, and nothing tells."""
        return bool(self.example) and self.is_day_first is None

    @property
    def reason(self) -> str:
        """Say in words how days that may be either are read, empty where there are none or nothing tells."""
        order = self.is_day_first
        if not self.example or order is None:
            return ""
        words = "day first" if order else "month first"
        told = self._telling.get(order) if len(self._telling) == 1 else None
        why = f"told from {told}" if told else "as asked"
        return f"days such as {self.example} were read {words}, {why}"

    @property
    def open_reason(self) -> str:
        """Say why a day stays unknown, and what to do."""
        return (
            f"a day such as {self.example} may have the day or the month first: it was left out; import again with "
            f"{DAY_FIRST} or {MONTH_FIRST}"
        )

    def settle(self, day: str) -> str | None:
        """Return the ISO 8601 day of one that waits, None where its order is not known."""
        day_first, month_first = readings(day)
        if day_first is None or month_first is None:
            return day_first or month_first
        order = self.is_day_first
        return None if order is None else day_first if order else month_first


def _valid(year: int, month: int, day: int) -> str | None:
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return None
