"""`hashiya agreement --min-f1`: the exact F1 below which a nightly job should fail."""

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

import typer

from annotator.errors import AnnotatorError
from annotator.iaa.scores.results import Measure

if TYPE_CHECKING:
    from annotator.iaa.scores.results import Agreement

ALL = ""
"""The key that stands for all labels together."""


def read(given: Iterable[str]) -> dict[str, float]:
    """Return the least F1 by label from ``.8`` and ``actor=.8``; raises `typer.BadParameter` for what is none in [0, 1]."""
    found: dict[str, float] = {}
    for text in given:
        label, _, number = text.rpartition("=")
        try:
            least = float(number)
        except ValueError:
            least = -1.0
        if not 0 <= least <= 1:
            raise typer.BadParameter(
                f"--min-f1 takes a number from 0 to 1, or LABEL=NUMBER, and not '{text}'"
            )
        found[label.strip()] = least
    return found


def missed(wanted: Mapping[str, float], found: "Agreement") -> list[str]:
    """Return a sentence for each floor that the mean over pairs of exact F1 misses, or that has no number to hold."""
    mean = found.mean[Measure.EXACT]
    said: list[str] = []
    for label, least in wanted.items():
        if label != ALL and label not in mean.labels:
            raise AnnotatorError(
                f"there is no label {label} to hold a least F1: choose among {', '.join(mean.labels)}"
            )
        value = (mean.total if label == ALL else mean.labels[label]).value
        name = "all labels" if label == ALL else label
        if value is None:
            said.append(f"mean exact F1 of {name} is undefined, and should be {least:.3f} at least")
        elif value < least:
            said.append(
                f"mean exact F1 of {name} is {value:.3f}, and should be {least:.3f} at least"
            )
    return said
