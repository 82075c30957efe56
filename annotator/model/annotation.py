import os
from collections.abc import Mapping
from dataclasses import field, replace
from enum import StrEnum

from annotator.frozen import frozen
from annotator.model.span import Span


class Origin(StrEnum):
    """Where an annotation came from."""

    MANUAL = "manual"
    IMPORTED = "imported"
    SUGGESTED = "suggested"  # accepted from a suggestion
    ADJUDICATED = "adjudicated"


def new_id() -> str:
    """Return a fresh identifier of 12 hex digits; a row number of the store is never an identity."""
    return os.urandom(6).hex()


@frozen
class Offer:
    """What a suggestion was when an annotation was made of it: by which engine, how sure (0 to 1), and what it proposed."""

    engine: str
    score: float
    span: Span
    label: str
    attributes: Mapping[str, str] = field(default_factory=dict[str, str], hash=False)


@frozen
class Annotation:
    """A span with a label and attributes, made by one annotator.

    ``attributes`` maps attribute names of the schema to text; an absent name and an empty text mean the same, and
    empty texts are never stored. ``origin`` is normally an `Origin`; an imported unknown value is kept as it came.
    ``offer`` is the suggestion it was made of, None where there was none.
    """

    id: str
    span: Span
    label: str
    attributes: Mapping[str, str] = field(default_factory=dict[str, str], hash=False)
    note: str = ""
    origin: str = Origin.MANUAL
    offer: Offer | None = None

    @property
    def is_edited(self) -> bool:
        """Whether it is another than the suggestion it was made of: other edges, another label, other than the values offered.

        A value that the suggestion left open counts as no edit.
        """
        offer = self.offer
        if offer is None:
            return False
        return (
            self.span != offer.span
            or self.label != offer.label
            or any(self.attribute(name) != text for name, text in offer.attributes.items())
        )

    @property
    def start(self) -> int:
        return self.span.start

    @property
    def end(self) -> int:
        return self.span.end

    def attribute(self, name: str) -> str:
        return self.attributes.get(name, "")

    def with_attribute(self, name: str, value: str) -> "Annotation":
        """Return a copy with one attribute set; an empty value removes it."""
        rest = {key: text for key, text in self.attributes.items() if key != name}
        return replace(self, attributes={**rest, name: value} if value else rest)
