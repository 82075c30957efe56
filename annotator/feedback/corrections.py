"""What gold has otherwise than one annotator, article by article, with who decided it and why."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from annotator.adjudication.clusters import Mark
from annotator.adjudication.decisions import Decision, LinkDecision, last_word, mark_of
from annotator.adjudication.guideline_decisions import GuidelineDecision
from annotator.adjudication.records import review_of
from annotator.feedback.excerpts import Reading, reading
from annotator.feedback.values import Correction, Detail
from annotator.iaa.alignment.columns import Compared
from annotator.iaa.alignment.disagreements import Disagreement
from annotator.iaa.scores.accuracy import Deviation, deviation_of
from annotator.model import GOLD, Annotation, Layer, Relation


@dataclass(frozen=True, slots=True)
class Judged:
    """One article with gold: ``differing`` are the disagreements between gold and the annotator, gold the first."""

    number: int
    title: str
    item: Compared
    annotator: str
    differing: tuple[Disagreement, ...]

    @property
    def made(self) -> Layer:
        return self.item.layers[self.annotator]

    @property
    def gold(self) -> Layer:
        return self.item.layers[GOLD]


def corrections(
    judged: Judged, rulings: Iterable[GuidelineDecision], *, decided_only: bool = False
) -> tuple[Correction, ...]:
    """Return an article's corrections by place; with ``decided_only`` those for which there is a decision."""
    told = _Told(judged, rulings)
    found = [
        told.of(one, decision)
        for one, decision in _corrections(judged, told)
        if decision is not None or not decided_only
    ]
    return tuple(
        sorted(
            found,
            key=lambda one: (one.start, one.what, one.name, one.made_words, one.decided_words),
        )
    )


def _corrections(
    judged: Judged, told: "_Told"
) -> "Iterator[tuple[Correction, Decision | LinkDecision | None]]":
    for one in judged.differing:
        gold, made = one.first, one.second
        yield _correction(judged, deviation_of(one), made, gold), told.decision(gold, made)
    pairs = [(gold, made) for gold in judged.gold if (made := _same(judged.made, gold)) is not None]
    for gold, made in pairs:
        for name, value in sorted(gold.attributes.items()):
            if made.attribute(name) != value:
                one = _correction(judged, Detail.VALUE, made, gold)
                words = made.attribute(name)
                said = replace(one, name=name, made_words=words, decided_words=value)
                yield said, told.decision(gold, made)
    yield from _links(judged, told, {gold.id: made for gold, made in pairs})


def _same(layer: Layer, annotation: Annotation) -> Annotation | None:
    """Return a layer's annotation with this one's span and label, the first by id of several."""
    there = layer.covering_exactly(annotation.span)
    return next((one for one in there if one.label == annotation.label), None)


def _links(
    judged: Judged, told: "_Told", partners: Mapping[str, Annotation]
) -> Iterator[tuple[Correction, LinkDecision | None]]:
    """Yield the links that gold has and the annotator has not, or the other way round, between what both made alike."""
    back = {made.id: gold_id for gold_id, made in partners.items()}
    theirs = {
        Relation(link.type, back[link.head], back[link.dependent])
        for link in judged.made.relations
        if link.head in back and link.dependent in back
    }
    known = {link for link in judged.gold.relations if {link.head, link.dependent} <= set(partners)}
    for link in sorted(known ^ theirs):
        words = judged.gold[link.dependent].span.of(judged.item.text)
        one = _correction(judged, Detail.LINK, partners[link.head], judged.gold[link.head])
        made, decided = ("", words) if link in known else (words, "")
        said = replace(one, name=link.type, made_words=made, decided_words=decided)
        yield said, told.review.links.get(link)


def _correction(
    judged: Judged, what: Deviation | Detail, made: Annotation | None, gold: Annotation | None
) -> Correction:
    text = judged.item.text
    return Correction(
        judged.item.article_id,
        judged.number,
        judged.title,
        what,
        reading(made, text) if made else None,
        reading(gold, text) if gold else None,
    )


class _Told:
    """Finds who decided what about an article."""

    def __init__(self, judged: Judged, rulings: Iterable[GuidelineDecision]) -> None:
        self.review = review_of(judged.gold)
        self._rulings = {
            (touch.before, touch.after): ruling.name
            for ruling in rulings
            for touch in ruling.touching(judged.annotator)
            if touch.article_id == judged.item.article_id
        }

    def decision(self, *annotations: Annotation | None) -> Decision | None:
        """Return the last decision on any of these, a person's before a rule's."""
        marks = {mark_of(one) for one in annotations if one is not None}
        return last_word(
            one
            for one in self.review.decisions
            if not marks.isdisjoint(one.seen) or marks.intersection(map(mark_of, one.outcomes))
        )

    def of(self, one: Correction, decision: Decision | LinkDecision | None) -> Correction:
        one = replace(one, ruling=self._rulings.get((_read(one.made), _read(one.decided)), ""))
        if decision is None:
            return one
        if decision.is_by_rule:
            return replace(one, when=decision.when, is_by_rule=True)
        return replace(one, who=decision.who, when=decision.when, why=decision.why)


def _read(reading: Reading | None) -> Mark | None:
    return (reading.start, reading.start + len(reading.words), reading.label) if reading else None
