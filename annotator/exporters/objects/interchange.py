"""JSON: everything there is, as lines of ``hashiya/1`` or as one array of the same objects."""

import json
import re
from collections.abc import Iterable, Mapping

import msgspec

from annotator.exporters.base import Exportable, Exporter, ExportOptions, Sink
from annotator.exporters.loss import LossReport, Tally
from annotator.exporters.scope import without_zones
from annotator.format_facts import EVERYTHING
from annotator.model import Annotation, Article, Layer, Remark, text_sha256
from annotator.options import Words

SCHEMA = "hashiya/1"
OFFSET_UNIT = "codepoint"
NO_REPLIES: Mapping[str, str] = {}

# Line ends to `str.splitlines`, though not to JSON: readers that split a file by it would tear a line apart.
_LINE_ENDS = re.compile("[\u2028\u2029\u0085]")


def write_lines(items: Iterable[Exportable], sink: Sink, options: ExportOptions) -> LossReport:
    """Write one article a line; see `exporters.base.Exporter`."""
    tally, out = Tally(), sink.main
    for item in items:
        out.write((dumps(_value(item, options, tally)) + "\n").encode("utf-8"))
    return tally.report()


def write_array(items: Iterable[Exportable], sink: Sink, options: ExportOptions) -> LossReport:
    """Write one array, indented for reading; see `exporters.base.Exporter`."""
    tally, out = Tally(), sink.main
    before = "[\n"
    for item in items:
        out.write((before + dumps(_value(item, options, tally), indent=1)).encode("utf-8"))
        before = ",\n"
    out.write(b"[]\n" if before == "[\n" else b"\n]\n")
    return tally.report()


def dumps(value: object, indent: int | None = None) -> str:
    """Return ``value`` as JSON in UTF-8 letters, with no line end but those of the indentation."""
    text = json.dumps(value, ensure_ascii=False, allow_nan=False, separators=(",", ":"))
    if indent is not None:  # Python's own indents in Python, and takes five times as long
        text = msgspec.json.format(text, indent=indent)
    return _LINE_ENDS.sub(lambda match: f"\\u{ord(match.group()):04x}", text)


def article_value(
    article: Article, layers: Iterable[Layer], replies: Mapping[str, str] = NO_REPLIES
) -> dict[str, object]:
    """Return one article as the object that a line of `hashiya/1` holds; keys of other programs come last.

    ``replies`` are what the lead said to flags and questions, by their ids, where gold is not among the layers.
    """
    known: dict[str, object] = {
        "schema": SCHEMA,
        "offset_unit": OFFSET_UNIT,
        "id": article.id,
        "title": article.title,
        "published": article.published,
        "source": article.source,
        "url": article.url,
        "text": article.text,
        "text_sha256": text_sha256(article.text),
        "layers": [_layer(layer, article.text, replies) for layer in layers],
    }
    if article.fields:
        known["fields"] = dict(article.fields)
    return known | {key: value for key, value in article.extra.items() if key not in known}


def _value(item: Exportable, options: ExportOptions, tally: Tally) -> dict[str, object]:
    tally.articles += 1
    tally.annotations += sum(map(len, item.layers))
    layers = item.layers
    if options.skip_zones:
        layers = tuple(without_zones(layer, item.article, tally) for layer in layers)
    tally.written += sum(map(len, layers))
    return article_value(item.article, layers, item.replies)


def _layer(layer: Layer, text: str, replies: Mapping[str, str]) -> dict[str, object]:
    value: dict[str, object] = {
        "annotator": layer.annotator,
        "status": layer.status.value,
        "annotations": [_annotation(annotation, text) for annotation in layer.in_order],
        "relations": [
            {"type": r.type, "head": r.head, "dependent": r.dependent}
            for r in sorted(layer.relations)
        ],
        "zones": [
            {"start": z.span.start, "end": z.span.end, "kind": z.kind} for z in sorted(layer.zones)
        ],
    }
    if layer.remarks:
        value["remarks"] = [
            _remark(remark, replies.get(remark.id, "")) for remark in layer.remarks_in_order
        ]
    if layer.guidelines:
        value["guidelines_sha256"] = layer.guidelines
    return value


def _remark(remark: Remark, reply: str) -> dict[str, object]:
    """Return a flag or question; what it lacks is left out, and so is the place of one about the article."""
    value: dict[str, object] = {"id": remark.id, "kind": str(remark.kind), "text": remark.text}
    if remark.span is not None:
        value |= {"start": remark.span.start, "end": remark.span.end}
    said: dict[str, object] = {
        "annotation": remark.annotation,
        "made": remark.made,
        "settled": remark.is_settled,
        "answer": remark.answer,
        "reply": reply,
    }
    return value | {key: one for key, one in said.items() if one}


def _annotation(annotation: Annotation, text: str) -> dict[str, object]:
    span = annotation.span
    value: dict[str, object] = {
        "id": annotation.id,
        "start": span.start,
        "end": span.end,
        "label": annotation.label,
        "text": span.of(text),
        "attributes": dict(annotation.attributes),
        "note": annotation.note,
        "origin": str(annotation.origin),
    }
    offer = annotation.offer
    if offer is not None:
        value["offer"] = {
            "engine": offer.engine,
            "score": offer.score,
            "edited": annotation.is_edited,
            "start": offer.span.start,
            "end": offer.span.end,
            "label": offer.label,
            "attributes": dict(offer.attributes),
        }
    return value


LINES = Exporter(
    "jsonl",
    ".jsonl",
    Words("JSON, one article a line", "صيغة JSON، مقال في كل سطر"),
    Words(
        "Texts, annotations, notes and links exactly as they are; Hashiya can import it again.",
        "النصوص والوسوم والملاحظات والروابط كما هي تمامًا، ويمكن لحاشية استيرادها من جديد.",
    ),
    write_lines,
    EVERYTHING,
    tools=("Hashiya", "datasets"),
)

ARRAY = Exporter(
    "json",
    ".json",
    Words("JSON, one readable file", "صيغة JSON، ملف واحد مقروء"),
    Words(
        "The same content indented for people and small scripts.",
        "المحتوى نفسه بتنسيق يقرؤه الناس والبرامج الصغيرة.",
    ),
    write_array,
    EVERYTHING,
    tools=("Hashiya", "datasets"),
)
