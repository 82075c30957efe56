"""Writing articles and layers to files: one module a format, one line in the registry."""

from annotator.exporters import conll2003, conll_layers, interchange
from annotator.exporters.base import (
    COLUMNS,
    MISALIGNED,
    NESTED,
    Exportable,
    Exporter,
    ExportOptions,
)
from annotator.exporters.loss import Effect, Loss, LossReport, Reason

__all__ = [
    "COLUMNS",
    "MISALIGNED",
    "NESTED",
    "REGISTRY",
    "Effect",
    "ExportOptions",
    "Exportable",
    "Exporter",
    "Loss",
    "LossReport",
    "Reason",
    "labels_for",
]

REGISTRY: dict[str, Exporter] = {
    exporter.name: exporter
    for exporter in (
        Exporter(
            conll2003.NAME,
            ".conll",
            "CoNLL-2003 (IOB2, one label a word)",
            conll2003.write,
            is_conll=True,
        ),
        Exporter(
            conll_layers.NAME,
            ".conll",
            "CoNLL with layers (nothing lost)",
            conll_layers.write,
            is_conll=True,
        ),
        Exporter("json", ".json", "JSON (one array, indented)", interchange.write_array),
        Exporter("jsonl", ".jsonl", "JSON lines (hashiya/1)", interchange.write_lines),
    )
}


def labels_for(format: str, options: ExportOptions) -> tuple[str | None, ...]:  # noqa: A002 - the word of the command line
    """Return the ``label`` of each file an export consists of: one None, or with per-label every label of the schema.

    Write each file with ``dataclasses.replace(options, label=label)``.
    """
    if format == conll2003.NAME and options.nested == "per-label":
        return options.schema.label_names
    return (None,)
