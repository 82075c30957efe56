from collections.abc import Mapping
from dataclasses import dataclass

from annotator.adjudication.states import Tally
from annotator.model import Article, Layer, Schema
from annotator.review.rows import Row


@dataclass(frozen=True, slots=True)
class LeftOut:
    """Somebody who finished an article and whose work does not count for gold, with their role (a value of `ROLES`)."""

    name: str
    role: str
    layer: Layer

    __hash__ = None  # type: ignore[assignment] # holds a layer


@dataclass(frozen=True, slots=True)
class Comparison:
    """What the page shows of one article.

    ``layers`` are those that count for gold, in the order of their lanes. Who is ``left_out`` has no vote and no column.
    """

    article: Article
    layers: Mapping[str, Layer]
    gold: Layer
    schema: Schema
    rows: tuple[Row, ...]
    tally: Tally
    may_decide: str
    """Empty, or why nothing can be decided."""
    left_out: tuple[LeftOut, ...] = ()

    __hash__ = None  # type: ignore[assignment] # holds layers
