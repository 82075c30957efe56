"""The tables that go into papers and read-me files, before they are written as Markdown or LaTeX."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from annotator.iaa.report.detail_words import LANGUAGES as DETAILS
from annotator.iaa.report.html_words import Words
from annotator.iaa.scores.notices import notices
from annotator.iaa.scores.results import Agreement, Interval, LinkMeasure, Measure, Same


@dataclass(frozen=True, slots=True)
class Titles:
    """How labels, attributes (by label and name) and relation types are called; a name without a title stays as it is."""

    labels: Mapping[str, str] = field(default_factory=dict[str, str])
    attributes: Mapping[tuple[str, str], str] = field(default_factory=dict[tuple[str, str], str])
    relations: Mapping[str, str] = field(default_factory=dict[str, str])

    def label(self, name: str) -> str:
        return self.labels.get(name, name)


@dataclass(frozen=True, slots=True)
class PaperTable:
    """A caption and rows of text under a head. The first ``names`` columns are words, the others numbers."""

    caption: str
    names: int
    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Paper:
    """Everything that is written, in one language, not yet escaped."""

    language: str
    title: str
    notices: tuple[str, ...]
    tables: tuple[PaperTable, ...]
    method: str


def paper(title: str, agreement: Agreement, words: Words, titles: Titles) -> Paper:
    """Return what to write about a project of this title."""
    details = DETAILS[words.language]
    return Paper(
        words.language,
        f"{words.title}: {title}",
        tuple(
            details.notice[one.measure].format(
                pooled=number(one.pooled), value=number(one.value), label=titles.label(one.label)
            )
            for one in notices(agreement)
        ),
        tuple(_tables(agreement, words, titles)),
        words.method_text.format(
            articles=agreement.articles,
            annotators=len(agreement.annotators),
            draws=agreement.draws,
            seed=agreement.seed,
        ),
    )


def number(value: float | None) -> str:
    return "–" if value is None else f"{value:.3f}"


def _score(value: float | None, interval: Interval | None) -> str:
    if interval is None:
        return number(value)
    return f"{number(value)} [{interval.low:.3f}, {interval.high:.3f}]"


def _tables(agreement: Agreement, words: Words, titles: Titles) -> Iterator[PaperTable]:
    yield _labels(agreement, words, titles)
    yield _pairs(agreement, words)
    if agreement.attributes:
        yield _attributes(agreement, words, titles)
    if agreement.links.labels:
        yield _links(agreement, words, titles)


def _labels(agreement: Agreement, words: Words, titles: Titles) -> PaperTable:
    exact, relaxed = (dict(agreement.mean[m].items("")) for m in (Measure.EXACT, Measure.RELAXED))
    return PaperTable(
        words.labels,
        1,
        (
            words.label,
            words.measures[Measure.EXACT],
            words.measures[Measure.RELAXED],
            words.alpha,
        ),
        tuple(
            (
                titles.label(name) if name else words.all_labels,
                _score(exact[name].value, exact[name].interval),
                _score(relaxed[name].value, relaxed[name].interval),
                _score(one.alpha, one.interval),
            )
            for name, one in agreement.reliability.items("")
        ),
    )


def _pairs(agreement: Agreement, words: Words) -> PaperTable:
    details = DETAILS[words.language]
    rows: list[tuple[str, ...]] = []
    for pair in agreement.pairs:
        total = pair.scores.total
        scores = (total.f1[m] for m in (Measure.EXACT, Measure.RELAXED))
        f1 = [_score(one.value, one.interval) for one in scores]
        chance = number(total.alpha), number(total.kappa)
        rows.append((pair.a, pair.b, str(pair.joint_articles), *f1, *chance))
    measures = words.measures[Measure.EXACT], words.measures[Measure.RELAXED], words.alpha, "κ"
    return PaperTable(words.pairs, 2, (details.a, details.b, details.joint, *measures), tuple(rows))


def _attributes(agreement: Agreement, words: Words, titles: Titles) -> PaperTable:
    details = DETAILS[words.language]
    return PaperTable(
        details.attributes,
        2,
        (
            words.label,
            details.attribute,
            details.counted,
            *details.shares.values(),
            words.alpha,
        ),
        tuple(
            (
                titles.label(one.label),
                titles.attributes.get((one.label, one.attribute), one.attribute),
                str(one.counted),
                *(
                    _score(one.shares[same].value, one.shares[same].interval)
                    if one.is_dated or same == Same.EQUAL
                    else ""
                    for same in Same
                ),
                _score(one.alpha, one.interval),
            )
            for one in agreement.attributes
        ),
    )


def _links(agreement: Agreement, words: Words, titles: Titles) -> PaperTable:
    details = DETAILS[words.language]
    return PaperTable(
        details.links,
        1,
        (details.relation, *details.link_measures.values()),
        tuple(
            (
                titles.relations.get(kind, kind) if kind else details.all_types,
                *(_score(one.mean[m].value, one.mean[m].interval) for m in LinkMeasure),
            )
            for kind, one in agreement.links.items("")
        ),
    )
