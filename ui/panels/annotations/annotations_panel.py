from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from annotator.model import Layer, Schema
from ui import i18n
from ui.panels.annotations.annotations_list import AnnotationsList
from ui.widgets.panel import Panel


class AnnotationsPanel(Panel):
    """The annotations of the open layer in reading order. They are edited in the text, at their words."""

    annotation_chosen = Signal(str)
    edit_meant = Signal(str)
    deletion_meant = Signal(object)
    """A tuple of annotation ids."""
    left = Signal()
    """Esc was pressed in the list: the user wants back to the text."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._layer = Layer("", "")
        self._text = ""
        self._schema: Schema | None = None
        self._current: str | None = None
        self._list = AnnotationsList()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._list)
        self._list.chosen.connect(self._choose)
        self._list.edit_meant.connect(self.edit_meant)
        self._list.deletion_meant.connect(self.deletion_meant)
        self._list.left.connect(self.left)
        self._retranslate()

    def show_layer(self, layer: Layer, text: str, schema: Schema) -> None:
        """Show a layer; ``text`` is its article's, as imported. Of another layer than before nothing is current."""
        known = self._layer.article_id, self._layer.annotator
        self._layer, self._text, self._schema = layer, text, schema
        if known != (layer.article_id, layer.annotator) or self._current not in layer.annotations:
            self._current = None
        self._list_again()

    def clear(self) -> None:
        """Show that no article is open."""
        if self._schema is not None:
            self.show_layer(Layer("", ""), "", self._schema)

    def update_layer(self, layer: Layer, changed_ids: frozenset[str]) -> None:
        """Show the next state of the same layer; ``changed_ids`` as `annotator.edits.changed_ids` gives them."""
        self._layer = layer
        if self._current not in layer.annotations:
            self._current = None
        self._list.update_layer(layer, changed_ids)

    def set_current(self, annotation_id: str | None) -> None:
        """Show the annotation at the caret in the list, without choosing it again."""
        self._current = annotation_id if annotation_id in self._layer.annotations else None
        self._list.set_current(self._current)

    @property
    def landing(self) -> QWidget | None:
        return self._list.landing

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _choose(self, annotation_id: str) -> None:
        self.set_current(annotation_id)
        self.annotation_chosen.emit(annotation_id)

    def _retranslate(self) -> None:
        self.setAccessibleName(self.tr("Annotations"))
        self._list.retranslate()
        self._list_again()

    def _list_again(self) -> None:
        """Show layer and current annotation from the beginning, in the language of now."""
        if self._schema is not None:
            self._list.show_layer(self._layer, self._text, self._schema, i18n.current())
            self._list.set_current(self._current)
