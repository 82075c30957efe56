"""How good suggestions would have been: each finished article in turn, with what the others teach.

An annotation is taken as it is offered, mended where one of its label only overlaps it, and else made by hand; an offer that
overlaps nothing of its label is waved off.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from annotator.model import Article, Layer, Schema, Span
from annotator.model.names import Registry
from annotator.progress import Progress
from annotator.suggest.engine import SuggestionEngine
from annotator.suggest.learning.training import train

ALL = "all"
"""All labels together."""

BY_HAND, TAKING, MENDING, WAVING_OFF = 4, 1, 3, 1
"""Keys that an annotation costs: assumed, not measured. Most of the four by hand move the caret; mending takes the suggestion, and moves
or relabels it."""


@dataclass(frozen=True, slots=True)
class Score:
    """How many of the ``offered`` and of the ``wanted`` were right."""

    right: int = 0
    offered: int = 0
    wanted: int = 0

    @property
    def precision(self) -> float | None:
        return self.right / self.offered if self.offered else None

    @property
    def recall(self) -> float | None:
        return self.right / self.wanted if self.wanted else None

    @property
    def f1(self) -> float | None:
        """2 right / (offered + wanted); None where nothing was offered or wanted."""
        both = self.offered + self.wanted
        return 2 * self.right / both if both else None

    def __add__(self, other: "Score") -> "Score":
        return Score(
            self.right + other.right, self.offered + other.offered, self.wanted + other.wanted
        )


@dataclass(frozen=True, slots=True)
class LabelScore:
    """Scores of a label: of suggestions with just the span, and of those that overlap one, each counted once."""

    exact: Score = field(default_factory=Score)
    overlap: Score = field(default_factory=Score)

    def __add__(self, other: "LabelScore") -> "LabelScore":
        return LabelScore(self.exact + other.exact, self.overlap + other.overlap)


@dataclass(frozen=True)
class Evaluation:
    """Scores by label, those of labels that were neither offered nor wanted left out, and how many articles they are from."""

    labels: Mapping[str, LabelScore]
    articles: int

    @property
    def all(self) -> LabelScore:
        return sum(self.labels.values(), LabelScore())

    @property
    def by_hand(self) -> float | None:
        """The share of annotations that nothing of their label was offered for."""
        overlap = self.all.overlap
        return 1 - overlap.right / overlap.wanted if overlap.wanted else None

    @property
    def keys_per_annotation(self) -> float | None:
        exact, overlap = self.all.exact, self.all.overlap
        if not exact.wanted:
            return None
        keys = (
            BY_HAND * (overlap.wanted - overlap.right)
            + TAKING * exact.right
            + MENDING * (overlap.right - exact.right)
            + WAVING_OFF * (overlap.offered - overlap.right)
        )
        return keys / exact.wanted


@dataclass(frozen=True, slots=True)
class Work:
    """A finished article with its annotator's layer, and the layer that teaches: gold where it is finished."""

    article: Article
    layer: Layer
    teacher: Layer


def leave_one_out(
    works: Sequence[Work], schema: Schema, registry: Registry, progress: Progress | None = None
) -> Evaluation:
    """Suggest for each article what the others teach, models included, and compare with its layer.

    The layer suggested to is empty but for what is out of scope; nobody waved anything off in it. Raises what ``progress`` raises.
    """
    total = LabelScores()
    for number, work in enumerate(works):

        def step(_done: int, _total: int, here: int = number) -> None:
            if progress is not None:
                progress(here, len(works))

        engine = SuggestionEngine(schema, registry)
        for other in works:
            step(0, 0)
            if other.article.id != work.article.id:
                engine.learn(other.article, replace(other.teacher, decisions=frozenset()))
        engine.adopt(train(engine.lesson(), step))
        empty = Layer(work.layer.annotator, work.article.id, zones=work.layer.zones)
        offered = [(one.label, one.span) for one in engine.suggest(work.article, empty)]
        total.add(offered, [(one.label, one.span) for one in work.layer])
    return Evaluation(total.found, len(works))


Marked = tuple[str, Span]
"""A label and a span."""


class LabelScores:
    """Adds up articles."""

    def __init__(self) -> None:
        self.found: dict[str, LabelScore] = {}

    def add(self, offered: Iterable[Marked], wanted: Iterable[Marked]) -> None:
        offered, wanted = frozenset(offered), frozenset(wanted)
        for label in sorted({label for label, _ in offered | wanted}):
            ours = sorted(span for name, span in offered if name == label)
            theirs = sorted(span for name, span in wanted if name == label)
            sizes = (len(ours), len(theirs))
            score = LabelScore(
                Score(len(set(ours) & set(theirs)), *sizes),
                Score(_overlapping(ours, theirs), *sizes),
            )
            self.found[label] = self.found.get(label, LabelScore()) + score


def _overlapping(offered: Sequence[Span], wanted: Sequence[Span]) -> int:
    """Count what can be paired one to one, equal spans first, then in reading order the one that shares most."""
    left = [span for span in offered if span not in wanted]
    pairs = len(offered) - len(left)
    for span in wanted:
        if span in offered:
            continue
        shared = [
            (min(span.end, one.end) - max(span.start, one.start), -one.start, one)
            for one in left
            if one.overlaps(span)
        ]
        if shared:
            left.remove(max(shared)[2])
            pairs += 1
    return pairs
