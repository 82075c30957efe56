"""Which differences lie behind a number: what a click on a cell, a bar or a count asks for."""

from dataclasses import dataclass

KINDS = ("exact", "label", "boundary", "label_boundary", "split", "only_a", "only_b")
"""In the order of the charts: the values of `annotator.iaa.alignment.kinds.Kind`, known here without NumPy."""

DISAGREEING = frozenset(KINDS[1:])
VOTED = "voted"
"""The kind of a row that is no pair but one span and everybody who made it."""

VALUE, LINK_A, LINK_B = "value", "link_a", "link_b"
"""Kinds of rows about values and links: aligned annotations with two values, a link that only one of two made."""

NO_PARTNER = ""
"""The label of a side that has no annotation there."""


@dataclass(frozen=True, slots=True)
class Query:
    """Everything that is not None must hold of a difference.

    ``labels`` are the label of the first and of the second annotator, `NO_PARTNER` where one has nothing; ``label`` is
    either of them. ``votes`` asks for the spans that so many annotators made, ``attribute`` for aligned annotations of
    ``label`` whose values of it are not the same, ``link`` for links of a type, of any where it is empty, that one of two
    made and the other did not: with both ends on equal spans where it ``is_strict``, else on overlapping ones.
    """

    pair: tuple[str, str] | None = None
    annotator: str | None = None
    label: str | None = None
    kinds: frozenset[str] | None = None
    labels: tuple[str, str] | None = None
    articles: frozenset[str] | None = None
    votes: int | None = None
    cause: str | None = None
    attribute: str | None = None
    link: str | None = None
    is_strict: bool = False
