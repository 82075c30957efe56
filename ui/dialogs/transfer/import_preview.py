"""Looks at the files about to be imported, so that the dialog can show what would happen. Writes nothing."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from annotator.errors import TextError
from annotator.project import formats
from annotator.text import decoding, visual

MOST_FILES = 20
"""Files looked into; the import itself judges each one."""

MOST_ENTRIES = 2_000
"""Entries of a folder looked at, so that a whole disk dropped here does not stop the window."""

MOST_BYTES = 2_000_000
MOST_LINES = 2
LONGEST_LINE = 64


@dataclass(frozen=True, slots=True)
class Sample:
    """The file whose text is stored as it is drawn: some lines as they are and as they would be."""

    file: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Preview:
    """``first_file`` and ``first_line`` show what would become a title; ``sample`` is None where nothing is reversed."""

    first_file: str = ""
    first_line: str = ""
    sample: Sample | None = None


def look_at(paths: Iterable[Path]) -> Preview:
    """Read the first plain texts among files and folders; what cannot be read is left to the import's report."""
    first_file, first_line = "", ""
    for path in islice(_texts(paths), MOST_FILES):
        text = _read(path)
        if text is None:
            continue
        if not first_file:
            first_file = path.name
            first_line = next((line.strip() for line in text.split("\n") if line.strip()), "")[
                :LONGEST_LINE
            ]
        if visual.direction_report(text).verdict != "plain":
            return Preview(first_file, first_line, _sample(path.name, text))
    return Preview(first_file, first_line)


def _texts(paths: Iterable[Path]) -> Iterator[Path]:
    """Yield the files that an import would take for one article each, whatever they are called."""
    suffixes = {s for known in formats.imports() if known.is_text for s in known.suffixes}
    for path in paths:
        inside = islice(path.rglob("*"), MOST_ENTRIES) if path.is_dir() else (path,)
        for file in inside:
            if file.suffix.lower() not in suffixes or not file.is_file():
                continue
            if (found := formats.recognise(file)) and found.is_text:
                yield file


def _read(path: Path) -> str | None:
    try:
        with path.open("rb") as file:
            raw = file.read(MOST_BYTES)
        # a character cut in two at the limit must not make the whole text unreadable
        whole = raw if len(raw) < MOST_BYTES else raw[: raw.rfind(b"\n") + 1] or raw
        return decoding.decode(whole).text
    except (OSError, TextError):
        return None


def _sample(file: str, text: str) -> Sample:
    """Show lines that the repair changes, the others add nothing; long ones are cut before, not after the repair."""
    cut = "\n".join(_shorten(line) for line in text.split("\n"))
    pairs = zip(cut.split("\n"), visual.repair(cut).split("\n"), strict=True)
    changed = [(old, new) for old, new in pairs if old != new][:MOST_LINES]
    return Sample(file, "\n".join(old for old, _ in changed), "\n".join(new for _, new in changed))


def _shorten(line: str) -> str:
    if len(line) <= LONGEST_LINE:
        return line
    return line[:LONGEST_LINE].rpartition(" ")[0] or line[:LONGEST_LINE]
