"""What guideline decisions propose to one annotator, as rows that are accepted or refused."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from annotator.adjudication.clusters import Mark
from annotator.adjudication.guideline_decisions import GuidelineDecision, Touch
from annotator.adjudication.ruling_edits import Standing, standing
from annotator.feedback.excerpts import Reading, reading
from annotator.model import Annotation, Layer, Span
from annotator.progress import Counter, Progress
from annotator.project import Project


@dataclass(frozen=True, slots=True)
class Proposal:
    """One edit that a guideline decision proposes, with the words it is about; None stands for nothing there."""

    ruling: GuidelineDecision
    touch: Touch
    number: int
    title: str
    before: Reading | None
    after: Reading | None
    standing: Standing

    @property
    def article_id(self) -> str:
        return self.touch.article_id

    @property
    def span(self) -> Span:
        """Where it is: from the first start to the last end."""
        marks = [mark for mark in (self.touch.before, self.touch.after) if mark is not None]
        return Span(min(mark[0] for mark in marks), max(mark[1] for mark in marks))

    def in_layer(self, layer: Layer) -> "Proposal":
        """Return it as it stands in the annotator's layer by now."""
        return replace(self, standing=standing(self.ruling.id, self.touch, layer))


def read_proposals(
    project: Project, annotator: str, progress: Progress | None = None
) -> tuple[Proposal, ...]:
    """Return what is proposed to an annotator, by ruling, article and place."""
    known = {entry.id: entry for entry in project.entries()}
    rulings = project.rulings()
    wanted = sorted(
        {t.article_id for one in rulings for t in one.touching(annotator)} & known.keys()
    )
    counter = Counter(progress, len(wanted))
    layers: dict[str, tuple[Layer, str]] = {}
    for article_id in wanted:
        counter.step()
        layers[article_id] = (
            project.layer(article_id, annotator),
            project.article(article_id).text,
        )
    counter.finish()
    found: list[Proposal] = []
    for ruling in rulings:
        of_ruling = [touch for touch in ruling.touching(annotator) if touch.article_id in layers]
        of_ruling.sort(key=lambda touch: (known[touch.article_id].number, touch.start))
        for touch in of_ruling:
            layer, text = layers[touch.article_id]
            entry = known[touch.article_id]
            found.append(
                Proposal(
                    ruling,
                    touch,
                    entry.number,
                    entry.title,
                    _read(touch.before, text),
                    _read(touch.after, text),
                    standing(ruling.id, touch, layer),
                )
            )
    return tuple(found)


@dataclass(frozen=True, slots=True)
class Waiting:
    """How many guideline decisions a project has, and what of them waits for one annotator, by article id."""

    rulings: int = 0
    touches: Mapping[str, tuple[tuple[str, Touch], ...]] = field(
        default_factory=dict[str, tuple[tuple[str, Touch], ...]]
    )
    """Touches with the id of their decision."""
    open: Mapping[str, int] = field(default_factory=dict[str, int])

    __hash__ = None  # type: ignore[assignment] # holds dicts

    @property
    def count(self) -> int:
        """The edits that the annotator has neither followed nor refused."""
        return sum(self.open.values())

    def in_layer(self, layer: Layer) -> "Waiting":
        """Return it as it is with another layer of the annotator's."""
        touches = self.touches.get(layer.article_id)
        if touches is None:
            return self
        return replace(self, open={**self.open, layer.article_id: _open_in(layer, touches)})


def read_waiting(project: Project, annotator: str, progress: Progress | None = None) -> Waiting:
    """Count what waits for an annotator. Reads only layers that a guideline decision touches."""
    rulings = project.rulings()
    if not rulings:
        return Waiting()
    known = {entry.id for entry in project.entries()}
    touches: dict[str, tuple[tuple[str, Touch], ...]] = {}
    for ruling in rulings:
        for touch in ruling.touching(annotator):
            if touch.article_id in known:
                before = touches.get(touch.article_id, ())
                touches[touch.article_id] = (*before, (ruling.id, touch))
    counter, found = Counter(progress, len(touches)), dict[str, int]()
    for article_id, of_article in touches.items():
        counter.step()
        found[article_id] = _open_in(project.layer(article_id, annotator), of_article)
    counter.finish()
    return Waiting(len(rulings), touches, found)


def _open_in(layer: Layer, touches: Iterable[tuple[str, Touch]]) -> int:
    return sum(standing(ruling_id, touch, layer) == Standing.OPEN for ruling_id, touch in touches)


def _read(mark: Mark | None, text: str) -> Reading | None:
    if mark is None or mark[1] > len(text):
        return None
    return reading(Annotation("", Span(mark[0], mark[1]), mark[2]), text)
