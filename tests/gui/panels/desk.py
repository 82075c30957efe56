"""Hears what the list of annotations says, and shows it the next state of a layer; what is edited, the session edits."""

from annotator import edits
from annotator.edits import Edit
from annotator.model import DEFAULT_SCHEMA, Layer, Schema
from ui.panels.annotations.annotations_panel import AnnotationsPanel


class Desk:
    """Everything the panel said in order, and the layer it shows."""

    def __init__(
        self, panel: AnnotationsPanel, layer: Layer, text: str, schema: Schema = DEFAULT_SCHEMA
    ) -> None:
        self.panel, self.layer = panel, layer
        self.said: list[tuple[object, ...]] = []
        panel.annotation_chosen.connect(lambda chosen: self.said.append(("chosen", chosen)))
        panel.edit_meant.connect(lambda chosen: self.said.append(("edit", chosen)))
        panel.deletion_meant.connect(lambda chosen: self.said.append(("delete", chosen)))
        panel.left.connect(lambda: self.said.append(("left",)))
        panel.show_layer(layer, text, schema)

    def make(self, edit: Edit) -> None:
        """Show the layer as an edit makes it."""
        before, self.layer = self.layer, edit.apply(self.layer)
        self.panel.update_layer(self.layer, edits.changed_ids(before, self.layer))
