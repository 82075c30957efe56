"""Regular expressions typed by people: folded like the text, refused with the place of the fault, and limited in time."""

import time

import regex

from annotator.errors import SearchError
from annotator.text.folding_table import fold_character

TIME_LIMIT = 2.0
"""Seconds that one search may spend in an expression, all articles together."""

LONGEST_PATTERN = 1_000
MOST_REPEATS = 100_000
"""Repetitions an expression may spell out: the compiler writes each of them down, and x{99999999} fills the memory."""

_REPEATS = regex.compile(r"\{(\d+)")


class TimedPattern:
    """A compiled expression with the time left to it."""

    def __init__(self, text: str, *, exact: bool, seconds: float = TIME_LIMIT) -> None:
        self._seconds = self._left = seconds
        _refuse_enormous(text)
        flags = regex.MULTILINE if exact else regex.MULTILINE | regex.IGNORECASE
        try:
            self._pattern = regex.compile(text if exact else fold_pattern(text), flags)
        except regex.error as error:
            raise SearchError(
                f"this is no regular expression: {error}. Correct it, or search for the words as they are"
            ) from None
        except (OverflowError, RecursionError) as error:
            raise SearchError(
                f"this regular expression is too large: {error}. Make it simpler"
            ) from None

    def find(self, text: str) -> list[tuple[int, int]]:
        """Return the matches that are not empty, in order. Raises `SearchError` when the time is used up."""
        began = time.monotonic()
        try:
            # `concurrent` lets the window's thread go on meanwhile.
            found = self._pattern.finditer(text, timeout=max(self._left, 0.001), concurrent=True)
            return [match.span() for match in found if match.end() > match.start()]
        except TimeoutError:
            raise SearchError(
                f"the regular expression took longer than {self._seconds:g} seconds. "
                "Make it simpler: a repetition inside a repetition, as in (a+)+, is the usual reason"
            ) from None
        finally:
            self._left -= time.monotonic() - began


def fold_pattern(pattern: str) -> str:
    """Fold the letters of an expression and leave its signs alone, which are all ASCII."""
    return "".join(
        char if char.isascii() else regex.escape(fold_character(char)) for char in pattern
    )


def _refuse_enormous(pattern: str) -> None:
    repeats = 1
    for number in _REPEATS.findall(pattern):
        repeats *= max(int(number[:10]), 1)
    if len(pattern) > LONGEST_PATTERN or repeats > MOST_REPEATS:
        raise SearchError(
            f"this regular expression is too large: {LONGEST_PATTERN:,} characters and {MOST_REPEATS:,} "
            "repetitions are the limit. Make it simpler"
        )
