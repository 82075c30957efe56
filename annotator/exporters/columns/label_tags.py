"""Rows with a tag for each label that lies over them: all of them behind the word, or one column for each label."""

from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

from annotator.exporters.base import Exportable, ExportOptions, Sink, one_layer
from annotator.exporters.columns.conll_options import MISALIGNED
from annotator.exporters.columns.flat import Flattener, Placed
from annotator.exporters.columns.row_options import LOWER, PLAIN
from annotator.exporters.columns.rows import Range, outside, sentence_ranges, visible_tokens
from annotator.exporters.columns.schemes import Tagger
from annotator.exporters.loss import LossReport, Tally
from annotator.exporters.scope import count_article, in_scope, of_labels
from annotator.model import Article
from annotator.model.zone import merged
from annotator.text.undressing import without_marks


class Tagged(NamedTuple):
    """The rows of one article, tags by label, and where each annotation is; ``sentences`` are ranges of rows."""

    article: Article
    forms: list[str]
    tags: dict[str, list[str]]
    placed: list[Placed]
    sentences: list[Range]


Body = Callable[[Tagged], Iterable[str]]
"""Returns what follows the form in each row."""


def write_tagged(
    items: Iterable[Exportable],
    sink: Sink,
    options: ExportOptions,
    name: str,
    start: str,
    body: Body,
    labels: Sequence[str] | None = None,
) -> LossReport:
    """Write each article as sentences of rows; see `exporters.base.Exporter`.

    ``start`` stands before each article. Of two annotations of one label on one row the outer one is kept. ``labels`` are those
    that the rows have a place for; None is any.
    """
    own, tally, out = options.own, Tally(), sink.main
    flattener = Flattener("outermost", own.text(MISALIGNED.name), options.schema, tally)
    tagger = Tagger(tally, is_lower=own.flag(LOWER.name))
    is_plain = own.flag(PLAIN.name)
    for item in items:
        article, layer = item.article, one_layer(item, name)
        count_article(layer, tally)
        annotations = in_scope(layer, article, options, tally)
        if labels is not None:
            annotations = of_labels(annotations, labels, article, tally)
        zones = merged(layer.zones) if options.skip_zones else ()
        text = article.text
        tokens = outside(zones, text, visible_tokens(text), (a.span for a in annotations))
        rows, placed = flattener.fit_labels(article, annotations, tokens)
        tally.written += len(placed)
        sentences = sentence_ranges(text, rows, [(p.first, p.last) for p in placed])
        by_label: dict[str, list[Placed]] = {}
        for one in placed:
            by_label.setdefault(one.annotation.label, []).append(one)
        tags = {
            label: tagger.tags(article, same, len(rows.starts), sentences)
            for label, same in by_label.items()
        }
        forms = list(map(without_marks, rows.forms)) if is_plain else rows.forms
        tails = list(body(Tagged(article, forms, tags, placed, sentences)))
        for _, last in sentences:
            tails[last - 1] += "\n"
        lines = (f"{form}{tail}" for form, tail in zip(forms, tails, strict=True))
        out.write((start + "".join(lines)).encode("utf-8"))
    return tally.report()
