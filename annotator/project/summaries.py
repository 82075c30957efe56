from collections.abc import Mapping
from dataclasses import dataclass, field

from annotator.model import Layer, Status
from annotator.store.layers.summary_index import glance_at


@dataclass(frozen=True, slots=True)
class LayerSummary:
    """What a list shows of a layer without opening it.

    ``notes`` are annotations with a note, ``questions`` and ``flags`` those that are open; ``remarks`` counts the settled ones
    as well. ``guidelines_hash`` says by which guidelines the article was finished, as `Project.guidelines_hash` counts it;
    empty where that is not known.
    """

    status: Status
    annotations: int
    notes: int = 0
    questions: int = 0
    flags: int = 0
    guidelines_hash: str = ""
    labels: tuple[str, ...] = field(default=(), compare=False)
    """Those that the layer has an annotation of, sorted."""
    changed: str = field(default="", compare=False)
    """When the layer was changed last, in UTC (ISO 8601), as its file says; empty where it does not."""
    remarks: int = 0

    @property
    def is_begun(self) -> bool:
        return bool(self.annotations) or self.status != Status.NEW

    @classmethod
    def of(cls, layer: Layer) -> "LayerSummary":
        return cls(*glance_at(layer))

    def is_outdated(self, guidelines_hash: str) -> bool:
        """Tell whether the article was finished by other guidelines than these; what is not known is not told."""
        return self.status == Status.DONE and self.guidelines_hash not in ("", guidelines_hash)


def has_work(summaries: Mapping[str, LayerSummary]) -> bool:
    """Tell whether somebody with these layers annotated, decided or finished anything: flags and replies are no work."""
    return any(one.is_begun for one in summaries.values())
