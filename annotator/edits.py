"""Reversible edits: each is a value that turns one layer into the next and back again.

The window's undo stack and the store both work on these values, so what can be undone is exactly what can be saved.
Make them with the functions at the end of this file, which read the layer for the old values an undo needs.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import reduce
from typing import Any, Protocol

from annotator.errors import EditError
from annotator.frozen import frozen
from annotator.model import Annotation, Layer, Relation, Remark, Span, Status, Zone


class Edit(Protocol):
    """One user action on one layer: ``edit.revert(edit.apply(layer)) == layer``.

    `apply` and `revert` raise `EditError` when the layer is not what the edit was made for.
    """

    def apply(self, layer: Layer) -> Layer: ...
    def revert(self, layer: Layer) -> Layer: ...


@frozen
class AddAnnotation:
    """Put one annotation on the article."""

    annotation: Annotation

    def apply(self, layer: Layer) -> Layer:
        return layer.added(self.annotation)

    def revert(self, layer: Layer) -> Layer:
        return layer.removed(self.annotation)


@dataclass(frozen=True, slots=True)
class RemoveAnnotation:
    """Take one annotation away, with the relations that pointed at it."""

    annotation: Annotation
    relations: tuple[Relation, ...] = ()

    def apply(self, layer: Layer) -> Layer:
        return reduce(Layer.unlinked, self.relations, layer).removed(self.annotation)

    def revert(self, layer: Layer) -> Layer:
        return reduce(Layer.linked, self.relations, layer.added(self.annotation))


@dataclass(frozen=True, slots=True)
class ChangeAnnotation:
    """Give one annotation another label, span, attribute or note."""

    old: Annotation
    new: Annotation

    def apply(self, layer: Layer) -> Layer:
        return layer.replaced(self.old, self.new)

    def revert(self, layer: Layer) -> Layer:
        return layer.replaced(self.new, self.old)


@frozen
class AddRelation:
    """Link two annotations."""

    relation: Relation

    def apply(self, layer: Layer) -> Layer:
        return layer.linked(self.relation)

    def revert(self, layer: Layer) -> Layer:
        return layer.unlinked(self.relation)


@dataclass(frozen=True, slots=True)
class RemoveRelation:
    """Unlink two annotations."""

    relation: Relation

    def apply(self, layer: Layer) -> Layer:
        return layer.unlinked(self.relation)

    def revert(self, layer: Layer) -> Layer:
        return layer.linked(self.relation)


@dataclass(frozen=True, slots=True)
class AddZone:
    """Mark a region out of scope."""

    zone: Zone

    def apply(self, layer: Layer) -> Layer:
        return layer.zoned(self.zone)

    def revert(self, layer: Layer) -> Layer:
        return layer.unzoned(self.zone)


@dataclass(frozen=True, slots=True)
class RemoveZone:
    """Put a region back in scope."""

    zone: Zone

    def apply(self, layer: Layer) -> Layer:
        return layer.unzoned(self.zone)

    def revert(self, layer: Layer) -> Layer:
        return layer.zoned(self.zone)


@dataclass(frozen=True, slots=True)
class SetStatus:
    """Say how far the annotator is with the article; ``guidelines`` says by which ones it was finished."""

    old: Status
    new: Status
    old_guidelines: str = ""
    guidelines: str = ""

    def apply(self, layer: Layer) -> Layer:
        _expect_status(layer, self.old, self.old_guidelines)
        return layer.with_status(self.new, self.guidelines)

    def revert(self, layer: Layer) -> Layer:
        _expect_status(layer, self.new, self.guidelines)
        return layer.with_status(self.old, self.old_guidelines)


@dataclass(frozen=True, slots=True)
class SetRemark:
    """Flag or ask something, change or answer it, or take it away: ``old`` or ``new`` is None where there is none."""

    old: Remark | None
    new: Remark | None

    def apply(self, layer: Layer) -> Layer:
        return layer.remarked(self.old, self.new)

    def revert(self, layer: Layer) -> Layer:
        return layer.remarked(self.new, self.old)


@dataclass(frozen=True, slots=True)
class Decide:
    """Keep decisions of a review, and drop those they replace."""

    taken: frozenset[str]
    dropped: frozenset[str] = frozenset()

    def apply(self, layer: Layer) -> Layer:
        return layer.decided(self.dropped, self.taken)

    def revert(self, layer: Layer) -> Layer:
        return layer.decided(self.taken, self.dropped)


@dataclass(frozen=True, slots=True)
class Bulk:
    """Several edits that happen, are saved and are undone as one."""

    edits: tuple[Edit, ...]

    def apply(self, layer: Layer) -> Layer:
        return reduce(lambda result, edit: edit.apply(result), self.edits, layer)

    def revert(self, layer: Layer) -> Layer:
        return reduce(lambda result, edit: edit.revert(result), reversed(self.edits), layer)


@dataclass(frozen=True, slots=True)
class Inverse:
    """The undoing of an edit, itself an edit: that is how an undo is saved."""

    edit: Edit

    def apply(self, layer: Layer) -> Layer:
        return self.edit.revert(layer)

    def revert(self, layer: Layer) -> Layer:
        return self.edit.apply(layer)


def together(parts: Iterable[Edit | None]) -> Edit | None:
    """Return several edits as one, in their order; None where there is none at all."""
    found = tuple(edit for edit in parts if edit is not None)
    return Bulk(found) if len(found) > 1 else next(iter(found), None)


def add(annotation: Annotation, layer: Layer) -> Edit:
    """Return the edit that adds ``annotation``; the first one on a new article also starts it."""
    return starting(AddAnnotation(annotation), layer)


def remove(annotation_id: str, layer: Layer) -> Edit:
    return RemoveAnnotation(layer[annotation_id], layer.relations_of(annotation_id))


def remove_all(annotation_ids: Iterable[str], layer: Layer) -> Edit:
    """Return one edit that removes several annotations and every relation that touches them."""
    edits: list[Edit] = []
    for annotation_id in annotation_ids:
        edit = RemoveAnnotation(layer[annotation_id], layer.relations_of(annotation_id))
        edits.append(edit)
        layer = edit.apply(layer)
    return Bulk(tuple(edits))


def relabel(annotation_id: str, label: str, layer: Layer) -> Edit:
    """Return the edit that changes the label and keeps everything else, links included."""
    old = layer[annotation_id]
    return ChangeAnnotation(old, replace(old, label=label))


def move(annotation_id: str, span: Span, layer: Layer) -> Edit:
    old = layer[annotation_id]
    return ChangeAnnotation(old, replace(old, span=span))


def set_attribute(annotation_id: str, name: str, value: str, layer: Layer) -> Edit:
    old = layer[annotation_id]
    return ChangeAnnotation(old, old.with_attribute(name, value))


def set_note(annotation_id: str, note: str, layer: Layer) -> Edit:
    old = layer[annotation_id]
    return ChangeAnnotation(old, replace(old, note=note))


def link(relation: Relation) -> Edit:
    return AddRelation(relation)


def unlink(relation: Relation) -> Edit:
    return RemoveRelation(relation)


def set_status(status: Status, layer: Layer, guidelines: str = "") -> Edit:
    """Return the edit that sets the status; what is finished keeps the SHA-256 of the ``guidelines`` it was finished by."""
    by = guidelines if status == Status.DONE else ""
    return SetStatus(layer.status, status, layer.guidelines, by)


def add_remark(remark: Remark) -> Edit:
    return SetRemark(None, remark)


def change_remark(remark_id: str, layer: Layer, **changes: Any) -> Edit:
    """Return the edit that gives a flag or question other words, an answer, or settles it."""
    old = _remark(remark_id, layer)
    return SetRemark(old, replace(old, **changes))


def remove_remark(remark_id: str, layer: Layer) -> Edit:
    return SetRemark(_remark(remark_id, layer), None)


def starting(edit: Edit, layer: Layer) -> Edit:
    """Return ``edit``, together with the step from new to in progress where the layer is still new."""
    if layer.status != Status.NEW:
        return edit
    return Bulk((SetStatus(Status.NEW, Status.IN_PROGRESS, layer.guidelines), edit))


def changed_ids(before: Layer, after: Layer) -> frozenset[str]:
    """Return the ids of annotations that were added, removed or changed between two layers.

    Looks at every annotation; where the edit is at hand, `touched` knows at once.
    """
    old, new = before.annotations, after.annotations
    return frozenset(
        [key for key, now in new.items() if old.get(key) is not now and old.get(key) != now]
        + [key for key in old if key not in new]
    )


def touched(edit: Edit) -> frozenset[str]:
    """Return the ids of the annotations an edit adds, removes, changes, links or unlinks."""
    match edit:
        case AddAnnotation(annotation):
            return frozenset([annotation.id])
        case RemoveAnnotation(annotation, relations):
            ends = (end for relation in relations for end in (relation.head, relation.dependent))
            return frozenset([annotation.id, *ends])
        case ChangeAnnotation(old):
            return frozenset([old.id])
        case AddRelation(relation) | RemoveRelation(relation):
            return frozenset([relation.head, relation.dependent])
        case Bulk(parts):
            return frozenset[str]().union(*map(touched, parts))
        case Inverse(inner):
            return touched(inner)
        case _:
            return frozenset()


def annotations_in(edit: Edit) -> tuple[Annotation, ...]:
    """Return the annotations that an edit itself adds, removes or changes, in its order; of a change what it becomes."""
    match edit:
        case AddAnnotation(annotation) | RemoveAnnotation(annotation):
            return (annotation,)
        case ChangeAnnotation(_, new):
            return (new,)
        case Bulk(parts):
            return tuple(annotation for part in parts for annotation in annotations_in(part))
        case Inverse(inner):
            return annotations_in(inner)
        case _:
            return ()


def _expect_status(layer: Layer, status: Status, guidelines: str) -> None:
    if layer.status != status:
        raise EditError(f"the article is {layer.status}, not {status}")
    if layer.guidelines != guidelines:
        raise EditError("the article was finished by other guidelines than the edit expects")


def _remark(remark_id: str, layer: Layer) -> Remark:
    try:
        return layer.remarks[remark_id]
    except KeyError:
        raise EditError(f"no flag or question {remark_id} in {layer.annotator}'s layer") from None
