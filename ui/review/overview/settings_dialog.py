from dataclasses import replace

from PySide6.QtWidgets import QCheckBox, QWidget

from annotator.iaa.scores.results import Agreement
from annotator.model import Schema
from annotator.project import ReviewSettings
from ui.review.pages.target_table import TargetTable
from ui.widgets.form import WIDE, FormDialog


class ReviewSettingsDialog(FormDialog):
    """What a lead wants of the project's reviews: whether it is blind, and its targets. Rules have a dialog of their own."""

    def __init__(
        self,
        settings: ReviewSettings,
        schema: Schema,
        result: Agreement | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent, self.tr("Settings of the review"), width=WIDE)
        self._settings = settings
        self.add_heading(
            self.tr("Settings of the review"),
            self.tr("They belong to the project and hold for everybody who reviews it."),
        )
        self.blind = QCheckBox()
        self.blind.setText(
            self.tr("Blind: nobody sees others' work on an article before finishing their own")
        )
        self.blind.setChecked(settings.blind)
        self.body.addWidget(self.blind)
        self.targets = TargetTable()
        self.targets.show_targets(settings, schema, result)
        self.body.addWidget(self.targets)
        self.add_buttons(self.tr("Keep"))

    def choice(self) -> ReviewSettings:
        """Return the settings with what was changed here."""
        return replace(
            self._settings,
            blind=self.blind.isChecked(),
            targets=self.targets.targets(),
        )
