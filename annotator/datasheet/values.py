"""What a datasheet says, before it is put into words."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from annotator.adjudication.guideline_decisions import GuidelineDecision
from annotator.exporters.loss import Reason
from annotator.model import Schema
from annotator.project.review_settings import ReviewSettings

if TYPE_CHECKING:
    from annotator.iaa.scores.results import Agreement


@dataclass(frozen=True, slots=True)
class Sizes:
    """Articles with what they hold. Words are tokens with a letter or digit, characters are code points."""

    articles: int = 0
    words: int = 0
    characters: int = 0


@dataclass(frozen=True, slots=True)
class Made:
    """What one annotator, or gold, has in the articles they finished: ``finished`` of them, and dates that are known (ISO)."""

    name: str
    role: str = ""
    finished: int = 0
    begun: int = 0
    labels: Counter[str] = field(default_factory=Counter[str])
    attributes: Counter[tuple[str, str]] = field(default_factory=Counter[tuple[str, str]])
    relations: Counter[str] = field(default_factory=Counter[str])
    zones: Counter[str] = field(default_factory=Counter[str])
    guidelines: Counter[str] = field(default_factory=Counter[str])
    """Finished articles by the SHA-256 of the guidelines they were finished by, empty where that is not known."""
    first: str = ""
    last: str = ""


@dataclass(frozen=True, slots=True)
class Settled:
    """How gold came about, counted in decisions: by kind of question and by what settled it."""

    spans: Counter[str] = field(default_factory=Counter[str])
    """By verdict: merged, accepted, edited, rejected, added."""
    values: int = 0
    links: Counter[str] = field(default_factory=Counter[str])
    zones: Counter[str] = field(default_factory=Counter[str])
    """Of links and zones by ``rule`` and ``person``."""


@dataclass(frozen=True, slots=True)
class Loss:
    """What one format cannot hold of what would be exported."""

    format: str
    annotations: int
    written: int
    reasons: Mapping[Reason, int]

    __hash__ = None  # type: ignore[assignment] # holds a dict


@dataclass(frozen=True, slots=True)
class Part:
    name: str
    articles: int
    annotations: int


@dataclass(frozen=True, slots=True)
class Datasheet:
    """Everything that a project knows about itself. Missing things are empty or None."""

    title: str
    today: str
    schema: Schema
    settings: ReviewSettings
    sizes: Sizes
    sources: tuple[tuple[str, Sizes], ...] = ()
    period: tuple[str, str] = ("", "")
    undated: int = 0
    guidelines: tuple[str, ...] = ()
    """Languages of the guidelines there are."""
    guidelines_hash: str = ""
    rulings: tuple[GuidelineDecision, ...] = ()
    people: tuple[Made, ...] = ()
    gold: Made | None = None
    settled: Settled = field(default_factory=Settled)
    agreement: "Agreement | None" = None
    losses: tuple[Loss, ...] = ()
    exported: str = ""
    """Whose annotations the losses and parts are about: ``gold``, or a person's name."""
    parts: tuple[Part, ...] = ()
    shares: tuple[int, int, int] = (80, 10, 10)
    seed: int = 13

    __hash__ = None  # type: ignore[assignment] # holds mutable counters

    def named(self, *, pseudonyms: bool) -> "Datasheet":
        """Return it with the annotators' names or, in their order, A1, A2 and so on; leads become L."""
        if not pseudonyms:
            return self
        known = {one.name: f"A{n}" for n, one in enumerate(self.people, 1)}

        def name(who: str) -> str:
            return known.get(who, "L" if who else "")

        return replace(
            self,
            people=tuple(replace(one, name=known[one.name]) for one in self.people),
            rulings=tuple(replace(one, who=name(one.who)) for one in self.rulings),
            exported=known.get(self.exported, self.exported),
            settings=replace(self.settings, trusted=name(self.settings.trusted)),
        )
