"""The value of a date that somebody marked, told from the words around it and the day of publication."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from annotator.model import Span
from annotator.text.dates import reader as dates
from annotator.text.dates.cuts import has_every_digit, is_piece
from annotator.text.dates.patterns import YEAR
from annotator.text.dates.reader import DateMention
from annotator.text.folding import fold_key

_YEAR = re.compile(rf"{YEAR}(?: ?م)?")

BEFORE, AFTER = 1_200, 300
"""Characters around the span that are read: a year left out is usually in the paragraph. Reading a whole book for one
date would hold up the key that marks it."""


@dataclass(frozen=True, slots=True)
class DateProposal:
    """A value in ISO 8601 / EDTF; ``mod`` is START, MID, END or empty. ``reason`` is as in `dates.DateMention`."""

    value: str
    mod: str
    reason: tuple[str, ...]


def propose(text: str, span: Span, published: str | None) -> DateProposal | None:
    """Return the value of the date at ``span``, or None.

    None where no date is recognised, where it is a piece of a longer one or leaves a digit out, and where its value needs a
    day of publication that is not known.
    """
    first = max(span.start - BEFORE, 0)
    first = text.find("\n", first, span.start) + 1 or first if first else 0
    around = text[first : _line_end(text, span.end)]
    here = Span(span.start - first, span.end - first)
    mentions = _mentions(around, published)
    found = _best(around, mentions, here)
    if found is None:
        alone = _alone(span.of(text), published, is_free=not _over(mentions, here))
        is_whole = alone and not is_piece(text, span.start + alone.start, span.start + alone.end)
        found = alone if is_whole else None
    if found is None or not found.value:
        return None
    return DateProposal(found.value, found.mod or "", found.reason)


def _alone(marked: str, published: str | None, *, is_free: bool) -> DateMention | None:
    """Read nothing but what is marked. Four digits are a year then, unless they are in another date (not ``is_free``)."""
    found = _best(marked, _mentions(marked, published), Span(0, len(marked)))
    if found is None and is_free and _YEAR.fullmatch(key := fold_key(marked)):
        return DateMention(0, len(marked), key[:4])
    return found


def needs_published(text: str, span: Span) -> bool:
    """Tell whether the date at ``span`` has a value once the day of publication is known."""
    return propose(text, span, None) is None and propose(text, span, "2000-01-05") is not None


@lru_cache(maxsize=32)
def _mentions(around: str, published: str | None) -> tuple[DateMention, ...]:
    """Return the dates of a piece of text; one date is asked for several times, and its neighbours after it."""
    return tuple(dates.find(around, published))


def _line_end(text: str, position: int) -> int:
    end = text.find("\n", position, position + AFTER)
    return end if end >= 0 else min(position + AFTER, len(text))


def _over(mentions: Sequence[DateMention], span: Span) -> list[DateMention]:
    return [m for m in mentions if m.start < span.end and span.start < m.end]


def _best(text: str, mentions: Sequence[DateMention], span: Span) -> DateMention | None:
    """Return the mention that is the span, or else shares more than half of what the two cover together.

    None where it leaves a digit of the span out: «1442هـ» says little of «15/3/1442هـ».
    """
    ranked = [(_shared(m, span), m) for m in _over(mentions, span)]
    share, best = max(ranked, key=lambda pair: pair[0], default=(0.0, None))
    if best is None or share <= 0.5:
        return None
    here = (span.start, span.end)
    return best if has_every_digit(text, here, (best.start, best.end)) else None


def _shared(mention: DateMention, span: Span) -> float:
    both = min(mention.end, span.end) - max(mention.start, span.start)
    return both / (max(mention.end, span.end) - min(mention.start, span.start))
