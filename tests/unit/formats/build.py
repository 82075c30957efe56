"""Articles, layers and files of the format tests, in a line each."""

import io
import json
from dataclasses import replace
from pathlib import Path

from annotator import exporters, importers
from annotator.exporters import Exportable, ExportOptions, LossReport
from annotator.importers import Imported, ImportOptions, Refused
from annotator.model import Annotation, Article, Layer, Relation, Span, Zone
from tests.helpers.pictures import picture


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
    out = io.BytesIO()
    report = exporters.REGISTRY[format_name].write(iter(items), out, ExportOptions(**options))
    return out.getvalue().decode("utf-8"), report


def import_text(
    folder: Path, name: str, content: str | bytes, **options: object
) -> list[Imported | Refused]:
    """Write ``content`` to a file of that name and read it by its suffix."""
    path = folder / name
    path.write_bytes(content if isinstance(content, bytes) else content.encode("utf-8"))
    return list(importers.for_path(path).read(path, ImportOptions(**options)))


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
