from collections.abc import Iterable
from enum import IntEnum

from PySide6.QtCore import QCoreApplication, QLocale, Qt

from annotator.model import RemarkKind
from annotator.project.remark_rows import RemarkRow
from ui.i18n import isolate
from ui.widgets.lines import one_line
from ui.widgets.row_models import Index, RowTable


class RemarkRole(IntEnum):
    """What the delegate asks for."""

    ROW = Qt.ItemDataRole.UserRole
    PLACE = Qt.ItemDataRole.UserRole + 1


class RemarksModel(RowTable[RemarkRow]):
    """Flags and questions in the order of articles and places."""

    def show(self, rows: Iterable[RemarkRow]) -> None:
        self._replace_rows(rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        row = self.row_at(index)
        match role:
            case RemarkRole.ROW:
                return row
            case RemarkRole.PLACE:
                return place_words(row)
            case Qt.ItemDataRole.DisplayRole:
                return asked_words(row)
            case Qt.ItemDataRole.AccessibleTextRole | Qt.ItemDataRole.ToolTipRole:
                said = (asked_words(row), place_words(row), reply_words(row), row.remark.answer)
                return "\n".join(line for line in said if line)
        return None


def asked_words(row: RemarkRow) -> str:
    """Return what was asked; a flag without words says what it is."""
    words = one_line(row.remark.text)
    if words:
        return words
    translate = QCoreApplication.translate
    if row.remark.kind == RemarkKind.FLAG:
        return translate("Remarks", "Flag")
    return translate("Remarks", "Question")


def reply_words(row: RemarkRow) -> str:
    """Return what the lead says to it, and that it is the lead; nothing where nobody has."""
    words = QCoreApplication.translate("Remarks", "The lead: %1")
    return words.replace("%1", isolate(row.reply)) if row.reply else ""


def place_words(row: RemarkRow) -> str:
    """Return what it is about and where: the words, and the article's number and title."""
    article = f"{QLocale().toString(row.number)} · {isolate(one_line(row.title, 60))}"
    if not row.words:
        whole = QCoreApplication.translate("Remarks", "the whole article")
        return f"{whole} · {article}"
    return f"«{isolate(one_line(row.words, 60))}» · {article}"
