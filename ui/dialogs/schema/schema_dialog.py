"""Edits the labels of a project. A label that annotations use keeps its machine name and cannot be removed."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from PySide6.QtCore import QLocale
from PySide6.QtWidgets import (
    QCheckBox,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from annotator.model import Label, Schema
from annotator.model.label_palette import KEYS, offered
from annotator.model.schema import PATTERNS
from ui.dialogs.schema.label_form import LabelForm
from ui.dialogs.schema.schema_checks import faults, free_name
from ui.i18n import current, isolate
from ui.style import assets
from ui.style.tones import is_dark
from ui.widgets.form import GAP, FormDialog, Problem, text

_WIDTH = 860
_LIST_WIDTH = 220


@dataclass(frozen=True, slots=True)
class SchemaChoice:
    schema: Schema


class SchemaDialog(FormDialog):
    """``counts`` are annotations by label name, ``carried`` by label and attribute name, over all annotators."""

    def __init__(
        self,
        schema: Schema,
        counts: Mapping[str, int],
        parent: QWidget | None = None,
        *,
        carried: Mapping[tuple[str, str], int] | None = None,
        used_fields: Mapping[str, int] | None = None,
    ) -> None:
        """``used_fields`` are the articles that have a value for each article field, by name."""
        super().__init__(parent, "", width=_WIDTH)
        self.setWindowTitle(self.tr("Labels"))
        self._schema = schema
        self._counts, self._carried = counts, carried or {}
        self._used_fields = used_fields or {}
        self._labels = list(schema.labels)
        self._fields = schema.article_fields
        self._colours = offered(schema)
        self.add_heading(
            self.tr("Labels of this project"),
            self.tr(
                "Everybody in the project uses these labels. Names, keys and colours may change at any time."
            ),
        )
        self.list = QListWidget()
        self.list.setFixedWidth(_LIST_WIDTH)
        self.list.setSpacing(GAP // 4)
        self.list.setAccessibleName(self.tr("Labels"))
        self.form = LabelForm(self._colours)
        self.refusal = text("", "error")
        self.refusal.hide()
        self.crossing = QCheckBox(self.tr("Annotations may cross each other"))
        self.crossing.setChecked(schema.allow_crossing)
        self.crossing.setToolTip(
            self.tr("One begins inside another and ends after it. Most guidelines forbid this.")
        )
        self._lay_out()
        self.list.currentRowChanged.connect(self._show_current)
        self.form.changed.connect(self._take)
        self._fill(0)
        self.add_buttons(self.tr("Save labels"))

    def problems(self) -> list[Problem]:
        return [
            Problem(self.form.fields[fault.field].widget, fault.message)
            for fault in faults(self._labels)
        ]

    def accept(self) -> None:
        first = next(faults(self._labels), None)
        if first is not None:
            self.list.setCurrentRow(first.place)
            self._show_faults(checked=True)
            self.form.fields[first.field].widget.setFocus()
            return
        super().accept()

    def choice(self) -> SchemaChoice:
        """Return the labels as edited; relation types whose label was removed go with it."""
        names = {label.name for label in self._labels}
        relations = tuple(r for r in self._schema.relations if {r.head, r.dependent} <= names)
        crossing = self.crossing.isChecked()
        return SchemaChoice(Schema(tuple(self._labels), relations, crossing, self._fields))

    def add_label(self) -> None:
        """Append a label with the first free key, colour and pattern, and go to its name."""
        keys = [key for key in KEYS if key not in {label.key for label in self._labels}]
        used = {label.colours for label in self._labels}
        colours = next((c for c in self._colours if c not in used), self._colours[0])
        patterns = [label.pattern for label in self._labels]
        pattern = min(PATTERNS, key=patterns.count)
        self._labels.append(Label("", "", "", keys[0] if keys else "", colours, pattern))
        self._fill(len(self._labels) - 1)
        self.form.title_en.setFocus()

    def remove_label(self) -> None:
        place = self.list.currentRow()
        label = self._labels[place]
        if count := self._counts.get(label.name, 0):
            words = self.tr("%Ln annotation(s) use %1. Give them another label first.", "", count)
            self._refuse(words.replace("%1", isolate(label.title(current()))))
        elif len(self._labels) == 1:
            self._refuse(self.tr("A project needs at least one label."))
        else:
            del self._labels[place]
            self._fill(min(place, len(self._labels) - 1))

    def move_label(self, step: int) -> None:
        """Move the current label up (-1) or down (1); the order is that of the labels panel and the exports."""
        place = self.list.currentRow()
        target = place + step
        if 0 <= target < len(self._labels):
            self._labels[place], self._labels[target] = self._labels[target], self._labels[place]
            self._fill(target)

    def edit_fields(self) -> None:
        """Ask what is to be known of every article; it is saved with the labels."""
        from ui.dialogs.schema.article_fields_dialog import ArticleFieldsDialog

        dialog = ArticleFieldsDialog(self._fields, self, used=self._used_fields)
        if dialog.exec():
            self._fields = dialog.choice()

    def _lay_out(self) -> None:
        commands = (
            ("add", self.tr("Add a label"), self.add_label),
            ("remove", self.tr("Remove this label"), self.remove_label),
            ("up", self.tr("Move up"), lambda: self.move_label(-1)),
            ("down", self.tr("Move down"), lambda: self.move_label(1)),
        )
        buttons = QHBoxLayout()
        buttons.setSpacing(GAP // 2)
        self.commands: dict[str, QToolButton] = {}
        for name, words, slot in commands:
            button = QToolButton()
            button.setIcon(assets.icon(name))
            button.setToolTip(words)
            button.setAccessibleName(words)
            button.setAutoRaise(True)
            button.clicked.connect(slot)
            buttons.addWidget(button)
            self.commands[name] = button
        buttons.addStretch()
        side = QVBoxLayout()
        side.setSpacing(GAP // 2)
        side.addWidget(self.list, 1)
        side.addLayout(buttons)
        both = QHBoxLayout()
        both.setSpacing(3 * GAP)
        both.addLayout(side)
        both.addWidget(self.form, 1)
        self.body.addLayout(both)
        self.body.addWidget(self.refusal)
        self.fields_button = QPushButton(self.tr("&What is asked of every article…"))
        self.fields_button.setAutoDefault(False)
        self.fields_button.clicked.connect(self.edit_fields)
        project = QHBoxLayout()
        project.addWidget(self.crossing, 1)
        project.addWidget(self.fields_button)
        self.body.addLayout(project)

    def _fill(self, place: int) -> None:
        self.list.blockSignals(True)
        self.list.clear()
        for number in range(len(self._labels)):
            self.list.addItem(QListWidgetItem())
            self._show_item(number)
        self.list.setCurrentRow(place)
        self.list.blockSignals(False)
        self._show_current(place)

    def _show_item(self, place: int) -> None:
        label, item = self._labels[place], self.list.item(place)
        title = label.title(current()) or self.tr("(no name yet)")
        count = self._counts.get(label.name, 0)
        item.setText(f"{isolate(title)}   {QLocale().toString(count)}" if count else title)
        item.setIcon(assets.swatch(label, is_dark(self.palette())))

    def _show_current(self, place: int) -> None:
        if place < 0:
            return
        label = self._labels[place]
        carried = {name: n for (owner, name), n in self._carried.items() if owner == label.name}
        self.refusal.hide()
        self.form.show_label(label, carried)
        self._show_faults(checked=False)

    def _take(self, edited: Label) -> None:
        place = self.list.currentRow()
        self._labels[place] = self._named(edited, place)
        self._show_item(place)
        self._show_faults(checked=False)

    def _named(self, label: Label, place: int) -> Label:
        """Give a label that is new in this dialog a machine name; one the project knows keeps its own."""
        if label.name in self._schema.label_names:
            return label
        others = [other.name for number, other in enumerate(self._labels) if number != place]
        return replace(
            label, name=free_name(label.title_en, (*others, *self._schema.label_names), "label")
        )

    def _show_faults(self, *, checked: bool) -> None:
        """Show what is wrong with the current label: everything once checked, before that only clashes of keys."""
        place = self.list.currentRow()
        found = {
            f.field: f.message for f in reversed(list(faults(self._labels))) if f.place == place
        }
        self.form.show_faults(found if checked else {k: v for k, v in found.items() if k == "key"})

    def _refuse(self, words: str) -> None:
        self.refusal.setText(words)
        self.refusal.show()
