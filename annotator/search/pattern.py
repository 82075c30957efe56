"""Regular expressions typed by people: folded like the text, refused with the place of the fault, and limited in time."""

import time

import regex

from annotator.errors import SearchError
from annotator.text.folding_table import fold_character

TIME_LIMIT = 10.0
"""Seconds that one search may spend in an expression, all articles together."""

TEXT_LIMIT = 1.0
"""Seconds in one article: ordinary expressions take a hundredth, so a search is soon stopped and closing never waits."""

LONGEST_PATTERN = 1_000
MOST_REPEATS = 100_000
"""Repetitions an expression may spell out: the compiler writes each of them down, and x{99999999} fills the memory."""

_REPEATS = regex.compile(r"\{(\d+)")


class TimedPattern:
    """A compiled expression with the time left to it."""

    def __init__(self, text: str, *, exact: bool, seconds: float = TIME_LIMIT) -> None:
        self._left = seconds
        _refuse_enormous(text)
        flags = regex.MULTILINE if exact else regex.MULTILINE | regex.IGNORECASE
        try:
            self._pattern = regex.compile(text if exact else fold_pattern(text), flags)
        except regex.error as error:
            raise SearchError(
                f"this is no regular expression: {error}. Correct it, or search for the words as they are"
            ) from None
        except (OverflowError, RecursionError, MemoryError) as error:
            raise SearchError(
                f"this regular expression is too large: {error}. Make it simpler"
            ) from None

    def find(self, text: str) -> list[tuple[int, int]]:
        """Return the matches that are not empty, in order. Raises `SearchError` when the time is up."""
        began = time.monotonic()
        limit = max(min(self._left, TEXT_LIMIT), 0.001)
        try:
            # `concurrent` lets the window's thread go on meanwhile.
            found = self._pattern.finditer(text, timeout=limit, concurrent=True)
            return [match.span() for match in found if match.end() > match.start()]
        except TimeoutError:
            raise SearchError(
                "the regular expression took too long. "
                "Make it simpler: a repetition inside a repetition, as in (a+)+, is the usual reason"
            ) from None
        except (MemoryError, RecursionError):
            raise SearchError(
                "the regular expression needs more memory than there is. "
                "Make it simpler: an expression that calls itself, as in (?R)?, is the usual reason"
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
