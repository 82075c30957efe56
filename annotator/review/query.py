"""Which differences lie behind a number: what a click on a cell, a bar or a count asks for."""

from dataclasses import dataclass

KINDS = ("exact", "label", "boundary", "label_boundary", "split", "only_a", "only_b")
"""In the order of the charts: the values of `annotator.iaa.alignment.kinds.Kind`, known here without NumPy."""

DISAGREEING = frozenset(KINDS[1:])
VOTED = "voted"
"""The kind of a row that is no pair but one span and everybody who made it."""

NO_PARTNER = ""
"""The label of a side that has no annotation there."""


@dataclass(frozen=True, slots=True)
class Query:
    """Everything that is not None must hold of a difference.

    ``labels`` are the label of the first and of the second annotator, `NO_PARTNER` where one has nothing; ``label`` is
    either of them. ``votes`` asks for the spans that so many annotators made.
    """

    pair: tuple[str, str] | None = None
    annotator: str | None = None
    label: str | None = None
    kinds: frozenset[str] | None = None
    labels: tuple[str, str] | None = None
    articles: frozenset[str] | None = None
    votes: int | None = None
    cause: str | None = None
