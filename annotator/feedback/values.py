"""What feedback says, before it is put into words."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import timedelta
from enum import StrEnum

from annotator.adjudication.guideline_decisions import GuidelineDecision
from annotator.feedback.excerpts import Reading
from annotator.iaa.scores.accuracy import Accuracy, Deviation, Scored
from annotator.model import Schema
from annotator.pace import Figures
from annotator.review.weeks import week_after


class Detail(StrEnum):
    """What else gold may have otherwise on an annotation that both made alike; F1 counts neither."""

    VALUE = "value"
    LINK = "link"


@dataclass(frozen=True, slots=True)
class Correction:
    """One thing that gold has otherwise than the annotator made it.

    ``made`` and ``decided`` are None where there is nothing. Of a value or a link they are the same annotation, ``name`` is
    the attribute or the type of link, and the two words what each has there, empty for nothing. ``who`` is empty where a
    rule decided, ``is_by_rule``, or where nobody knows. ``ruling`` names the guideline decision that it follows from.
    """

    article_id: str
    number: int
    title: str
    what: Deviation | Detail
    made: Reading | None
    decided: Reading | None
    name: str = ""
    made_words: str = ""
    decided_words: str = ""
    who: str = ""
    when: str = ""
    why: str = ""
    is_by_rule: bool = False
    ruling: str = ""

    @property
    def start(self) -> int:
        """Where it is in the text, in code points."""
        return min(one.start for one in (self.made, self.decided) if one is not None)


@dataclass(frozen=True, slots=True)
class Week:
    """What was finished in the week of ``monday`` (ISO) beside gold, and the work of that week.

    ``articles`` have gold; ``scored`` is None where none has.
    """

    monday: str
    articles: int = 0
    scored: Scored | None = None
    work: Figures = field(default_factory=Figures)


@dataclass(frozen=True, slots=True)
class Told:
    """A guideline decision, and how many of the edits it proposes to this annotator stand how."""

    ruling: GuidelineDecision
    standing: Mapping[str, int]

    __hash__ = None  # type: ignore[assignment] # holds a dict

    @property
    def proposed(self) -> int:
        return sum(self.standing.values())


@dataclass(frozen=True, slots=True)
class Feedback:
    """What one annotator is told of a project. ``pace`` is None where it was left out; ``today`` is an ISO day.

    ``corrections`` are those of articles whose gold is finished, and what was decided already in those whose gold is begun;
    ``accuracy`` is about the former, or with ``in_progress`` about all work that was begun. None where no article has both.
    """

    project: str
    annotator: str
    today: str
    finished: int
    schema: Schema
    accuracy: Accuracy | None = None
    weeks: tuple[Week, ...] = ()
    pace: Figures | None = None
    corrections: tuple[Correction, ...] = ()
    rulings: tuple[Told, ...] = ()
    in_progress: bool = False
    draws: int = 0
    seed: int = 0

    __hash__ = None  # type: ignore[assignment] # holds a dict

    def label(self, name: str, language: str) -> str:
        known = self.schema.label(name)
        return known.title(language) if known else name

    def called(self, one: Correction, language: str) -> str:
        """Return what the attribute or the type of link of a correction is called; empty for an annotation's."""
        reading = one.decided or one.made
        if one.what == Detail.LINK:
            return self.schema.title_of_relation(one.name, language)
        if one.what == Detail.VALUE and reading is not None:
            return self.schema.title_of_attribute(reading.label, one.name, language)
        return ""

    @property
    def hours(self) -> float:
        return self.pace.active / timedelta(hours=1) if self.pace else 0.0

    def marks(self) -> dict[int, tuple[GuidelineDecision, ...]]:
        """Return the guideline decisions by the number of the week from which on they hold; none after the last week."""
        found: dict[int, tuple[GuidelineDecision, ...]] = {}
        scored = [week.monday for week in self.weeks if week.scored is not None]
        for told in self.rulings:
            number = week_after(told.ruling.day, scored)
            if number is not None:
                found[number] = (*found.get(number, ()), told.ruling)
        return found
