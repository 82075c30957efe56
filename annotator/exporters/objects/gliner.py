"""GLiNER's training data: an array of rows, each a list of words, the entities among them and the links between those.

An entity is the number of its first word, that of its last, and its label. A row is a sentence, or an article; no sentence ends inside an
annotation. Links count the entities of their row, as models of relations are trained with; others pass them over.

Source: GLiNER 0.2, gliner/data_processing.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from itertools import pairwise

from annotator.exporters.base import Exportable, Exporter, ExportOptions, Sink, one_layer
from annotator.exporters.columns.rows import Range, visible_tokens
from annotator.exporters.loss import LossReport, Reason, Tally
from annotator.exporters.objects.interchange import dumps
from annotator.exporters.objects.spacy_lines import AT_EDGES
from annotator.exporters.objects.token_fit import Fitted, fit
from annotator.exporters.scope import scoped
from annotator.format_facts import Holds, Purpose
from annotator.model import Article, Layer, Schema
from annotator.options import Choice, Kind, Option, Words
from annotator.text import sentences

NAME = "gliner"
SENTENCE, ARTICLE = "sentence", "article"
NAMES, ENGLISH, ARABIC = "names", "en", "ar"

ROWS = Option(
    "rows",
    Words("A row is", "كل صف"),
    Words(
        "How much text one row holds.",
        "مقدار النص في كل صف.",
    ),
    Kind.CHOICE,
    SENTENCE,
    (
        Choice(
            SENTENCE,
            Words("A sentence", "جملة"),
            Words(
                "Short enough for every model; links between sentences are left out and counted.",
                "تتسع له كل النماذج، وتُترك الروابط بين الجمل وتُحصى.",
            ),
        ),
        Choice(
            ARTICLE,
            Words("An article", "مقال"),
            Words(
                "All of a text, which most models cut off after some hundred words.",
                "النص كله، ومعظم النماذج تقطعه بعد بضع مئات من الكلمات.",
            ),
        ),
    ),
)

LABEL_WORDS = Option(
    "label_words",
    Words("Labels are written as", "كتابة التصنيفات"),
    Words(
        "What stands for a label: models read its words.",
        "ما يُكتب للتصنيف، فالنماذج تقرأ كلماته.",
    ),
    Kind.CHOICE,
    NAMES,
    (
        Choice(
            NAMES, Words("Their names", "أسماؤها"), Words("As in the schema.", "كما في المخطط.")
        ),
        Choice(
            ENGLISH,
            Words("Their English titles", "عناوينها بالإنجليزية"),
            Words("As people read them.", "كما يقرؤها الناس."),
        ),
        Choice(
            ARABIC,
            Words("Their Arabic titles", "عناوينها بالعربية"),
            Words("As people read them.", "كما يقرؤها الناس."),
        ),
    ),
)

HOLDS = Holds(relations=True, nested=True, crossing=True, sub_word=True)


def write(items: Iterable[Exportable], sink: Sink, options: ExportOptions) -> LossReport:
    """Write one array of rows; see `exporters.base.Exporter`."""
    tally, out = Tally(), sink.main
    before = "[\n"
    for item in items:
        one_layer(item, NAME)
        layers = scoped(item, options, tally, HOLDS)
        layer = layers[0] if layers else Layer("", item.article.id)
        for row in _rows(item.article, layer, options, tally):
            out.write((before + dumps(row)).encode("utf-8"))
            before = ",\n"
    out.write(b"[]\n" if before == "[\n" else b"\n]\n")
    return tally.report()


def _rows(
    article: Article, layer: Layer, options: ExportOptions, tally: Tally
) -> Iterator[dict[str, object]]:
    misaligned, words = options.own.text(AT_EDGES.name), options.own.text(LABEL_WORDS.name)
    rows = visible_tokens(article.text).ranges
    tokens, fitted = fit(article, layer.in_order, rows, misaligned, tally)
    tally.written -= len(layer) - len(fitted)
    whole = options.own.text(ROWS.name) == ARTICLE
    parts = [(0, len(tokens))] if whole else _sentences(article.text, tokens, fitted)
    links = 0
    for first, last in parts:
        own = [f for f in fitted if first <= f.first and f.last <= last]
        numbers = {f.annotation.id: n for n, f in enumerate(own)}
        row: dict[str, object] = {
            "article_id": article.id,
            "tokenized_text": [article.text[s:e] for s, e in tokens[first:last]],
            "ner": [
                [
                    f.first - first,
                    f.last - 1 - first,
                    _label(f.annotation.label, options.schema, words),
                ]
                for f in own
            ],
        }
        between = [
            r for r in sorted(layer.relations) if r.head in numbers and r.dependent in numbers
        ]
        if between:
            row["relations"] = [[numbers[r.head], numbers[r.dependent], r.type] for r in between]
        links += len(between)
        yield row
    tally.count(Reason.RELATIONS, len(layer.relations) - links)


def _sentences(text: str, tokens: list[Range], fitted: list[Fitted]) -> list[Range]:
    """Return the sentences as ranges of tokens, those that one annotation lies over put together."""
    starts = [start for start, _ in tokens]
    bounds = sorted({0, len(tokens), *(bisect_left(starts, s) for s, _ in sentences.split(text))})
    inside: set[int] = set()
    for one in fitted:
        inside.update(bounds[bisect_right(bounds, one.first) : bisect_left(bounds, one.last)])
    return list(pairwise(bound for bound in bounds if bound not in inside))


def _label(name: str, schema: Schema, words: str) -> str:
    known = schema.label(name) if words != NAMES else None
    return (known.title(words) if known is not None else "") or name


EXPORTER = Exporter(
    NAME,
    ".json",
    Words("GLiNER", "بيانات GLiNER"),
    Words(
        "Rows of words with the entities among them, nested ones too, to tune GLiNER.",
        "صفوف من كلمات وما فيها من كيانات، ومنها المتداخلة، لضبط GLiNER.",
    ),
    write,
    HOLDS,
    (AT_EDGES, ROWS, LABEL_WORDS),
    purpose=Purpose.TRAIN,
    tools=("GLiNER",),
)
