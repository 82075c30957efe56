from collections.abc import Mapping

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QToolButton, QVBoxLayout, QWidget

from annotator.model import Label, Schema
from ui import i18n
from ui.panels.labels.label_button import LabelButton
from ui.style import assets

ALWAYS_SEEN = 4
"""Labels that are seen without scrolling however the docks are divided."""


class LabelsPanel(QWidget):
    """The labels of the schema with their keys and counts; a click tags what is selected in the article."""

    label_chosen = Signal(str)
    sticky_toggled = Signal(str)
    """The pin of a label was pressed: keep tagging with it, or stop."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._schema: Schema | None = None
        self._language = ""
        self._counts: Mapping[str, int] = {}
        self._sticky: str | None = None
        self._current: str | None = None
        self._buttons: dict[str, LabelButton] = {}
        self._pins: dict[str, QToolButton] = {}
        self._scroller = QScrollArea()
        self._scroller.setWidgetResizable(True)
        self._scroller.setFrameShape(QFrame.Shape.NoFrame)
        self._scroller.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroller.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._scroller)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._retranslate()

    def show_schema(self, schema: Schema, language: str) -> None:
        """Show the labels of ``schema`` by their titles in ``language`` (``en`` or ``ar``).

        Later they follow the window's language by themselves.
        """
        self._schema, self._language = schema, language
        self._buttons, self._pins = {}, {}
        body = QWidget()
        layout = QVBoxLayout(body)
        layout.setContentsMargins(4, 4, 4, 4)
        layout.setSpacing(1)
        for label in schema.labels:
            layout.addLayout(self._row(label))
        layout.addStretch(1)
        self._scroller.setWidget(body)
        self._scroller.setMinimumHeight(self._height_of(min(len(schema.labels), ALWAYS_SEEN)))
        self._retranslate()
        self.show_counts(self._counts)
        self.set_sticky(self._sticky)
        self.set_current(self._current)

    def show_counts(self, counts: Mapping[str, int]) -> None:
        """Show how many annotations of the open article each label has; an absent one has none."""
        self._counts = counts
        for name, button in self._buttons.items():
            button.set_count(counts.get(name, 0))

    def set_sticky(self, label: str | None) -> None:
        """Show which label every selection is tagged with at once, if any."""
        self._sticky = label
        for name, pin in self._pins.items():
            pin.setChecked(name == label)
            pin.setIcon(assets.icon("pin", "link" if name == label else "ink_quiet"))

    def set_current(self, label: str | None) -> None:
        """Mark the label of the annotation at the caret, if any."""
        self._current = label
        for name, button in self._buttons.items():
            button.set_current(name == label)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            if self._schema is not None:
                self.show_schema(self._schema, i18n.current())
            self._retranslate()
        super().changeEvent(event)

    def _row(self, label: Label) -> QHBoxLayout:
        button = LabelButton(label, self._language)
        button.clicked.connect(lambda: self.label_chosen.emit(label.name))
        pin = QToolButton()
        pin.setCheckable(True)
        pin.setAutoRaise(True)
        pin.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        pin.clicked.connect(lambda: self._toggle_sticky(label.name))
        self._buttons[label.name], self._pins[label.name] = button, pin
        row = QHBoxLayout()
        row.setSpacing(2)
        row.addWidget(button, 1)
        row.addWidget(pin)
        return row

    def _height_of(self, labels: int) -> int:
        rows = list(self._buttons.values())[:labels]
        return sum(row.sizeHint().height() + 1 for row in rows) + 8

    def _toggle_sticky(self, label: str) -> None:
        """Leave the pins as they are: whoever holds the state answers with `set_sticky`."""
        self.set_sticky(self._sticky)
        self.sticky_toggled.emit(label)

    def _retranslate(self) -> None:
        self.setAccessibleName(self.tr("Labels"))
        for name, pin in self._pins.items():
            words = self.tr("Keep tagging as %1").replace("%1", self._buttons[name].text())
            pin.setAccessibleName(words)
            pin.setToolTip(words)
        for button in self._buttons.values():
            button.retranslate()
