from bisect import bisect_left
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from functools import cached_property

from annotator.errors import EditError
from annotator.model.annotation import Annotation
from annotator.model.relation import Relation
from annotator.model.remark import Remark
from annotator.model.span import Span
from annotator.model.zone import Zone


class Status(StrEnum):
    """How far an annotator is with an article."""

    NEW = "new"
    IN_PROGRESS = "in_progress"
    DONE = "done"


GOLD = "gold"
"""The annotator whose layers are the adjudicated ones; nobody writes them but review."""


@dataclass(frozen=True)
class Layer:
    """All annotations of one annotator on one article, with its status.

    A value: every change makes a new layer that shares what did not change. ``annotations`` maps id to annotation;
    use `in_order` for text order. Two layers are equal when they hold the same things, in whatever order.
    ``decisions`` are what was decided about the article, each a JSON object as text: in a gold layer what review decided,
    which only `annotator.adjudication.records` reads; in an annotator's what they refused of guideline decisions, which only
    `annotator.adjudication.ruling_edits` reads. ``remarks`` maps id to flag or question. ``guidelines`` is the
    SHA-256 of the guidelines under which the article was finished, empty while it is not or where that is not known.
    """

    annotator: str
    article_id: str
    status: Status = Status.NEW
    annotations: Mapping[str, Annotation] = field(default_factory=dict[str, Annotation])
    relations: frozenset[Relation] = frozenset()
    zones: frozenset[Zone] = frozenset()
    decisions: frozenset[str] = frozenset()
    remarks: Mapping[str, Remark] = field(default_factory=dict[str, Remark])
    guidelines: str = ""

    __hash__ = None  # type: ignore[assignment] # holds a dict

    def __len__(self) -> int:
        return len(self.annotations)

    def __iter__(self) -> Iterator[Annotation]:
        return iter(self.in_order)

    def __contains__(self, annotation_id: str) -> bool:
        return annotation_id in self.annotations

    def __getitem__(self, annotation_id: str) -> Annotation:
        try:
            return self.annotations[annotation_id]
        except KeyError:
            raise EditError(
                f"no annotation {annotation_id} in {self.annotator}'s layer of {self.article_id}"
            ) from None

    @cached_property
    def in_order(self) -> tuple[Annotation, ...]:
        """The annotations by start, the longer first where two start together, then by id."""
        return tuple(sorted(self.annotations.values(), key=reading_order))

    @cached_property
    def remarks_in_order(self) -> tuple[Remark, ...]:
        """The flags and questions: those about the article first, then by place."""
        return tuple(sorted(self.remarks.values(), key=lambda remark: self.placed(remark).order))

    def placed(self, remark: Remark) -> Remark:
        """Return a remark with the place it has by now: that of its annotation, as long as that is there."""
        about = self.annotations.get(remark.annotation)
        return remark if about is None else replace(remark, span=about.span)

    def remarks_on(self, annotation_id: str) -> tuple[Remark, ...]:
        return tuple(r for r in self.remarks_in_order if r.annotation == annotation_id)

    def covering_exactly(self, span: Span) -> tuple[Annotation, ...]:
        """Return the annotations that cover just this span, by id."""
        ordered = self.in_order
        index = bisect_left(ordered, (span.start, -span.end, ""), key=reading_order)
        found: list[Annotation] = []
        while index < len(ordered) and ordered[index].span == span:
            found.append(ordered[index])
            index += 1
        return tuple(found)

    def relations_of(self, annotation_id: str) -> tuple[Relation, ...]:
        return tuple(sorted(r for r in self.relations if r.touches(annotation_id)))

    def dependents(self, head: str, relation_type: str) -> tuple[str, ...]:
        return tuple(
            sorted(
                r.dependent for r in self.relations if r.head == head and r.type == relation_type
            )
        )

    def added(self, annotation: Annotation) -> "Layer":
        if annotation.id in self.annotations:
            raise EditError(f"annotation {annotation.id} is already in the layer")
        layer = replace(self, annotations={**self.annotations, annotation.id: annotation})
        return self._hand_order_on(layer, None, annotation)

    def removed(self, annotation: Annotation) -> "Layer":
        """Return the layer without ``annotation``; refuse while a relation still points at it."""
        self._expect(annotation)
        if any(r.touches(annotation.id) for r in self.relations):
            raise EditError(
                f"annotation {annotation.id} is still linked; remove its relations first"
            )
        rest = dict(self.annotations)
        del rest[annotation.id]
        return self._hand_order_on(replace(self, annotations=rest), annotation, None)

    def replaced(self, old: Annotation, new: Annotation) -> "Layer":
        self._expect(old)
        if new.id != old.id:
            raise EditError(f"annotation {old.id} cannot become {new.id}")
        layer = replace(self, annotations={**self.annotations, new.id: new})
        return self._hand_order_on(layer, old, new)

    def linked(self, relation: Relation) -> "Layer":
        for end in (relation.head, relation.dependent):
            if end not in self.annotations:
                raise EditError(
                    f"a {relation.type} link points at annotation {end}, which is not in the layer"
                )
        if relation in self.relations:
            raise EditError(
                f"{relation.head} and {relation.dependent} are already linked as {relation.type}"
            )
        return replace(self, relations=self.relations | {relation})

    def unlinked(self, relation: Relation) -> "Layer":
        if relation not in self.relations:
            raise EditError(
                f"{relation.head} and {relation.dependent} are not linked as {relation.type}"
            )
        return replace(self, relations=self.relations - {relation})

    def zoned(self, zone: Zone) -> "Layer":
        if zone in self.zones:
            raise EditError(f"[{zone.span.start}, {zone.span.end}) is already marked {zone.kind}")
        return replace(self, zones=self.zones | {zone})

    def unzoned(self, zone: Zone) -> "Layer":
        if zone not in self.zones:
            raise EditError(f"[{zone.span.start}, {zone.span.end}) is not marked {zone.kind}")
        return replace(self, zones=self.zones - {zone})

    def decided(self, dropped: frozenset[str], taken: frozenset[str]) -> "Layer":
        """Return the layer with some decisions in the place of others."""
        if not dropped <= self.decisions or taken & (self.decisions - dropped):
            raise EditError("the decisions on this article are other ones by now")
        return replace(self, decisions=(self.decisions - dropped) | taken)

    def remarked(self, old: Remark | None, new: Remark | None) -> "Layer":
        """Return the layer with one remark in the place of another; None where there is none before or after."""
        if old is not None and self.remarks.get(old.id) != old:
            raise EditError(f"flag or question {old.id} is not in the layer as the edit expects it")
        rest = {key: one for key, one in self.remarks.items() if old is None or key != old.id}
        if new is None:
            return replace(self, remarks=rest)
        if new.id in rest:
            raise EditError(f"flag or question {new.id} is already in the layer")
        return replace(self, remarks={**rest, new.id: new})

    def with_status(self, status: Status, guidelines: str = "") -> "Layer":
        return replace(self, status=status, guidelines=guidelines)

    def _hand_order_on(
        self, layer: "Layer", gone: Annotation | None, come: Annotation | None
    ) -> "Layer":
        """Give the next layer its reading order, made from this one's: sorting 5,000 anew costs a frame."""
        ordered = list(self.in_order)
        if gone is not None:
            del ordered[bisect_left(ordered, reading_order(gone), key=reading_order)]
        if come is not None:
            ordered.insert(bisect_left(ordered, reading_order(come), key=reading_order), come)
        layer.__dict__["in_order"] = tuple(ordered)
        return layer

    def _expect(self, annotation: Annotation) -> None:
        if self.annotations.get(annotation.id) != annotation:
            raise EditError(
                f"annotation {annotation.id} is not in the layer as the edit expects it"
            )


def reading_order(annotation: Annotation) -> tuple[int, int, str]:
    """Sort key: by start, outer before inner, ties by id so that every run gives the same order."""
    return annotation.start, -annotation.end, annotation.id
