"""The value of a date that somebody marked, told from the words around it and the day of publication."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from annotator.model import Span
from annotator.text.dates import reader as dates
from annotator.text.dates.reader import DateMention

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

    None where no date is recognised, or its value needs a day of publication that is not known.
    """
    first = max(span.start - BEFORE, 0)
    first = text.find("\n", first, span.start) + 1 or first if first else 0
    around = text[first : _line_end(text, span.end)]
    here = Span(span.start - first, span.end - first)
    found = _best(_mentions(around, published), here)
    if found is None:
        found = _best(_mentions(span.of(text), published), Span(0, len(span)))
    if found is None or not found.value:
        return None
    return DateProposal(found.value, found.mod or "", found.reason)


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


def _best(mentions: Sequence[DateMention], span: Span) -> DateMention | None:
    """Return the mention that is the span, or else shares more than half of what the two cover together."""
    ranked = [(_shared(m, span), m) for m in mentions if m.start < span.end and span.start < m.end]
    best = max(ranked, key=lambda pair: pair[0], default=None)
    return best[1] if best is not None and best[0] > 0.5 else None


def _shared(mention: DateMention, span: Span) -> float:
    both = min(mention.end, span.end) - max(mention.start, span.start)
    return both / (max(mention.end, span.end) - min(mention.start, span.start))
