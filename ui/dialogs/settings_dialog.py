"""Changes what the program remembers, and shows each change at once; Cancel takes all of them back."""

from collections.abc import Iterable
from dataclasses import replace

from PySide6.QtCore import QEvent, QLocale, Qt, Signal
from PySide6.QtWidgets import QCheckBox, QDialogButtonBox, QGridLayout, QLineEdit, QSlider, QWidget

from ui import i18n
from ui.dialogs.annotator_dialog import name_problem, tidy
from ui.dialogs.font_sample import FontSample
from ui.settings import FONT_FAMILIES, FONT_SIZES, Settings
from ui.style.theme import THEMES
from ui.widgets.form import GAP, WIDE, Field, FormDialog, Problem, text
from ui.widgets.options import Option, OptionBox


class SettingsDialog(FormDialog):
    """Emits `previewed` for every change, with the settings as they would be; with the old ones when it is cancelled."""

    previewed = Signal(Settings)

    def __init__(self, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(parent, "", width=WIDE)
        self._before = settings
        self.heading = text("", "heading")
        self.body.addWidget(self.heading)
        self.annotator = QLineEdit()
        self.annotator_field = self.add_field("", self.annotator)
        self.language, self.region, self.theme = OptionBox(), OptionBox(), OptionBox()
        self.family = OptionBox([Option(family, family) for family in FONT_FAMILIES])
        self.spacing, self.column = OptionBox(), OptionBox()
        self.text_size = QSlider(Qt.Orientation.Horizontal)
        self.text_size.setRange(FONT_SIZES.start, FONT_SIZES.stop - 1)
        self.text_size.setPageStep(4)
        grid = QGridLayout()
        grid.setHorizontalSpacing(2 * GAP)
        grid.setVerticalSpacing(2 * GAP)
        (
            self.language_field,
            self.region_field,
            self.theme_field,
            self.family_field,
            self.spacing_field,
            self.column_field,
            self.size_field,
        ) = (
            self._place(grid, widget, row, column, span)
            for widget, row, column, span in (
                (self.language, 0, 0, 1),
                (self.region, 0, 1, 1),
                (self.theme, 1, 0, 1),
                (self.family, 1, 1, 1),
                (self.spacing, 2, 0, 1),
                (self.column, 2, 1, 1),
                (self.text_size, 3, 0, 2),
            )
        )
        self.body.addLayout(grid)
        self.sample = FontSample()
        self.body.addWidget(self.sample)
        self.fill = QCheckBox()
        self.body.addWidget(self.fill)
        self.pace = QCheckBox()
        self.body.addWidget(self.pace)
        self.go_on = self.buttons.addButton("", QDialogButtonBox.ButtonRole.AcceptRole)
        self.go_on.setDefault(True)
        self.cancel = self.buttons.addButton("", QDialogButtonBox.ButtonRole.RejectRole)
        self.cancel.setAutoDefault(False)
        self.defaults = self.buttons.addButton("", QDialogButtonBox.ButtonRole.ResetRole)
        self.defaults.setAutoDefault(False)
        self.defaults.clicked.connect(self._restore)
        self._retranslate()
        self._fill(settings)
        for signal in (
            self.annotator.textChanged,
            self.language.currentIndexChanged,
            self.region.currentIndexChanged,
            self.theme.currentIndexChanged,
            self.family.currentIndexChanged,
            self.spacing.currentIndexChanged,
            self.column.currentIndexChanged,
            self.text_size.valueChanged,
            self.fill.toggled,
            self.pace.toggled,
        ):
            signal.connect(self._preview)

    def problems(self) -> Iterable[Problem]:
        name = tidy(self.annotator.text())
        # nobody has to have a name before the first annotation asks for it
        if (name or self._before.annotator) and (message := name_problem(name)):
            yield Problem(self.annotator, message)

    def choice(self) -> Settings:
        return replace(
            self._before,
            annotator=tidy(self.annotator.text()),
            language=str(self.language.value()),
            region=str(self.region.value()),
            theme=str(self.theme.value()),
            font_family=str(self.family.value()),
            font_size=self.text_size.value(),
            spacing=str(self.spacing.value()),
            column=str(self.column.value()),
            fill_values=self.fill.isChecked(),
            show_pace=self.pace.isChecked(),
        )

    def reject(self) -> None:
        self.previewed.emit(self._before)
        super().reject()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def _place(self, grid: QGridLayout, widget: QWidget, row: int, column: int, span: int) -> Field:
        field = Field("", widget)
        self.adopt(field)
        grid.addLayout(field.layout, row, column, 1, span)
        grid.setColumnStretch(column, 1)
        return field

    def _fill(self, settings: Settings) -> None:
        self.annotator.setText(settings.annotator)
        self.language.set_value(settings.language)
        self.region.set_value(settings.region)
        self.theme.set_value(settings.theme)
        self.family.set_value(settings.font_family)
        self.text_size.setValue(settings.font_size)
        self.spacing.set_value(settings.spacing)
        self.column.set_value(settings.column)
        self.fill.setChecked(settings.fill_values)
        self.pace.setChecked(settings.show_pace)
        self._show_sample()

    def _restore(self) -> None:
        """Put the looks back to what a first run has; the name is no matter of taste and stays."""
        self._fill(Settings(annotator=tidy(self.annotator.text())))

    def _preview(self) -> None:
        self._show_sample()
        self.previewed.emit(self.choice())

    def _show_sample(self) -> None:
        language = i18n.resolve(str(self.language.value()))
        locale = i18n.locale_for(language, str(self.region.value()))
        self.sample.show_sample(str(self.family.value()), self.text_size.value(), locale)
        points = self.tr("Size of the text: %Ln point(s)", "", self.text_size.value())
        self.size_field.set_caption(points)

    def _retranslate(self) -> None:
        self.setWindowTitle(self.tr("Settings"))
        self.heading.setText(self.tr("Settings"))
        self.annotator_field.set_caption(self.tr("&Name of the annotator"))
        self.annotator_field.set_hint(
            self.tr("Another name opens another set of annotations; nothing is renamed.")
        )
        self.language_field.set_caption(self.tr("&Language"))
        self.language.set_options(
            [
                Option("system", self.tr("As the system")),
                Option("en", "English"),
                Option("ar", "العربية"),
            ]
        )
        self.region_field.set_caption(self.tr("Region of &digits and dates"))
        self.region.set_options([Option("", self.tr("As the system")), *self._regions()])
        self.theme_field.set_caption(self.tr("&Theme"))
        titles = (self.tr("As the system"), self.tr("Light"), self.tr("Dark"))
        self.theme.set_options([Option(*pair) for pair in zip(THEMES, titles, strict=True)])
        self.family_field.set_caption(self.tr("&Font of the text"))
        self.spacing_field.set_caption(self.tr("Line &spacing"))
        self.spacing.set_options(
            [
                Option("compact", self.tr("Compact")),
                Option("normal", self.tr("Normal")),
                Option("wide", self.tr("Wide, with the names of labels")),
            ]
        )
        self.column_field.set_caption(self.tr("&Column of text"))
        self.column.set_options(
            [
                *(
                    Option(str(letters), self.tr("%Ln letter(s)", "", letters))
                    for letters in (60, 75, 90)
                ),
                Option("unlimited", self.tr("As wide as the window")),
            ]
        )
        self.fill.setText(self.tr("Fill in &proposed values, of dates and names, while tagging"))
        self.pace.setText(self.tr("Show today's pac&e in the status line, to yourself only"))
        self.defaults.setText(self.tr("Restore looks"))
        self.go_on.setText(self.tr("Keep settings"))
        self.cancel.setText(self.tr("Cancel"))
        self._show_sample()

    def _regions(self) -> list[Option]:
        """Return the regions by name in the language shown, each with its own digits."""
        options = []
        for code in i18n.REGIONS:
            locale = i18n.locale_for("ar", code)
            name = (
                locale.nativeTerritoryName()
                if i18n.current() == "ar"
                else QLocale.territoryToString(locale.territory())
            )
            options.append(Option(code, f"{name}  {locale.toString(123)}"))
        return options
