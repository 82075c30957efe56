from dataclasses import dataclass

from annotator.model import Layer


@dataclass(frozen=True, slots=True)
class TakeLayer:
    """The edit that an import is: a whole layer where there was none."""

    before: Layer
    after: Layer

    def apply(self, layer: Layer) -> Layer:
        return self.after

    def revert(self, layer: Layer) -> Layer:
        return self.before
