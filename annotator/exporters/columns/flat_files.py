"""Files of one tag a row, of whatever layout: the writer that CoNLL-2002 and CoNLL-2003 share."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import reduce
from operator import add
from typing import BinaryIO

from annotator.exporters.base import Exportable, ExportOptions, FileName, Sink, one_layer
from annotator.exporters.columns.conll_options import MISALIGNED, NESTED, PER_LABEL
from annotator.exporters.columns.flat import Flattener
from annotator.exporters.columns.rows import Rows, outside, sentence_ranges, visible_tokens
from annotator.exporters.columns.schemes import IOB2, Tagger
from annotator.exporters.loss import LossReport, Tally
from annotator.exporters.scope import count_article, in_scope_unsorted
from annotator.model import Article, Layer, Span
from annotator.model.zone import merged

DOCSTART = "-DOCSTART- -X- O O\n\n"
"""The very characters by which spaCy's converter parts documents; it takes any other spelling for a word."""


def as_it_stands(form: str) -> str:
    return form


@dataclass(frozen=True, slots=True)
class Layout:
    """How the rows of a file look: what parts a form from its tag, what stands before an article and before a sentence.

    ``form`` makes what is shown of a word's own letters; it is not asked where it is the default.
    """

    middle: str
    scheme: str = IOB2
    start: Callable[[Article], str] = lambda _: DOCSTART
    sentence_start: Callable[[Article, int], str] | None = None
    form: Callable[[str], str] = as_it_stands
    is_lower: bool = False


class _File:
    """One file of the export: of all labels, or of the one that its name carries."""

    def __init__(self, out: BinaryIO, options: ExportOptions, label: str, layout: Layout) -> None:
        self.tally = Tally()
        self._out = out
        self._options = options
        self._label = label
        self._layout = layout
        self._flattener = Flattener(
            options.own.text(NESTED.name),
            options.own.text(MISALIGNED.name),
            options.schema,
            self.tally,
        )
        self._tagger = Tagger(
            self.tally, layout.scheme, layout.middle, "\n", is_lower=layout.is_lower
        )

    def add(self, article: Article, layer: Layer, tokens: Rows, zones: Sequence[Span]) -> None:
        annotations = in_scope_unsorted(layer, article, self._options, self.tally, self._label)
        tokens = outside(zones, article.text, tokens, (a.span for a in annotations))
        rows, placed = self._flattener.fit(article, annotations, tokens)
        self.tally.written += len(placed)
        sentences = sentence_ranges(article.text, rows, [(p.first, p.last) for p in placed])
        tails = self._tagger.tags(article, placed, len(rows.starts), sentences)
        forms, layout = rows.forms, self._layout
        if layout.form is not as_it_stands:
            forms = list(map(layout.form, forms))
        for _, last in sentences:
            tails[last - 1] += "\n"
        if layout.sentence_start is not None:
            forms = list(forms)
            for number, (first, _) in enumerate(sentences, 1):
                forms[first] = layout.sentence_start(article, number) + forms[first]
        self._out.write((layout.start(article) + _interleaved(forms, tails)).encode("utf-8"))


def write_flat(
    items: Iterable[Exportable], sink: Sink, options: ExportOptions, name: str, layout: Layout
) -> LossReport:
    """Write each article as sentences of rows; see `exporters.base.Exporter`. ``name`` is that of the format.

    The reports of several files add up to that of one export: the first of them counts articles and zones.
    """
    files = [
        _File(sink.beside(label) if label else sink.main, options, label, layout)
        for label in labels(options)
    ]
    for item in items:
        article, layer = item.article, one_layer(item, name)
        count_article(layer, files[0].tally)
        zones = merged(layer.zones) if options.skip_zones else ()
        tokens = visible_tokens(article.text)
        for file in files:
            file.add(article, layer, tokens, zones)
    return reduce(add, (file.tally.report() for file in files))


def labels(options: ExportOptions) -> tuple[str, ...]:
    """Return the label of each file: every one of the schema, or one empty word for a file of them all."""
    return options.schema.label_names if options.own.text(NESTED.name) == PER_LABEL else ("",)


def file_names(options: ExportOptions) -> tuple[FileName, ...]:
    return tuple(map(FileName, labels(options)))


def _interleaved(forms: list[str], tails: list[str]) -> str:
    parts = [""] * (2 * len(forms))
    parts[::2], parts[1::2] = forms, tails
    return "".join(parts)
