"""Writing articles and layers to files: one module a format, one line in the registry."""

from annotator.exporters import conll2003, conll_layers, interchange, page
from annotator.exporters.base import (
    SKIP_ZONES,
    Exportable,
    Exporter,
    ExportOptions,
    FileName,
    Holds,
    Sink,
)
from annotator.exporters.loss import Effect, Loss, LossReport, Reason, Tally
from annotator.options import check_registered

__all__ = [
    "REGISTRY",
    "SKIP_ZONES",
    "Effect",
    "ExportOptions",
    "Exportable",
    "Exporter",
    "FileName",
    "Holds",
    "Loss",
    "LossReport",
    "Reason",
    "Sink",
    "Tally",
    "register",
]

REGISTRY: dict[str, Exporter] = {}


def register(exporter: Exporter) -> None:
    """Make a format known to the command line and the window.

    Raise `ValueError` for one that contradicts itself or those there are: two of one name, or options of one name that
    take different kinds of value.
    """
    if exporter.is_folder == bool(exporter.suffix):
        raise ValueError(f"{exporter.name}: a folder has no suffix, and a file has one")
    check_registered(exporter.name, exporter.all_options, REGISTRY)
    REGISTRY[exporter.name] = exporter


register(conll2003.EXPORTER)
register(conll_layers.EXPORTER)
register(interchange.LINES)
register(interchange.ARRAY)
register(page.EXPORTER)
