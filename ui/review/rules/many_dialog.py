"""Many rows decided in one way, after a look at each."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QWidget,
)

from ui import i18n
from ui.review.rules import alike
from ui.style.wrapping import wrap
from ui.widgets.form import FormDialog, Problem

WIDE = 720


@dataclass(frozen=True, slots=True)
class ManyLine:
    """One row: its article, the words around it, and what gold would have; None where it cannot be decided so."""

    title: str
    words: str
    outcome: str | None
    is_decided: bool


Listing = Callable[[str, bool], Sequence[ManyLine] | None]
"""Gives the lines for a way to decide, of all articles or of this one; None where looking was stopped."""


class ManyDialog(FormDialog):
    """Space takes a line out or in; what a person has decided already begins unticked."""

    def __init__(
        self, people: Sequence[str], listing: Listing, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent, self.tr("Decide all shown"), width=WIDE)
        self._listing = listing
        self._numbers: list[int] = []
        self._left = 0
        self.add_heading(
            self.windowTitle(),
            self.tr(
                "One decision for every line that stays ticked, undone as one. Space takes a line out or in."
            ),
        )
        self.how, self.where = QComboBox(), QComboBox()
        for key, words in (
            (alike.MAJORITY, self.tr("what most have")),
            (alike.SHORTER, self.tr("the shorter span (titles, clitics, signs stay outside)")),
            (alike.LONGER, self.tr("the longer span (titles, clitics, signs are part of it)")),
            (alike.ALL, self.tr("everything that anybody made")),
            (alike.NONE, self.tr("nothing")),
            *((alike.AS + n, self.tr("as %1").replace("%1", i18n.isolate(n))) for n in people),
        ):
            self.how.addItem(words, key)
        self.where.addItem(self.tr("this article"), False)
        self.where.addItem(self.tr("all articles"), True)
        self.reason, self.name = QLineEdit(), QLineEdit()
        self.name.setPlaceholderText(self.tr("e.g. titles stay outside"))
        self.count = QLabel()
        self.count.setProperty("role", "hint")
        wrap(self.count)
        self.places = QListWidget()
        self.places.setAccessibleName(self.windowTitle())
        self.places.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.places.setWordWrap(True)
        self.places.setSpacing(2)
        self.places.setMinimumHeight(180)
        self.places.itemChanged.connect(lambda _item: self._count())
        self.add_field(self.tr("&Take"), self.how)
        self.add_field(self.tr("&In"), self.where)
        self.add_field(self.tr("&Reason"), self.reason, self.tr("The annotators read it."))
        self.add_field(
            self.tr("&Guideline"),
            self.name,
            self.tr(
                "With a name it is kept as a guideline decision: annotators read it beside the edits that it means for their own work."
            ),
        )
        self.body.addWidget(self.count)
        self.body.addWidget(self.places, 1)
        self.go_on = self.add_buttons(self.tr("&Decide"))
        self.how.currentIndexChanged.connect(lambda _row: self._fill())
        self.where.currentIndexChanged.connect(lambda _row: self._fill())
        self.let_body_grow()
        self.resize(WIDE, 580)
        self._fill()

    def problems(self) -> list[Problem]:
        if not self.choice():
            return [Problem(self.places, self.tr("No line is ticked."))]
        return []

    def choice(self) -> tuple[int, ...]:
        """Return the numbers of the rows of which the line stayed ticked."""
        return tuple(
            self._numbers[line]
            for line in range(self.places.count())
            if self.places.item(line).checkState() == Qt.CheckState.Checked
        )

    @property
    def way(self) -> str:
        return str(self.how.currentData())

    # -- inside

    def _fill(self) -> None:
        lines = self._listing(self.way, bool(self.where.currentData()))
        if lines is None:
            self.where.setCurrentIndex(0)
            return
        self.places.blockSignals(True)
        self.places.clear()
        self._numbers = [n for n, line in enumerate(lines) if line.outcome is not None]
        self._left = len(lines) - len(self._numbers)
        for number in self._numbers:
            self.places.addItem(self._item(lines[number]))
        if self._numbers:
            self.places.setCurrentRow(0)
        self.places.blockSignals(False)
        self._count()

    def _item(self, line: ManyLine) -> QListWidgetItem:
        arrow = "←" if self.isRightToLeft() else "→"
        outcome = i18n.isolate(line.outcome or self.tr("nothing"))
        said = [i18n.isolate(line.title), line.words, f"{arrow} {outcome}"]
        item = QListWidgetItem("\n".join(filter(None, said)))
        item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
        state = Qt.CheckState.Unchecked if line.is_decided else Qt.CheckState.Checked
        item.setCheckState(state)
        return item

    def _count(self) -> None:
        ticked = len(self.choice())
        words = [self.tr("%Ln row(s) ticked", "", ticked)]
        if self._left:
            words.append(self.tr("%Ln cannot be decided so and are not listed", "", self._left))
        self.count.setText(" · ".join(words))
        self.go_on.setEnabled(bool(ticked))
