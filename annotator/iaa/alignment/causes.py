"""Why the edges of two spans differ, where it is one thing that a guideline line would settle."""

import regex

from annotator.iaa.alignment.edges import OUTER
from annotator.iaa.alignment.kinds import Cause
from annotator.iaa.alignment.titles import begins_with_title
from annotator.model import Span
from annotator.text import clitics, tokens

_ONLY_OUTER = regex.compile(rf"(?:{OUTER}|\p{{M}})*")
_LETTERS = regex.compile(r"[\p{M}\u0640\u200c\u200d]")
_WORD = regex.compile(r"[\p{L}\p{N}]")
_INSIDE = regex.compile(r"[\p{L}\p{M}\u0640\u200c\u200d]{2}|\p{N}{2}")


def boundary_cause(text: str, first: Span, second: Span) -> Cause | None:
    """Return the one cause of all that differs, or None where there are several or none that has a name.

    Symmetric in the spans, which overlap.
    """
    causes: set[Cause | None] = set()
    end = min(first.end, second.end)
    if first.start != second.start:
        low, high = min(first.start, second.start), max(first.start, second.start)
        causes.add(_cause_at_start(text, low, high, end))
    if first.end != second.end:
        low, high = min(first.end, second.end), max(first.end, second.end)
        causes.add(_cause_at_end(text, low, high))
    return causes.pop() if len(causes) == 1 else None


def _cause_at_start(text: str, low: int, high: int, end: int) -> Cause | None:
    region = text[low:high]
    if _ONLY_OUTER.fullmatch(region):
        return Cause.PUNCTUATION
    starts = clitics.candidate_starts(text, low, end)
    if low in starts and high in starts:
        return Cause.CLITIC
    if _LETTERS.sub("", region) in ("ال", "لل") and high in clitics.candidate_starts(
        text, low, end, article=True
    ):
        return Cause.ARTICLE
    if (_splits_a_word(text, low) and low not in starts) or _splits_a_word(text, high):
        return None
    if begins_with_title(region):
        return Cause.TITLE
    return _outer_word(region)


def _cause_at_end(text: str, low: int, high: int) -> Cause | None:
    region = text[low:high]
    if _ONLY_OUTER.fullmatch(region):
        return Cause.PUNCTUATION
    if _splits_a_word(text, low) or _splits_a_word(text, high):
        return None
    return _outer_word(region)


def _outer_word(region: str) -> Cause | None:
    words = [t for t in tokens.tokenize(region) if _WORD.search(region[t.start : t.end])]
    return Cause.OUTER_WORD if len(words) == 1 else None


def _splits_a_word(text: str, position: int) -> bool:
    return position > 0 and _INSIDE.match(text, position - 1) is not None
