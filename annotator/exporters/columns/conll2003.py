"""CoNLL-2003 with IOB2 tags: what today's trainers of named entity recognisers read.

Source: Tjong Kim Sang & De Meulder, "Introduction to the CoNLL-2003 shared task", CoNLL 2003; with IOB2 instead of its IOB1,
as strict readers lose IOB1's entities. Labels are upper-case as spaCy passes over others, and no word holds white space, NBSP
included, as many readers split lines at any. An article begins with ``-DOCSTART- -X- O O`` in a file of two columns too: spaCy's
converter looks for just these characters and takes any other spelling for a word, and others skip by ``-DOCSTART-`` alone.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from functools import reduce
from operator import add
from typing import BinaryIO

from annotator.exporters.base import (
    Exportable,
    Exporter,
    ExportOptions,
    FileName,
    Sink,
    one_layer,
)
from annotator.exporters.columns.conll_options import COLUMNS, MISALIGNED, NESTED
from annotator.exporters.columns.flat import Flattener, Placed
from annotator.exporters.columns.rows import Range, outside, sentence_ranges, visible_tokens
from annotator.exporters.loss import LossReport, Reason, Tally
from annotator.exporters.scope import count_article, in_scope
from annotator.format_facts import Holds, Purpose
from annotator.model import Article, Layer, Span
from annotator.model.zone import merged
from annotator.options import Words

NAME = "conll2003"
PER_LABEL = "per-label"

_MIDDLE = {4: " -X- -X- ", 2: " "}
_START = "-DOCSTART- -X- O O\n\n"


class _File:
    """One file of the export: of all labels, or of the one that its name carries."""

    def __init__(self, out: BinaryIO, options: ExportOptions, label: str) -> None:
        self.tally = Tally()
        self._out = out
        self._options = options
        self._label = label
        self._columns = options.own.number(COLUMNS.name)
        self._flattener = Flattener(
            options.own.text(NESTED.name),
            options.own.text(MISALIGNED.name),
            options.schema,
            self.tally,
        )

    def add(
        self, article: Article, layer: Layer, tokens: list[Range], zones: Sequence[Span]
    ) -> None:
        annotations = in_scope(layer, article, self._options, self.tally, self._label)
        tokens = outside(zones, article.text, tokens, (a.span for a in annotations))
        rows, placed = self._flattener.fit(article, annotations, tokens)
        self.tally.written += len(placed)
        sentences = sentence_ranges(article.text, rows, ((p.first, p.last) for p in placed))
        tags = _tags(article, placed, len(rows), sentences, self.tally)
        text, middle = article.text, _MIDDLE[self._columns]
        lines = [
            f"{text[start:end]}{middle}{tag}\n"
            for (start, end), tag in zip(rows, tags, strict=True)
        ]
        body = "".join("".join(lines[first:last]) + "\n" for first, last in sentences)
        self._out.write((_START + body).encode("utf-8"))


def write(items: Iterable[Exportable], sink: Sink, options: ExportOptions) -> LossReport:
    """Write each article as sentences of rows; see `exporters.base.Exporter`.

    The reports of several files add up to that of one export: the first of them counts articles and zones.
    """
    files = [
        _File(sink.beside(label) if label else sink.main, options, label)
        for label in labels(options)
    ]
    for item in items:
        article, layer = item.article, one_layer(item, NAME)
        count_article(layer, files[0].tally)
        zones = merged(layer.zones) if options.skip_zones else ()
        tokens = visible_tokens(article.text)
        for file in files:
            file.add(article, layer, tokens, zones)
    return reduce(add, (file.tally.report() for file in files))


def labels(options: ExportOptions) -> tuple[str, ...]:
    """Return the label of each file: every one of the schema, or one empty word for a file of them all."""
    return options.schema.label_names if options.own.text(NESTED.name) == PER_LABEL else ("",)


def _tags(
    article: Article, placed: list[Placed], rows: int, sentences: list[Range], tally: Tally
) -> list[str]:
    """Return one IOB2 tag a row; an annotation of several lines begins anew behind the end of each sentence in it."""
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


EXPORTER = Exporter(
    NAME,
    ".conll",
    Words("CoNLL-2003, one tag a word", "صيغة CoNLL-2003، وسم واحد لكل كلمة"),
    Words(
        "What most training programs read. One tag fits a word, so of annotations inside each other "
        "only one is kept; the report counts what is left out.",
        "ما تقرؤه معظم برامج التدريب. لا تتّسع الكلمة إلا لوسم واحد، فلا يبقى من الوسوم المتداخلة إلا واحد، "
        "والتقرير يُحصي ما تُرك.",
    ),
    write,
    Holds(),
    (NESTED, MISALIGNED, COLUMNS),
    lambda options: tuple(map(FileName, labels(options))),
    purpose=Purpose.TRAIN,
    tools=("spaCy", "flair", "seqeval", "iobes"),
)
