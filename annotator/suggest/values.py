from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from annotator.frozen import frozen
from annotator.model import Span


class Engine(StrEnum):
    """What a suggestion comes from; the name is kept with an annotation that is made of it."""

    NAMES = "names"
    """Words that were tagged before, or that the project's list of names has."""
    RULES = "rules"
    """Grammars of dates, quotations and agreements."""
    MODEL = "model"
    """A model of words in their context, trained on finished articles."""
    SEED = "seed"
    """States, capitals and organisations that everybody knows."""


SHOWN_FROM = 0.5
"""The score from which a suggestion is shown: below, more are wrong than right."""

CERTAIN_FROM = 0.9
"""The score from which several may be taken at once after a look at their list."""


@frozen
class Reason:
    """Why something is suggested: a code of `reasons.REASONS` with its arguments."""

    code: str
    arguments: tuple[str, ...] = ()


@frozen
class Suggestion:
    """A whole annotation proposed.

    ``score`` in [0, 1] is the share of suggestions like it that are expected to be right. ``attributes`` are values for the
    label's attributes, only those it has. ``speaker`` is where the text names who says a quotation, if it does.
    """

    span: Span
    label: str
    score: float
    engine: str
    reason: Reason
    attributes: Mapping[str, str] = field(default_factory=dict[str, str], hash=False)
    speaker: Span | None = None

    @property
    def key(self) -> tuple[int, int, str]:
        """The order of reading, the longer first where two start together."""
        return self.span.start, -self.span.end, self.label


@dataclass(frozen=True, slots=True)
class Found:
    """A span that one of the engines found for a label, before it is put together with what the others found."""

    span: Span
    score: float
    engine: str
    reason: Reason
    speaker: Span | None = None
