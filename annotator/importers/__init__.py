"""Reading articles and layers from files: one module a format, one line in the registry."""

from annotator.importers.base import (
    Flaw,
    Imported,
    Importer,
    ImportOptions,
    Noted,
    Outcome,
    Refused,
)
from annotator.importers.columns import conll, conll_layers, conllu
from annotator.importers.drafting import ArticleDraft, LayerDraft
from annotator.importers.head import NOT_MINE, Confidence, Head, Sniffed
from annotator.importers.objects import (
    doccano,
    jsonl,
    label_studio,
    prodigy,
    pubannotation,
    spacy_pairs,
    web_annotation,
)
from annotator.importers.objects.tokens import gliner, tagged
from annotator.importers.office import docx
from annotator.importers.offsets import Claim, Offsets
from annotator.importers.standoff import brat, cas, webanno
from annotator.importers.tables import table
from annotator.importers.texts import plain
from annotator.importers.web import html
from annotator.options import check_registered
from annotator.plugins import Plugins

__all__ = [
    "GROUP",
    "NOT_MINE",
    "PLUGINS",
    "REGISTRY",
    "ArticleDraft",
    "Claim",
    "Confidence",
    "Flaw",
    "Head",
    "ImportOptions",
    "Imported",
    "Importer",
    "LayerDraft",
    "Noted",
    "Offsets",
    "Outcome",
    "Refused",
    "Sniffed",
    "register",
    "suffixes",
]

REGISTRY: dict[str, Importer] = {}

GROUP = "hashiya.importers"
"""The entry points by which other packages add formats: the value of each is an `Importer`."""


def register(importer: Importer) -> None:
    """Make a format known to the command line and the window.

    Raise `ValueError` for one that contradicts those there are: two of one name, or options of one name that take
    different kinds of value.
    """
    check_registered(importer.name, importer.all_options, REGISTRY)
    REGISTRY[importer.name] = importer


PLUGINS = Plugins(GROUP, Importer, register)


def suffixes() -> tuple[str, ...]:
    """Return every known suffix, as a file dialog or a walk through a folder wants them."""
    known = (suffix for importer in REGISTRY.values() for suffix in importer.suffixes)
    return tuple(dict.fromkeys(known))


register(plain.IMPORTER)
register(jsonl.LINES)
register(jsonl.ARRAY)
register(conll_layers.IMPORTER)
register(conll.IMPORTER)
register(conll.NESTED)
register(conllu.IMPORTER)
register(label_studio.IMPORTER)
register(brat.IMPORTER)
register(cas.IMPORTER)
register(doccano.IMPORTER)
register(prodigy.IMPORTER)
register(spacy_pairs.IMPORTER)
register(tagged.IMPORTER)
register(gliner.IMPORTER)
register(pubannotation.IMPORTER)
register(web_annotation.IMPORTER)
register(table.IMPORTER)
register(webanno.IMPORTER)  # behind table: a .tsv that says nothing is a table
register(html.IMPORTER)
register(docx.IMPORTER)
