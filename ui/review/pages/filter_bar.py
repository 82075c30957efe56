from collections.abc import Sequence

from PySide6.QtCore import QDate, QEvent, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDateEdit,
    QHBoxLayout,
    QLabel,
    QVBoxLayout,
    QWidget,
)

from annotator.review.filters import Filters
from ui.popover.flow import Flow, flowing
from ui.review.pages.choice_button import ChoiceButton
from ui.style.spin_boxes import settled
from ui.widgets.form import GAP, wrapped

ANY = QDate(1800, 1, 1)
"""The day that stands for no bound."""


class FilterBar(QWidget):
    """Which labels, people, articles and layers the numbers are about."""

    changed = Signal(object)  # Filters

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.labels, self.annotators, self.sources = ChoiceButton(), ChoiceButton(), ChoiceButton()
        self.since, self.until = _date(), _date()
        self.in_progress, self.zones = QCheckBox(), QCheckBox()
        self.edges = QComboBox()
        self._since_name, self._until_name, self._edges_name = QLabel(), QLabel(), QLabel()
        self._since_name.setBuddy(self.since)
        self._until_name.setBuddy(self.until)
        self._edges_name.setBuddy(self.edges)
        for value in ("as_is", "trimmed", "clitic_stripped"):
            self.edges.addItem("", value)
        row = Flow(GAP)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(12, GAP, 12, 4)
        outer.addLayout(row)
        flowing(self)
        for part in (
            self.labels,
            self.annotators,
            self.sources,
            named(self._since_name, self.since),
            named(self._until_name, self.until),
            self.in_progress,
            self.zones,
            named(self._edges_name, self.edges),
        ):
            row.addWidget(part)
        for part in (self.labels, self.annotators, self.sources, self.in_progress, self.zones):
            part.setMinimumHeight(self.edges.sizeHint().height())
        for button in (self.labels, self.annotators, self.sources):
            button.changed.connect(self._tell)
        for box in (self.in_progress, self.zones):
            box.toggled.connect(self._tell)
        for date in (self.since, self.until):
            date.dateChanged.connect(self._tell)
        self.edges.currentIndexChanged.connect(self._tell)
        self._retranslate()

    def offer(
        self,
        labels: Sequence[tuple[str, str]],
        annotators: Sequence[str],
        sources: Sequence[str],
    ) -> None:
        """Show what there is to choose from; sources may hold an empty one."""
        self.labels.set_choices(labels)
        self.annotators.set_choices([(name, name) for name in annotators])
        self.sources.set_choices([(name, name or self.tr("without a source")) for name in sources])
        self.sources.setVisible(len(sources) > 1)

    def filters(self) -> Filters:
        return Filters(
            self.labels.chosen(),
            self.annotators.chosen(),
            self.sources.chosen(),
            _iso(self.since),
            _iso(self.until),
            self.in_progress.isChecked(),
            self.zones.isChecked(),
            self.edges.currentData(),
        )

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def _tell(self) -> None:
        self.changed.emit(self.filters())

    def _retranslate(self) -> None:
        self.labels.set_caption(self.tr("Labels"))
        self.annotators.set_caption(self.tr("Annotators"))
        self.sources.set_caption(self.tr("Sources"))
        self._since_name.setText(self.tr("Published from"))
        self._until_name.setText(self.tr("to"))
        self.since.setAccessibleName(self.tr("Published from"))
        self.until.setAccessibleName(self.tr("Published to"))
        self.in_progress.setText(self.tr("With articles in progress"))
        self.zones.setText(self.tr("With text out of scope"))
        self._edges_name.setText(self.tr("Edges"))
        for date in (self.since, self.until):
            date.setSpecialValueText(self.tr("any day"))
        words = (
            self.tr("as they are"),
            self.tr("without punctuation at the ends"),
            self.tr("without punctuation and clitics"),
        )
        for row, text in enumerate(words):
            self.edges.setItemText(row, text)


def named(name: QLabel, field: QWidget) -> QWidget:
    """Keep a field and its name on one line."""
    line = QHBoxLayout()
    line.setSpacing(GAP)
    line.addWidget(name)
    line.addWidget(field)
    return wrapped(line)


def _date() -> QDateEdit:
    edit = settled(QDateEdit())
    edit.setDisplayFormat("yyyy-MM-dd")
    edit.setMinimumDate(ANY)
    edit.setDate(ANY)
    return edit


def _iso(edit: QDateEdit) -> str:
    return "" if edit.date() == ANY else edit.date().toString("yyyy-MM-dd")
