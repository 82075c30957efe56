"""From the engine's results on values and links to the tables that charts draw."""

from PySide6.QtCore import QCoreApplication

from annotator.iaa.scores.results import Agreement, LinkMeasure, Same
from annotator.model import Schema
from annotator.review.query import Query
from ui import i18n
from ui.review import words
from ui.review.charts.table import Cell, Table
from ui.review.charts.tabulate import EMPTY, scored
from ui.widgets import numbers


def values(result: Agreement, schema: Schema) -> Table:
    """Return for each attribute of each label the shares of equal values, and alpha; dates also as days."""
    rows: list[tuple[Cell, ...]] = []
    titles: list[str] = []
    is_dated = any(one.is_dated for one in result.attributes)
    asked = [same for same in Same if is_dated or same == Same.EQUAL]
    for one in result.attributes:
        titles.append(
            f"{words.label_in_line(one.label, schema)}: "
            f"{i18n.isolate(_attribute(one.label, one.attribute, schema))}"
        )
        behind = Query(label=one.label, attribute=one.attribute)
        cells: list[Cell] = []
        for same in asked:
            if same != Same.EQUAL and not one.is_dated:
                cells.append(EMPTY)
                continue
            mean = one.shares[same]
            cells.append(scored(mean.value, mean.interval, behind, words.value_pairs(one.counted)))
        cells.append(scored(one.alpha, one.interval, behind, words.values_given(one.values)))
        rows.append(tuple(cells))
    columns = (*(words.same(same) for same in asked), words.alpha()) if rows else ()
    corner = QCoreApplication.translate("Review", "attribute")
    return Table(tuple(titles), columns, tuple(rows), corner)


def links(result: Agreement, schema: Schema) -> Table:
    """Return F1 of links of all types together and of each, strict and over overlapping ends."""
    corner = QCoreApplication.translate("Review", "link")
    if not result.links.labels:
        return Table(corner=corner)
    names = {one.name: one.title(i18n.current()) for one in schema.relations}
    columns = tuple(words.link_measure(measure) for measure in LinkMeasure)
    rows: list[tuple[Cell, ...]] = []
    titles: list[str] = []
    for kind, one in result.links.items(""):
        titles.append(names.get(kind, kind) if kind else words.all_types())
        rows.append(
            tuple(
                scored(
                    one.mean[measure].value,
                    one.mean[measure].interval,
                    Query(link=kind, is_strict=measure == LinkMeasure.STRICT),
                    "; ".join(
                        f"{i18n.isolate(pair.a)} – {i18n.isolate(pair.b)}: "
                        f"{numbers.score(pair.f1[measure].value)}"
                        for pair in one.pairs
                    ),
                )
                for measure in LinkMeasure
            )
        )
    return Table(tuple(titles), columns, tuple(rows), corner)


def _attribute(label: str, name: str, schema: Schema) -> str:
    known = schema.label(label)
    attribute = known.attribute(name) if known else None
    return attribute.title(i18n.current()) if attribute else name
