"""Numbers written out in words, as counts and as years: «خمسة وتسعين», «مئة وخمسين», «ألف وتسعمائة وثمانية وأربعين»."""

import re
from collections.abc import Iterable

from annotator.text.dates import calendar_words as words
from annotator.text.folding import fold_key

_TENS = range(20, 100, 10)
_THOUSAND, _TWO_THOUSAND = ("ألف",), ("ألفين", "ألفان")


def _any_of(names: Iterable[str]) -> str:
    folded = sorted({fold_key(name) for name in names}, key=lambda word: (-len(word), word))
    return "(?:" + "|".join(map(re.escape, folded)) + ")"


def _named(numbers: Iterable[int]) -> list[str]:
    return [name for number in numbers for name in words.NUMBERS[number]]


_AND = " و ?"
_UNIT = _any_of([*_named(range(1, 10)), *words.ONE_BEFORE_TENS, "اثنان", "اثنتان"])
_BELOW_100 = rf"(?:{_UNIT}{_AND}{_any_of(_named(_TENS))}|{_any_of(_named(words.NUMBERS))})"
_HUNDREDS = _any_of(name for names in words.HUNDREDS.values() for name in names)

COUNT = rf"(?:{_HUNDREDS}(?:{_AND}{_BELOW_100})?|{_BELOW_100})"
"""A pattern for the numbers from 1 to 999 in words, over folded text."""

YEAR = (
    rf"(?:{_any_of(_THOUSAND)}{_AND}{_HUNDREDS}(?:{_AND}{_BELOW_100})?"
    rf"|{_any_of(_TWO_THOUSAND)}(?:{_AND}{_BELOW_100})?)"
)
"""A pattern for the years from 1100 to 2099 in words, over folded text."""

YEAR_WORDS = (*_THOUSAND, *_TWO_THOUSAND)
"""What such a year begins with."""

_VALUES = {
    fold_key(name): number
    for table in (
        words.NUMBERS,
        words.HUNDREDS,
        {1: words.ONE_BEFORE_TENS, 2: ("اثنان", "اثنتان"), 1000: _THOUSAND, 2000: _TWO_THOUSAND},
    )
    for number, names in table.items()
    for name in names
}
_PARTS = re.compile(_AND)


def value(text: str) -> int:
    """Return the number that folded words of `COUNT` or `YEAR` mean."""
    return sum(_VALUES[part] for part in _PARTS.split(text))
