from dataclasses import dataclass

from annotator.model.span import Span


@dataclass(frozen=True, slots=True, order=True)
class Zone:
    """A region out of scope: ``kind`` is boilerplate, navigation, credits or a stray second article."""

    span: Span
    kind: str = "boilerplate"
