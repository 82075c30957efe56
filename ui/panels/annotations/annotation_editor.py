from collections.abc import Mapping
from itertools import pairwise

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QToolButton, QVBoxLayout, QWidget

from annotator.model import Annotation, Layer, Schema
from ui.panels.annotations.attribute_form import AttributeForm
from ui.panels.annotations.links_box import LinksBox
from ui.panels.annotations.name_field import Names
from ui.panels.annotations.proposal_box import Proposal, ProposalBox
from ui.style import assets, theme
from ui.widgets.elided_label import ElidedLabel
from ui.widgets.fields import LineField, NoteField
from ui.widgets.lines import one_line
from ui.widgets.quiet_combo import QuietCombo, label_choices


class AnnotationEditor(QWidget):
    """Everything about one annotation: label, attributes, note, links."""

    attribute_edited = Signal(str, str, str)
    note_edited = Signal(str, str)
    relabel_requested = Signal(str, str)
    delete_requested = Signal(object)
    annotation_chosen = Signal(str)
    link_requested = Signal(str, str, str)
    unlink_requested = Signal(object)
    proposal_taken = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._annotation: Annotation | None = None
        self._schema: Schema | None = None
        self._language = "en"
        self._build()
        self._connect()
        self._retranslate()

    @property
    def annotation(self) -> Annotation | None:
        """The annotation that is edited."""
        return self._annotation

    def set_schema(self, schema: Schema, language: str) -> None:
        """Offer the labels of ``schema`` by their titles in ``language``."""
        if schema is not self._schema or language != self._language:
            self._schema, self._language = schema, language
            self._offer_labels()

    def show_annotation(
        self, annotation: Annotation, layer: Layer, text: str, names: Mapping[str, Names]
    ) -> None:
        """Show an annotation of ``layer``. The caller commits first when it is another one than before."""
        if self._schema is None:
            return
        self._annotation = annotation
        label = self._schema.label(annotation.label)
        self._covered.show_words(one_line(text[annotation.start : annotation.end]))
        self._label.show_value(annotation.label)
        self._form.show_annotation(
            annotation, label, names.get(annotation.label, ()), self._language
        )
        self._note.show_value(annotation.note)
        self._links.show_links(annotation, layer, text, self._schema, self._language)

    def show_proposal(self, proposal: Proposal | None) -> None:
        """Show what is proposed for the annotation, under its fields."""
        mine = proposal is not None and proposal.annotation == self._id()
        self._proposal.show_proposal(proposal if mine else None)

    def take_proposal(self) -> bool:
        """Take the proposed value that is on show; tell whether there was one."""
        return self._proposal.take()

    def commit(self) -> None:
        """Say what was typed and not said yet, of the annotation it was typed for."""
        if self._annotation is not None:
            self._form.commit()
            self._note.commit()

    def forget(self) -> None:
        """Edit nothing: the annotation is gone, and with it what was typed for it."""
        self._annotation = None
        self._form.restore()
        self._note.restore()

    def focus_first(self) -> None:
        """Put the keyboard into the first attribute, or the note of an annotation without attributes."""
        if not self._form.focus_first():
            self._note.setFocus()

    def focus_note(self) -> None:
        self._note.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter in an empty field takes the proposed value, Esc waves it off."""
        focused = self.focusWidget()
        is_empty = isinstance(focused, LineField) and not focused.text()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and is_empty:
            handled = self._proposal.take()
        else:
            handled = event.key() == Qt.Key.Key_Escape and self._proposal.dismiss()
        if not handled:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        match event.type():
            case QEvent.Type.LanguageChange:
                self._retranslate()
            case QEvent.Type.PaletteChange | QEvent.Type.StyleChange:
                self._offer_labels()
        super().changeEvent(event)

    def _build(self) -> None:
        self._covered = ElidedLabel()
        font = self._covered.font()
        font.setBold(True)
        self._covered.setFont(font)
        self._label = QuietCombo()
        self._delete = QToolButton()
        self._delete.setIcon(assets.icon("delete"))
        self._delete.setIconSize(QSize(18, 18))
        self._delete.setAutoRaise(True)
        self._form = AttributeForm()
        self._proposal = ProposalBox()
        self._note_title = QLabel()
        self._note = NoteField()
        self._note_title.setBuddy(self._note)
        self._links = LinksBox()
        head = QHBoxLayout()
        head.addWidget(self._label, 1)
        head.addWidget(self._delete)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(6, 6, 6, 6)
        layout.setSpacing(4)
        layout.addWidget(self._covered)
        layout.addLayout(head)
        layout.addWidget(self._form)
        layout.addWidget(self._proposal)
        layout.addWidget(self._links)
        layout.addWidget(self._note_title)
        layout.addWidget(self._note)
        layout.addStretch(1)

    def _connect(self) -> None:
        self._label.edited.connect(lambda label: self.relabel_requested.emit(self._id(), label))
        self._delete.clicked.connect(lambda: self.delete_requested.emit((self._id(),)))
        self._form.edited.connect(
            lambda name, value: self.attribute_edited.emit(self._id(), name, value)
        )
        self._note.edited.connect(lambda note: self.note_edited.emit(self._id(), note))
        self._form.rebuilt.connect(self._order_stops)
        self._links.rebuilt.connect(self._order_stops)
        self._proposal.taken.connect(self.proposal_taken)
        self._links.annotation_chosen.connect(self.annotation_chosen)
        self._links.link_requested.connect(self.link_requested)
        self._links.unlink_requested.connect(self.unlink_requested)

    def _order_stops(self) -> None:
        """Let Tab go from top to bottom, though fields and links come and go."""
        stops = [
            self._label,
            self._delete,
            *self._form.stops,
            *self._proposal.stops,
            *self._links.stops,
            self._note,
        ]
        for stop, following in pairwise(stops):
            QWidget.setTabOrder(stop, following)

    def _id(self) -> str:
        return self._annotation.id if self._annotation else ""

    def _offer_labels(self) -> None:
        if self._schema is not None:
            dark = theme.is_dark(self.palette())
            self._label.offer(label_choices(self._schema, self._language, dark))

    def _retranslate(self) -> None:
        self._label.setAccessibleName(self.tr("Label"))
        self._delete.setAccessibleName(self.tr("Delete the annotation"))
        self._delete.setToolTip(self.tr("Delete the annotation"))
        self._note_title.setText(self.tr("Note"))
        self._note.setAccessibleName(self.tr("Note"))
        self._note.setPlaceholderText(self.tr("Enter stores, Shift+Enter starts a line"))
        self._form.retranslate()
        self._links.retranslate()
