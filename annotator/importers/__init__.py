"""Reading articles and layers from files: one module a format, one line in the registry."""

from annotator.importers import conll_layers, jsonl, plain
from annotator.importers.base import (
    Confidence,
    Imported,
    Importer,
    ImportOptions,
    Outcome,
    Refused,
)
from annotator.options import check_registered

__all__ = [
    "REGISTRY",
    "Confidence",
    "ImportOptions",
    "Imported",
    "Importer",
    "Outcome",
    "Refused",
    "register",
    "suffixes",
]

REGISTRY: dict[str, Importer] = {}


def register(importer: Importer) -> None:
    """Make a format known to the command line and the window.

    Raise `ValueError` for one that contradicts those there are: two of one name, or options of one name that take
    different kinds of value.
    """
    check_registered(importer.name, importer.all_options, REGISTRY)
    REGISTRY[importer.name] = importer


def suffixes() -> tuple[str, ...]:
    """Return every known suffix, as a file dialog or a walk through a folder wants them."""
    known = (suffix for importer in REGISTRY.values() for suffix in importer.suffixes)
    return tuple(dict.fromkeys(known))


register(plain.IMPORTER)
register(jsonl.LINES)
register(jsonl.ARRAY)
register(conll_layers.IMPORTER)
