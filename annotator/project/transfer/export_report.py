"""What an export wrote or would write, and what it lost or would lose."""

from collections.abc import Iterable, Mapping
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


@dataclass(frozen=True, slots=True)
class ExportPreview:
    """What an export would lose, and what the person should know about the choice made."""

    loss: "LossReport"
    notes: tuple[str, ...] = ()

    def lines(self) -> list[str]:
        return [*self.loss.lines(), *(f"note: {note}" for note in self.notes)]


@dataclass(frozen=True, slots=True)
class ChoiceLoss:
    """What would be lost with another value of an option; with one that would stop the export ``failure`` says why."""

    option: str
    value: str | int | bool
    loss: "LossReport | None"
    failure: str = ""


def compared(
    chosen: "ExportPreview", values: Mapping[str, object], others: Iterable[ChoiceLoss]
) -> list[str]:
    """Return a line an option: what each of its choices would leave out or change, the chosen one, out of ``values``, first."""
    by_option: dict[str, list[str]] = {}
    for other in others:
        said = "stops the export" if other.loss is None else _counts(other.loss)
        by_option.setdefault(other.option, []).append(f"{_shown(other.value)} {said}")
    total = chosen.loss.annotations
    return [
        f"  {option.replace('_', '-')}: {_shown(values[option])} {_counts(chosen.loss)} of {total}, as chosen; {', '.join(said)}"
        for option, said in by_option.items()
    ]


def _counts(loss: "LossReport") -> str:
    changed = f" and changes {loss.changed}" if loss.changed else ""
    return f"drops {loss.dropped}{changed}"


def _shown(value: object) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    return str(value)
