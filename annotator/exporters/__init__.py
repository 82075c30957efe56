"""Writing articles and layers to files: one module a format, one line in the registry."""

from annotator.exporters import page
from annotator.exporters.base import (
    SKIP_ZONES,
    Exportable,
    Exporter,
    ExportOptions,
    FileName,
    Sink,
)
from annotator.exporters.columns import (
    conll2002,
    conll2003,
    conll_labels,
    conll_layers,
    conllu,
    wojood,
)
from annotator.exporters.loss import Effect, Loss, LossReport, Reason, Tally
from annotator.exporters.objects import (
    doccano,
    gliner,
    interchange,
    label_studio,
    mentions,
    spacy_lines,
    web_annotation,
)
from annotator.exporters.standoff import brat, cas, qdpx, webanno
from annotator.exporters.tables import csv_table, workbook
from annotator.exporters.training import chat, docbin, huggingface
from annotator.format_facts import Holds, Needs, Purpose
from annotator.options import check_registered
from annotator.plugins import Plugins

__all__ = [
    "GROUP",
    "PLUGINS",
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
    "Needs",
    "Purpose",
    "Reason",
    "Sink",
    "Tally",
    "register",
]

REGISTRY: dict[str, Exporter] = {}

GROUP = "hashiya.exporters"
"""The entry points by which other packages add formats: the value of each is an `Exporter`."""


def register(exporter: Exporter) -> None:
    """Make a format known to the command line and the window.

    Raise `ValueError` for one that contradicts itself or those there are: two of one name, or options of one name that
    take different kinds of value.
    """
    if exporter.is_folder == bool(exporter.suffix):
        raise ValueError(f"{exporter.name}: a folder has no suffix, and a file has one")
    check_registered(exporter.name, exporter.all_options, REGISTRY)
    REGISTRY[exporter.name] = exporter


PLUGINS = Plugins(GROUP, Exporter, register)


# These two first: what a name ending in .conll or .jsonl stands for, where several formats end so.
register(conll2003.EXPORTER)
register(interchange.LINES)
register(chat.EXPORTER)
register(conll2002.EXPORTER)
register(conll_labels.EXPORTER)
register(conll_layers.EXPORTER)
register(conllu.EXPORTER)
register(conllu.PLUS)
register(docbin.EXPORTER)
register(huggingface.EXPORTER)
register(interchange.ARRAY)
register(brat.EXPORTER)
register(spacy_lines.EXPORTER)
register(gliner.EXPORTER)
register(mentions.EXPORTER)
register(label_studio.EXPORTER)
register(doccano.EXPORTER)
register(web_annotation.EXPORTER)
register(page.EXPORTER)
register(cas.JSON)
register(cas.XMI)
register(qdpx.EXPORTER)
register(webanno.EXPORTER)
register(wojood.EXPORTER)
register(csv_table.EXPORTER)
register(workbook.EXPORTER)
