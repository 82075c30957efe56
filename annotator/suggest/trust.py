"""How often each rule was right for one annotator: a grammar that they do not follow says less and less."""

from collections.abc import Iterable, Mapping

WEIGHT = 4
"""How many places a score set beforehand counts for against what happened."""

Outcome = tuple[str, bool]
"""A rule, and whether the annotator has just what it found."""


class Trust:
    """Counts by article, so that what an annotator changes is counted anew."""

    def __init__(self) -> None:
        self._articles: dict[str, dict[str, tuple[int, int]]] = {}
        self._totals: dict[str, tuple[int, int]] = {}

    def learn(self, article_id: str, outcomes: Iterable[Outcome]) -> None:
        counted: dict[str, tuple[int, int]] = {}
        for rule, is_right in outcomes:
            right, wrong = counted.get(rule, (0, 0))
            counted[rule] = (right + is_right, wrong + (not is_right))
        self._add(self._articles.get(article_id, {}), -1)
        self._articles[article_id] = counted
        self._add(counted, 1)

    def forget(self, article_id: str) -> None:
        self._add(self._articles.pop(article_id, {}), -1)

    def score(self, rule: str, before: float) -> float:
        """Return the share of places where a rule is right, ``before`` where nothing is known."""
        right, wrong = self._totals.get(rule, (0, 0))
        return (right + WEIGHT * before) / (right + wrong + WEIGHT)

    def _add(self, counted: Mapping[str, tuple[int, int]], by: int) -> None:
        for rule, (right, wrong) in counted.items():
            old = self._totals.get(rule, (0, 0))
            self._totals[rule] = (old[0] + by * right, old[1] + by * wrong)
