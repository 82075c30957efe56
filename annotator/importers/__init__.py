"""Reading articles and layers from files: one module a format, one line in the registry."""

from pathlib import Path

from annotator.errors import ImportFailure
from annotator.importers import conll_layers, jsonl, plain
from annotator.importers.base import Imported, Importer, ImportOptions, Outcome, Refused

__all__ = [
    "AUTO",
    "REGISTRY",
    "ImportOptions",
    "Imported",
    "Importer",
    "Outcome",
    "Refused",
    "for_path",
    "suffixes",
]

AUTO = "auto"

REGISTRY: dict[str, Importer] = {
    importer.name: importer
    for importer in (
        Importer("txt", "Plain text", (".txt", ".text"), plain.read),
        Importer("jsonl", "JSON lines", (".jsonl", ".ndjson"), jsonl.read),
        Importer("json", "JSON array", (".json",), jsonl.read),
        Importer("conll-layers", "CoNLL with layers", (".conll",), conll_layers.read),
    )
}


def for_path(path: Path, format: str = AUTO) -> Importer:  # noqa: A002 - the word of the command line
    """Return the importer named ``format``, or the one for the file's suffix; raise `ImportFailure` where there is none."""
    if format != AUTO:
        if format in REGISTRY:
            return REGISTRY[format]
        raise ImportFailure(
            f"there is no import format {format!r}: use {AUTO}, {', '.join(REGISTRY)}"
        )
    suffix = path.suffix.lower()
    for importer in REGISTRY.values():
        if suffix in importer.suffixes:
            return importer
    raise ImportFailure(
        f"{path.name}: files ending in {suffix or 'no suffix'!r} are not known; name the format "
        f"({', '.join(REGISTRY)}) or use a file ending in {', '.join(suffixes())}"
    )


def suffixes() -> tuple[str, ...]:
    """Return every known suffix, as a file dialog or a walk through a folder wants them."""
    return tuple(suffix for importer in REGISTRY.values() for suffix in importer.suffixes)
