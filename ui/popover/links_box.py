from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import (
    QAbstractButton,
    QHBoxLayout,
    QLabel,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from annotator.model import Annotation, Layer, Schema
from ui.i18n import isolate
from ui.popover.annotation_chooser import AnnotationChooser
from ui.popover.link_field import LinkField
from ui.popover.links import Link, LinkGroup, groups_of
from ui.style import assets, theme
from ui.widgets.row_button import RowButton


class LinksBox(QWidget):
    """The links of one annotation in one direction: jump along one, cut one, make one where they begin here."""

    annotation_chosen = Signal(str)
    link_requested = Signal(str, str, str)
    unlink_requested = Signal(object)
    rebuilt = Signal()
    """The rows are others than before."""

    def __init__(self, *, incoming: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._incoming = incoming
        self._annotation: Annotation | None = None
        self._layer = Layer("", "")
        self._text = ""
        self._schema: Schema | None = None
        self._language = "en"
        self._groups: tuple[LinkGroup, ...] = ()
        self._body: QWidget | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)

    def show_links(
        self, annotation: Annotation, layer: Layer, text: str, schema: Schema, language: str
    ) -> None:
        """Show the links of ``annotation``, which is in ``layer``."""
        self._annotation, self._layer, self._text = annotation, layer, text
        self._schema, self._language = schema, language
        both = groups_of(annotation, layer, text, schema, language)
        groups = tuple(group for group in both if group.is_incoming == self._incoming)
        if groups != self._groups:
            self._groups = groups
            self._rebuild()

    @property
    def stops(self) -> list[QWidget]:
        """The widgets that Tab visits, in order; the field that is typed into comes first."""
        if self._body is None:
            return []
        fields, buttons = (
            self._body.findChildren(LinkField),
            self._body.findChildren(QAbstractButton),
        )
        return [*fields, *buttons]

    def retranslate(self) -> None:
        """Make every row anew, in the language of now."""
        self._rebuild()

    def _rebuild(self) -> None:
        if self._body is not None:
            # hidden, not deleted at once: a button of it may be the sender of what led here
            self._body.hide()
            self._column.removeWidget(self._body)
            self._body.deleteLater()
        self._body = QWidget()
        layout = QVBoxLayout(self._body)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        for group in self._groups:
            layout.addWidget(self._heading(group))
            for link in group.links:
                layout.addLayout(self._row(link, group))
            if group.wanted is not None:
                layout.addWidget(self._adder(group))
        self._column.addWidget(self._body)
        self.setVisible(bool(self._groups))
        self.rebuilt.emit()

    def _heading(self, group: LinkGroup) -> QLabel:
        words = self.tr("%1 of", "heading of the quotes an actor is the speaker of")
        heading = QLabel(words.replace("%1", group.title) if group.is_incoming else group.title)
        heading.setTextFormat(Qt.TextFormat.PlainText)
        return heading

    def _row(self, link: Link, group: LinkGroup) -> QHBoxLayout:
        jump = RowButton(link.words)
        if link.label is not None:
            jump.setIcon(assets.swatch(link.label, theme.is_dark(self.palette())))
        jump.setAccessibleName(self.tr("Go to %1").replace("%1", isolate(link.words)))
        jump.clicked.connect(lambda: self.annotation_chosen.emit(link.other))
        cut = QToolButton()
        cut.setIcon(assets.icon("close"))
        cut.setIconSize(QSize(14, 14))
        cut.setAutoRaise(True)
        words = (
            self.tr("Unlink %1: %2").replace("%1", group.title).replace("%2", isolate(link.words))
        )
        cut.setToolTip(words)
        cut.setAccessibleName(words)
        cut.clicked.connect(lambda: self.unlink_requested.emit(link.relation))
        row = QHBoxLayout()
        row.setSpacing(2)
        row.addWidget(jump, 1)
        row.addWidget(cut)
        return row

    def _adder(self, group: LinkGroup) -> LinkField:
        field = LinkField(self.tr("Link %1…").replace("%1", group.title))
        field.asked.connect(lambda typed: self._ask(group, field, typed))
        return field

    def _ask(self, group: LinkGroup, field: LinkField, typed: str) -> None:
        if self._annotation is None or self._schema is None or group.wanted is None:
            return
        head = self._annotation
        chooser = AnnotationChooser(self._layer, self._text, self._schema, self._language, self)
        chooser.chosen.connect(lambda other: self.link_requested.emit(group.type, head.id, other))
        without = frozenset({head.id, *(link.other for link in group.links)})
        chooser.ask(group.wanted, without, head.start, field, typed)
