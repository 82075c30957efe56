from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from annotator.exporters.loss import LossReport


@dataclass(frozen=True, slots=True)
class ExportReport:
    """The files an export wrote, what they could not hold, and what the person should know about the choice made."""

    paths: tuple[Path, ...]
    loss: "LossReport"
    notes: tuple[str, ...] = ()

    def lines(self) -> list[str]:
        return [
            *(f"wrote {path}" for path in self.paths),
            *self.loss.lines(),
            *(f"note: {note}" for note in self.notes),
        ]
