"""Folders that exports write, and what comes back from them, for the formats of texts with annotations beside them."""

from collections import Counter
from pathlib import Path

from annotator import exporters, importers
from annotator.exporters import Exportable, LossReport, Reason
from annotator.importers import Imported, Refused, settling
from annotator.importers.recognising import recognise
from annotator.model import DEFAULT_SCHEMA, Article, Layer
from annotator.project.transfer.import_files import Walk
from annotator.project.transfer.unpacking import unpack
from tests.helpers.sinks import MemorySink


def write_folder(folder: Path, name: str, *items: Exportable, schema=DEFAULT_SCHEMA, **options):
    """Export into a folder and return the report."""
    exporter, sink = exporters.REGISTRY[name], MemorySink()
    report = exporter.write(iter(items), sink, exporter.choose(options, schema))
    for path, content in sink.files().items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(content)
    return report


def read_all(path: Path, format_name="auto", schema=DEFAULT_SCHEMA, labels="add", **options):
    """Read a file, a folder or a zip as the command line does."""
    outcomes = []
    walk = Walk(format_name, lambda zip_: unpack(zip_, path.parent / "unpacked" / zip_.name))
    for found in walk.files([path]):
        assert not found.why_not, found
        importer = found.importer or recognise(found.path, format_name)[0]
        wanted = {n: v for n, v in options.items() if n in {o.name for o in importer.options}}
        if importer.holds.spans:
            wanted["labels"] = labels
        outcomes += settling.read(importer, found.path, importer.choose(wanted, schema))
    return outcomes


def refused(outcomes) -> list[str]:
    return [str(outcome) for outcome in outcomes if isinstance(outcome, Refused)]


def noted(outcomes) -> list[str]:
    return [outcome.note for outcome in outcomes if isinstance(outcome, importers.Noted)]


def articles(outcomes) -> list[Imported]:
    return [outcome for outcome in outcomes if isinstance(outcome, Imported)]


def layers_by_article(outcomes) -> dict[tuple[str, str], Layer]:
    return {
        (one.article.id, layer.annotator): layer
        for one in articles(outcomes)
        for layer in one.layers
    }


def content(layer: Layer, *, notes: bool = True) -> Counter:
    """Return what a layer's annotations are, without their ids."""
    return Counter(
        (a.start, a.end, a.label, tuple(sorted(a.attributes.items())), a.note if notes else "")
        for a in layer
    )


def links(layer: Layer) -> Counter:
    return Counter(
        (r.type, *((layer[end].span, layer[end].label) for end in (r.head, r.dependent)))
        for r in layer.relations
    )


def words(imported: Imported) -> list[tuple[str, str]]:
    return [(a.label, a.span.of(imported.article.text)) for layer in imported.layers for a in layer]


def lost(report: LossReport, *reasons: Reason) -> list[int]:
    return [report.count(reason) for reason in reasons]


def texts_of(items: list[Exportable]) -> dict[str, Article]:
    return {item.article.id: item.article for item in items}
