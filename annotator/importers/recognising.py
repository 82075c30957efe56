"""Which format a file is of: its content decides, and its name where the content does not.

Nothing that looks annotated is taken for a plain text in silence: what is read otherwise, or not at all, is said.
"""

import codecs
from pathlib import Path

from annotator.errors import ImportFailure
from annotator.importers import PLUGINS, REGISTRY, foreign, suffixes
from annotator.importers.base import Importer
from annotator.importers.head import Confidence, Head, Sniffed
from annotator.options import Words

AUTO = "auto"


class NotReadError(ImportFailure):
    """A file that is something, and more than a text, but nothing that can be read: it is never passed over."""

    def __init__(self, reason: str, looks_like: Words | None = None) -> None:
        super().__init__(reason)
        self.looks_like = looks_like
        """What it is, where that is one thing."""


def named(name: str) -> Importer:
    """Return the importer of that name; raise `ImportFailure` where there is none."""
    if name in REGISTRY:
        return REGISTRY[name]
    raise ImportFailure(f"there is no import format {name!r}: use {AUTO}, {', '.join(REGISTRY)}")


def recognise(path: Path, format_name: str = AUTO) -> tuple[Importer, tuple[str, ...]]:
    """Return the importer for a file, and a note where the file is not what its name says.

    Raise `NotReadError` for what is of a format that cannot be read, or of one of several, and `ImportFailure` with the known
    formats where nothing says. A file that cannot be opened is left to the importer its name asks for, which says why.
    """
    if format_name != AUTO:
        return named(format_name), ()
    try:
        head = Head.of(path)
    except OSError as error:
        return _by_name_alone(path, error), ()
    by_name = [i for i in REGISTRY.values() if path.suffix.lower() in i.suffixes]
    sniffed = {importer.name: importer.sniff(head) for importer in REGISTRY.values()}
    likely = [i for i in REGISTRY.values() if sniffed[i.name].confidence >= Confidence.LIKELY]
    most = max((sniffed[i.name].confidence for i in likely), default=Confidence.NO)
    other = foreign.best(head)
    if other is not None and other[1].confidence > most:
        raise NotReadError(_not_read(*other), other[0].title)
    if most >= Confidence.SURE:
        found = [i for i in likely if sniffed[i.name].confidence == most]
        if most == Confidence.SURE:  # formats that read each other's files leave it to the name
            reasons = {sniffed[i.name].reason for i in found}
            found = [
                i for i in likely if i in by_name and sniffed[i.name].reason in reasons
            ] or found
        found = [i for i in found if i in by_name] or found
        found = [i for i in found if i in PLUGINS.added] or found  # installed for just such files
        if len(found) > 1:
            raise NotReadError(_several(found, sniffed))
        notes = () if found[0] in by_name else (_note(found[0], sniffed, by_name),)
        return found[0], notes
    if likely and not any(i in by_name for i in likely):
        raise NotReadError(_several([*likely, *by_name], sniffed))
    chosen = [i for i in likely if i in by_name] or by_name
    if chosen:
        return chosen[0], ()
    raise ImportFailure(_unknown(path, head, sniffed))


def _by_name_alone(path: Path, error: OSError) -> Importer:
    found = [i for i in REGISTRY.values() if path.suffix.lower() in i.suffixes]
    if found:
        return found[0]
    raise ImportFailure(f"it cannot be opened: {error.strerror or error}")


def _note(importer: Importer, sniffed: dict[str, Sniffed], by_name: list[Importer]) -> str:
    note = f"read as {importer.name}, as what is in it says: {sniffed[importer.name].reason}"
    if by_name:
        note += f"; name the format {by_name[0].name} to take it as its name says"
    return note


def _not_read(other: foreign.Foreign, sniffed: Sniffed) -> str:
    return (
        f"this looks like {other.title.en} ({other.name}): {sniffed.reason}. Hashiya cannot read that yet: {other.advice}; "
        "or take the file as plain text, just as it is, with --format txt"
    )


def _several(found: list[Importer], sniffed: dict[str, Sniffed]) -> str:
    ways = " or ".join(
        f"{i.name} ({sniffed[i.name].reason})" if sniffed[i.name].reason else i.name for i in found
    )
    choices = " or ".join(f"--format {i.name}" for i in found)
    return f"this may be {ways}: say which with {choices}"


def _unknown(path: Path, head: Head, sniffed: dict[str, Sniffed]) -> str:
    if not head.raw.removeprefix(codecs.BOM_UTF8).strip():
        return "it is empty: there is nothing to import"
    suffix = path.suffix.lower()
    maybe = [name for name, found in sniffed.items() if found.confidence > Confidence.NO]
    ending = f"files ending in {suffix!r}" if suffix else "files whose name ends in no suffix"
    ways = " or ".join(f"--format {name}" for name in maybe)
    guess = f"; it may be {' or '.join(maybe)}, which {ways} says" if maybe else ""
    return (
        f"{ending} are not known, and nothing in it says what it is{guess}. Name the format with --format "
        f"({', '.join(REGISTRY)}) or use a file ending in {', '.join(suffixes())}"
    )
