from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from annotator.feedback.excerpts import Reading
from annotator.feedback.proposed import Proposal
from ui import i18n
from ui.review.feedback.deviations import nothing, standing
from ui.widgets import numbers
from ui.widgets.lines import one_line
from ui.widgets.row_models import Index, RowTable

ARTICLE, NOW, PROPOSED, STANDING = range(4)


class ProposalsModel(RowTable[Proposal]):
    """The edits that one guideline decision proposes; ``label`` gives the title of a label."""

    columns = STANDING + 1

    def __init__(self, label: Callable[[str], str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._label = label

    def show_proposals(self, proposals: Sequence[Proposal]) -> None:
        self._replace_rows(proposals)

    def change_row(self, row: int, proposal: Proposal) -> None:
        self._rows[row] = proposal
        self.dataChanged.emit(self.index(row, 0), self.index(row, STANDING))

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return None
        one = self.row_at(index)
        return (
            f"{numbers.count(one.number)} · {i18n.isolate(one_line(one.title))}",
            self._said(one.before),
            self._said(one.after),
            standing(one.standing),
        )[index.column()]

    def titles(self) -> tuple[str, ...]:
        return (self.tr("Article"), self.tr("Now"), self.tr("Proposed"), self.tr("State"))

    def _said(self, reading: Reading | None) -> str:
        if reading is None:
            return nothing()
        return f"{one_line(reading.words)} ({self._label(reading.label)})"
