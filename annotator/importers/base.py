"""What every importer gives and takes."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from enum import IntEnum
from pathlib import Path

from annotator.model import DEFAULT_SCHEMA, Article, Layer, Schema
from annotator.options import Chosen, Kind, Option, Words, choose


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
    """How to read: what holds for every format, and in ``own`` the format's own options, each with a value.

    What is said here of title, day, source and address beats what a file says.
    """

    own: Chosen
    schema: Schema = DEFAULT_SCHEMA
    title: str | None = None
    published: str | None = None
    source: str | None = None
    url: str | None = None


Outcome = Imported | Refused


class Taken:
    """The layers one file has given so far. The same annotator's layer of the same text is taken once.

    Which of two to believe, a file does not say. A text may come again: with another annotator's layer, or with none.
    """

    def __init__(self) -> None:
        self._where: dict[tuple[str, str], str] = {}

    def once(self, imported: Imported, where: str) -> Outcome:
        keys = [(imported.article.id, layer.annotator) for layer in imported.layers]
        for key in keys:
            if key in self._where:
                before = f"{self._where[key]} already gave {key[1]}'s layer of this very text (article {key[0]})"
                return Refused(where, f"{before}: keep one of them")
        self._where.update(dict.fromkeys(keys, where))
        return imported


HEAD = 1 << 16
"""Bytes at the beginning of a file by which its format is recognised."""


class Confidence(IntEnum):
    """How sure a format is of a file by its content.

    MAYBE and NO leave it to the file's name; LIKELY is taken where the name says so too; SURE is taken whatever it says.
    """

    NO = 0
    MAYBE = 1
    LIKELY = 2
    SURE = 3


@dataclass(frozen=True, slots=True)
class Importer:
    """One format that can be read, in its own words.

    ``about`` is one sentence on what such a file gives. ``read`` never raises for what a file holds: each bad part is
    one `Refused`. ``sniff`` is given the first `HEAD` bytes, opens nothing and is SURE only of what no text is by
    accident. ``is_text``: the file is one article, and its first line may be shown before anything is read.
    """

    name: str
    title: Words
    about: Words
    suffixes: tuple[str, ...]
    read: Callable[[Path, ImportOptions], Iterator[Outcome]]
    sniff: Callable[[bytes, Path], Confidence]
    options: tuple[Option, ...] = ()
    is_text: bool = False

    @property
    def all_options(self) -> tuple[Option, ...]:
        return self.options

    def choose(
        self,
        given: Mapping[str, object],
        schema: Schema = DEFAULT_SCHEMA,
        known_to: Mapping[str, tuple[str, ...]] | None = None,
    ) -> ImportOptions:
        """Return all options with the values ``given`` or their defaults; raise `OptionError` for a wrong one."""
        return ImportOptions(choose(self.name, self.options, given, known_to or {}), schema)


ANNOTATOR = Option(
    "annotator",
    Words("Annotations without a name belong to", "الوسوم التي بلا اسم تُنسب إلى"),
    Words(
        "Whose the annotations of a file are that does not say so.",
        "لمن الوسوم في ملف لا يذكر واسمها.",
    ),
    Kind.TEXT,
    default=None,
)

FIRST_LINE_IS_TITLE = Option(
    "first_line_is_title",
    Words("The first line of a text is its title", "السطر الأول من النص عنوانه"),
    Words(
        "The first line of a text, web navigation apart, is taken for its title where the file does not say it otherwise.",
        "يُؤخذ السطر الأول من النص، بعد أسطر التنقّل في الموقع، عنوانًا له إن لم يذكره الملف في موضع آخر.",
    ),
    Kind.FLAG,
    default=True,
    switch="title-line",
)

REPAIR_VISUAL = Option(
    "repair_visual",
    Words("Repair reversed text", "إصلاح النص المعكوس"),
    Words(
        "Put text that was pasted out of a PDF in visual order back into reading order.",
        "إعادة النص المنسوخ من ملف PDF بترتيب رسمه إلى ترتيب قراءته.",
    ),
    Kind.FLAG,
    default=False,
)
