"""What an export could not hold: counted with reasons and examples, so that nobody trains on less than they think."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from annotator.model import Annotation, Article

EXAMPLES = 3
"""Examples kept for each reason, over a whole export."""

SHOWN = 40
"""Characters of an example's own words."""


class Effect(StrEnum):
    """What a reason did to the annotations, or to things beside them, that it counts."""

    DROPPED = "dropped"
    CHANGED = "changed"
    ABSENT = "not in this format"


class Reason(StrEnum):
    """Why something is not in the file as it is in the project."""

    NESTED = "nested"
    CROSSING = "crossing"
    SAME_EXTENT = "same extent"
    SAME_TOKEN = "same token"
    MISALIGNED = "misaligned"
    NO_TOKEN = "no token"
    IN_ZONE = "in a zone"
    UNNAMED = "without a name"
    NO_COLUMN = "no column"
    EXPANDED = "expanded"
    SPLIT = "token split"
    TRIMMED = "trimmed"
    CUT = "cut"
    PADDED = "padded"
    ARTICLES = "articles"
    ATTRIBUTES = "attributes"
    NOTES = "notes"
    RELATIONS = "relations"
    ZONES = "zones"
    REMARKS = "flags and questions"

    @property
    def effect(self) -> Effect:
        return _MEANING[self][0]

    @property
    def explanation(self) -> str:
        return _MEANING[self][1]


_MEANING: dict[Reason, tuple[Effect, str]] = {
    Reason.NESTED: (Effect.DROPPED, "inside or around another one, and one column holds one level"),
    Reason.CROSSING: (Effect.DROPPED, "crossing another one, and one column holds one at a time"),
    Reason.SAME_EXTENT: (Effect.DROPPED, "over the very words of another one"),
    Reason.SAME_TOKEN: (Effect.DROPPED, "in the same token as a longer one"),
    Reason.MISALIGNED: (Effect.DROPPED, "with an edge inside a token"),
    Reason.NO_TOKEN: (Effect.DROPPED, "over white space or invisible characters only"),
    Reason.IN_ZONE: (Effect.DROPPED, "inside a zone that is out of scope"),
    Reason.UNNAMED: (Effect.DROPPED, "without a canonical name"),
    Reason.NO_COLUMN: (Effect.DROPPED, "of a label that the schema does not have"),
    Reason.EXPANDED: (Effect.CHANGED, "widened to whole tokens"),
    Reason.SPLIT: (Effect.CHANGED, "kept exactly by cutting a token at an edge"),
    Reason.TRIMMED: (Effect.CHANGED, "without the white space or invisible characters at an edge"),
    Reason.CUT: (Effect.CHANGED, "over several lines, cut into one piece a sentence"),
    Reason.PADDED: (Effect.CHANGED, "kept exactly by a row `_` for white space at an edge"),
    Reason.ARTICLES: (Effect.ABSENT, "articles without annotations"),
    Reason.ATTRIBUTES: (Effect.ABSENT, "attribute values"),
    Reason.NOTES: (Effect.ABSENT, "notes"),
    Reason.RELATIONS: (Effect.ABSENT, "relations"),
    Reason.ZONES: (Effect.ABSENT, "zones"),
    Reason.REMARKS: (Effect.ABSENT, "flags and questions"),
}


@dataclass(frozen=True, slots=True)
class Loss:
    """How often one reason applied, with a few examples for people."""

    count: int
    examples: tuple[str, ...] = ()

    def __add__(self, other: "Loss") -> "Loss":
        return Loss(self.count + other.count, (self.examples + other.examples)[:EXAMPLES])


@dataclass(frozen=True, slots=True)
class LossReport:
    """The account of one export, or of several added up.

    ``annotations`` were asked for and ``written`` of them are in the file, whole or changed; the others are in
    ``losses`` under the reasons whose effect is DROPPED. ``views`` are the accounts of parts of the file that hold less than
    the file does, by name: spaCy's ``ents`` beside all spans.
    """

    articles: int = 0
    annotations: int = 0
    written: int = 0
    losses: Mapping[Reason, Loss] = field(default_factory=dict[Reason, Loss])
    views: Mapping[str, "LossReport"] = field(default_factory=dict[str, "LossReport"])

    def __add__(self, other: "LossReport") -> "LossReport":
        none = Loss(0)
        reasons = [reason for reason in Reason if reason in self.losses or reason in other.losses]
        return LossReport(
            self.articles + other.articles,
            self.annotations + other.annotations,
            self.written + other.written,
            {r: self.losses.get(r, none) + other.losses.get(r, none) for r in reasons},
            {
                name: self.views.get(name, LossReport()) + other.views.get(name, LossReport())
                for name in dict.fromkeys((*self.views, *other.views))
            },
        )

    def count(self, reason: Reason) -> int:
        return self.losses[reason].count if reason in self.losses else 0

    @property
    def dropped(self) -> int:
        return self.with_effect(Effect.DROPPED)

    @property
    def changed(self) -> int:
        return self.with_effect(Effect.CHANGED)

    def with_effect(self, effect: Effect) -> int:
        return sum(loss.count for reason, loss in self.losses.items() if reason.effect == effect)

    def lines(self) -> list[str]:
        """Return the account for people: totals first, then each reason with examples."""
        asked_for = f"{_many(self.articles, 'article')}, {_many(self.annotations, 'annotation')}"
        lines = [
            f"{asked_for}: {self.written} written, {self.dropped} dropped",
            *self.reason_lines(),
        ]
        for name, view in self.views.items():
            if view.losses:
                lines.append(f"in {name} alone: {view.written} written, {view.dropped} dropped")
                lines += view.reason_lines()
        return lines

    def reason_lines(self) -> list[str]:
        """Return each reason with its count and examples."""
        lines: list[str] = []
        for effect in Effect:
            for reason in (
                reason for reason in Reason if reason in self.losses and reason.effect == effect
            ):
                loss = self.losses[reason]
                lines.append(f"  {effect.value} {loss.count}: {reason.explanation}")
                lines.extend(f"    {example}" for example in loss.examples)
        return lines


class Tally:
    """A loss report in the making."""

    def __init__(self) -> None:
        self.articles = self.annotations = self.written = 0
        self._counts: dict[Reason, int] = {}
        self._examples: dict[Reason, list[str]] = {}

    def add(self, reason: Reason, article: Article, annotation: Annotation) -> None:
        self.count(reason)
        examples = self._examples.setdefault(reason, [])
        if len(examples) < EXAMPLES:
            examples.append(example(article, annotation))

    def count(self, reason: Reason, number: int = 1) -> None:
        if number:
            self._counts[reason] = self._counts.get(reason, 0) + number

    def count_whole(self, annotations: int) -> None:
        """Count an article of which all is in the file."""
        self.articles += 1
        self.annotations += annotations
        self.written += annotations

    def report(self, views: Mapping[str, LossReport] | None = None) -> LossReport:
        return LossReport(
            self.articles,
            self.annotations,
            self.written,
            {
                reason: Loss(self._counts[reason], tuple(self._examples.get(reason, ())))
                for reason in Reason
                if reason in self._counts
            },
            views or {},
        )


def example(article: Article, annotation: Annotation) -> str:
    """Return one annotation as a report shows it: where it is, its label and its words."""
    words = " ".join(article.text[annotation.start : annotation.end].split())
    words = words if len(words) <= SHOWN else words[:SHOWN] + "…"
    return f"{article.id} [{annotation.start}, {annotation.end}) {annotation.label} «{words}»"


def _many(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"
