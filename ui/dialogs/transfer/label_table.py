"""What the labels of files are in the project: a row a label, in the file and here."""

from collections.abc import Mapping

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from annotator.model import Schema
from annotator.project import formats
from ui import i18n
from ui.i18n import isolate
from ui.widgets.form import GAP, quiet
from ui.widgets.options import Option, OptionBox

_MOST = 100
"""Labels that have a row; a file with more is no file of annotations."""

_HEIGHT = 180
"""Pixels: five rows, so that the options below stay in sight."""


class LabelTable(QWidget):
    """Hidden while files have no labels but the project's own, and nothing was said of any.

    ``rules`` are what was said of labels before, in the words of the import's option.
    """

    def __init__(self, schema: Schema, rules: str = "") -> None:
        super().__init__()
        self._schema = schema
        self._rules = rules
        self.boxes: dict[str, OptionBox] = {}
        self.caption = QLabel(self.tr("Labels in the files and here"))
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(2 * GAP)
        self._grid.setVerticalSpacing(GAP // 2)
        self._grid.setColumnStretch(1, 1)
        inside = QWidget()
        inside.setLayout(self._grid)
        self._inside = inside
        self._area = area = QScrollArea()
        area.setWidget(inside)
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP // 2)
        column.addWidget(self.caption)
        column.addWidget(area)
        self.hint = quiet(self.tr("Your choice is remembered for this project."))
        column.addWidget(self.hint)
        self.hide()

    def show_labels(self, labels: Mapping[str, int]) -> None:
        """Offer a choice for each label of the files, the most frequent first; what was chosen stays chosen."""
        chosen = {raw: str(box.value()) for raw, box in self.boxes.items()}
        names = sorted(labels, key=lambda raw: -labels[raw])[:_MOST]
        targets = {
            raw: chosen.get(raw) or formats.target_of(raw, self._schema, self._rules)
            for raw in names
        }
        self._clear()
        self.setVisible(formats.label_rules(targets, self._schema) is not None)
        for row, (raw, target) in enumerate(targets.items()):
            box = OptionBox(self._options(raw))
            box.set_value(target)
            words = self.tr("%1 (%Ln)", "", labels[raw]).replace("%1", isolate(raw))
            label = QLabel(words)
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setBuddy(box)
            box.setAccessibleName(words)
            self._grid.addWidget(label, row, 0)
            self._grid.addWidget(box, row, 1)
            for widget in (label, box):
                widget.show()  # a layout gives no room to what was never shown
                widget.ensurePolished()
            self.boxes[raw] = box
        self._area.setFixedHeight(min(_HEIGHT, self._inside.sizeHint().height()))

    def rules(self) -> str | None:
        """Return what the import's option takes, None where every label is the project's own."""
        targets = {raw: str(box.value()) for raw, box in self.boxes.items()}
        return formats.label_rules(targets, self._schema)

    def _options(self, raw: str) -> list[Option]:
        language = i18n.current()
        known = [Option(label.name, label.title(language)) for label in self._schema.labels]
        new = self.tr("Add %1 as a new label").replace("%1", isolate(raw))
        return [
            *known,
            Option(formats.ADD, new),
            Option(formats.DROP, self.tr("Leave these annotations out")),
        ]

    def _clear(self) -> None:
        self.boxes = {}
        while (item := self._grid.takeAt(0)) is not None:
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()
