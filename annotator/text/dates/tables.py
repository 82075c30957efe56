"""Folded words to numbers: what the groups of a date pattern stand for."""

from collections.abc import Iterable, Mapping

from annotator.text.dates import calendar_words as words
from annotator.text.dates import numerals
from annotator.text.dates.context import Match, group, written
from annotator.text.folding import fold_key


def _numbers(table: Mapping[int, Iterable[str]]) -> dict[str, int]:
    return {fold_key(word): number for number, names in table.items() for word in names}


def _names(table: Mapping[str, Iterable[str]]) -> dict[str, str]:
    return {fold_key(word): name for name, names in table.items() for word in names}


MONTHS = _numbers(words.MONTHS)
HIJRI_MONTHS = _numbers(words.HIJRI_MONTHS)
ENGLISH_MONTHS = _numbers(words.ENGLISH_MONTHS)
WEEKDAYS = _numbers(words.WEEKDAYS)
ORDINALS = _numbers(words.ORDINALS)
SEASONS = _numbers(words.SEASONS)
NTH = _numbers(words.NTH)
FRACTIONS = {fold_key(word): count for word, count in words.FRACTIONS.items()}
DECADES = _numbers(words.DECADES)
RELATIVE_DAYS = _numbers(words.RELATIVE_DAYS)
NUMBERS = _numbers(words.NUMBERS)
PARTS = _names(words.PARTS)
UNITS = {
    **_names(words.UNITS),
    **_names(words.TWO_UNITS),
    **_names(words.THE_UNIT),
    **_names(words.THE_TWO_UNITS),
    **_names(words.THE_UNITS),
}
AMBIGUOUS_MONTHS = frozenset(map(fold_key, words.AMBIGUOUS_MONTHS))

_HOURS = _numbers(words.HOURS)
_MINUTES = _numbers(words.MINUTES)
_AFTERNOON = frozenset(map(fold_key, words.AFTERNOON))
_NOON, _NIGHT = fold_key("ظهرا"), fold_key("ليلا")


def number(text: str) -> int:
    """Return a count written in digits or words."""
    return int(text) if text.isdigit() else numerals.value(text)


def part(match: Match) -> str | None:
    """Return START, MID or END."""
    return PARTS.get(group(match, "part") or "")


def month(match: Match, name: str = "month") -> int | None:
    """Return the month of a name or a pair of names, or None where the two contradict each other."""
    found = MONTHS[match[name]]
    other = group(match, f"{name}_b", f"{name}_c", f"{name}_d")
    return found if other is None or MONTHS[other] == found else None


def could_be_a_verb(match: Match) -> bool:
    """Tell whether the month's name is also a verb or a name, and stands without a second one beside it."""
    return match["month"] in AMBIGUOUS_MONTHS and not group(match, "month_b", "month_c", "month_d")


def day(match: Match) -> int:
    """Return the day of the month."""
    if group(match, "first"):
        return 1
    return int(match["day"]) if group(match, "day") else ORDINALS[written(match, "ordinal")]


def weekday(match: Match, *names: str) -> int | None:
    found = group(match, *names)
    return WEEKDAYS[found] if found else None


def time(match: Match) -> str:
    """Return ``Thh:mm`` where the match names an hour, or nothing; raise `ValueError` for a time there is not.

    Seconds and an offset from UTC stay where they are written; EDTF has no fractions of a second.
    """
    digits, word = group(match, "hour"), group(match, "hour_word")
    if not digits and not word:
        return ""
    hour = int(digits) if digits else _HOURS[word or ""]
    minute = int(group(match, "minute") or 0) or _MINUTES.get(group(match, "minute_word") or "", 0)
    half = group(match, "half") or ""
    if minute < 0:
        hour, minute = hour - 1, minute + 60
    if half == _NIGHT and hour in (12, *range(1, 5)):
        hour %= 12
    elif half in _AFTERNOON and hour < (11 if half == _NOON else 12):
        hour += 12
    second = group(match, "second")
    if not (0 <= hour < 24 and 0 <= minute < 60 and int(second or 0) < 60):
        raise ValueError(f"no such time: {hour}:{minute}:{second or 0}")
    return f"T{hour:02d}:{minute:02d}" + (f":{second}" if second else "") + _zone(match)


def _zone(match: Match) -> str:
    """Return the offset from UTC as ISO 8601 spells it out, or nothing."""
    zone = group(match, "zone") or ""
    if zone in ("", "z"):
        return zone.upper()
    minutes = zone[3:].lstrip(":")
    return zone[:3] + (f":{minutes}" if minutes else "")
