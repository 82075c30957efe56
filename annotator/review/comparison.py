from collections.abc import Mapping
from dataclasses import dataclass

from annotator.adjudication.states import Tally
from annotator.model import Article, Layer, Schema
from annotator.review.rows import Row


@dataclass(frozen=True, slots=True)
class Comparison:
    """What the page shows of one article. ``layers`` are those that count for gold, in the order of their lanes."""

    article: Article
    layers: Mapping[str, Layer]
    gold: Layer
    schema: Schema
    rows: tuple[Row, ...]
    tally: Tally
    may_decide: str
    """Empty, or why nothing can be decided."""

    __hash__ = None  # type: ignore[assignment] # holds layers
