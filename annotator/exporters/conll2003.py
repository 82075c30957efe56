"""CoNLL-2003 with IOB2 tags: what today's trainers of named entity recognisers read.

Source: Tjong Kim Sang & De Meulder, "Introduction to the CoNLL-2003 shared task", CoNLL 2003; with IOB2 instead of its IOB1,
as strict readers lose IOB1's entities. ``-DOCSTART- -X- O O`` is spelled as spaCy must have it, labels are upper-case as
spaCy passes over others, and no word holds white space, NBSP included, as many readers split lines at any.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from typing import BinaryIO

from annotator.errors import ExportFailure
from annotator.exporters.base import Exportable, ExportOptions, one_layer
from annotator.exporters.flat import Flattener, Placed
from annotator.exporters.loss import LossReport, Reason, Tally
from annotator.exporters.rows import Range, outside, sentence_ranges, visible_tokens
from annotator.exporters.scope import in_scope
from annotator.model import Article
from annotator.model.zone import merged

NAME = "conll2003"
MISALIGNED = "expand"
"""As Wojood and ANERcorp were annotated: a tag covers the whole word with its clitics."""

_MIDDLE = {4: " -X- -X- ", 2: " "}
_START = {4: "-DOCSTART- -X- O O\n\n", 2: "-DOCSTART- O\n\n"}


def write(items: Iterable[Exportable], out: BinaryIO, options: ExportOptions) -> LossReport:
    """Write each article as sentences of rows; see `exporters.base.Exporter`."""
    if options.nested == "per-label" and options.label is None:
        raise ExportFailure(
            "per-label writes one file for each label: choose the label of this one"
        )
    tally = Tally()
    flattener = Flattener(options.nested, options.misaligned or MISALIGNED, options.schema, tally)
    for item in items:
        out.write(_START[options.columns].encode())
        out.write(_article(item, options, flattener, tally).encode("utf-8"))
    return tally.report()


def _article(item: Exportable, options: ExportOptions, flattener: Flattener, tally: Tally) -> str:
    article, layer = item.article, one_layer(item, NAME)
    annotations = in_scope(layer, article, options, tally)
    tokens = outside(
        merged(layer.zones) if options.skip_zones else (),
        article.text,
        visible_tokens(article.text),
    )
    rows, placed = flattener.fit(article, annotations, tokens)
    tally.written += len(placed)
    sentences = sentence_ranges(article.text, [row[0] for row in rows])
    tags = _tags(article, placed, len(rows), sentences, tally)
    text, middle = article.text, _MIDDLE[options.columns]
    lines = [
        f"{text[start:end]}{middle}{tag}\n" for (start, end), tag in zip(rows, tags, strict=True)
    ]
    return "".join("".join(lines[first:last]) + "\n" for first, last in sentences)


def _tags(
    article: Article, placed: list[Placed], rows: int, sentences: list[Range], tally: Tally
) -> list[str]:
    """Return one IOB2 tag a row; an annotation over the end of a sentence begins anew behind it."""
    tags = ["O"] * rows
    bounds = [first for first, _ in sentences]
    for annotation, first, last, _, _ in placed:
        name = annotation.label.upper()
        tags[first:last] = [f"I-{name}"] * (last - first)
        tags[first] = f"B-{name}"
        breaks = bounds[bisect_right(bounds, first) : bisect_left(bounds, last)]
        for at in breaks:
            tags[at] = f"B-{name}"
        if breaks:
            tally.add(Reason.CUT, article, annotation)
    return tags
