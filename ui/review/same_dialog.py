from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractItemView, QListWidget, QListWidgetItem, QWidget

from ui import i18n
from ui.widgets.form import WIDE, FormDialog

CONTEXT = 40
"""Characters shown on either side."""


@dataclass(frozen=True, slots=True)
class Occurrence:
    """One other place with the same disagreement: an article's title and the words around it."""

    title: str
    before: str
    words: str
    after: str


class SameDialog(FormDialog):
    """Lists the other places where the same words are disagreed about alike; what stays ticked gets the same decision."""

    def __init__(
        self, decision: str, places: Sequence[Occurrence], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent, self.tr("The same words elsewhere"), width=WIDE)
        self.add_heading(
            self.tr("Decide these alike: %1").replace("%1", decision),
            self.tr(
                "Space takes a line out or in. Nothing is changed where a person has decided already."
            ),
        )
        self.places = QListWidget()
        self.places.setAccessibleName(self.windowTitle())
        self.places.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.places.setWordWrap(True)
        self.places.setSpacing(2)
        for place in places:
            item = QListWidgetItem(
                f"{i18n.isolate(place.title)}\n"
                + i18n.isolate(f"…{place.before}[{place.words}]{place.after}…")
            )
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            item.setCheckState(Qt.CheckState.Checked)
            self.places.addItem(item)
        if places:
            self.places.setCurrentRow(0)
        self.body.addWidget(self.places)
        self.add_buttons(self.tr("&Decide"))
        self.resize(WIDE, 420)

    def choice(self) -> tuple[int, ...]:
        """Return the numbers of the places that stayed ticked."""
        return tuple(
            row
            for row in range(self.places.count())
            if self.places.item(row).checkState() == Qt.CheckState.Checked
        )
