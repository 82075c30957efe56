"""Where a project stands: who has finished what, and how far gold is."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields, replace

from annotator.adjudication.states import Tally
from annotator.model import GOLD, Status
from annotator.progress import Counter, Progress
from annotator.project import Project
from annotator.review.archive import Archive
from annotator.review.steps import gold_status


@dataclass(frozen=True, slots=True)
class Standing:
    """How many articles somebody has finished and begun, and when a layer of theirs changed last (ISO 8601 or empty)."""

    name: str
    finished: int
    in_progress: int
    annotations: int
    changed: str
    role: str = ""
    for_gold: bool = True
    for_iaa: bool = True


@dataclass(frozen=True, slots=True)
class ProjectStatus:
    """Where a project stands. ``reviewable`` articles are those that two who count have finished."""

    title: str
    articles: int
    people: tuple[Standing, ...]
    reviewable: int
    gold: Standing
    tally: Tally
    open_articles: Mapping[str, int]
    """What is open in each article whose gold is not done, by id; articles that two have finished."""

    @property
    def changed(self) -> str:
        """When anything changed last."""
        return max((one.changed for one in (*self.people, self.gold)), default="")


def status_of(project: Project, progress: Progress | None = None) -> ProjectStatus:
    """Read where a project stands. ``progress`` may raise `CancelledError`."""
    archive = Archive(project)
    articles = archive.reviewable
    counter = Counter(progress, len(articles))
    tallies: dict[str, Tally] = {}
    for article_id in articles:
        counter.step()
        tallies[article_id] = archive.case(article_id).tally
    counter.finish()
    people = tuple(_standing(archive, name) for name in project.annotators() if name != GOLD)
    return ProjectStatus(
        project.title,
        len(project.entries()),
        people,
        len(articles),
        _gold_standing(archive, tallies),
        total(tallies.values()),
        {key: tally.open for key, tally in tallies.items() if tally.open},
    )


def total(tallies: Iterable[Tally]) -> Tally:
    """Return several articles' tallies as one."""
    found = list(tallies)
    return Tally(*(sum(getattr(one, field.name) for one in found) for field in fields(Tally)))


def _gold_standing(archive: Archive, tallies: Mapping[str, Tally]) -> Standing:
    """Return how far gold is by what is open in it, whatever was so when it was stored last."""
    stored = {key: one.status for key, one in archive.project.summaries(GOLD).items()}
    states = [
        gold_status(stored.get(key, Status.NEW), tallies.get(key)) for key in {**stored, **tallies}
    ]
    return replace(
        _standing(archive, GOLD),
        finished=states.count(Status.DONE),
        in_progress=states.count(Status.IN_PROGRESS),
    )


def _standing(archive: Archive, name: str) -> Standing:
    layers = archive.project.summaries(name).values()
    person = archive.settings.person(name)
    return Standing(
        name,
        sum(one.status == Status.DONE for one in layers),
        sum(one.status == Status.IN_PROGRESS for one in layers),
        sum(one.annotations for one in layers),
        max((one.changed for one in layers), default=""),
        person.role,
        person.for_gold,
        person.for_iaa,
    )
