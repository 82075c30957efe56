from dataclasses import dataclass, field
from pathlib import Path

from annotator.importers.base import Refused
from annotator.project.transfer.incoming import shown


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
    said: dict[str, int] = field(default_factory=dict[str, int])
    """What was repaired or guessed while reading, and how often."""
    skipped: list[str] = field(default_factory=list[str])
    """What was there already, or was left alone because the annotator has work of their own there."""
    refused: list[Refused] = field(default_factory=list[Refused])

    def note(self, *notes: str) -> None:
        for note in notes:
            self.said[note] = self.said.get(note, 0) + 1

    @property
    def notes(self) -> list[str]:
        """What was repaired or guessed, each once: with the number of articles where that is more than one."""
        return [note if n == 1 else f"{note} ({n} articles)" for note, n in self.said.items()]

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
            *(f"  refused: {refused}" for refused in self.refused),
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
