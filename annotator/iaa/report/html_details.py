"""The sections of the HTML report about values, links, notices and definitions."""

import re
from collections.abc import Mapping, Sequence
from html import escape

from annotator.iaa.report import html_parts as parts
from annotator.iaa.report.detail_words import LANGUAGES, DetailWords
from annotator.iaa.scores.notices import Notice
from annotator.iaa.scores.results import Agreement, AttributeAgreement, LinkMeasure, Same

FORMULA = re.compile(r"(?:[\d(][\d\s()×−/.+]*=\s*)[\d.]+")
"""A calculation: read from the left in one piece, whatever the language."""


def words_of(page: parts.Page) -> DetailWords:
    return LANGUAGES[page.words.language]


def attributes(
    page: parts.Page, agreement: Agreement, titles: Mapping[tuple[str, str], str]
) -> str:
    """Return the section; ``titles`` are those of label and attribute."""
    words = words_of(page)
    rows = [
        parts.row(
            page.label(one.label),
            (
                f"<td>{parts.name(titles.get((one.label, one.attribute), one.attribute))}</td>",
                parts.cell(str(one.counted)),
                *_shares(page, one),
                parts.cell(page.score(one.alpha, one.interval)),
                parts.cell(str(one.values)),
            ),
        )
        for one in agreement.attributes
    ]
    head = (
        page.words.label,
        words.attribute,
        words.counted,
        *words.shares.values(),
        page.words.alpha,
        words.values,
    )
    body = parts.table(head, rows) if rows else f"<p>{escape(words.nothing_given)}</p>"
    return parts.section(words.attributes, words.attributes_note, body)


def _shares(page: parts.Page, one: AttributeAgreement) -> list[str]:
    return [
        parts.cell(page.score(one.shares[same].value, one.shares[same].interval))
        if one.is_dated or same == Same.EQUAL
        else "<td></td>"
        for same in Same
    ]


def links(page: parts.Page, agreement: Agreement, titles: Mapping[str, str]) -> str:
    words = words_of(page)
    if not agreement.links.labels:
        body = f"<p>{escape(words.nothing_linked)}</p>"
        return parts.section(words.links, words.links_note, body)
    means = [
        parts.row(
            titles.get(kind, kind) if kind else words.all_types,
            (parts.cell(page.score(one.mean[m].value, one.mean[m].interval)) for m in LinkMeasure),
        )
        for kind, one in agreement.links.items("")
    ]
    pairs = [
        parts.row(
            f"{pair.a} / {pair.b}",
            (
                parts.cell(
                    page.score(f1.value, f1.interval) + f"<small>{f1.n_a} / {f1.n_b}</small>"
                )
                for f1 in pair.f1.values()
            ),
        )
        for pair in agreement.links.total.pairs
    ]
    measures = words.link_measures.values()
    body = parts.table([words.relation, *measures], means)
    body += parts.table([page.words.pairs, *measures], pairs)
    return parts.section(words.links, words.links_note, body)


def notices(page: parts.Page, found: Sequence[Notice]) -> str:
    """Return the section, empty where no number hides anything."""
    if not found:
        return ""
    words = words_of(page)
    items = "".join(f"<li>{_notice(page, one)}</li>" for one in found)
    return f"<section class=notices><h2>{escape(words.notices)}</h2><ul>{items}</ul></section>"


def _notice(page: parts.Page, one: Notice) -> str:
    sentence = escape(words_of(page).notice[one.measure])
    return sentence.format(
        pooled=page.number(one.pooled),
        value=page.number(one.value),
        label=parts.name(page.label(one.label)),
    )


def definitions(page: parts.Page) -> str:
    words = words_of(page)
    items = "".join(
        f"<dt>{escape(term)}</dt><dd>{_example(meaning)}</dd>" for term, meaning in words.examples
    )
    return parts.section(words.definitions, "", f"<dl>{items}</dl>")


def _example(text: str) -> str:
    """Return a sentence with its calculations, dates and sources each read from the left in one piece."""
    pieces: list[str] = []
    at = 0
    for found in _FROM_LEFT.finditer(text):
        pieces += [parts.prose(text[at : found.start()]), parts.digits(escape(found[0]))]
        at = found.end()
    return "".join((*pieces, parts.prose(text[at:])))


_FROM_LEFT = re.compile(
    rf"{FORMULA.pattern}|\d{{4}}-\d\d(?:-\d\d)?(?:/[\d-]+)?|\d{{4,}}-\d:\d{{4}}|\([A-Z][^)]*\)"
)
