import re
from dataclasses import dataclass, field
from pathlib import Path

from annotator.importers.base import Refused
from annotator.project.transfer.incoming import shown

_VALUE = re.compile(r"'(?:[^'\\]|\\.)*'|\"(?:[^\"\\]|\\.)*\"|«[^»]*»")
"""What differs among notes of one kind: a value in quotes, the words of an article."""


@dataclass(slots=True)
class FileReport:
    """What became of one file. Counts are articles, layers and annotations taken into the project."""

    path: Path
    format: str = ""
    """The format it was read in, nothing where it was not read."""
    articles: int = 0
    known: int = 0
    layers: int = 0
    annotations: int = 0
    said: dict[str, tuple[str, int, bool]] = field(default_factory=dict[str, tuple[str, int, bool]])
    """What was repaired or guessed while reading: by its kind the first note, how often, and whether others differed in a value."""
    skipped: list[str] = field(default_factory=list[str])
    """What was there already, or was left alone because the annotator has work of their own there."""
    refused: list[Refused] = field(default_factory=list[Refused])

    def note(self, *notes: str) -> None:
        for note in notes:
            kind = _VALUE.sub("", note)
            first, count, differ = self.said.get(kind, (note, 0, False))
            self.said[kind] = first, count + 1, differ or note != first

    @property
    def notes(self) -> list[str]:
        """What was repaired or guessed, each kind once: with the number of articles where that is more than one."""
        return [
            first if n == 1 else f"{first} ({n} articles{', this is the first' if differ else ''})"
            for first, n, differ in self.said.values()
        ]

    def lines(self) -> list[str]:
        taken = [
            _count(self.articles, "article"),
            _count(self.layers, "layer"),
            _count(self.annotations, "annotation"),
        ]
        said = ", ".join(part for part in taken if part) or "nothing"
        known = f"; {_count(self.known, 'article')} known already" if self.known else ""
        return [
            f"{shown(self.path)}: took {said}{known}",
            *(f"  note: {note}" for note in self.notes),
            *(f"  skipped: {skipped}" for skipped in self.skipped),
            *(f"  refused: {said}" for said in self.refusals()),
        ]

    def refusals(self) -> list[str]:
        """Return what was refused and why, each reason once: with the first place and the number of others."""
        by_reason: dict[str, list[Refused]] = {}
        for refused in self.refused:
            by_reason.setdefault(refused.reason, []).append(refused)
        return [
            f"{same[0]}{f' (and {len(same) - 1} more like it)' if len(same) > 1 else ''}"
            for same in by_reason.values()
        ]


@dataclass(frozen=True, slots=True)
class ImportReport:
    """What an import did, file by file."""

    files: tuple[FileReport, ...]

    @property
    def refused(self) -> tuple[Refused, ...]:
        return tuple(refused for file in self.files for refused in file.refused)

    @property
    def articles(self) -> int:
        """The number of articles that are new in the project."""
        return sum(file.articles for file in self.files)

    def lines(self) -> list[str]:
        return [line for file in self.files for line in file.lines()]


def _count(number: int, noun: str) -> str:
    return "" if not number else f"{number} {noun}{'' if number == 1 else 's'}"
