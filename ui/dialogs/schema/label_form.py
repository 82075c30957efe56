"""The fields of one label."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from annotator.model import CliticPolicy, Colours, Label
from annotator.model.label_palette import KEYS
from annotator.model.schema import PATTERNS
from ui.dialogs.schema.attribute_table import AttributeTable
from ui.dialogs.schema.colour_grid import ColourGrid
from ui.i18n import isolate_ltr
from ui.style import assets
from ui.style.tones import is_dark
from ui.widgets.form import GAP, Field
from ui.widgets.options import Option, OptionBox

_ATTRIBUTES_HEIGHT = 128
_WIDE = ("colours", "clitics")


class LabelForm(QWidget):
    """Shows a label and emits `changed` with what the user made of it."""

    changed = Signal(Label)

    def __init__(self, colours: Sequence[Colours]) -> None:
        super().__init__()
        self._label: Label | None = None
        self.title_en, self.title_ar = QLineEdit(), QLineEdit()
        self.key = OptionBox()
        self.pattern = OptionBox(self._patterns())
        self.colours = ColourGrid(colours)
        self.clitics = OptionBox(self._policies())
        self.attributes = AttributeTable()
        self.attributes.setFixedHeight(_ATTRIBUTES_HEIGHT)
        self.add = QPushButton(self.tr("Add a&ttribute"))
        self.add.setAutoDefault(False)
        self.fields = {
            "title_en": Field(self.tr("&English name"), self.title_en),
            "title_ar": Field(self.tr("&Arabic name"), self.title_ar),
            "key": Field(self.tr("&Key"), self.key),
            "pattern": Field(self.tr("&Underline"), self.pattern),
            "colours": Field(self.tr("&Colour"), self.colours),
            "clitics": Field(self.tr("&Letters in front of a word"), self.clitics),
            "attributes": Field(self.tr("What each annotation carries"), self.attributes),
        }
        self._lay_out()
        for signal in (
            self.title_en.textChanged,
            self.title_ar.textChanged,
            self.key.currentIndexChanged,
            self.pattern.currentIndexChanged,
            self.clitics.currentIndexChanged,
            self.colours.changed,
            self.attributes.changed,
        ):
            signal.connect(self._tell)
        self.attributes.refused.connect(self.fields["attributes"].set_message)
        self.add.clicked.connect(self.attributes.add)

    def show_label(self, label: Label, used: Mapping[str, int]) -> None:
        """Show a label; ``used`` counts the annotations that carry each of its attributes."""
        self._label = None  # so that filling the fields changes nothing
        self.title_en.setText(label.title_en)
        self.title_ar.setText(label.title_ar)
        keys = KEYS if label.key in KEYS or not label.key else (*KEYS, label.key)
        self.key.set_options(
            [Option("", self.tr("none")), *(Option(key, isolate_ltr(key)) for key in keys)]
        )
        self.key.set_value(label.key)
        self.pattern.set_value(label.pattern)
        self.colours.set_pattern(label.pattern)
        self.colours.set_colours(label.colours)
        self.clitics.set_value(label.clitics)
        self.attributes.show_attributes(label.attributes, used)
        self._label = label
        self._paint_patterns()

    def show_faults(self, messages: Mapping[str, str]) -> None:
        for name, field in self.fields.items():
            field.set_message(messages.get(name, ""))

    def _tell(self) -> None:
        if self._label is None:
            return
        self._label = replace(
            self._label,
            title_en=" ".join(self.title_en.text().split()),
            title_ar=" ".join(self.title_ar.text().split()),
            key=str(self.key.value()),
            pattern=str(self.pattern.value()),
            colours=self.colours.colours(),
            attributes=self.attributes.attributes(),
            clitics=CliticPolicy(str(self.clitics.value())),
        )
        self.colours.set_pattern(self._label.pattern)
        self._paint_patterns()
        self.changed.emit(self._label)

    def _paint_patterns(self) -> None:
        if self._label is None:
            return
        dark = is_dark(self.palette())
        for number, pattern in enumerate(PATTERNS):
            self.pattern.setItemIcon(
                number, assets.swatch(replace(self._label, pattern=pattern), dark)
            )

    def _patterns(self) -> list[Option]:
        titles = {
            "solid": self.tr("line"),
            "dash": self.tr("dashes"),
            "dot": self.tr("dots"),
            "dash-dot": self.tr("dashes and dots"),
            "wave": self.tr("wave"),
            "double": self.tr("double line"),
        }
        return [Option(pattern, titles[pattern]) for pattern in PATTERNS]

    def _policies(self) -> list[Option]:
        return [
            Option(CliticPolicy.STRIP, self.tr("stay outside: و ف ب ل ك س are not marked")),
            Option(CliticPolicy.KEEP, self.tr("are marked as they are selected")),
        ]

    def _lay_out(self) -> None:
        grid = QGridLayout()
        grid.setHorizontalSpacing(2 * GAP)
        grid.setVerticalSpacing(2 * GAP)
        places = (
            ("title_en", 0, 0),
            ("title_ar", 0, 1),
            ("key", 1, 0),
            ("pattern", 1, 1),
            ("colours", 2, 0),
            ("clitics", 3, 0),
        )
        for name, row, column in places:
            grid.addLayout(self.fields[name].layout, row, column, 1, 2 if name in _WIDE else 1)
            grid.setColumnStretch(column, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2 * GAP)
        column.addLayout(grid)
        column.addLayout(self.fields["attributes"].layout)
        column.addWidget(self.add, 0, Qt.AlignmentFlag.AlignLeading)
        column.addStretch()
