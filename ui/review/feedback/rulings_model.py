from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QWidget

from ui import i18n
from ui.review.feedback.deviations import standing
from ui.widgets import numbers
from ui.widgets.row_models import Index, RowTable

if TYPE_CHECKING:
    from annotator.feedback.values import Told

NAME, DAY, WHO, BUYS, EDITS, WHY = range(6)


class RulingsModel(RowTable["Told"]):
    """Guideline decisions, with what becomes of their edits in the layers of the annotator who is told."""

    columns = WHY + 1

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)

    def show_rulings(self, rulings: Sequence["Told"]) -> None:
        self._replace_rows(rulings)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return None
        told = self.row_at(index)
        ruling = told.ruling
        return (
            f"{numbers.count(index.row() + 1)}. {i18n.isolate(ruling.name)}",
            numbers.short_day(ruling.when),
            ruling.who,
            buys(ruling.f1_before, ruling.f1_after),
            " · ".join(f"{standing(name)} {numbers.count(n)}" for name, n in told.standing.items()),
            ruling.why,
        )[index.column()]

    def titles(self) -> tuple[str, ...]:
        return (
            self.tr("Guideline decision"),
            self.tr("Day"),
            self.tr("By"),
            self.tr("Exact F1 of all pairs"),
            self.tr("Proposed edits"),
            self.tr("Reason"),
        )


def buys(before: float | None, after: float | None) -> str:
    """Return from what to what a ruling takes F1, in the order of reading; nothing where nobody counted."""
    if before is None or after is None:
        return ""
    words = QCoreApplication.translate("Feedback", "from %1 to %2")
    ends = (f"\u2066{numbers.score(one)}\u2069" for one in (before, after))
    return words.replace("%1", next(ends)).replace("%2", next(ends))
