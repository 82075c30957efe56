"""Feedback as tables that the page and its chart draw."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from annotator.model import Schema
from ui.review import words
from ui.review.charts.table import Cell, Table
from ui.review.feedback.deviations import deviation
from ui.widgets import numbers

if TYPE_CHECKING:
    from annotator.feedback.values import Feedback
    from annotator.iaa.scores.accuracy import Accuracy, Score, Scored


def by_label(accuracy: "Accuracy", schema: Schema) -> Table:
    """Return the scores of all labels together and of each, with what they are made of."""
    rows: list[tuple[Cell, ...]] = []
    titles: list[str] = []
    for name, scored in accuracy.scores.items(""):
        titles.append(words.label(name, schema) if name else words.all_labels())
        exact = scored.exact
        counts = (_count(exact.correct), _count(exact.made), _count(exact.gold))
        rows.append((*_six(scored), *counts))
    columns = (
        *_measures(),
        QCoreApplication.translate("Feedback", "right"),
        QCoreApplication.translate("Feedback", "made"),
        QCoreApplication.translate("Feedback", "in gold"),
    )
    return Table(tuple(titles), columns, tuple(rows))


def by_cause(accuracy: "Accuracy", schema: Schema) -> Table:
    """Return the kinds of deviations, the dearest first, with the scores as they would be without each."""
    rows: list[tuple[Cell, ...]] = []
    for one in accuracy.costs:
        ordered = sorted(one.labels.items(), key=lambda of: (-of[1], of[0]))
        tip = " · ".join(
            f"{words.label_in_line(name, schema)} {numbers.count(n)}" for name, n in ordered
        )
        count = Cell(numbers.count(one.count), float(one.count), None, tip)
        rows.append((count, *_six(one.without)))
    columns = (QCoreApplication.translate("Feedback", "count"), *_measures())
    titles = tuple(deviation(one.deviation) for one in accuracy.costs)
    return Table(titles, columns, tuple(rows))


def over_weeks(told: "Feedback") -> Table:
    """Return exact and relaxed F1 by week, with the guideline decisions over the weeks they came before."""
    weeks = [week for week in told.weeks if week.scored is not None]
    if not weeks:
        return Table()
    scored = [week.scored for week in weeks if week.scored is not None]
    return Table(
        (words.exact(), words.relaxed()),
        tuple(numbers.short_day(week.monday) for week in weeks),
        (
            tuple(_scored(one.exact) for one in scored),
            tuple(_scored(one.relaxed) for one in scored),
        ),
        marks={n: words.beside(one.name for one in found) for n, found in told.marks().items()},
    )


def _measures() -> Sequence[str]:
    precision = QCoreApplication.translate("Feedback", "precision")
    recall = QCoreApplication.translate("Feedback", "recall")
    return (words.exact(), precision, recall, words.relaxed(), precision, recall)


def _six(scored: "Scored") -> tuple[Cell, ...]:
    return tuple(
        cell
        for score in (scored.exact, scored.relaxed)
        for cell in (
            _scored(score),
            Cell(numbers.score(score.precision), score.precision),
            Cell(numbers.score(score.recall), score.recall),
        )
    )


def _scored(score: "Score") -> Cell:
    bounds = score.interval
    if bounds is None:
        return Cell(numbers.score(score.f1), score.f1)
    parts = (numbers.interval(bounds.low, bounds.high), words.rough(bounds.rough))
    tip = " · ".join(part for part in parts if part)
    return Cell(numbers.score(score.f1), score.f1, None, tip, bounds.low, bounds.high)


def _count(number: int) -> Cell:
    return Cell(numbers.count(number), float(number))
