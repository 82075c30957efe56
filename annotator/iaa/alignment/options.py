from dataclasses import dataclass
from enum import StrEnum


class Edges(StrEnum):
    """How the edges of spans are read before spans are compared."""

    AS_IS = "as_is"
    TRIMMED = "trimmed"
    """Without white space, punctuation and quotation marks at either end."""
    STRIPPED = "clitic_stripped"
    """Trimmed, and starting after every clitic that the grammar of the first word allows."""


@dataclass(frozen=True, slots=True)
class Options:
    """What counts as comparable. Changing one of these means counting again; every other choice only adds up anew.

    An article that an annotator has finished without a single annotation is data; one that is not finished is missing.
    ``in_progress`` takes unfinished layers that were begun as if they were finished. ``zones`` compares what lies in
    zones, too: otherwise what any of the compared annotators marked as out of scope is out of scope for all.
    """

    in_progress: bool = False
    zones: bool = False
    edges: Edges = Edges.AS_IS


DEFAULT = Options()
