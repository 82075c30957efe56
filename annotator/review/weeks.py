"""Agreement by the week in which articles were finished."""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import TYPE_CHECKING

from annotator.review.board import Board
from annotator.review.filters import Filters

if TYPE_CHECKING:
    from annotator.iaa.scores.results import Agreement

DRAWS = 500
"""Fewer than for the first page: one interval a week."""


def by_week(board: Board, filters: Filters) -> "tuple[tuple[str, frozenset[str], Agreement], ...]":
    """Return each week's Monday, its articles and their agreement, oldest first.

    An article belongs to the week in which the second of its annotators finished it: before, there was nothing to compare.
    """
    from annotator.iaa.scores.summary import summarise

    statistics = board.statistics_of(filters)
    finished: dict[str, list[str]] = {}
    for name in statistics.annotators:
        for article_id, day in board.project.finished_on(name).items():
            finished.setdefault(article_id, []).append(day)
    weeks: dict[str, set[str]] = {}
    for article_id in statistics.articles:
        days = sorted(finished.get(article_id, []))
        if len(days) >= 2:
            weeks.setdefault(monday(days[1]), set()).add(article_id)
    found: list[tuple[str, frozenset[str], Agreement]] = []
    for week, articles in sorted(weeks.items()):
        rows = [n for n, key in enumerate(statistics.articles) if key in articles]
        labels = sorted(filters.labels) or None
        agreement = summarise(statistics.taken(rows), labels, draws=DRAWS)
        found.append((week, frozenset(articles), agreement))
    return tuple(found)


def monday(day: str) -> str:
    """Return the Monday of a day's week, both ISO."""
    found = date.fromisoformat(day[:10])
    return (found - timedelta(days=found.weekday())).isoformat()


def week_after(day: str, mondays: Sequence[str]) -> int | None:
    """Return the number of the first of ascending weeks that ends after a day (both ISO); None where all are before it."""
    if not day:
        return None
    this_week = monday(day)
    return next((number for number, one in enumerate(mondays) if this_week <= one), None)
