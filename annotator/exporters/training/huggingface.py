"""A folder that `datasets.load_dataset` reads as it is: tokens with tags, and texts with their annotations.

``data/`` holds the configuration ``tokens``: a row a sentence or an article, ``offsets`` of its tokens and ``ner_tags`` in IOB2, one
a token. ``spans/`` holds ``spans``: a row an article with its text and everything that was annotated. All offsets are code points of
the article's text, half-open, so that both join by ``article_id``. What the columns are is said in the head of README.md, from which
`datasets` takes names and types; tags and labels become its ``ClassLabel``.
"""

from collections.abc import Iterable, Iterator, Mapping

from annotator.exporters.base import Exportable, Exporter, ExportOptions, Sink, one_layer
from annotator.exporters.columns.conll_options import MISALIGNED, NESTED
from annotator.exporters.columns.flat import Flattener
from annotator.exporters.columns.row_options import ONE_OF_NESTED
from annotator.exporters.columns.rows import outside, sentence_ranges, visible_tokens
from annotator.exporters.columns.schemes import Tagger
from annotator.exporters.loss import LossReport, Tally
from annotator.exporters.objects.interchange import dumps
from annotator.exporters.scope import count_article, in_scope, of_labels
from annotator.exporters.training.card import SPLITS, card
from annotator.exporters.training.training_options import LANGUAGE, LICENCE, SENTENCE, UNITS
from annotator.format_facts import Holds, Purpose
from annotator.model import Annotation, Article, Layer, Schema
from annotator.model.zone import merged
from annotator.options import Words

NAME = "huggingface"
TOKENS = "tokens"

HOLDS = Holds(
    attributes=True,
    relations=True,
    zones=True,
    notes=True,
    nested=True,
    crossing=True,
    sub_word=True,
    status=True,
)


def write(items: Iterable[Exportable], sink: Sink, options: ExportOptions) -> LossReport:
    """Write the two files of one part; see `exporters.base.Exporter`."""
    part = sink.part or "train"
    tally, of_tokens = Tally(), _Tokens(options)
    tokens, spans = sink.open(f"data/{part}.jsonl"), sink.open(f"spans/{part}.jsonl")
    labels = frozenset(options.schema.label_names)
    for item in items:
        article, layer = item.article, one_layer(item, NAME)
        count_article(layer, tally, HOLDS)
        annotations = in_scope(layer, article, options, tally, HOLDS)
        annotations = of_labels(annotations, labels, article, tally)
        tally.written += len(annotations)
        for row in of_tokens.rows(article, layer, annotations):
            tokens.write((dumps(row) + "\n").encode("utf-8"))
        spans.write((dumps(_spans(article, layer, annotations)) + "\n").encode("utf-8"))
    return tally.report({TOKENS: of_tokens.tally.report()})


class _Tokens:
    """Makes the rows of tokens, and counts what one tag a token cannot hold."""

    def __init__(self, options: ExportOptions) -> None:
        own = options.own
        self.tally = Tally()
        self._options = options
        self._is_by_sentence = own.text(UNITS.name) == SENTENCE
        self._flattener = Flattener(
            own.text(NESTED.name), own.text(MISALIGNED.name), options.schema, self.tally
        )
        self._tagger = Tagger(self.tally)

    def rows(
        self, article: Article, layer: Layer, annotations: list[Annotation]
    ) -> Iterator[dict[str, object]]:
        text = article.text
        zones = merged(layer.zones) if self._options.skip_zones else ()
        tokens = outside(zones, text, visible_tokens(text), (a.span for a in annotations))
        rows, placed = self._flattener.fit(article, annotations, tokens)
        self.tally.articles += 1
        self.tally.annotations += len(annotations)
        self.tally.written += len(placed)
        units = [(0, len(rows.starts))] if rows.starts else []
        if self._is_by_sentence:
            units = sentence_ranges(text, rows, [(p.first, p.last) for p in placed])
        tags = self._tagger.tags(article, placed, len(rows.starts), units)
        for number, (first, last) in enumerate(units):
            yield {
                "id": f"{article.id}-{number}",
                "article_id": article.id,
                "sentence_no": number,
                "tokens": rows.forms[first:last],
                "offsets": list(zip(rows.starts[first:last], rows.ends[first:last], strict=True)),
                "ner_tags": tags[first:last],
            }


def tags_of(schema: Schema) -> list[str]:
    """Return the tags there can be, O first; their places are the numbers that `datasets` gives them."""
    names = [name.upper() for name in schema.label_names]
    return ["O", *(f"{part}-{name}" for name in names for part in "BI")]


def _spans(article: Article, layer: Layer, annotations: list[Annotation]) -> dict[str, object]:
    kept = {annotation.id for annotation in annotations}
    return {
        "article_id": article.id,
        "title": article.title,
        "published": article.published,
        "source": article.source,
        "url": article.url,
        "fields": dumps(dict(article.fields)),
        "annotator": layer.annotator,
        "status": layer.status.value,
        "text": article.text,
        "spans": [
            {
                "id": one.id,
                "start": one.start,
                "end": one.end,
                "label": one.label,
                "text": one.span.of(article.text),
                "attributes": dumps(dict(one.attributes)),
                "note": one.note,
            }
            for one in annotations
        ],
        "relations": [
            {"type": one.type, "head": one.head, "dependent": one.dependent}
            for one in sorted(layer.relations)
            if one.head in kept and one.dependent in kept
        ],
        "zones": [
            {"start": zone.span.start, "end": zone.span.end, "kind": zone.kind}
            for zone in sorted(layer.zones)
        ],
    }


def finish(sink: Sink, reports: Mapping[str, LossReport], options: ExportOptions) -> None:
    """Write README.md, from which `datasets` knows the parts and the columns. A part without articles is left out."""
    parts = {part or "train": report for part, report in reports.items()}
    full = {part: report for part, report in parts.items() if report.articles} or parts
    own = options.own
    said = card(
        options.schema,
        tags_of(options.schema),
        {part: SPLITS[part] for part in full},
        full,
        own.optional_text(LICENCE.name) or "unknown",
        own.text(LANGUAGE.name),
    )
    sink.open("README.md").write(said.encode("utf-8"))


EXPORTER = Exporter(
    NAME,
    "",
    Words("Data set for Hugging Face", "مجموعة بيانات لـHugging Face"),
    Words(
        "A folder that the datasets library loads and the hub shows: tokens with tags for training, and whole texts with every "
        "annotation, value and link.",
        "مجلد تحمّله مكتبة datasets ويعرضه موقع Hugging Face: كلمات بوسومها للتدريب، ونصوص كاملة بكل وسم وقيمة ورابط.",
    ),
    write,
    HOLDS,
    (UNITS, ONE_OF_NESTED, MISALIGNED, LICENCE, LANGUAGE),
    is_folder=True,
    purpose=Purpose.TRAIN,
    tools=("datasets", "transformers"),
    finish=finish,
)
