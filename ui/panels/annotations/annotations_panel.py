from collections.abc import Mapping

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import (
    QFrame,
    QScrollArea,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from annotator.model import Layer, Schema
from ui import i18n
from ui.panels.annotations.annotation_editor import AnnotationEditor
from ui.panels.annotations.annotations_list import AnnotationsList
from ui.panels.annotations.name_field import Names
from ui.panels.annotations.proposal_box import Proposal
from ui.widgets.empty_page import EmptyPage

LIST_AND_EDITOR = (340, 225)
"""Heights in logical pixels to begin with; the splitter between them is the user's."""


class AnnotationsPanel(QWidget):
    """The annotations of the open layer in reading order, and below them an editor for the current one.

    What was typed is said once: on Enter, when its field is left, and before another annotation or layer is shown.
    Call `commit` before leaving the article by a key that takes the keyboard from nobody.
    """

    annotation_chosen = Signal(str)
    attribute_edited = Signal(str, str, str)
    """An annotation's id, an attribute's name and its new value."""
    note_edited = Signal(str, str)
    relabel_requested = Signal(str, str)
    delete_requested = Signal(object)
    """A tuple of annotation ids."""
    link_requested = Signal(str, str, str)
    """A relation type, the head's id and the dependent's."""
    unlink_requested = Signal(object)
    """A `Relation`."""
    proposal_taken = Signal(str)
    """The id of the annotation that takes what is proposed for it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._layer = Layer("", "")
        self._text = ""
        self._schema: Schema | None = None
        self._names: Mapping[str, Names] = {}
        self._current: str | None = None
        self._build()
        self._connect()
        self._retranslate()

    def show_layer(self, layer: Layer, text: str, schema: Schema) -> None:
        """Show a layer; ``text`` is its article's, as imported. Of another layer than before nothing is current."""
        self.commit()
        known = self._layer.article_id, self._layer.annotator
        self._layer, self._text, self._schema = layer, text, schema
        if known != (layer.article_id, layer.annotator) or self._current not in layer.annotations:
            self._current = None
            self._editor.forget()
        self._list_again()

    def update_layer(self, layer: Layer, changed_ids: frozenset[str]) -> None:
        """Show the next state of the same layer; ``changed_ids`` as `annotator.edits.changed_ids` gives them."""
        self._layer = layer
        if self._current not in layer.annotations:
            self._current = None
            self._editor.forget()
        self._list.update_layer(layer, changed_ids)
        self._show_editor()

    def set_current(self, annotation_id: str | None) -> None:
        """Show the annotation at the caret in list and editor, without choosing it again."""
        if annotation_id != self._current:
            self.commit()
        self._current = annotation_id if annotation_id in self._layer.annotations else None
        self._list.set_current(self._current)
        self._show_editor()

    def set_names(self, names: Mapping[str, Names]) -> None:
        """Set the canonical names already used, by label, the likeliest first: they complete what is typed."""
        if names != self._names:
            self._names = names
            self._show_editor()

    def show_proposal(self, proposal: Proposal | None) -> None:
        """Show what is proposed for the current annotation; call it after `set_current` and `update_layer`."""
        self._editor.show_proposal(proposal)

    def take_proposal(self) -> bool:
        """Take the proposed value that is on show; tell whether there was one."""
        return self._editor.take_proposal()

    def commit(self) -> None:
        """Say what was typed in the editor and not said yet."""
        self._editor.commit()

    def edit_current(self) -> None:
        """Put the keyboard into the first field of the current annotation, if there is one."""
        if self._current is not None:
            self._editor.focus_first()

    def edit_note(self) -> None:
        """Put the keyboard into the note of the current annotation, if there is one."""
        if self._current is not None:
            self._editor.focus_note()

    def focus_list(self) -> None:
        """Put the keyboard into the list."""
        self._list.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _build(self) -> None:
        self._list = AnnotationsList()
        self._editor = AnnotationEditor()
        scroller = QScrollArea()
        scroller.setWidgetResizable(True)
        scroller.setFrameShape(QFrame.Shape.NoFrame)
        scroller.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroller.setWidget(self._editor)
        self._nothing = EmptyPage()
        self._below = QStackedWidget()
        self._below.addWidget(self._nothing)
        self._below.addWidget(scroller)
        splitter = QSplitter(Qt.Orientation.Vertical)
        splitter.setChildrenCollapsible(False)
        splitter.addWidget(self._list)
        splitter.addWidget(self._below)
        splitter.setStretchFactor(0, 1)
        splitter.setSizes(LIST_AND_EDITOR)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(splitter)
        self.setFocusProxy(self._list)

    def _connect(self) -> None:
        self._list.chosen.connect(self._choose)
        self._list.edit_meant.connect(self._edit)
        self._list.deletion_meant.connect(self.delete_requested)
        self._editor.attribute_edited.connect(self.attribute_edited)
        self._editor.note_edited.connect(self.note_edited)
        self._editor.relabel_requested.connect(self.relabel_requested)
        self._editor.delete_requested.connect(self.delete_requested)
        self._editor.annotation_chosen.connect(self.annotation_chosen)
        self._editor.link_requested.connect(self.link_requested)
        self._editor.unlink_requested.connect(self.unlink_requested)
        self._editor.proposal_taken.connect(self.proposal_taken)

    def _choose(self, annotation_id: str) -> None:
        self.set_current(annotation_id)
        self.annotation_chosen.emit(annotation_id)

    def _edit(self, annotation_id: str) -> None:
        if annotation_id != self._current:
            self._choose(annotation_id)
        self.edit_current()

    def _show_editor(self) -> None:
        annotation = self._layer.annotations.get(self._current) if self._current else None
        if annotation is None:
            self._below.setCurrentIndex(0)
        else:
            self._editor.show_annotation(annotation, self._layer, self._text, self._names)
            self._below.setCurrentIndex(1)

    def _retranslate(self) -> None:
        self.commit()
        self.setAccessibleName(self.tr("Annotations"))
        self._nothing.say(self.tr("Choose an annotation to see and edit it here."), "")
        self._list.retranslate()
        self._list_again()

    def _list_again(self) -> None:
        """Show layer and current annotation from the beginning, in the language of now."""
        if self._schema is not None:
            self._editor.set_schema(self._schema, i18n.current())
            self._list.show_layer(self._layer, self._text, self._schema, i18n.current())
            self._list.set_current(self._current)
        self._show_editor()
