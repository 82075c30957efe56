from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt

from ui.widgets.row_models import Index, RowTable

ARTICLE, WHAT, MADE, DECIDED, BY, WHY = range(6)


@dataclass(frozen=True, slots=True)
class FeedbackLine:
    """What became of one annotation that gold has otherwise: what was made, what was decided, by whom and why.

    ``made_text`` and ``decided_text`` are the same in their line of the text, as rich text.
    """

    article_id: str
    title: str
    what: str
    made: str
    decided: str
    who: str
    why: str
    made_text: str = ""
    decided_text: str = ""


class FeedbackModel(RowTable[FeedbackLine]):
    columns = WHY + 1

    def show_lines(self, lines: Sequence[FeedbackLine]) -> None:
        self._replace_rows(lines)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return None
        line = self.row_at(index)
        return (line.title, line.what, line.made, line.decided, line.who, line.why)[index.column()]

    def titles(self) -> tuple[str, ...]:
        return (
            self.tr("Article"),
            self.tr("In what"),
            self.tr("You"),
            self.tr("Decided"),
            self.tr("By"),
            self.tr("Reason"),
        )
