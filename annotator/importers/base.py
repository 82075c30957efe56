"""What every importer gives and takes."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from annotator.model import DEFAULT_SCHEMA, Article, Layer, Schema


@dataclass(frozen=True, slots=True)
class Imported:
    """One article with the layers that came with it, and what the person should know about the reading."""

    article: Article
    layers: tuple[Layer, ...] = ()
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Refused:
    """One file, line or item that was not taken: where it is, and why, and what to do."""

    where: str
    reason: str

    def __str__(self) -> str:
        return f"{self.where}: {self.reason}"


@dataclass(frozen=True, slots=True)
class ImportOptions:
    """How to read. ``annotator`` owns annotations that come without a name; overrides beat what a file says.

    ``repair_visual`` puts right text stored in visual order or in presentation forms, as PDFs give it; without it such
    text is taken as it is, with a note.
    """

    annotator: str | None = None
    schema: Schema = DEFAULT_SCHEMA
    first_line_is_title: bool = True
    repair_visual: bool = False
    title: str | None = None
    published: str | None = None
    source: str | None = None
    url: str | None = None


Outcome = Imported | Refused


@dataclass(frozen=True, slots=True)
class Importer:
    """One format that can be read. ``read`` never raises for what a file holds: each bad part is one `Refused`."""

    name: str
    title: str
    suffixes: tuple[str, ...]
    read: Callable[[Path, ImportOptions], Iterator[Outcome]]
