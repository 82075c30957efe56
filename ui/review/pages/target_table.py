from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QDoubleSpinBox, QGridLayout, QLabel, QWidget

from annotator.iaa.scores.results import Agreement, Measure
from annotator.model import Schema
from annotator.project import ReviewSettings
from ui.review import words
from ui.style.spin_boxes import settled
from ui.widgets import numbers


class TargetTable(QWidget):
    """What exact and relaxed F1 the project wants of each label, beside what it has; 0 is no target."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._result: Agreement | None = None
        self._fields: dict[str, tuple[QDoubleSpinBox, QDoubleSpinBox]] = {}
        self._states: dict[str, QLabel] = {}
        self._heading, self._exact, self._relaxed = QLabel(), QLabel(), QLabel()
        self._heading.setProperty("role", "section")
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 8, 0, 0)
        self._grid.setHorizontalSpacing(12)
        self._grid.setColumnStretch(3, 1)
        self._grid.addWidget(self._heading, 0, 0)
        self._grid.addWidget(self._exact, 0, 1)
        self._grid.addWidget(self._relaxed, 0, 2)
        self._names: dict[str, QLabel] = {}
        self._retranslate()

    def show_targets(
        self, settings: ReviewSettings, schema: Schema, result: Agreement | None
    ) -> None:
        self._result = result
        if tuple(self._fields) != schema.label_names:
            self._make_rows(schema)
        for name, fields in self._fields.items():
            self._names[name].setText(words.label(name, schema))
            values = settings.targets.get(name, (0.0, 0.0))
            for field, value in zip(fields, values, strict=True):
                field.blockSignals(True)
                field.setValue(value)
                field.setSpecialValueText(numbers.UNDEFINED)
                field.blockSignals(False)
        self._show_states()

    def targets(self) -> dict[str, tuple[float, float]]:
        """Return the targets of the labels that have one."""
        found = {name: (a.value(), b.value()) for name, (a, b) in self._fields.items()}
        return {name: pair for name, pair in found.items() if any(pair)}

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def _make_rows(self, schema: Schema) -> None:
        for widget in (*self._names.values(), *self._states.values()):
            widget.deleteLater()
        for pair in self._fields.values():
            for field in pair:
                field.deleteLater()
        self._fields, self._names, self._states = {}, {}, {}
        for row, name in enumerate(schema.label_names, 1):
            self._names[name], self._states[name] = QLabel(), QLabel()
            self._states[name].setProperty("role", "hint")
            fields = _field(), _field()
            for field, measure in zip(fields, (words.exact(), words.relaxed()), strict=True):
                field.setAccessibleName(f"{words.label_in_line(name, schema)}: {measure}")
                field.editingFinished.connect(self._take)
            self._fields[name] = fields
            self._grid.addWidget(self._names[name], row, 0)
            self._grid.addWidget(fields[0], row, 1)
            self._grid.addWidget(fields[1], row, 2)
            self._grid.addWidget(self._states[name], row, 3)

    def _take(self) -> None:
        self._show_states()
        self.changed.emit()

    def _show_states(self) -> None:
        """Say of each label whether what it has reaches what is wanted now, kept or not."""
        for name, (exact, relaxed) in self._fields.items():
            wanted = exact.value(), relaxed.value()
            self._states[name].setText(self._state(name, wanted, self._result))

    def _state(self, name: str, wanted: tuple[float, float], result: Agreement | None) -> str:
        if result is None or name not in result.reliability.labels:
            return ""
        parts: list[str] = []
        for measure, target in zip((Measure.EXACT, Measure.RELAXED), wanted, strict=True):
            value = result.mean[measure].labels[name].value
            if not target:
                continue
            if value is None:
                parts.append(self.tr("not enough data"))
            elif value < target:
                parts.append(self.tr("%1: below the target").replace("%1", numbers.score(value)))
            else:
                parts.append(self.tr("%1: reached").replace("%1", numbers.score(value)))
        return " · ".join(parts)

    def _retranslate(self) -> None:
        self._heading.setText(self.tr("Targets of the project"))
        self._exact.setText(words.exact())
        self._relaxed.setText(words.relaxed())


def _field() -> QDoubleSpinBox:
    field = settled(QDoubleSpinBox())
    field.setRange(0.0, 1.0)
    field.setSingleStep(0.05)
    field.setDecimals(2)
    return field
