"""Which format a file is of: its content decides, and its name where the content does not."""

import codecs
from pathlib import Path

from annotator.errors import ImportFailure
from annotator.importers import REGISTRY, suffixes
from annotator.importers.base import HEAD, Confidence, Importer

AUTO = "auto"


def named(name: str) -> Importer:
    """Return the importer of that name; raise `ImportFailure` where there is none."""
    if name in REGISTRY:
        return REGISTRY[name]
    raise ImportFailure(f"there is no import format {name!r}: use {AUTO}, {', '.join(REGISTRY)}")


def recognise(path: Path, format_name: str = AUTO) -> tuple[Importer, tuple[str, ...]]:
    """Return the importer for a file, and a note where the file is not what its name says.

    Raise `ImportFailure` with the known formats where no format is sure and the name says nothing either. A file that
    cannot be opened is left to the importer its name asks for, which says why.
    """
    if format_name != AUTO:
        return named(format_name), ()
    why_shut = ""
    try:
        with path.open("rb") as file:
            head = file.read(HEAD)
    except OSError as error:
        head, why_shut = b"", error.strerror or str(error)
    by_name = [i for i in REGISTRY.values() if path.suffix.lower() in i.suffixes]
    others = [i for i in REGISTRY.values() if i not in by_name]
    sure = [i for i in others if i.sniff(head, path) == Confidence.SURE]
    for importer in by_name:
        if not sure or importer.sniff(head, path) >= Confidence.LIKELY:
            return importer, ()
    if sure:
        return sure[0], (_note(sure[0], by_name),)
    raise ImportFailure(f"it cannot be opened: {why_shut}" if why_shut else _unknown(path, head))


def _note(importer: Importer, by_name: list[Importer]) -> str:
    note = f"read as {importer.name}, as what is in it says"
    if by_name:
        note += f"; name the format {by_name[0].name} to take it as its name says"
    return note


def _unknown(path: Path, head: bytes) -> str:
    if not head.removeprefix(codecs.BOM_UTF8).strip():
        return "it is empty: there is nothing to import"
    suffix = path.suffix.lower()
    maybe = [i.name for i in REGISTRY.values() if head and i.sniff(head, path) > Confidence.NO]
    known = (
        f"{', '.join(REGISTRY)}; it may be {' or '.join(maybe)}" if maybe else ", ".join(REGISTRY)
    )
    ending = f"files ending in {suffix!r}" if suffix else "files whose name ends in no suffix"
    return (
        f"{ending} are not known; name the format with --format ({known}) "
        f"or use a file ending in {', '.join(suffixes())}"
    )
