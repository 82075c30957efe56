"""What a lead does next: the first task, and what waits behind it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from annotator.adjudication.states import Tally
from annotator.review.overview.work import GoldWork, Work


class Act(StrEnum):
    """What can be next, the more pressing first."""

    MERGE = "merge"
    """Put into gold what all agree on: one command, and fewer rows to look at afterwards."""
    DECIDE = "decide"
    """Decide the open differences of one article."""
    WAIT = "wait"
    """Look again whether somebody has finished what gold waits for."""
    EXPORT = "export"


@dataclass(frozen=True, slots=True)
class Task:
    """One thing to do: to ``count`` differences in ``articles`` articles, of ``article_id``, by or for ``names``."""

    act: Act
    count: int = 0
    articles: int = 0
    article_id: str = ""
    names: tuple[tuple[str, int], ...] = ()
    """Whom we wait for, with how many articles."""


@dataclass(frozen=True, slots=True)
class OpenArticle:
    """An article of which something is open: ``to_decide`` by a person, ``waiting`` for one merge.

    ``exact`` is its exact F1, None where it is undefined or not among what was counted.
    """

    article_id: str
    to_decide: int
    waiting: int
    tally: Tally
    exact: float | None


def open_articles(
    work: Work, tallies: Mapping[str, Tally], exact: Mapping[str, float | None]
) -> tuple[OpenArticle, ...]:
    """Return the articles of which something is open, the most to decide first, of equals the least agreed on."""
    found = [
        OpenArticle(key, tally.open - tally.waiting, tally.waiting, tally, exact.get(key))
        for key in work.decidable
        if (tally := tallies.get(key)) is not None and tally.open
    ]
    places = {one.article_id: number for number, one in enumerate(found)}

    def order(one: OpenArticle) -> tuple[int, float, int, int]:
        value = 2.0 if one.exact is None else one.exact
        return -one.to_decide, value, -one.waiting, places[one.article_id]

    return tuple(sorted(found, key=order))


def tasks(work: Work, gold: GoldWork, opened: Iterable[OpenArticle]) -> tuple[Task, ...]:
    """Return what is to be done, the first first; nothing where nobody has begun and nothing is decided."""
    articles = tuple(opened)
    found: list[Task] = []
    merging = [one for one in articles if one.waiting]
    if merging:
        count = sum(one.waiting for one in merging)
        found.append(Task(Act.MERGE, count, len(merging)))
    deciding = [one for one in articles if one.to_decide]
    if deciding:
        first = deciding[0]
        found.append(Task(Act.DECIDE, first.to_decide, len(deciding), first.article_id))
    waits = tuple((one.name, one.waited_for) for one in work.people if one.waited_for)
    if waits:
        found.append(Task(Act.WAIT, articles=max(n for _, n in waits), names=waits))
    if gold.closed:
        found.append(Task(Act.EXPORT, articles=gold.closed))
    return tuple(found)
