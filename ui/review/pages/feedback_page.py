from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QModelIndex, Qt, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from ui.review.pages.difference_list import DifferenceList
from ui.style.wrapping import wrap
from ui.widgets.row_models import Index, RowTable

WIDTHS = (190, 220, 220, 110)


@dataclass(frozen=True, slots=True)
class FeedbackLine:
    """What became of one annotation that gold has otherwise: what was made, what was decided, by whom and why."""

    article_id: str
    title: str
    made: str
    decided: str
    who: str
    why: str


class FeedbackModel(RowTable[FeedbackLine]):
    columns = 5

    def show_lines(self, lines: Sequence[FeedbackLine]) -> None:
        self._replace_rows(lines)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return None
        line = self.row_at(index)
        return (line.title, line.made, line.decided, line.who, line.why)[index.column()]

    def titles(self) -> tuple[str, ...]:
        return (
            self.tr("Article"),
            self.tr("You"),
            self.tr("Decided"),
            self.tr("By"),
            self.tr("Reason"),
        )


class FeedbackPage(QWidget):
    """What was decided otherwise than one annotator had it, for that annotator to learn from."""

    article_chosen = Signal(str)
    annotator_chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.heading, self.hint, self._whose = QLabel(), QLabel(), QLabel()
        self.heading.setProperty("role", "heading")
        self.hint.setProperty("role", "hint")
        wrap(self.hint)
        self.annotators = QComboBox()
        self._whose.setBuddy(self.annotators)
        self.annotators.activated.connect(
            lambda _row: self.annotator_chosen.emit(self.annotators.currentText())
        )
        self.list = DifferenceList()
        self.model = FeedbackModel(self)
        self.list.setModel(self.model)
        for column, width in enumerate(WIDTHS):
            self.list.setColumnWidth(column, width)
        self.list.entered_on.connect(self._choose)
        self.list.doubleClicked.connect(self._choose)
        row = QHBoxLayout()
        row.addWidget(self._whose)
        row.addWidget(self.annotators)
        row.addStretch()
        outer = QVBoxLayout(self)
        outer.setContentsMargins(16, 12, 16, 12)
        outer.setSpacing(8)
        outer.addWidget(self.heading)
        outer.addWidget(self.hint)
        outer.addLayout(row)
        outer.addWidget(self.list, 1)
        self._retranslate()

    def show_annotators(self, names: Sequence[str], chosen: str) -> None:
        self.annotators.clear()
        self.annotators.addItems(list(names))
        self.annotators.setCurrentIndex(max(self.annotators.findText(chosen), 0))

    def show_lines(self, lines: Sequence[FeedbackLine]) -> None:
        self.model.show_lines(lines)
        if lines:
            self.list.go_to_row(0)
        self.hint.setText(self._hint(len(lines)))

    def focus(self) -> None:
        self.list.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def _choose(self, index: QModelIndex) -> None:
        if index.isValid():
            self.article_chosen.emit(self.model.row_at(index).article_id)

    def _hint(self, number: int) -> str:
        if not number:
            return self.tr("Nothing was decided otherwise so far.")
        return self.tr("%n annotation(s) were decided otherwise.", "", number)

    def _retranslate(self) -> None:
        self.heading.setText(self.tr("What was decided"))
        self._whose.setText(self.tr("&Annotations of"))
        self.list.setAccessibleName(self.tr("What was decided"))
        self.hint.setText(self._hint(self.model.rowCount()))
