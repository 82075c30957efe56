"""What every exporter gives and takes."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import BinaryIO, NamedTuple, Protocol

from annotator.errors import ExportFailure
from annotator.exporters.loss import LossReport
from annotator.format_facts import Holds, Needs, Purpose
from annotator.model import DEFAULT_SCHEMA, Article, Layer, Schema
from annotator.model.names import Registry
from annotator.options import Chosen, Kind, Option, Words, choose

SKIP_ZONES = Option(
    "skip_zones",
    Words("Leave out what is out of scope", "استبعاد ما هو خارج النطاق"),
    Words(
        "Annotations in credits, boilerplate and the like are not written.",
        "لا تُكتب الوسوم الواقعة في المصادر والنصوص المتكررة وما شابهها.",
    ),
    Kind.FLAG,
    default=False,
    loses=True,
)
"""What every format can do, so that none has to say so."""


@dataclass(frozen=True, slots=True)
class Exportable:
    """One article with the layers to write: one at most for a format that holds one, any number for the others."""

    article: Article
    layers: tuple[Layer, ...] = ()
    replies: Mapping[str, str] = field(default_factory=dict[str, str], hash=False)
    """What the lead said to flags and questions, by their ids; for formats of one layer that show them."""


class Sink(Protocol):
    """Where one export, or one part of a split, is written. Nothing of it is seen before all of it is whole.

    Each stream may be closed as soon as it is written; the sink closes those that are left.
    """

    @property
    def part(self) -> str:
        """The part of a split that is written, empty for the whole."""
        ...

    @property
    def main(self) -> BinaryIO:
        """The file that was asked for, opened at the first use."""
        ...

    def beside(self, word: str, suffix: str | None = None) -> BinaryIO:
        """Open a file beside the one asked for, ``word`` before its suffix: ``sara.actor.conll``."""
        ...

    def open(self, name: str) -> BinaryIO:
        """Open a file of a format that is a folder, by its path in it with ``/``: ``docs/a.ann``.

        The files of a part of a split are in a folder of its name, unless the exporter has a ``finish``.

        Raise `ExportFailure` for a name that leads out of the folder or that the export has already opened.
        """
        ...


@dataclass(frozen=True, slots=True)
class ExportOptions:
    """How to write: what holds for every format, and in ``own`` the format's own options, each with a value."""

    own: Chosen
    schema: Schema = DEFAULT_SCHEMA
    skip_zones: bool = False
    names: Registry = field(default_factory=Registry)
    """The canonical names of the project with their aliases."""
    guidelines: Mapping[str, str] = field(default_factory=dict[str, str], hash=False)
    """The project's guidelines (Markdown) by language, for formats that tell models what to do."""


class FileName(NamedTuple):
    """What a file of an export adds to the name asked for, as `Sink.beside` takes it; nothing for the file itself."""

    word: str = ""
    suffix: str | None = None


def only_main(_: ExportOptions) -> tuple[FileName, ...]:
    return (FileName(),)


@dataclass(frozen=True, slots=True)
class Exporter:
    """One format that can be written, in its own words.

    ``about`` is one sentence on what it is for. ``write`` reads the items one at a time and holds none of them, so memory
    stays flat; it raises `ExportFailure` where the options forbid what an article holds. ``files`` tells
    beforehand how the files it will write are called. A folder has no ``suffix``, and says nothing of its files.
    ``finish`` makes one whole of the parts of a folder: it is called once, with the reports by part, after all were written.
    ``tools`` are the programs that read it, by name; ``needs`` what must be installed, which is asked for before `write`.
    ``uses_names``: the canonical names of the project are read for it.
    """

    name: str
    suffix: str
    title: Words
    about: Words
    write: Callable[[Iterable[Exportable], Sink, ExportOptions], LossReport]
    holds: Holds
    options: tuple[Option, ...] = ()
    files: Callable[[ExportOptions], tuple[FileName, ...]] = only_main
    is_folder: bool = False
    purpose: Purpose = Purpose.HAND_OVER
    tools: tuple[str, ...] = ()
    needs: Needs | None = None
    uses_names: bool = False
    finish: Callable[[Sink, Mapping[str, LossReport], ExportOptions], None] | None = None

    @property
    def all_options(self) -> tuple[Option, ...]:
        """Return the format's own options and those every format has."""
        return (*self.options, SKIP_ZONES)

    def choose(
        self,
        given: Mapping[str, object],
        schema: Schema = DEFAULT_SCHEMA,
        known_to: Mapping[str, tuple[str, ...]] | None = None,
    ) -> ExportOptions:
        """Return all options with the values ``given`` or their defaults; raise `OptionError` for a wrong one."""
        chosen = choose(self.name, self.all_options, given, known_to or {})
        own = Chosen({option.name: chosen[option.name] for option in self.options})
        return ExportOptions(own, schema, chosen.flag(SKIP_ZONES.name))


def one_layer(item: Exportable, exporter: str) -> Layer:
    """Return the layer of an item for a format that holds one, an empty layer where the article has none."""
    if len(item.layers) > 1:
        names = ", ".join(layer.annotator for layer in item.layers)
        raise ExportFailure(f"{exporter} holds one annotator's work: choose one of {names}")
    return item.layers[0] if item.layers else Layer("", item.article.id)
