"""brat's standoff: a folder for each annotator, in it ``ID.txt`` and ``ID.ann`` for each article; how they are drawn beside.

brat has no place for zones, questions or status. A span over line ends becomes a part for each line, as brat itself does.
Values of choices are attributes, which brat offers to choose from; all others are notes ``name=value``.
"""

import re
from collections.abc import Iterable, Iterator

from annotator.exporters.base import Exportable, Exporter, ExportOptions, Sink
from annotator.exporters.loss import LossReport, Reason, Tally
from annotator.exporters.scope import without_zones
from annotator.exporters.standoff.brat_configuration import (
    annotation_conf,
    chosen_values,
    escape,
    visual_conf,
)
from annotator.format_facts import Holds
from annotator.model import Annotation, Article, Layer
from annotator.options import Words

_LINE = re.compile("[^\n\r\v\f\x1c-\x1e\x85\u2028\u2029]+")
"""What lies between the characters at which any reader of the file may end a line."""


def write(items: Iterable[Exportable], sink: Sink, options: ExportOptions) -> LossReport:
    """Write the documents, and at the end how they are drawn; see `exporters.base.Exporter`."""
    tally, choices, names = Tally(), chosen_values(options.schema), set[str]()
    for item in items:
        tally.articles += 1
        article = item.article
        if not item.layers:
            _put(sink, article.id, article.text, "")
        for layer in item.layers:
            tally.annotations += len(layer)
            kept = without_zones(layer, article, tally) if options.skip_zones else layer
            tally.count(Reason.ZONES, len(kept.zones))
            tally.count(Reason.REMARKS, len(kept.remarks))
            names.update(name for annotation in kept for name in annotation.attributes)
            rows = "".join(f"{row}\n" for row in _rows(kept, article, choices, tally))
            _put(sink, f"{layer.annotator}/{article.id}", article.text, rows)
    with sink.open("annotation.conf") as out:
        out.write(annotation_conf(options.schema, names).encode("utf-8"))
    with sink.open("visual.conf") as out:
        out.write(visual_conf(options.schema).encode("utf-8"))
    return tally.report()


def _put(sink: Sink, name: str, text: str, rows: str) -> None:
    for suffix, content in ((".txt", text), (".ann", rows)):
        with sink.open(name + suffix) as out:
            out.write(content.encode("utf-8"))


def _rows(
    layer: Layer, article: Article, choices: dict[tuple[str, str], tuple[str, ...]], tally: Tally
) -> Iterator[str]:
    keys: dict[str, str] = {}
    values = notes = 0
    for annotation in layer.in_order:
        parts = _parts(annotation, article, tally)
        if not parts:
            continue
        tally.written += 1
        keys[annotation.id] = key = f"T{len(keys) + 1}"
        places = ";".join(f"{start} {end}" for start, end in parts)
        words = " ".join(article.text[start:end] for start, end in parts)
        yield f"{key}\t{annotation.label} {places}\t{words}"
        for name, value in annotation.attributes.items():
            if value in choices.get((annotation.label, name), ()):
                values += 1
                yield f"A{values}\t{name} {key} {value}"
            else:
                notes += 1
                said = f"{escape(name, '=')}={escape(value)}"
                yield f"#{notes}\tAnnotatorNotes {key}\t{said}"
        if annotation.note:
            notes += 1
            said = escape(annotation.note)
            # a note is no value, whatever it looks like: `importers.standoff.brat`
            yield f"#{notes}\tAnnotatorNotes {key}\t{'=' if '=' in said else ''}{said}"
    links = [r for r in sorted(layer.relations) if r.head in keys and r.dependent in keys]
    tally.count(Reason.RELATIONS, len(layer.relations) - len(links))
    for number, link in enumerate(links, 1):
        yield f"R{number}\t{link.type} Arg1:{keys[link.head]} Arg2:{keys[link.dependent]}"


def _parts(annotation: Annotation, article: Article, tally: Tally) -> list[tuple[int, int]]:
    """Return the part of a span on each of its lines, and count what that loses at its edges."""
    found = [m.span() for m in _LINE.finditer(article.text, annotation.start, annotation.end)]
    if not found:
        tally.add(Reason.NO_TOKEN, article, annotation)
        if annotation.attributes:
            tally.count(Reason.ATTRIBUTES, len(annotation.attributes))
        tally.count(Reason.NOTES, bool(annotation.note))
    elif (found[0][0], found[-1][1]) != (annotation.start, annotation.end):
        tally.add(Reason.TRIMMED, article, annotation)
    return found


EXPORTER = Exporter(
    "brat",
    "",
    Words("brat standoff, a folder", "مجلد بصيغة brat"),
    Words(
        "A folder for each annotator with texts and annotations beside them: to go on in brat, and for programs that measure "
        "or convert its files. Colours and Arabic names come along.",
        "مجلد لكل واسم فيه النصوص ووسومها بجانبها: للمتابعة في برنامج brat وللبرامج التي تقيس ملفاته أو تحوّلها، ومعها الألوان "
        "والأسماء العربية.",
    ),
    write,
    Holds(
        several_layers=True,
        attributes=True,
        relations=True,
        notes=True,
        nested=True,
        crossing=True,
        sub_word=True,
    ),
    is_folder=True,
    tools=("brat", "pybrat", "bioc"),
)
