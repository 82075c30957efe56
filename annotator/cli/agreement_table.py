"""Inter-annotator agreement as tables for a terminal."""

from collections.abc import Mapping

from annotator.cli.tables import table as _table
from annotator.iaa.alignment.options import Edges
from annotator.iaa.scores.results import (
    FEWEST,
    Agreement,
    Interval,
    LinkMeasure,
    Measure,
    Same,
)

UNDEFINED = "n/a"
TOTAL = "all"

_EDGES = {Edges.AS_IS: "as is", Edges.TRIMMED: "trimmed", Edges.STRIPPED: "clitic-stripped"}


def lines(found: Agreement, readings: Mapping[Edges, Agreement]) -> list[str]:
    made = [
        f"{_count(found.articles, 'article')} finished by two or more of {', '.join(found.annotators)}",
        *_labels(found),
        *_pairs(found),
        *_attributes(found),
        *_links(found),
    ]
    if readings:
        made += _edges(readings)
    if found.duplicates:
        made.append(f"{_count(found.duplicates, 'repeated span')}, each counted once")
    if found.draws and found.articles < FEWEST:
        made.append(f"intervals need {FEWEST} articles")
    return made + _notices(found)


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def _labels(found: Agreement) -> list[str]:
    means = {measure: dict(found.mean[measure].items(TOTAL)) for measure in Measure}
    rows = [
        [
            label,
            *(
                cell
                for measure in (Measure.EXACT, Measure.RELAXED)
                for cell in (
                    _number(means[measure][label].value),
                    _ends(means[measure][label].interval),
                )
            ),
            _number(means[Measure.SOFT][label].value),
            _number(means[Measure.BOUNDARY_ONLY][label].value),
            _number(alpha.alpha),
            _ends(alpha.interval),
        ]
        for label, alpha in found.reliability.items(TOTAL)
    ]
    head = "label", "exact F1", "", "relaxed F1", "", "soft", "edges only", "alpha", ""
    return _table(head, rows)


def _pairs(found: Agreement) -> list[str]:
    scores: list[list[str]] = []
    kinds: list[list[str]] = []
    for pair in found.pairs:
        names = [pair.a, pair.b]
        total = pair.scores.total
        exact, relaxed = total.f1[Measure.EXACT], total.f1[Measure.RELAXED]
        cells = _number(exact.value), _ends(exact.interval), _number(relaxed.value)
        chance = _number(total.alpha), _number(total.kappa)
        scores.append([*names, str(pair.joint_articles), *cells, *chance])
        kinds.append([*names, *map(str, total.kinds.values())])
    head = "a", "b", "articles", "exact F1", "", "relaxed F1", "alpha", "kappa"
    counted = "a", "b", "equal", "label", "edges", "label+edges", "split", "only a", "only b"
    return [*_table(head, scores), *_table(counted, kinds)]


def _attributes(found: Agreement) -> list[str]:
    if not found.attributes:
        return []
    rows = [
        [
            one.label,
            one.attribute,
            str(one.counted),
            *(
                cell
                for same in Same
                for cell in (
                    (_number(one.shares[same].value), _ends(one.shares[same].interval))
                    if one.is_dated or same == Same.EQUAL
                    else ("", "")
                )
            ),
            _number(one.alpha),
            _ends(one.interval),
        ]
        for one in found.attributes
    ]
    head = "values of", "", "pairs", "equal", "", "same days", "", "overlapping", "", "alpha", ""
    return _table(head, rows)


def _links(found: Agreement) -> list[str]:
    if not found.links.labels:
        return []
    rows = [
        [
            kind,
            *(
                cell
                for measure in LinkMeasure
                for cell in (
                    _number(one.mean[measure].value),
                    _ends(one.mean[measure].interval),
                )
            ),
        ]
        for kind, one in found.links.items(TOTAL)
    ]
    return _table(("links", "strict F1", "", "overlapping F1", ""), rows)


def _notices(found: Agreement) -> list[str]:
    from annotator.iaa.report.detail_words import ENGLISH
    from annotator.iaa.scores.notices import notices

    return [
        "notice: "
        + ENGLISH.notice[one.measure].format(
            pooled=_number(one.pooled), value=_number(one.value), label=one.label
        )
        for one in notices(found)
    ]


def _edges(readings: Mapping[Edges, Agreement]) -> list[str]:
    means = [dict(one.mean[Measure.EXACT].items(TOTAL)) for one in readings.values()]
    rows = [[label, *(_number(mean[label].value) for mean in means)] for label in means[0]]
    return _table(("exact F1", *(_EDGES[edges] for edges in readings)), rows)


def _number(value: float | None) -> str:
    return UNDEFINED if value is None else f"{value:.3f}"


def _ends(interval: Interval | None) -> str:
    if interval is None:
        return ""
    return f"{interval.low:.3f}-{interval.high:.3f}{' rough' if interval.rough else ''}"
