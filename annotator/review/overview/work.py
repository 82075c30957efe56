"""How far annotators and gold are, read from summaries: no layer is opened for it."""

from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from typing import TYPE_CHECKING

from annotator.adjudication.states import Tally
from annotator.model import GOLD, Status

if TYPE_CHECKING:
    from annotator.project import Project, ReviewSettings

ENOUGH = 2
"""Annotators who must have finished an article before there is anything to decide."""


@dataclass(frozen=True, slots=True)
class AnnotatorWork:
    """How many of the project's ``articles`` an annotator has done and begun.

    ``waited_for`` are those that gold waits for: begun by them, or not yet finished by two. Nobody waits for those who
    do not count for gold, nor for who has left.
    """

    name: str
    done: int
    begun: int
    articles: int
    role: str = ""
    for_gold: bool = True
    waited_for: int = 0

    @property
    def new(self) -> int:
        return self.articles - self.done - self.begun


@dataclass(frozen=True, slots=True)
class Work:
    """Everybody's work. ``finishers`` are those who count for gold and have finished an article, by its id."""

    articles: int = 0
    people: tuple[AnnotatorWork, ...] = ()
    finishers: Mapping[str, tuple[str, ...]] = field(default_factory=dict[str, tuple[str, ...]])
    labels: tuple[str, ...] = ()
    """Every label that somebody used or the schema has, in the schema's order first."""

    @property
    def decidable(self) -> tuple[str, ...]:
        """The articles in which there may be something to decide, in the order of the catalog."""
        return tuple(key for key, names in self.finishers.items() if len(names) >= ENOUGH)


def read_work(project: "Project", settings: "ReviewSettings") -> Work:
    """Read how far everybody is. Articles that are no longer in the catalog do not count."""
    ids = [entry.id for entry in project.entries()]
    known = {name: project.summaries(name) for name in sorted(project.annotators()) if name != GOLD}
    states = {
        name: {key: found[key].status for key in ids if key in found}
        for name, found in known.items()
    }
    out = settings.left_out_of_gold
    finishers = {
        key: tuple(
            name
            for name, of_one in states.items()
            if name not in out and of_one.get(key) == Status.DONE
        )
        for key in ids
    }
    people = tuple(_person(name, of_one, finishers, settings) for name, of_one in states.items())
    used = {label for found in known.values() for one in found.values() for label in one.labels}
    schema = project.schema.label_names
    return Work(len(ids), people, finishers, (*schema, *sorted(used.difference(schema))))


def _person(
    name: str,
    states: Mapping[str, Status],
    finishers: Mapping[str, tuple[str, ...]],
    settings: "ReviewSettings",
) -> AnnotatorWork:
    person = settings.person(name)
    waited_for = 0
    if person.for_gold and person.role != "left":
        waited_for = sum(
            1
            for key, names in finishers.items()
            if name not in names and (states.get(key) == Status.IN_PROGRESS or len(names) < ENOUGH)
        )
    done = sum(1 for status in states.values() if status == Status.DONE)
    begun = sum(1 for status in states.values() if status == Status.IN_PROGRESS)
    return AnnotatorWork(
        name, done, begun, len(finishers), person.role, person.for_gold, waited_for
    )


@dataclass(frozen=True, slots=True)
class GoldWork:
    """How far gold is: articles ``closed``, of those that two have ``finished``, of all; and what is open in them."""

    articles: int = 0
    finished: int = 0
    closed: int = 0
    tally: Tally = field(default_factory=Tally)
    """The tallies of all finished articles, added up."""

    @property
    def settled(self) -> int:
        """Spans that a person or a rule has settled."""
        return self.tally.decided + self.tally.merged

    @property
    def to_decide(self) -> int:
        """What a person has to settle: everything open but what one merge would settle."""
        return self.tally.open - self.tally.waiting


def gold_work(work: Work, tallies: Mapping[str, Tally]) -> GoldWork:
    """Add up the tallies of the articles that two have finished."""
    counted = [tallies[key] for key in work.decidable if key in tallies]
    total = Tally(
        **{one.name: sum(getattr(tally, one.name) for tally in counted) for one in fields(Tally)}
    )
    closed = sum(1 for tally in counted if not tally.open)
    return GoldWork(work.articles, len(work.decidable), closed, total)
