"""doccano's JSONL: an article a line, its spans as triples or, with links, as entities with numbers.

Offsets are UTF-16 units by default, as doccano's own page counts. Numbers of entities are never used twice in a file, as doccano keeps them
for a whole import. Beside it are the labels with their colours, as doccano's page of labels takes them.

Source: doccano 1.8, backend/data_import/pipeline.
"""

from collections.abc import Iterable
from itertools import count

from annotator.exporters.base import (
    Exportable,
    Exporter,
    ExportOptions,
    FileName,
    Sink,
    one_layer,
)
from annotator.exporters.loss import LossReport, Tally
from annotator.exporters.objects.details import details
from annotator.exporters.objects.interchange import dumps
from annotator.exporters.objects.units import UTF16, counter, offset_unit
from annotator.exporters.scope import scoped
from annotator.format_facts import Holds
from annotator.model import Layer, Schema
from annotator.options import Kind, Option, Words

NAME = "doccano"
UNIT = offset_unit(UTF16)

LINKS = Option(
    "links",
    Words("With links", "مع الروابط"),
    Words(
        "Entities and the links between them, for a project of doccano that allows relations; without, spans alone.",
        "كيانات والروابط بينها لمشروع في doccano يسمح بالعلاقات، ومن دونه المقاطع وحدها.",
    ),
    Kind.FLAG,
    default=True,
    loses=True,
)

HOLDS = Holds(relations=True, nested=True, crossing=True, sub_word=True)
_WITHOUT_LINKS = Holds(nested=True, crossing=True, sub_word=True)

_CONFIG = FileName("label_config", ".json")
_TAKEN = ("text", "label", "entities", "relations", "user", "offset_unit", "meta", "Comments")
_KEYS = "abcdefghijklmnopqrstuvwxyz"


def write(items: Iterable[Exportable], sink: Sink, options: ExportOptions) -> LossReport:
    """Write one article a line; see `exporters.base.Exporter`."""
    has_links = options.own.flag(LINKS.name)
    unit = options.own.text(UNIT.name)
    tally, out = Tally(), sink.main
    entities, links = count(1), count(1)
    labels = dict.fromkeys(options.schema.label_names)
    for item in items:
        one_layer(item, NAME)
        layers = scoped(item, options, tally, HOLDS if has_links else _WITHOUT_LINKS)
        layer = layers[0] if layers else Layer("", item.article.id)
        labels |= dict.fromkeys(annotation.label for annotation in layer)
        value: dict[str, object] = {**details(item.article, _TAKEN), "text": item.article.text}
        move = counter(item.article.text, unit)
        if move is not int:
            value["offset_unit"] = unit
        placed = [(a.id, move(a.start), move(a.end), a.label) for a in layer]
        if has_links:
            numbers = {a: next(entities) for a, _, _, _ in placed}
            value["entities"] = [
                {"id": numbers[a], "label": label, "start_offset": start, "end_offset": end}
                for a, start, end, label in placed
            ]
            value["relations"] = [
                {
                    "id": next(links),
                    "from_id": numbers[r.head],
                    "to_id": numbers[r.dependent],
                    "type": r.type,
                }
                for r in sorted(layer.relations)
            ]
        else:
            value["label"] = [[start, end, label] for _, start, end, label in placed]
        out.write((dumps(value) + "\n").encode("utf-8"))
    config = [_label(options.schema, name, number) for number, name in enumerate(labels)]
    sink.beside(*_CONFIG).write((dumps(config, indent=1) + "\n").encode("utf-8"))
    return tally.report()


def _label(schema: Schema, name: str, number: int) -> dict[str, object]:
    """Return a label as doccano's page of labels takes it: its key has to be one that no other has."""
    known = schema.label(name)
    key = known.key if known is not None and known.key else ""
    value: dict[str, object] = {
        "text": name,
        "suffix_key": key
        or (
            _KEYS[number] if not schema.label_for_key(_KEYS[number % 26]) and number < 26 else None
        ),
        "background_color": known.colours.line_light if known is not None else "#7f7f7f",
        "text_color": "#ffffff",
    }
    return {name: one for name, one in value.items() if one is not None}


EXPORTER = Exporter(
    NAME,
    ".jsonl",
    Words("doccano", "منصة doccano"),
    Words(
        "Texts with their spans and links, to go on annotating in doccano, with its labels in a file beside it.",
        "النصوص بمقاطعها وروابطها لمتابعة وسمها في doccano، وتصنيفاتها في ملف مجاور.",
    ),
    write,
    HOLDS,
    (UNIT, LINKS),
    lambda _: (FileName(), _CONFIG),
    tools=("doccano",),
)
