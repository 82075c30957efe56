"""The pieces of the HTML report."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from html import escape
from itertools import pairwise

from annotator.iaa.alignment.kinds import Kind
from annotator.iaa.alignment.options import Edges
from annotator.iaa.report.html_style import KIND_COLOURS, STYLE, heat
from annotator.iaa.report.html_words import Words
from annotator.iaa.scores.articles import ArticleScore
from annotator.iaa.scores.results import Agreement, Interval, Mean, Measure, Pair


def document(words: Words, title: str, body: str) -> str:
    return (
        f'<!doctype html>\n<html lang="{words.language}" dir="{words.direction}">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width">\n'
        f"<title>{escape(title)}</title>\n<style>{STYLE}</style>\n</head>\n<body>\n"
        f"<h1>{escape(title)}</h1>\n{body}\n</body>\n</html>\n"
    )


def section(title: str, note: str, body: str) -> str:
    said = f"<p class=note>{prose(note)}</p>" if note else ""
    return f"<section><h2>{escape(title)}</h2>{said}{body}</section>"


def figure(value: str, title: str, meaning: str) -> str:
    return f"<div class=figure>{prose(title)}<b>{value}</b><span>{prose(meaning)}</span></div>"


def prose(text: str) -> str:
    """Return a sentence whose numbers are read from the left, sign and point included, whatever stands around them."""
    return _NUMBER.sub(lambda found: digits(found[0]), escape(text))


def digits(text: str) -> str:
    return f'<bdi dir="ltr">{text}</bdi>'


def name(text: str) -> str:
    """Return a name that keeps its own direction whatever stands around it."""
    return f"<bdi>{escape(text)}</bdi>"


def table(head: Iterable[str], rows: Iterable[str], caption: str = "") -> str:
    """Return a table of ready cells; ``head`` is text."""
    title = f"<caption>{caption}</caption>" if caption else ""
    cells = "".join(f"<th scope=col>{name(one)}</th>" for one in head)
    return f"<table>{title}<thead><tr>{cells}</tr></thead><tbody>{''.join(rows)}</tbody></table>"


def row(title: str, cells: Iterable[str], mark: str = "") -> str:
    return f"<tr{mark}><th scope=row>{name(title)}</th>{''.join(cells)}</tr>"


def cell(text: str) -> str:
    return f'<td class=n dir="ltr">{text}</td>'


_NUMBER = re.compile(r"(?<![\w&#.])[-+\u2212]?\d+(?:[.,]\d+)*")
"""A number by itself: not the 1 of F1, nor the code of an escaped sign."""


@dataclass(frozen=True, slots=True)
class Page:
    """Draws the sections in one language."""

    words: Words
    label_titles: Mapping[str, str]

    def label(self, label: str) -> str:
        return self.label_titles.get(label, label)

    def number(self, value: float | None) -> str:
        return escape(self.words.undefined) if value is None else digits(f"{value:.3f}")

    def score(self, value: float | None, interval: Interval | None) -> str:
        """Return a number with its interval, where it has one."""
        if value is None or interval is None:
            return self.number(value)
        rough = f" ({prose(self.words.rough)})" if interval.rough else ""
        ends = digits(f"{interval.low:.3f}–{interval.high:.3f}") + rough
        return f"{self.number(value)}<small>{ends}</small>"

    def headline(self, value: float | None, interval: Interval | None) -> str:
        """Return a number with its interval, or why it has none."""
        why = f"<small>{prose(self.words.no_interval)}</small>"
        return self.score(value, interval) + ("" if interval else why)

    def pair_map(self, agreement: Agreement) -> str:
        """Draw the symmetric heat map of exact F1, with the mean of each annotator."""
        found = {frozenset((pair.a, pair.b)): pair for pair in agreement.pairs}
        names = agreement.annotators
        rows = [
            row(
                one,
                [
                    *(self._heat(found.get(frozenset((one, other)))) for other in names),
                    self._mean(one, agreement),
                ],
            )
            for one in names
        ]
        return table(["", *names, self.words.row_mean], rows)

    def label_bars(self, agreement: Agreement) -> str:
        exact, relaxed = (
            dict(agreement.mean[m].items("")) for m in (Measure.EXACT, Measure.RELAXED)
        )
        alphas = dict(agreement.reliability.items(""))
        rows = [
            row(
                self.label(label) if label else self.words.all_labels,
                [
                    self._barred(exact[label], ""),
                    self._barred(relaxed[label], " pale"),
                    cell(self.score(alphas[label].alpha, alphas[label].interval)),
                ],
            )
            for label in exact
        ]
        measures = self.words.measures[Measure.EXACT], self.words.measures[Measure.RELAXED]
        return table([self.words.label, *measures, self.words.alpha], rows)

    def kind_bars(self, agreement: Agreement) -> str:
        """Draw all pairs together: who is the first of a pair does not matter here."""
        labels = ["", *agreement.reliability.labels]
        counts = {label: dict.fromkeys(Kind, 0) for label in labels}
        for pair in agreement.pairs:
            for label, scores in pair.scores.items(""):
                for kind, count in scores.kinds.items():
                    counts[label][kind] += count
        rows = [
            row(
                self.label(label) if label else self.words.all_labels,
                [
                    f"<td>{_stack(counts[label])}</td>",
                    *(cell(str(n)) for n in counts[label].values()),
                ],
            )
            for label in labels
        ]
        return (
            table([self.words.label, "", *self.words.kind_names.values()], rows) + self._kind_key()
        )

    def confusions(self, agreement: Agreement) -> str:
        return "".join(self._confusion(pair, agreement.all_labels) for pair in agreement.pairs)

    def votes(self, agreement: Agreement) -> str:
        rows = [
            row(
                self.label(label) if label else self.words.all_labels,
                (cell(str(n)) for n in counts),
            )
            for label, counts in agreement.votes.items("")
        ]
        return table([self.words.label, *map(str, range(1, len(agreement.annotators) + 1))], rows)

    def edges(self, readings: Mapping[Edges, Agreement]) -> str:
        means = {edges: dict(one.mean[Measure.EXACT].items("")) for edges, one in readings.items()}
        first = next(iter(means.values()))
        rows = [
            row(
                self.label(label) if label else self.words.all_labels,
                self._gains([found[label].value for found in means.values()]),
            )
            for label in first
        ]
        return table(
            [self.words.label, *(self.words.edge_names[edges] for edges in readings)], rows
        )

    def articles(self, scores: Sequence[ArticleScore], titles: Mapping[str, str]) -> str:
        words = self.words
        rows = [
            row(
                titles.get(one.article_id) or one.article_id,
                (
                    f'<td class="n heat" dir="ltr" style="{heat(one.exact)}">{self.number(one.exact)}</td>',
                    cell(self.number(one.relaxed)),
                    cell(str(one.disagreements)),
                    cell(str(one.spans)),
                ),
                " class=noisy" if one.is_noisy else "",
            )
            for one in scores
        ]
        measures = words.measures[Measure.EXACT], words.measures[Measure.RELAXED]
        return table([words.article, *measures, words.disagreements, words.spans], rows)

    def _barred(self, mean: Mean, shade: str) -> str:
        return f"<td>{self.score(mean.value, mean.interval)}{_bar(mean, shade)}</td>"

    def _heat(self, pair: Pair | None) -> str:
        if pair is None:
            return "<td></td>"
        f1 = pair.scores.total.f1[Measure.EXACT]
        text = f"{self.number(f1.value)}<small>{pair.joint_articles}</small>"
        return f'<td class="n heat" dir="ltr" style="{heat(f1.value)}">{text}</td>'

    def _mean(self, annotator: str, agreement: Agreement) -> str:
        values = [
            value
            for pair in agreement.pairs
            if annotator in (pair.a, pair.b)
            and (value := pair.scores.total.f1[Measure.EXACT].value) is not None
        ]
        return cell(self.number(sum(values) / len(values) if values else None))

    def _confusion(self, pair: Pair, labels: Sequence[str]) -> str:
        names = [*map(self.label, labels), self.words.no_partner]
        top = max(1, *(count for line in pair.confusion for count in line))
        rows = [
            row(
                title,
                (
                    f'<td class="n heat" dir="ltr" style="{heat(count / top)}">{count}</td>'
                    for count in line
                ),
            )
            for title, line in zip(names, pair.confusion, strict=True)
        ]
        return table(["", *names], rows, f"{name(pair.a)} / {name(pair.b)}")

    def _gains(self, values: Sequence[float | None]) -> Iterable[str]:
        yield cell(self.number(values[0]))
        for before, after in pairwise(values):
            gain = (
                ""
                if before is None or after is None
                else f"<small>{digits(f'{after - before:+.3f}')}</small>"
            )
            yield cell(self.number(after) + gain)

    def _kind_key(self) -> str:
        keys = (
            f'<span class=key><i style="background:{colour}"></i>{escape(self.words.kind_names[kind])}</span>'
            for kind, colour in zip(Kind, KIND_COLOURS, strict=True)
        )
        return f"<p>{''.join(keys)}</p>"


def _bar(mean: Mean, shade: str) -> str:
    if mean.value is None:
        return "<div class=track></div>"
    whisker = ""
    if mean.interval is not None:
        low, width = 100 * mean.interval.low, 100 * (mean.interval.high - mean.interval.low)
        whisker = (
            f'<i class=whisker style="inset-inline-start:{low:.1f}%;inline-size:{width:.1f}%"></i>'
        )
    bar = f'<i class="bar{shade}" style="inline-size:{100 * mean.value:.1f}%"></i>'
    return f"<div class=track>{bar}{whisker}</div>"


def _stack(counts: Mapping[Kind, int]) -> str:
    total = sum(counts.values())
    if not total:
        return "<div class=stack></div>"
    pieces = (
        f'<i style="inline-size:{100 * count / total:.2f}%;background:{colour}" title="{count}"></i>'
        for count, colour in zip(counts.values(), KIND_COLOURS, strict=True)
        if count
    )
    return f"<div class=stack>{''.join(pieces)}</div>"
