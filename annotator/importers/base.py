"""What every importer gives and takes."""

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from annotator.format_facts import FLAT, Holds, Needs, Purpose
from annotator.importers.common_options import BAD_SPANS, LABELS, SKIP
from annotator.importers.head import Head, Sniffed
from annotator.importers.labels import LabelRules, Labels
from annotator.model import DEFAULT_SCHEMA, Article, Layer, Schema
from annotator.options import Chosen, Option, Words, choose


@dataclass(frozen=True, slots=True)
class Flaw:
    """One annotation, link or zone that cannot be taken: it is left out, and the rest of its article is not.

    ``kind`` says what is wrong in words that hold for all of a kind and follow "left out 3": ``link(s) that lead nowhere``;
    ``where`` is the place in its article, ``reason`` what is wrong with this one.
    """

    kind: str
    where: str
    reason: str

    def __str__(self) -> str:
        return f"{self.where}: {self.reason}"


@dataclass(frozen=True, slots=True)
class Imported:
    """One article with the layers that came with it, and what the person should know about the reading.

    Labels and relation types are those of the file: what they are in the project is settled afterwards, for all formats by
    `importers.settling`. ``where`` is the place in the file, as in ``a.jsonl, line 3``.
    """

    article: Article
    layers: tuple[Layer, ...] = ()
    notes: tuple[str, ...] = ()
    flaws: tuple[Flaw, ...] = ()
    where: str = field(default="", compare=False)


@dataclass(frozen=True, slots=True)
class Refused:
    """One file, line or item that was not taken: where it is, and why, and what to do."""

    where: str
    reason: str

    def __str__(self) -> str:
        return f"{self.where}: {self.reason}"


@dataclass(frozen=True, slots=True)
class Noted:
    """What the person should know of a whole file."""

    note: str


def _nowhere(_: str) -> Article | None:
    return None


@dataclass(frozen=True, slots=True)
class ImportOptions:
    """How to read: what holds for every format, and in ``own`` the format's own options, each with a value.

    ``labels`` and ``bad_spans`` (``skip`` or ``refuse``) are for `importers.settling`; importers need not look at them. What
    is said here of title, day, source and address beats what a file says.
    """

    own: Chosen
    schema: Schema = DEFAULT_SCHEMA
    labels: Labels = field(default_factory=lambda: Labels(DEFAULT_SCHEMA))
    bad_spans: str = SKIP
    title: str | None = None
    published: str | None = None
    source: str | None = None
    url: str | None = None
    article: Callable[[str], Article | None] = _nowhere
    """Gives an article of the project by its id, for files that have annotations and no texts; None where there is none."""


Outcome = Imported | Refused | Noted


class Taken:
    """The layers one file has given so far, each article with its place. The same annotator's layer of the same text is taken once.

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
        return replace(imported, where=where)


Claims = Callable[[Path, Sequence[str]], Collection[str]]
"""Given a folder and the names of all files in it (``sara/a.ann``), returns those that belong to the format."""


@dataclass(frozen=True, slots=True)
class Importer:
    """One format that can be read, in its own words.

    ``about`` is one sentence on what such a file gives. ``read`` never raises for what a file holds: each bad part is
    one `Refused`, and a bad annotation a `Flaw` of its article. ``sniff`` opens nothing and says how sure the format is and why.
    ``is_text``: the file is one article, and its first line may be shown before anything is read.

    A format of several files has ``claims``: of a folder, or of a zip, which is unpacked first, it says which files are its own,
    and ``read`` is given the folder; all others are read each by itself. ``tools`` are the programs that write the format, by
    name; ``needs`` what must be installed.
    """

    name: str
    title: Words
    about: Words
    suffixes: tuple[str, ...]
    read: Callable[[Path, ImportOptions], Iterator[Outcome]]
    sniff: Callable[[Head], Sniffed]
    options: tuple[Option, ...] = ()
    is_text: bool = False
    holds: Holds = FLAT
    purpose: Purpose = Purpose.HAND_OVER
    tools: tuple[str, ...] = ()
    claims: Claims | None = None
    needs: Needs | None = None

    @property
    def all_options(self) -> tuple[Option, ...]:
        """Return the format's own options and those of every format that holds annotations."""
        return (*self.options, LABELS, BAD_SPANS) if self.holds.spans else self.options

    def choose(
        self,
        given: Mapping[str, object],
        schema: Schema = DEFAULT_SCHEMA,
        known_to: Mapping[str, tuple[str, ...]] | None = None,
    ) -> ImportOptions:
        """Return all options with the values ``given`` or their defaults; raise `OptionError` for a wrong one."""
        chosen = choose(self.name, self.all_options, given, known_to or {})
        own = Chosen({option.name: chosen[option.name] for option in self.options})
        if not self.holds.spans:
            return ImportOptions(own, schema)
        rules = LabelRules.parse(chosen.optional_text(LABELS.name) or "")
        return ImportOptions(own, schema, Labels(schema, rules), chosen.text(BAD_SPANS.name))
