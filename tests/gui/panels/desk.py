"""Stands where the session stands: hears what the panel says, makes the edit, and shows the layer that results."""

from annotator import edits
from annotator.edits import Edit
from annotator.model import DEFAULT_SCHEMA, Layer, Relation, Schema
from ui.panels.annotations.annotations_panel import AnnotationsPanel


class Desk:
    """Everything the panel said in order, and the layer after it."""

    def __init__(
        self, panel: AnnotationsPanel, layer: Layer, text: str, schema: Schema = DEFAULT_SCHEMA
    ) -> None:
        self.panel, self.layer = panel, layer
        self.said: list[tuple[object, ...]] = []
        panel.annotation_chosen.connect(lambda chosen: self.said.append(("chosen", chosen)))
        panel.attribute_edited.connect(self._set_attribute)
        panel.note_edited.connect(self._set_note)
        panel.relabel_requested.connect(self._relabel)
        panel.delete_requested.connect(self._delete)
        panel.link_requested.connect(self._link)
        panel.unlink_requested.connect(self._unlink)
        panel.show_layer(layer, text, schema)

    def make(self, edit: Edit) -> None:
        """Make an edit as if by another part of the window."""
        before, self.layer = self.layer, edit.apply(self.layer)
        self.panel.update_layer(self.layer, edits.changed_ids(before, self.layer))

    def _set_attribute(self, annotation_id: str, name: str, value: str) -> None:
        self.said.append(("attribute", annotation_id, name, value))
        self.make(edits.set_attribute(annotation_id, name, value, self.layer))

    def _set_note(self, annotation_id: str, note: str) -> None:
        self.said.append(("note", annotation_id, note))
        self.make(edits.set_note(annotation_id, note, self.layer))

    def _relabel(self, annotation_id: str, label: str) -> None:
        self.said.append(("relabel", annotation_id, label))
        self.make(edits.relabel(annotation_id, label, self.layer))

    def _delete(self, annotation_ids: tuple[str, ...]) -> None:
        self.said.append(("delete", annotation_ids))
        self.make(edits.remove_all(annotation_ids, self.layer))

    def _link(self, kind: str, head: str, dependent: str) -> None:
        self.said.append(("link", kind, head, dependent))
        self.make(edits.AddRelation(Relation(kind, head, dependent)))

    def _unlink(self, relation: Relation) -> None:
        self.said.append(("unlink", relation))
        self.make(edits.RemoveRelation(relation))
