"""What grammars find in a text by itself: dates with their values, quotations with who says them, agreements."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from annotator.model import Span
from annotator.suggest.grammars import agreements, naming
from annotator.suggest.token_text import TokenText
from annotator.suggest.values import Engine, Found, Reason
from annotator.text.dates import reader as dates
from annotator.text.quotes import reader as quotes

VALUED, UNVALUED = 0.95, 0.8
"""How many of the dates found are dates with just these edges, with a value and without one."""

SAID, UNSAID = 0.93, 0.75
"""The same of quotations whose speaker the text names, and of others."""

ANNOUNCED = 0.65
"""How many of the names that titles and verbs announce are actors with just these edges: 35 of 50 on the sample."""


@dataclass(frozen=True, slots=True)
class FoundDate:
    """A date with its value in EDTF and, where a part of a period is meant, which."""

    found: Found
    value: str
    mod: str


def find_dates(text: str, published: str | None) -> Sequence[FoundDate]:
    return [
        FoundDate(
            Found(
                Span(one.start, one.end),
                VALUED if one.value else UNVALUED,
                Engine.RULES,
                Reason("date", (one.value,)) if one.value else Reason("date-without-value"),
            ),
            one.value,
            one.mod or "",
        )
        for one in dates.find(text, published)
    ]


def find_quotes(text: str, regions: Iterable[Span]) -> Sequence[Found]:
    """Return quotations; what is out of scope is read as if nothing were there, so that its marks pair with none."""
    for region in regions:
        inside = "".join("\n" if char == "\n" else " " for char in region.of(text))
        text = text[: region.start] + inside + text[region.end :]
    found: list[Found] = []
    for one in quotes.find(text):
        speaker = Span(*one.speaker) if one.speaker else None
        named = Reason("quote", (speaker.of(text),)) if speaker else Reason("quote-of-nobody")
        score = SAID if speaker else UNSAID
        found.append(Found(Span(one.start, one.end), score, Engine.RULES, named, speaker))
    return found


def find_agreements(text: TokenText) -> Sequence[Found]:
    return list(agreements.find(text))


def find_announced(text: TokenText) -> Sequence[Found]:
    """Return names that a title or a verb of saying announces, each once: before there is a model, which looks at them too."""
    return [
        Found(span, ANNOUNCED, Engine.RULES, Reason("announced"))
        for span in sorted(set(naming.find(text)))
    ]
