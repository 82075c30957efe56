"""From the engine's results to the tables that charts draw."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from annotator.iaa.scores.results import Agreement, Interval, Measure
from annotator.model import Schema
from annotator.review.query import DISAGREEING, KINDS, NO_PARTNER, Query
from annotator.review.weeks import week_after
from ui import i18n
from ui.review import words
from ui.review.charts.table import Cell, Table
from ui.widgets import numbers

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from annotator.adjudication.guideline_decisions import GuidelineDecision

EMPTY = Cell("", None)


def pairs(result: Agreement, measure: Measure) -> Table:
    """Return who agrees with whom, both halves alike, with the mean of each row at its end."""
    names = result.annotators
    found = {(p.a, p.b): p for p in result.pairs}
    rows: list[tuple[Cell, ...]] = []
    for one in names:
        cells: list[Cell] = []
        values: list[float] = []
        for other in names:
            pair = found.get((one, other)) or found.get((other, one))
            if pair is None:
                cells.append(EMPTY)
                continue
            score = pair.scores.total.f1[measure]
            if score.value is not None:
                values.append(score.value)
            tip = words.joint_articles(pair.joint_articles)
            query = Query(pair=(pair.a, pair.b), kinds=DISAGREEING)
            cells.append(scored(score.value, score.interval, query, tip))
        mean = sum(values) / len(values) if values else None
        cells.append(Cell(numbers.score(mean), mean, Query(annotator=one, kinds=DISAGREEING)))
        rows.append(tuple(cells))
    columns = (*names, QCoreApplication.translate("Review", "mean"))
    corner = QCoreApplication.translate("Review", "annotator")
    return Table(names, columns if names else (), tuple(rows), corner)


def _worst_first(result: Agreement) -> list[str]:
    return sorted(
        result.reliability.labels,
        key=lambda name: (
            result.mean[Measure.EXACT].labels[name].value is None,
            result.mean[Measure.EXACT].labels[name].value or 0.0,
        ),
    )


def labels(result: Agreement, schema: Schema) -> Table:
    """Return exact and relaxed F1 and alpha of all labels together and of each, the lowest exact F1 first."""
    order = _worst_first(result)
    rows: list[tuple[Cell, ...]] = []
    for name in (None, *order):
        query = Query(label=name, kinds=DISAGREEING)
        cells: list[Cell] = []
        for measure in (Measure.EXACT, Measure.RELAXED):
            means = result.mean[measure]
            mean = means.total if name is None else means.labels[name]
            cells.append(scored(mean.value, mean.interval, query))
        reliability = result.reliability
        found = reliability.total if name is None else reliability.labels[name]
        cells.append(scored(found.alpha, found.interval, query))
        rows.append(tuple(cells))
    titles = (words.all_labels(), *(words.label(name, schema) for name in order))
    columns = (words.exact(), words.relaxed(), words.alpha())
    return Table(titles, columns, tuple(rows), QCoreApplication.translate("Review", "label"))


def targets(
    result: Agreement, wanted: "Mapping[str, tuple[float, float]]"
) -> dict[tuple[int, int], float]:
    """Return the targets of exact and relaxed F1 by row and column of `labels`."""
    return {
        (row, column): target
        for row, name in enumerate(_worst_first(result), 1)
        for column, target in enumerate(wanted.get(name, ()))
    }


def kinds(result: Agreement, schema: Schema) -> Table:
    """Return how often which kind occurs, all pairs added up, for all labels and for each."""
    names = tuple(result.reliability.labels)
    rows: list[tuple[Cell, ...]] = []
    for name in (None, *names):
        sums = _kinds_of(result, name)
        total = sum(sums.values()) or 1
        rows.append(
            tuple(
                Cell(
                    numbers.count(sums[kind]),
                    float(sums[kind]),
                    None if kind == KINDS[0] else Query(label=name, kinds=frozenset([kind])),
                    numbers.percent(sums[kind] / total),
                )
                for kind in KINDS
            )
        )
    titles = (words.all_labels(), *(words.label(name, schema) for name in names))
    first, second = _names(result)
    columns = tuple(words.kind(kind, first, second) for kind in KINDS)
    return Table(titles, columns, tuple(rows), QCoreApplication.translate("Review", "label"))


def confusion(result: Agreement, number: int, schema: Schema, *, by_row: bool) -> Table:
    """Return what the second of a pair said where the first said a label; deep cells off the diagonal are confusions."""
    if not 0 <= number < len(result.pairs):
        return Table()
    pair = result.pairs[number]
    names = (*result.all_labels, NO_PARTNER)
    matrix = pair.confusion
    most = max((n for row in matrix for n in row), default=0) or 1
    rows: list[tuple[Cell, ...]] = []
    for i, first in enumerate(names):
        total = sum(matrix[i]) or 1
        cells: list[Cell] = []
        for j, second in enumerate(names):
            if not first and not second:
                cells.append(EMPTY)
                continue
            share = matrix[i][j] / total if by_row else (matrix[i][j] / most) ** 0.5
            text = numbers.percent(matrix[i][j] / total) if by_row else numbers.count(matrix[i][j])
            tip = numbers.count(matrix[i][j])
            query = Query(pair=(pair.a, pair.b), labels=(first, second)) if matrix[i][j] else None
            cells.append(
                Cell(text, share, query, tip if by_row else numbers.percent(matrix[i][j] / total))
            )
        rows.append(tuple(cells))
    titles = tuple(words.label(name, schema) for name in names)
    return Table(
        titles, titles, tuple(rows), f"{i18n.isolate(pair.a)} \u2193 {i18n.isolate(pair.b)}"
    )


def votes(result: Agreement, schema: Schema) -> Table:
    """Return how many unique spans one annotator made, two made, and so on."""
    size = len(result.votes.total)
    rows: list[tuple[Cell, ...]] = []
    for name, counts in ((None, result.votes.total), *result.votes.labels.items()):
        total = sum(counts) or 1
        rows.append(
            tuple(
                Cell(
                    numbers.count(number),
                    float(number),
                    Query(label=name, votes=n + 1),
                    numbers.percent(number / total),
                )
                for n, number in enumerate(counts)
            )
        )
    columns = tuple(words.made_by(n + 1) for n in range(size))
    titles = (words.all_labels(), *(words.label(name, schema) for name in result.votes.labels))
    return Table(titles, columns, tuple(rows), QCoreApplication.translate("Review", "label"))


def over_time(
    weeks: "Sequence[tuple[str, frozenset[str], Agreement]]",
    rulings: "Sequence[GuidelineDecision]" = (),
) -> Table:
    """Return mean exact F1 by week, of all and of each annotator against the rest, and when guidelines were decided."""
    if not weeks:
        return Table()
    names = sorted({name for _, _, result in weeks for name in result.annotators})
    rows: list[tuple[Cell, ...]] = []
    all_cells: list[Cell] = []
    by_name: dict[str, list[Cell]] = {name: [] for name in names}
    for _, articles, result in weeks:
        mean = result.mean[Measure.EXACT].total
        query = Query(articles=articles, kinds=DISAGREEING)
        all_cells.append(scored(mean.value, mean.interval, query))
        for name in names:
            values = [
                score
                for pair in result.pairs
                if name in (pair.a, pair.b)
                and (score := pair.scores.total.f1[Measure.EXACT].value) is not None
            ]
            value = sum(values) / len(values) if values else None
            own = Query(articles=articles, annotator=name, kinds=DISAGREEING)
            by_name[name].append(Cell(numbers.score(value), value, own))
    rows.append(tuple(all_cells))
    titles = [QCoreApplication.translate("Review", "mean of the pairs")]
    if len(names) > 2:  # of two, each against the rest is the same number
        rows += [tuple(by_name[name]) for name in names]
        titles += [
            QCoreApplication.translate("Review", "%1 against the rest").replace("%1", name)
            for name in names
        ]
    days = tuple(numbers.short_day(day) for day, _, _ in weeks)
    marks = words_by_week([(one.day, one.name) for one in rulings], [day for day, _, _ in weeks])
    return Table(tuple(titles), days, tuple(rows), marks=marks)


def words_by_week(events: "Sequence[tuple[str, str]]", mondays: "Sequence[str]") -> dict[int, str]:
    """Return what happened by the number of the week it came before; what came after the last week is left out."""
    found: dict[int, list[str]] = {}
    for day, words_ in events:
        number = week_after(day, mondays)
        if number is not None:
            found.setdefault(number, []).append(words_)
    return {number: words.beside(of_week) for number, of_week in found.items()}


def _kinds_of(result: Agreement, name: str | None) -> dict[str, int]:
    sums: dict[str, int] = dict.fromkeys(KINDS, 0)
    for pair in result.pairs:
        scores = pair.scores.total if name is None else pair.scores.labels[name]
        found: Mapping[str, int] = {str(kind): n for kind, n in scores.kinds.items()}
        for kind in KINDS:
            sums[kind] += found.get(kind, 0)
    return sums


def _names(result: Agreement) -> tuple[str, str]:
    """Return what a and b are called: people where there are two, places in the list where there are more."""
    if len(result.annotators) == 2:
        return result.annotators[0], result.annotators[1]
    return (
        QCoreApplication.translate("Review", "the first"),
        QCoreApplication.translate("Review", "the second"),
    )


def scored(
    value: float | None, interval: Interval | None, query: Query | None, tip: str = ""
) -> Cell:
    """Return a score with its interval in words and as whiskers."""
    if interval is None:
        return Cell(numbers.score(value), value, query, tip)
    bounds = numbers.interval(interval.low, interval.high)
    parts = [tip, bounds, words.rough(interval.rough)]
    return Cell(
        numbers.score(value),
        value,
        query,
        " · ".join(part for part in parts if part),
        interval.low,
        interval.high,
    )
