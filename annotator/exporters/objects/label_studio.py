"""Label Studio's tasks in JSON: an article each, with the work of every annotator, and the labelling interface beside it.

Offsets are code points, as newer versions count, or UTF-16 units for older ones. Values of attributes and notes are answers about their
regions, zones are regions of a control of their own.

An annotator is named as ``completed_by`` where the name is an address: Label Studio refuses a file that names anybody else whom it
does not know. Every annotation says under ``annotator`` and ``status`` whose it is and how far they are, which Label Studio passes over.

Source: label-studio 1.20, label_studio/tasks/serializers.py; label-studio-sdk 2, LabelInterface.
"""

from collections.abc import Callable, Iterable, Iterator

from annotator.exporters.base import Exportable, Exporter, ExportOptions, FileName, Sink
from annotator.exporters.loss import LossReport, Tally
from annotator.exporters.objects.details import details
from annotator.exporters.objects.interchange import dumps
from annotator.exporters.objects.label_studio_config import NOTE, REGION, TEXT, ZONE, Interface
from annotator.exporters.objects.units import CODEPOINT, counter, offset_unit
from annotator.exporters.scope import scoped
from annotator.format_facts import Holds
from annotator.model import Annotation, Article, Layer
from annotator.options import Words

UNIT = offset_unit(CODEPOINT)
HOLDS = Holds(
    several_layers=True,
    attributes=True,
    relations=True,
    zones=True,
    notes=True,
    nested=True,
    crossing=True,
    sub_word=True,
    status=True,
)
_CONFIG = FileName("config", ".xml")

Result = dict[str, object]


def write(items: Iterable[Exportable], sink: Sink, options: ExportOptions) -> LossReport:
    """Write an array of tasks, and the labelling interface; see `exporters.base.Exporter`."""
    tally, out = Tally(), sink.main
    interface = Interface(options.schema)
    unit = options.own.text(UNIT.name)
    number, before = 0, "[\n"
    for item in items:
        layers = scoped(item, options, tally, HOLDS)
        move = counter(item.article.text, unit)
        works: list[dict[str, object]] = []
        for layer in layers:
            number += 1
            works.append(_work(number, layer, item.article, move, interface))
        task = {
            "data": {**details(item.article, (TEXT,)), TEXT: item.article.text},
            "annotations": works,
        }
        out.write((before + dumps(task, indent=1)).encode("utf-8"))
        before = ",\n"
    out.write(b"[]\n" if before == "[\n" else b"\n]\n")
    sink.beside(*_CONFIG).write(interface.xml().encode("utf-8"))
    return tally.report()


def _work(
    number: int, layer: Layer, article: Article, move: Callable[[int], int], interface: Interface
) -> dict[str, object]:
    who = {"completed_by": {"email": layer.annotator}} if "@" in layer.annotator else {}
    results = [r for a in layer for r in _results(a, article.text, move, interface)]
    for index, zone in enumerate(sorted(layer.zones)):
        interface.zones[zone.kind] = None
        value = _value(zone.span.start, zone.span.end, article.text, move)
        results.append(_result(f"zone {index}", ZONE, "labels", {**value, "labels": [zone.kind]}))
    for relation in sorted(layer.relations):
        interface.relations[relation.type] = None
        results.append(
            {
                "type": "relation",
                "from_id": relation.head,
                "to_id": relation.dependent,
                "direction": "right",
                "labels": [relation.type],
            }
        )
    return {
        "id": number,
        **who,
        "annotator": layer.annotator,
        "status": layer.status.value,
        "was_cancelled": False,
        "ground_truth": False,
        "result": results,
    }


def _results(
    annotation: Annotation, text: str, move: Callable[[int], int], interface: Interface
) -> Iterator[Result]:
    interface.labels[annotation.label] = None
    value = _value(annotation.start, annotation.end, text, move)
    yield _result(annotation.id, REGION, "labels", {**value, "labels": [annotation.label]})
    place = {"start": value["start"], "end": value["end"]}
    for name, words in annotation.attributes.items():
        control, is_choice = interface.control(annotation.label, name, words)
        given = {"choices": [words]} if is_choice else {"text": [words]}
        yield _result(
            annotation.id, control, "choices" if is_choice else "textarea", {**place, **given}
        )
    if annotation.note:
        interface.has_notes = True
        yield _result(annotation.id, NOTE, "textarea", {**place, "text": [annotation.note]})


def _value(start: int, end: int, text: str, move: Callable[[int], int]) -> dict[str, object]:
    return {"start": move(start), "end": move(end), "text": text[start:end]}


def _result(key: str, control: str, kind: str, value: dict[str, object]) -> Result:
    return {"id": key, "from_name": control, "to_name": TEXT, "type": kind, "value": value}


EXPORTER = Exporter(
    "label-studio",
    ".json",
    Words("Label Studio", "منصة Label Studio"),
    Words(
        "Tasks with everybody's regions, links and values, to go on in Label Studio, with its labelling interface beside it.",
        "مهام فيها ما وسمه كل واسم مع روابطه وقيمه، لمتابعتها في Label Studio، وواجهة الوسم في ملف مجاور.",
    ),
    write,
    HOLDS,
    (UNIT,),
    lambda _: (FileName(), _CONFIG),
    tools=("Label Studio",),
)
