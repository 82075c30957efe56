"""What is being made of an annotation in the popover: stored as one step of undo, or not at all."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from annotator.edits import AddRelation, ChangeAnnotation, Edit, RemoveRelation, together
from annotator.model import Annotation, Layer, Relation, Schema
from ui.popover.name_field import Names


@dataclass(frozen=True, slots=True)
class Draft:
    """An annotation as it is in the layer, and as it shall be; links to make and to cut."""

    before: Annotation
    now: Annotation
    linked: frozenset[Relation] = frozenset()
    unlinked: frozenset[Relation] = frozenset()

    @classmethod
    def of(cls, annotation: Annotation) -> "Draft":
        return cls(annotation, annotation)

    def with_values(self, values: Mapping[str, str]) -> "Draft":
        now = self.now
        for name, value in values.items():
            now = now.with_attribute(name, value)
        return replace(self, now=now)

    def with_note(self, note: str) -> "Draft":
        return replace(self, now=replace(self.now, note=note))

    def relabelled(self, label: str, schema: Schema) -> "Draft":
        """Return the draft with another label and the values that this label has; back again, they come back."""
        values = schema.carried(self.now.attributes, self.now.label, label)
        if label == self.before.label:
            values = {**self.before.attributes, **values}
        return replace(self, now=replace(self.now, label=label, attributes=values))

    def with_link(self, relation: Relation) -> "Draft":
        return replace(self, linked=self.linked | {relation}, unlinked=self.unlinked - {relation})

    def without_link(self, relation: Relation) -> "Draft":
        return replace(self, linked=self.linked - {relation}, unlinked=self.unlinked | {relation})

    def on(self, annotation: Annotation) -> "Draft":
        """Return the draft for the annotation as somebody else has changed it: what was typed here stays."""
        old, now = self.before, self.now
        changed = {
            name: now.attribute(name)
            for name in {*old.attributes, *now.attributes}
            if now.attribute(name) != old.attribute(name)
        }
        moved = replace(annotation, label=now.label if now.label != old.label else annotation.label)
        if now.note != old.note:
            moved = replace(moved, note=now.note)
        return replace(self, before=annotation, now=moved).with_values(changed)

    def layer_as_drafted(self, layer: Layer) -> Layer:
        """Return the layer as it would be, to show links that are not stored yet."""
        edit = self.edit(layer)
        return edit.apply(layer) if edit is not None else layer

    def edit(self, layer: Layer) -> Edit | None:
        """Return what makes the layer hold the draft, or None where it does already."""
        changed = ChangeAnnotation(self.before, self.now) if self.now != self.before else None
        cut = (RemoveRelation(r) for r in sorted(self.unlinked & layer.relations))
        made = (AddRelation(r) for r in sorted(self.linked - layer.relations))
        return together([changed, *cut, *made])


@dataclass(frozen=True, slots=True)
class Subject:
    """What a draft stands in: its layer and text, the labels, and the names to complete from."""

    layer: Layer
    text: str
    schema: Schema
    names: Mapping[str, Names]
    language: str
    is_editable: bool = True
