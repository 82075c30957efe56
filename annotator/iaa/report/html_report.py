"""The report that people read: one page that needs nothing else, in either direction."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from html import escape

from annotator import __version__
from annotator.iaa.alignment.options import DEFAULT, Edges, Options
from annotator.iaa.report import html_details as details
from annotator.iaa.report import html_parts as parts
from annotator.iaa.report.html_words import Words
from annotator.iaa.scores.articles import ArticleScore
from annotator.iaa.scores.notices import notices
from annotator.iaa.scores.reading import SOURCES, read_alpha
from annotator.iaa.scores.results import Agreement, Measure

WORST = 25
"""Articles listed."""


@dataclass(frozen=True, slots=True)
class Report:
    """What a page shows. ``readings`` has the same comparison for other ways to read edges; it may be empty."""

    title: str
    agreement: Agreement
    articles: Sequence[ArticleScore] = ()
    article_titles: Mapping[str, str] = field(default_factory=dict[str, str])
    label_titles: Mapping[str, str] = field(default_factory=dict[str, str])
    readings: Mapping[Edges, Agreement] = field(default_factory=dict[Edges, Agreement])
    options: Options = DEFAULT
    attribute_titles: Mapping[tuple[str, str], str] = field(
        default_factory=dict[tuple[str, str], str]
    )
    """Of label and attribute."""
    relation_titles: Mapping[str, str] = field(default_factory=dict[str, str])
    made: date | None = None
    """The day that the page says it was made on."""


def to_html(report: Report, words: Words) -> str:
    """Return the page. Every text is escaped; every name keeps its own direction."""
    page = parts.Page(words, report.label_titles)
    agreement = report.agreement
    sections = [
        _headline(report, page),
        details.notices(page, notices(agreement)),
        parts.section(words.pairs, words.pairs_note, page.pair_map(agreement)),
        parts.section(words.labels, words.labels_note, page.label_bars(agreement)),
        parts.section(words.kinds, "", page.kind_bars(agreement)),
        parts.section(words.confusion, words.confusion_note, page.confusions(agreement)),
        parts.section(words.votes, words.votes_note, page.votes(agreement)),
        details.attributes(page, agreement, report.attribute_titles),
        details.links(page, agreement, report.relation_titles),
    ]
    if report.readings:
        sections.append(parts.section(words.edges, words.edges_note, page.edges(report.readings)))
    if report.articles:
        worst = page.articles(report.articles[:WORST], report.article_titles)
        sections.append(parts.section(words.worst, words.worst_note, worst))
    sections += [details.definitions(page), _method(report, page)]
    return parts.document(words, f"{words.title}: {report.title}", "\n".join(sections))


def _headline(report: Report, page: parts.Page) -> str:
    words, agreement = page.words, report.agreement
    exact, relaxed = (agreement.mean[m].total for m in (Measure.EXACT, Measure.RELAXED))
    alpha = agreement.reliability.total
    figures = [
        parts.figure(
            page.headline(mean.value, mean.interval), words.measures[measure], words.means[measure]
        )
        for measure, mean in ((Measure.EXACT, exact), (Measure.RELAXED, relaxed))
    ]
    figures.append(
        parts.figure(
            page.headline(alpha.alpha, alpha.interval),
            words.alpha,
            words.readings[read_alpha(alpha)],
        )
    )
    names = words.comma.join(parts.name(one) for one in agreement.annotators)
    facts = (
        parts.prose(words.articles.format(count=agreement.articles)),
        f"{escape(words.annotators)}: {names}",
        parts.prose(words.duplicates.format(count=agreement.duplicates)),
    )
    if report.made is not None:
        made = details.words_of(page).made.split("{date}")
        after = made[1].format(version=parts.digits(__version__))
        facts = (*facts, f"{made[0]}{parts.digits(report.made.isoformat())}{after}")
    return (
        f"<section><p>{' · '.join(facts)}</p><div class=figures>{''.join(figures)}</div></section>"
    )


def _method(report: Report, page: parts.Page) -> str:
    words, agreement, options = page.words, report.agreement, report.options
    left_out = agreement.left_out
    sentences = (
        words.method_text.format(
            articles=agreement.articles,
            annotators=len(agreement.annotators),
            draws=agreement.draws,
            seed=agreement.seed,
        ),
        words.in_progress if options.in_progress else words.finished_only,
        words.zones_in if options.zones else words.zones_out,
        details.words_of(page).zones_took.format(
            characters=left_out.characters, annotations=sum(left_out.annotations.values())
        ),
    )
    sources = "".join(f'<li lang="en" dir="ltr">{escape(source)}</li>' for source in SOURCES)
    body = f"<p>{parts.prose(' '.join(sentences))}</p><h3>{escape(words.sources)}</h3><ul>{sources}</ul>"
    return parts.section(words.method, "", body)
