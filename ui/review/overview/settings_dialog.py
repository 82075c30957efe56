from dataclasses import replace

from PySide6.QtWidgets import QCheckBox, QComboBox, QSpinBox, QWidget

from annotator.iaa.scores.results import Agreement
from annotator.model import Schema
from annotator.project import ReviewSettings
from ui.review.pages.target_table import TargetTable
from ui.widgets.form import WIDE, FormDialog, side_by_side, wrapped


class ReviewSettingsDialog(FormDialog):
    """What a lead wants of the project's reviews: what merges by itself, whether it is blind, and its targets."""

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
        self.rules, self.votes, self.blind = QComboBox(), QSpinBox(), QCheckBox()
        for words, value in self._rules():
            self.rules.addItem(words, value)
        self.rules.setCurrentIndex(max(self.rules.findData(settings.rule), 0))
        self.votes.setRange(1, 40)
        self.votes.setValue(settings.votes)
        self.votes.setAccessibleName(self.tr("How many must agree"))
        rule = wrapped(side_by_side(self.rules, self.votes))
        rule.setFocusProxy(self.rules)
        self.add_field(self.tr("What m&erges"), rule)
        self.blind.setText(
            self.tr("Blind: nobody sees others' work on an article before finishing their own")
        )
        self.blind.setChecked(settings.blind)
        self.body.addWidget(self.blind)
        self.targets = TargetTable()
        self.targets.show_targets(settings, schema, result)
        self.body.addWidget(self.targets)
        self.rules.currentIndexChanged.connect(self._show_votes)
        self._show_votes()
        self.add_buttons(self.tr("Keep"))

    def choice(self) -> ReviewSettings:
        """Return the settings with what was changed here."""
        return replace(
            self._settings,
            rule=self.rules.currentData(),
            votes=self.votes.value(),
            blind=self.blind.isChecked(),
            targets=self.targets.targets(),
        )

    def _rules(self) -> list[tuple[str, str]]:
        found = [
            (self.tr("what all who finished agree on"), "unanimous"),
            (self.tr("what more than half agree on"), "majority"),
            (self.tr("what so many agree on:"), "threshold"),
        ]
        if self._settings.rule == "trusted":
            words = self.tr("what %1 made").replace("%1", self._settings.trusted)
            found.append((words, "trusted"))
        return found

    def _show_votes(self) -> None:
        self.votes.setVisible(self.rules.currentData() == "threshold")
