from dataclasses import dataclass

from annotator.model import Article, Layer, Schema
from annotator.review.board import Difference


@dataclass(frozen=True, slots=True)
class Comparison:
    """What the page shows of one article. ``outcomes`` say of each difference what was decided, empty where nothing was."""

    article: Article
    layers: dict[str, Layer]
    gold: Layer
    schema: Schema
    pair: tuple[str, str]
    differences: tuple[Difference, ...]
    outcomes: tuple[str, ...]
    states: tuple[str, ...]
    """The same in sentences: who decided, when and why."""
    disputes: tuple[str, ...]
    """Values and links that annotators gave differently, a line each."""
    may_decide: str
    """Empty, or why nothing can be decided."""
