"""Articles, layers and files of the format tests, in a line each."""

import json
from dataclasses import replace
from importlib.util import find_spec
from pathlib import Path

from annotator import exporters
from annotator.exporters import Exportable, LossReport
from annotator.importers import Imported, Refused, settling
from annotator.importers.recognising import recognise
from annotator.model import DEFAULT_SCHEMA, Annotation, Article, Layer, Relation, Schema, Span, Zone
from tests.helpers.pictures import picture
from tests.helpers.sinks import MemorySink

_COMMON = ("schema", "title", "published", "source", "url")
"""Options of every import that are no format's own."""


def exportable(
    drawing: str, *, zones: tuple[tuple[int, int], ...] = (), **metadata: str
) -> Exportable:
    """Return the article and the layer of ``sara`` that a drawing shows: ``قال [بوتين:actor]``."""
    text, layer = picture(drawing)
    spans = frozenset(Zone(Span(*zone)) for zone in zones)
    return Exportable(Article.from_text(text, **metadata), (replace(layer, zones=spans),))


def with_spans(text: str, *spans: tuple[int, int, str]) -> Exportable:
    """Return an article with annotations given by offsets, crossing ones too."""
    article = Article.from_text(text)
    annotations = {
        f"a{n}": Annotation(f"a{n}", Span(s, e), label) for n, (s, e, label) in enumerate(spans)
    }
    return Exportable(article, (Layer("sara", article.id, annotations=annotations),))


def linked(item: Exportable, *relations: tuple[str, str, str]) -> Exportable:
    layer = item.layers[0]
    return replace(
        item, layers=(replace(layer, relations=frozenset(Relation(*r) for r in relations)),)
    )


def export(format_name: str, *items: Exportable, **options: object) -> tuple[str, LossReport]:
    """Return the file asked for as an export writes it, and the report; what it writes beside it is left out."""
    files, report = export_all(format_name, *items, **options)
    return files[""], report


def export_all(
    format_name: str, *items: Exportable, schema: Schema = DEFAULT_SCHEMA, **options: object
) -> tuple[dict[str, str], LossReport]:
    """Return every file of an export by the word in its name, and the report."""
    exporter, sink = exporters.REGISTRY[format_name], MemorySink()
    report = exporter.write(iter(items), sink, exporter.choose(options, schema))
    return {
        name: content.decode("utf-8", "surrogateescape") for name, content in sink.files().items()
    }, report


def is_there(exporter: exporters.Exporter) -> bool:
    """Tell whether what a format needs is installed: spaCy is, where the programs themselves read what we write."""
    return exporter.needs is None or find_spec(exporter.needs.module) is not None


def report_of(
    format_name: str, *items: Exportable, schema: Schema = DEFAULT_SCHEMA, **options: object
) -> LossReport:
    """Return the report of an export, whatever it writes."""
    exporter = exporters.REGISTRY[format_name]
    return exporter.write(iter(items), MemorySink(), exporter.choose(options, schema))


def import_text(
    folder: Path, name: str, content: str | bytes, **options: object
) -> list[Imported | Refused]:
    """Write ``content`` to a file of that name and read it by its content and its suffix."""
    path = folder / name
    path.write_bytes(content if isinstance(content, bytes) else content.encode("utf-8"))
    return read(path, **options)


def read(path: Path, **options: object) -> list[Imported | Refused]:
    importer, _ = recognise(path)
    common = {name: options.pop(name) for name in _COMMON if name in options}
    schema = common.pop("schema", DEFAULT_SCHEMA)
    return list(settling.read(importer, path, replace(importer.choose(options, schema), **common)))


def only(outcomes: list[Imported | Refused]) -> Imported:
    assert len(outcomes) == 1
    assert isinstance(outcomes[0], Imported), outcomes[0]
    return outcomes[0]


def refusal(outcomes: list[Imported | Refused]) -> str:
    """Return what the one refusal among the outcomes says, place and reason."""
    refused = [outcome for outcome in outcomes if isinstance(outcome, Refused)]
    assert len(refused) == 1, outcomes
    return str(refused[0])


def line(**keys: object) -> str:
    return json.dumps(keys, ensure_ascii=False) + "\n"


def own_line(text: str, *annotations: dict[str, object], **layer: object) -> str:
    """Return a line of ``hashiya/1`` with one layer of ``sara``."""
    layers = [{"annotator": "sara", "status": "done", "annotations": annotations, **layer}]
    return line(schema="hashiya/1", offset_unit="codepoint", text=text, layers=layers)


def spans_of(layer: Layer) -> list[tuple[int, int, str]]:
    return sorted((a.start, a.end, a.label) for a in layer)
