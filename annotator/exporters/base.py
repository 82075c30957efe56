"""What every exporter gives and takes."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import BinaryIO

from annotator.errors import ExportFailure
from annotator.exporters.loss import LossReport
from annotator.model import DEFAULT_SCHEMA, Article, Layer, Schema

NESTED = ("outermost", "innermost", "per-label")
"""What a format with one column keeps where annotations overlap."""

MISALIGNED = ("expand", "split", "drop", "error")
"""What a format of tokens does with an edge inside a token."""

COLUMNS = (4, 2)


@dataclass(frozen=True, slots=True)
class Exportable:
    """One article with the layers to write: one at most for the CoNLL formats, any number for JSON."""

    article: Article
    layers: tuple[Layer, ...] = ()


@dataclass(frozen=True, slots=True)
class ExportOptions:
    """How to write. What a format does not know it does not look at.

    ``misaligned`` None is the format's own default. ``label`` restricts a CoNLL file to one label: with ``nested``
    per-label, write one file for each of `exporters.labels_for`. ``skip_zones`` leaves out what is out of scope.
    """

    nested: str = "outermost"
    misaligned: str | None = None
    columns: int = 4
    schema: Schema = DEFAULT_SCHEMA
    skip_zones: bool = False
    label: str | None = None

    def __post_init__(self) -> None:
        _expect("nested", self.nested, NESTED)
        _expect("misaligned", self.misaligned, (None, *MISALIGNED))
        _expect("columns", self.columns, COLUMNS)
        _expect("label", self.label, (None, *self.schema.label_names))


@dataclass(frozen=True, slots=True)
class Exporter:
    """One format that can be written.

    ``write`` reads the items one at a time and holds none of them, so memory stays flat; it raises `ExportFailure` where
    the options forbid what an article holds, and leaves closing ``out`` to its owner.
    """

    name: str
    suffix: str
    title: str
    write: Callable[[Iterable[Exportable], BinaryIO, ExportOptions], LossReport]
    is_conll: bool = False


def one_layer(item: Exportable, exporter: str) -> Layer:
    """Return the layer of an item for a format that holds one, an empty layer where the article has none."""
    if len(item.layers) > 1:
        names = ", ".join(layer.annotator for layer in item.layers)
        raise ExportFailure(f"{exporter} holds one annotator's work: choose one of {names}")
    return item.layers[0] if item.layers else Layer("", item.article.id)


def _expect(name: str, value: object, known: tuple[object, ...]) -> None:
    if value not in known:
        names = ", ".join(str(choice) for choice in known if choice is not None)
        raise ExportFailure(f"{name} {value!r} is not one of {names}")
