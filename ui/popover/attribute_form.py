from dataclasses import dataclass
from itertools import groupby

from PySide6.QtCore import Signal
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QFormLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from annotator.model import Annotation, AttributeKind, Label
from annotator.text.dates.edtf import EXAMPLES
from ui.i18n import isolate_ltr
from ui.popover.date_field import DateField
from ui.popover.flow import Flow, flowing
from ui.popover.name_field import NameField, Names
from ui.style.wrapping import wrap
from ui.widgets.fields import LineField
from ui.widgets.quiet_combo import QuietCombo

Field = LineField | QuietCombo

GAP = 8
"""Pixels between a title and its field."""


@dataclass(frozen=True, slots=True)
class FieldSpec:
    """One field of the form; ``is_other`` where the annotation has what the schema does not know."""

    name: str
    title: str
    kind: AttributeKind = AttributeKind.TEXT
    choices: tuple[str, ...] = ()
    required: bool = False
    is_other: bool = False


def specs_of(annotation: Annotation, label: Label | None, language: str) -> tuple[FieldSpec, ...]:
    """Return the fields of an annotation: its label's attributes, then those it has besides."""
    known = label.attributes if label else ()
    names = {attribute.name for attribute in known}
    return tuple(
        FieldSpec(a.name, a.title(language), a.kind, a.choices, a.required) for a in known
    ) + tuple(
        FieldSpec(name, name, is_other=True) for name in annotation.attributes if name not in names
    )


class AttributeForm(QWidget):
    """A field for every attribute of one annotation."""

    edited = Signal(str, str)
    """An attribute's name and its new value."""
    rebuilt = Signal()
    """The fields are others than before."""

    def __init__(self, below_value: QWidget, parent: QWidget | None = None) -> None:
        """``below_value`` stands under the first field, whichever that is; it belongs to the caller."""
        super().__init__(parent)
        self._below_value = below_value
        below_value.setParent(self)
        self._specs: tuple[FieldSpec, ...] | None = None
        self._fields: dict[str, Field] = {}
        self._layout = QFormLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setHorizontalSpacing(GAP)
        self._layout.setVerticalSpacing(4)
        self._layout.setRowWrapPolicy(QFormLayout.RowWrapPolicy.DontWrapRows)
        self._layout.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)

    def show_annotation(
        self, annotation: Annotation, label: Label | None, names: Names, language: str
    ) -> None:
        """Show the values of ``annotation``; ``names`` are completed in its name fields."""
        specs = specs_of(annotation, label, language)
        if specs != self._specs:
            self._rebuild(specs)
        for name, field in self._fields.items():
            if isinstance(field, NameField):
                field.set_names(names)
            field.show_value(annotation.attribute(name))

    def commit(self) -> None:
        for field in tuple(self._fields.values()):
            field.commit()

    def restore(self) -> None:
        """Forget what was typed."""
        for field in self._fields.values():
            field.restore()

    @property
    def stops(self) -> list[QWidget]:
        """The widgets that Tab visits, in order."""
        return list(self._fields.values())

    def focus_first(self) -> bool:
        """Put the keyboard into the first field; return False where there is none."""
        for field in self._fields.values():
            field.setFocus()
            return True
        return False

    def retranslate(self) -> None:
        """Make every field anew when an annotation is shown next: in the language of then."""
        self._specs = None

    def _rebuild(self, specs: tuple[FieldSpec, ...]) -> None:
        focused = next((name for name, field in self._fields.items() if field.hasFocus()), None)
        self._clear()
        self._specs = specs
        for other, group in groupby(specs, lambda spec: spec.is_other):
            if other:
                self._layout.addRow(self._heading())
            self._add_fields(list(group))
        self.rebuilt.emit()
        if focused in self._fields:
            self._give_keyboard(self._fields[focused])

    def _give_keyboard(self, field: Field) -> None:
        """Focus a field that was just made: shown first, the layout would show it too late to take the focus."""
        for widget in (field.parentWidget(), field):
            if widget is not None:
                widget.show()
        field.setFocus()

    def _clear(self) -> None:
        """Take the fields away. Not deleted at once: one of them may be the sender of what led here."""
        self._fields = {}
        while self._layout.rowCount():
            row = self._layout.takeRow(0)
            for item in (row.labelItem, row.fieldItem):
                widget = item.widget() if item is not None else None
                if widget is not None and widget is not self._below_value:
                    widget.hide()
                    widget.deleteLater()

    def _heading(self) -> QLabel:
        heading = QLabel(self.tr("Other", "attributes that the schema does not have"))
        heading.setForegroundRole(heading.palette().ColorRole.PlaceholderText)
        return heading

    @property
    def title_width(self) -> int:
        """Pixels from the edge to where the fields begin, without the gap; 0 where there is no field."""
        titles = [self._layout.itemAt(row, _TITLES) for row in range(self._layout.rowCount())]
        return max((title.sizeHint().width() for title in titles if title is not None), default=0)

    def _add_fields(self, specs: list[FieldSpec]) -> None:
        """Add a row for each field; choices that follow each other share theirs, since their words are short."""
        for is_choice, group in groupby(specs, lambda spec: spec.kind == AttributeKind.CHOICE):
            titled = [self._titled(spec) for spec in group]
            if is_choice and len(titled) > 1:
                self._layout.addRow(_side_by_side(titled))
                continue
            for title, field in titled:
                is_date = isinstance(field, DateField)
                self._layout.addRow(title, self._with_hint(field) if is_date else field)
                if len(self._fields) == 1:
                    self._layout.addRow("", self._below_value)

    def _titled(self, spec: FieldSpec) -> tuple[QLabel, Field]:
        field = self._fields[spec.name] = self._make_field(spec)
        field.setAccessibleName(spec.title)
        field.edited.connect(lambda value: self.edited.emit(spec.name, value))
        title = QLabel(spec.title)
        # QFormLayout lets a label be 7/4 of its own height: enough then to stand in the middle of its field
        title.setMinimumHeight(field.sizeHint().height() * 4 // 7 + 1)
        title.setBuddy(field)
        return title, field

    def _make_field(self, spec: FieldSpec) -> Field:
        match spec.kind:
            case AttributeKind.CHOICE:
                combo = QuietCombo()
                combo.setMinimumContentsLength(3)
                nothing = self.tr("required") if spec.required else ""
                choices = [(choice, choice, QIcon()) for choice in spec.choices]
                combo.offer([("", nothing, QIcon()), *choices])
                return combo
            case AttributeKind.NAME:
                field = NameField()
            case AttributeKind.DATE:
                field = DateField()
            case _:
                field = LineField()
        if spec.required:
            field.setPlaceholderText(self.tr("required"))
        return field

    def _with_hint(self, field: DateField) -> QWidget:
        """Return the field with words under it that stand there while its text is no date."""
        words = self.tr("Not a date. Write it like %1").replace("%1", isolate_ltr(EXAMPLES))
        hint = QLabel(words)
        wrap(hint)
        hint.hide()

        def tell(valid: bool) -> None:
            hint.setVisible(not valid)
            field.setAccessibleDescription("" if valid else words)

        field.validity_changed.connect(tell)
        box = QWidget()
        layout = QVBoxLayout(box)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        layout.addWidget(field)
        layout.addWidget(hint)
        box.setFocusProxy(field)
        return box


_TITLES = QFormLayout.ItemRole.LabelRole


def _side_by_side(titled: list[tuple[QLabel, Field]]) -> QWidget:
    box = QWidget()
    flow = Flow(GAP, box)
    flowing(box)
    for title, field in titled:
        pair = QWidget()
        row = QHBoxLayout(pair)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GAP)
        row.addWidget(title)
        row.addWidget(field, 1)
        flow.addWidget(pair)
    return box
