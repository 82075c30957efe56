"""What can be imported and exported: the one place that the window and the command line ask.

Formats say in English and Arabic what they are called and for, which endings and options they have and what they hold
(`annotator.exporters`, `annotator.importers`); nothing outside those packages knows one by its name.
"""

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import TypeVar

from annotator import exporters, importers
from annotator.errors import ExportFailure, ImportFailure
from annotator.exporters import Exporter
from annotator.format_facts import Purpose
from annotator.importers import Importer, recognising
from annotator.importers.common_options import (
    ANNOTATOR,
    FIRST_LINE_IS_TITLE,
    LABELS,
    REPAIR_VISUAL,
)
from annotator.importers.labels import ADD, DROP, LabelRules, find, suggest
from annotator.importers.texts.day_order import readings
from annotator.model import DEFAULT_SCHEMA, Schema
from annotator.options import Option, known_to
from annotator.project.transfer.exporting import PARTS, choose_options, exporter_named
from annotator.project.transfer.looking import Look, Seen, look
from annotator.project.transfer.sink import with_words

__all__ = [
    "ADD",
    "ANNOTATOR",
    "AUTO",
    "DROP",
    "FIRST_LINE_IS_TITLE",
    "LABELS",
    "REPAIR_VISUAL",
    "Exporter",
    "Importer",
    "Look",
    "Option",
    "Purpose",
    "Seen",
    "check_export",
    "check_import",
    "complaints",
    "export_files",
    "export_options",
    "exporter_named",
    "exports",
    "filters",
    "for_suffix",
    "import_options",
    "imports",
    "label_rules",
    "look",
    "merged_rules",
    "readings",
    "recognise",
    "table",
    "target_of",
    "with_suffix",
]

AUTO = recognising.AUTO

Entry = TypeVar("Entry", bound=Exporter | Importer)


def exports() -> tuple[Exporter, ...]:
    exporters.PLUGINS.load()
    return _by_purpose(exporters.REGISTRY.values())


def imports() -> tuple[Importer, ...]:
    importers.PLUGINS.load()
    return _by_purpose(importers.REGISTRY.values())


def complaints() -> tuple[str, ...]:
    """Return why formats of other packages were left out, a sentence each."""
    return tuple(dict.fromkeys((*importers.PLUGINS.load(), *exporters.PLUGINS.load())))


def table() -> list[tuple[str, ...]]:
    """Return a row a format for people: name, purpose, import, export, what it holds, programs that write or read it.

    Where one name is read as texts and written with annotations, the import is ``texts``.
    """
    reading = {entry.name: entry for entry in imports()}
    writing = {entry.name: entry for entry in exports()}
    rows: list[tuple[str, ...]] = []
    for entry in _by_purpose((writing | reading).values()):
        purposes = [one.purpose for f in (reading, writing) if (one := f.get(entry.name))]
        both = [known[entry.name] for known in (writing, reading) if entry.name in known]
        words = dict.fromkeys(word for one in both for word in one.holds.words())
        tools = dict.fromkeys(tool for one in both for tool in one.tools)
        rows.append(
            (
                entry.name,
                "; ".join(dict.fromkeys(purpose.title.en.lower() for purpose in purposes)),
                _read(reading.get(entry.name), words),
                "yes" if entry.name in writing else "",
                ", ".join(words) or "texts",
                ", ".join(tools),
            )
        )
    return rows


def _read(importer: Importer | None, words: Mapping[str, None]) -> str:
    if importer is None:
        return ""
    return "texts" if "spans" in words and not importer.holds.spans else "yes"


def _by_purpose(entries: Iterable[Entry]) -> tuple[Entry, ...]:
    """Return the formats in the order of their purposes, those of one as they were registered."""
    order = list(Purpose)
    return tuple(sorted(entries, key=lambda entry: order.index(entry.purpose)))


def export_options() -> dict[Option, tuple[str, ...]]:
    """Return every option of any format, with the names of the formats that have it."""
    return _having(exports())


def import_options() -> dict[Option, tuple[str, ...]]:
    return _having(imports())


def check_export(format_name: str, given: Mapping[str, object]) -> None:
    """Raise `OptionError` for an option the format does not have, saying which do, or a value it does not take."""
    choose_options(exporter_named(format_name), given, DEFAULT_SCHEMA)


def check_import(format_name: str, given: Mapping[str, object]) -> None:
    importers.PLUGINS.load()
    LabelRules.parse(str(given.get(LABELS.name) or ""))
    if format_name != AUTO:
        known = known_to(importers.REGISTRY)
        recognising.named(format_name).choose(given, known_to=known)


def recognise(path: Path) -> Importer | None:
    """Return the format that an import would read a file in, None where it would refuse it."""
    try:
        return recognising.recognise(path)[0]
    except ImportFailure:
        return None


def target_of(raw: str, schema: Schema, rules: str = "") -> str:
    """Return what a label of a file would be here: by ``rules`` as LABELS takes them, else the project's own, else `ADD`."""
    return suggest({raw: 1}, schema, LabelRules.parse(rules))[raw]


def label_rules(targets: Mapping[str, str], schema: Schema) -> str | None:
    """Return what LABELS takes for these targets, None where each is what it would be anyway."""
    own = {raw: (label.name if (label := find(schema, raw)) else "") for raw in targets}
    pairs = tuple((raw, to) for raw, to in targets.items() if to != own[raw])
    return LabelRules(pairs).to_text() or None


def merged_rules(before: str, now: str | None) -> str:
    """Return rules to remember: those of before with what is said anew."""
    return LabelRules(
        tuple(dict((*LabelRules.parse(before).pairs, *LabelRules.parse(now or "").pairs)).items())
    ).to_text()


def export_files(
    out: Path,
    exporter: Exporter,
    given: Mapping[str, object],
    schema: Schema,
    *,
    is_split: bool = False,
) -> tuple[Path, ...]:
    """Return what an export to ``out`` would write: its files, or the folder itself."""
    if exporter.is_folder:
        return (out,)
    names = exporter.files(choose_options(exporter, given, schema))
    parts = PARTS if is_split else ("",)
    return tuple(with_words(out, part, n.word, suffix=n.suffix) for part in parts for n in names)


def with_suffix(out: Path, exporter: Exporter) -> Path:
    """Return ``out`` with the format's ending in place of another format's; an ending of its own stays."""
    known = {entry.suffix for entry in exports()} - {""}
    stem = out.stem if out.suffix in known else out.name
    return out.with_name(stem + exporter.suffix)


def for_suffix(path: Path) -> Exporter:
    """Return the format whose files end like ``path``, of several the one that was registered first; raise `ExportFailure`.

    So ``.json`` is everything there is of a project, whatever else programs of training keep in files of that ending.
    """
    exporters.PLUGINS.load()
    for entry in exporters.REGISTRY.values():
        if entry.suffix and entry.suffix == path.suffix:
            return entry
    known = ", ".join(dict.fromkeys(entry.suffix for entry in exports() if entry.suffix))
    raise ExportFailure(f"{path.name}: no export format ends so; there are {known}")


def filters(formats: Iterable[Exporter | Importer], language: str) -> tuple[tuple[str, str], ...]:
    """Return the title and the patterns (``*.jsonl *.ndjson``) of each format, as a file dialog wants them."""
    return tuple((entry.title.to(language), _patterns(entry)) for entry in formats)


def _patterns(entry: Exporter | Importer) -> str:
    suffixes = (entry.suffix,) if isinstance(entry, Exporter) else entry.suffixes
    return " ".join(f"*{suffix}" for suffix in suffixes)


def _having(
    entries: Iterable[Exporter | Importer],
) -> dict[Option, tuple[str, ...]]:
    found: dict[Option, tuple[str, ...]] = {}
    for entry in entries:
        for option in entry.all_options:
            found[option] = (*found.get(option, ()), entry.name)
    return found
