from dataclasses import dataclass

from annotator.model import Status


@dataclass(frozen=True, slots=True)
class LayerSummary:
    """What a list shows of a layer without opening it."""

    status: Status
    annotations: int
