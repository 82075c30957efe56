"""Inter-annotator agreement as tables for a terminal."""

from collections.abc import Mapping

from annotator.cli.tables import table as _table
from annotator.iaa.alignment.options import Edges
from annotator.iaa.scores.results import FEWEST, Agreement, Interval, Measure

UNDEFINED = "n/a"
TOTAL = "all"

_EDGES = {Edges.AS_IS: "as is", Edges.TRIMMED: "trimmed", Edges.STRIPPED: "clitic-stripped"}


def lines(found: Agreement, readings: Mapping[Edges, Agreement]) -> list[str]:
    made = [
        f"{found.articles} articles finished by two or more of {', '.join(found.annotators)}",
        *_labels(found),
        *_pairs(found),
    ]
    if readings:
        made += _edges(readings)
    if found.duplicates:
        made.append(f"{found.duplicates} repeated spans, each counted once")
    if found.draws and found.articles < FEWEST:
        made.append(f"intervals need {FEWEST} articles")
    return made


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
