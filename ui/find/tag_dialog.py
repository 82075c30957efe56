"""Reviews the places that are about to be tagged at once."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QSize
from PySide6.QtWidgets import (
    QButtonGroup,
    QCheckBox,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QRadioButton,
    QSizePolicy,
    QWidget,
)

from annotator.model import Layer, Span
from annotator.search.occurrences import Occurrence
from ui.find.rows import Texts, Titles
from ui.find.tag_list import TagList
from ui.find.tag_model import TagModel
from ui.i18n import isolate
from ui.widgets.form import GAP, FormDialog, quiet

WIDTH, LIST_HEIGHT = 760, 320
"""Logical pixels: a line of context and about fourteen places."""


@dataclass(frozen=True, slots=True)
class Gathered:
    """The places found, article by article, with the layer of each, and how many more lie out of scope."""

    places: Sequence[Sequence[Occurrence]]
    layers: dict[str, Layer]
    out_of_scope: int


@dataclass(frozen=True, slots=True)
class TagChoice:
    """The spans to tag by article, in ``layers``, and whether the attributes are copied."""

    spans: dict[str, list[Span]]
    layers: dict[str, Layer]
    copies_attributes: bool


Gather = Callable[[bool], Gathered | None]
"""Finds the places, in the open article or, given True, in all; None when the user stopped it."""


class TagDialog(FormDialog):
    """Lists every place where the words of an annotation stand; what is checked will be tagged."""

    def __init__(
        self,
        words: str,
        label: str,
        values: Sequence[str],
        gather: Gather,
        texts: Texts,
        titles: Titles,
        parent: QWidget | None = None,
    ) -> None:
        """``label`` is the label's title and ``values`` the attributes that could be copied."""
        super().__init__(parent, "", width=WIDTH)
        self.setWindowTitle(self.tr("Tag everywhere"))
        self._gather, self._texts, self._titles = gather, texts, titles
        self._gathered = Gathered((), {}, 0)
        heading = self.tr("Tag %1 as %2").replace("%2", isolate(label))
        self.add_heading(
            heading.replace("%1", isolate(words)),
            self.tr(
                "Every place where these words stand, in any spelling and behind و ف ب ل ك. "
                "Space checks a place; what is checked is tagged at once, and one undo takes it all back."
            ),
        )
        self.model = TagModel(self)
        self.list = TagList(self.model)
        self._add_scope()
        self._add_list()
        self.copy = QCheckBox(self._copy_words(values))
        self.copy.setChecked(True)
        self.copy.setVisible(bool(values))
        self.body.addWidget(self.copy)
        self.go_on = self.add_buttons(self.tr("Tag"))
        self.model.checks_changed.connect(self._count)
        self.list.entered_on.connect(self.accept)
        self._look()
        self.list.setFocus()

    def choice(self) -> TagChoice:
        copies = self.copy.isChecked() and not self.copy.isHidden()
        return TagChoice(self.model.chosen(), self._gathered.layers, copies)

    def _add_scope(self) -> None:
        self.here = QRadioButton(self.tr("This &article"))
        self.everywhere = QRadioButton(self.tr("All articles of the &project"))
        self.here.setChecked(True)
        group = QButtonGroup(self)
        row = QHBoxLayout()
        row.setSpacing(3 * GAP)
        for button in (self.here, self.everywhere):
            group.addButton(button)
            row.addWidget(button)
        row.addStretch()
        self.body.addLayout(row)
        group.buttonClicked.connect(self._look)

    def _add_list(self) -> None:
        self.list.setMinimumSize(QSize(0, LIST_HEIGHT))
        self.list.setAccessibleName(self.tr("Places"))
        self.body.addWidget(self.list, 1)
        self.summary = QLabel()
        self.summary.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.left_out = quiet("")
        self.check_all = QPushButton(self.tr("A&ll"))
        self.check_proposed = QPushButton(self.tr("Pr&oposed"))
        self.check_none = QPushButton(self.tr("&None"))
        row = QHBoxLayout()
        row.setSpacing(GAP)
        row.addWidget(self.summary, 1)
        for button, wanted in (
            (self.check_all, "all"),
            (self.check_proposed, "proposed"),
            (self.check_none, "none"),
        ):
            button.setAutoDefault(False)
            button.clicked.connect(lambda _checked=False, which=wanted: self.model.check(which))
            row.addWidget(button)
        self.body.addLayout(row)
        self.body.addWidget(self.left_out)

    def _look(self) -> None:
        """Find the places in the chosen scope; stay with the article where that was stopped."""
        gathered = self._gather(self.everywhere.isChecked())
        if gathered is None:
            self.here.setChecked(True)
            return
        self._gathered = gathered
        self.model.show(gathered.places, self._texts, self._titles)
        self.list.setCurrentIndex(self.model.index(1, 0))
        words = self.tr("%Ln more place(s) out of scope were left out.", "", gathered.out_of_scope)
        self.left_out.setText(words)
        self.left_out.setVisible(bool(gathered.out_of_scope))

    def _count(self) -> None:
        checked, places = self.model.checked, self.model.places
        of = self.tr("of %Ln place(s) checked", "", places)
        self.summary.setText(f"{self.locale().toString(checked)} {of}")
        self.go_on.setText(self.tr("Tag %Ln place(s)", "", checked))
        self.go_on.setEnabled(checked > 0)

    def accept(self) -> None:
        if self.model.checked:
            super().accept()

    def _copy_words(self, values: Sequence[str]) -> str:
        listed = " · ".join(isolate(value) for value in values)
        return self.tr("&Copy to each: %1").replace("%1", listed)
