from collections.abc import Sequence

from PySide6.QtCore import Qt

from annotator.model import RemarkKind
from annotator.review.asked import Asked
from ui import i18n
from ui.panels.remarks.remarks_model import asked_words
from ui.style import assets
from ui.widgets import numbers
from ui.widgets.lines import one_line
from ui.widgets.row_models import Index, RowTable

WHO, ARTICLE, WORDS, ASKED, ANSWER = range(5)


class AskedModel(RowTable[Asked]):
    """Flags and questions of everybody, in rows."""

    columns = ANSWER + 1

    def show_rows(self, rows: Sequence[Asked]) -> None:
        self._replace_rows(rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        one = self.row_at(index)
        row, column = one.row, index.column()
        if role == Qt.ItemDataRole.DecorationRole and column == ASKED:
            name = "flag" if row.remark.kind == RemarkKind.FLAG else "help"
            return assets.icon(name if one.waits else "done", "caution" if one.waits else "good")
        if role == Qt.ItemDataRole.ToolTipRole:
            texts = {WORDS: row.words, ASKED: row.remark.text, ANSWER: answers(one)}
            return texts.get(column) or self.data(index)
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        return (
            one.annotator,
            f"{numbers.count(row.number)} · {i18n.isolate(one_line(row.title))}",
            one_line(row.words) or self.tr("the whole article"),
            asked_words(row),
            one_line(answers(one)) or (self.tr("settled") if row.remark.is_settled else ""),
        )[column]

    def titles(self) -> tuple[str, ...]:
        return (
            self.tr("Annotator"),
            self.tr("Article"),
            self.tr("Words"),
            self.tr("Question or flag"),
            self.tr("Answer"),
        )


def answers(one: Asked) -> str:
    """Return what the lead and the annotator said to it, a line each."""
    return "\n".join(said for said in (one.row.reply, one.row.remark.answer) if said)
