"""The report as tables, for spreadsheets and statistics programs."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from annotator.iaa.alignment.disagreements import Disagreement
from annotator.iaa.alignment.kinds import Kind
from annotator.iaa.alignment.options import Edges
from annotator.iaa.report.json_report import NO_PARTNER, TOTAL
from annotator.iaa.scores.articles import ArticleScore
from annotator.iaa.scores.results import Agreement, Interval, LinkMeasure, Measure, Same
from annotator.model import Annotation

Cell = str | int | float | None


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of cells under named columns. None is an undefined number or an absent value."""

    name: str
    columns: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]


def tables(agreement: Agreement) -> tuple[Table, ...]:
    return (
        label_table(agreement),
        pair_table(agreement),
        confusion_table(agreement),
        vote_table(agreement),
        attribute_table(agreement),
        link_table(agreement),
    )


def label_table(agreement: Agreement) -> Table:
    """Means over pairs, and alpha among all, by label."""
    names = [TOTAL, *agreement.reliability.labels]
    means = {measure: dict(agreement.mean[measure].items(TOTAL)) for measure in Measure}
    alphas = dict(agreement.reliability.items(TOTAL))
    return Table(
        "labels",
        ("label", *_with_ends(Measure), *_with_ends(["alpha"]), "u_alpha"),
        tuple(
            (
                name,
                *(
                    cell
                    for measure in Measure
                    for cell in (means[measure][name].value, *_ends(means[measure][name].interval))
                ),
                alphas[name].alpha,
                *_ends(alphas[name].interval),
                alphas[name].unitized,
            )
            for name in names
        ),
    )


def pair_table(agreement: Agreement) -> Table:
    """Every score of every pair, a row for each label."""
    rows: list[tuple[Cell, ...]] = []
    for pair in agreement.pairs:
        for label, scores in pair.scores.items(TOTAL):
            exact = scores.f1[Measure.EXACT]
            cells: list[Cell] = [pair.a, pair.b, pair.joint_articles, label, exact.n_a, exact.n_b]
            for measure in Measure:
                f1 = scores.f1[measure]
                cells += [f1.value, *_ends(f1.interval)]
            cells += [scores.alpha, scores.unitized_alpha, scores.kappa, *scores.kinds.values()]
            rows.append(tuple(cells))
    columns = "a", "b", "joint_articles", "label", "n_a", "n_b"
    chance = "alpha", "u_alpha", "kappa"
    kinds = tuple(f"kind_{kind}" for kind in Kind)
    return Table("pairs", (*columns, *_with_ends(Measure), *chance, *kinds), tuple(rows))


def confusion_table(agreement: Agreement) -> Table:
    labels = [*agreement.all_labels, NO_PARTNER]
    return Table(
        "confusion",
        ("a", "b", "label_a", "label_b", "spans"),
        tuple(
            (pair.a, pair.b, label_a, label_b, count)
            for pair in agreement.pairs
            for label_a, row in zip(labels, pair.confusion, strict=True)
            for label_b, count in zip(labels, row, strict=True)
            if (label_a, label_b) != (NO_PARTNER, NO_PARTNER)
        ),
    )


def vote_table(agreement: Agreement) -> Table:
    """How many spans were made by how many annotators."""
    return Table(
        "votes",
        ("label", *(f"by_{n}" for n in range(1, len(agreement.annotators) + 1))),
        tuple((label, *counts) for label, counts in agreement.votes.items(TOTAL)),
    )


def attribute_table(agreement: Agreement) -> Table:
    """Agreement on values, a row for each pair of annotators and one for all of them."""
    rows: list[tuple[Cell, ...]] = []
    for one in agreement.attributes:
        asked = [same for same in Same if one.is_dated or same == Same.EQUAL]
        means: list[Cell] = []
        for same in Same:
            mean = one.shares[same]
            means += [mean.value, *_ends(mean.interval)] if same in asked else [None, None, None]
        chance = one.alpha, *_ends(one.interval), one.values
        both, alone = (sum(getattr(p, n) for p in one.pairs) for n in ("both", "one"))
        rows.append((one.label, one.attribute, TOTAL, TOTAL, both, alone, *means, *chance))
        for pair in one.pairs:
            shares: list[Cell] = []
            for same in Same:
                shares += [pair.share(same) if same in asked else None, None, None]
            counts = one.label, one.attribute, pair.a, pair.b, pair.both, pair.one
            rows.append((*counts, *shares, None, None, None, None))
    columns = "label", "attribute", "a", "b", "both_gave", "one_gave"
    chance = (*_with_ends(["alpha"]), "values")
    return Table("attributes", (*columns, *_with_ends(map(str, Same)), *chance), tuple(rows))


def link_table(agreement: Agreement) -> Table:
    """F1 of links by type, a row for each pair of annotators and one for the mean over pairs."""
    rows: list[tuple[Cell, ...]] = []
    for kind, one in agreement.links.items(TOTAL):
        means = [
            cell for mean in one.mean.values() for cell in (mean.value, *_ends(mean.interval), None)
        ]
        rows.append((kind, TOTAL, TOTAL, None, None, *means))
        for pair in one.pairs:
            made = pair.f1[LinkMeasure.STRICT]
            scores = [
                cell
                for f1 in pair.f1.values()
                for cell in (f1.value, *_ends(f1.interval), int(f1.agreed))
            ]
            rows.append((kind, pair.a, pair.b, made.n_a, made.n_b, *scores))
    measures = (
        column
        for measure in map(str, LinkMeasure)
        for column in (*_with_ends([measure]), f"{measure}_both")
    )
    return Table("relations", ("relation", "a", "b", "n_a", "n_b", *measures), tuple(rows))


def edge_table(readings: Mapping[Edges, Agreement]) -> Table:
    """Exact F1 by label for every way to read edges: what a guideline line about them would buy."""
    means = {edges: one.mean[Measure.EXACT] for edges, one in readings.items()}
    names = [name for name, _ in next(iter(means.values())).items(TOTAL)]
    return Table(
        "edges",
        ("label", *map(str, readings)),
        tuple(
            (name, *(dict(one.items(TOTAL))[name].value for one in means.values()))
            for name in names
        ),
    )


def article_table(scores: Iterable[ArticleScore], titles: Mapping[str, str]) -> Table:
    """The articles, worst first."""
    return Table(
        "articles",
        ("article", "title", "annotators", "spans", "exact", "relaxed", "disagreements", "noisy"),
        tuple(
            (
                one.article_id,
                titles.get(one.article_id, ""),
                one.annotators,
                one.spans,
                one.exact,
                one.relaxed,
                one.disagreements,
                "yes" if one.is_noisy else "no",
            )
            for one in scores
        ),
    )


DISAGREEMENT_COLUMNS = (
    "article", "kind", "cause", "overlap", "nested", "a", "b",
    "label_a", "start_a", "end_a", "text_a", "label_b", "start_b", "end_b", "text_b",
)  # fmt: skip


def disagreement_row(one: Disagreement, text: str) -> tuple[Cell, ...]:
    """Return the row under `DISAGREEMENT_COLUMNS`; ``text`` is the article's."""
    return (
        one.article_id,
        str(one.kind),
        None if one.cause is None else str(one.cause),
        one.overlap or None,
        "yes" if one.is_nested else None,
        one.a,
        one.b,
        *_made(one.first, text),
        *_made(one.second, text),
    )


def _made(annotation: Annotation | None, text: str) -> tuple[Cell, ...]:
    if annotation is None:
        return None, None, None, None
    return (
        annotation.label,
        annotation.start,
        annotation.end,
        text[annotation.start : annotation.end],
    )


def _with_ends(names: Iterable[str]) -> tuple[str, ...]:
    return tuple(column for name in names for column in (name, f"{name}_low", f"{name}_high"))


def _ends(interval: Interval | None) -> tuple[Cell, Cell]:
    return (None, None) if interval is None else (interval.low, interval.high)
