"""What a merge would do, a line each."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QObject, Qt

from ui.widgets.row_models import Index, RowTable

EFFECT, ARTICLE, WORDS, BEFORE, AFTER = range(5)
EFFECTS = ("adds", "removes", "changes", "reopens")


@dataclass(frozen=True, slots=True)
class PlanLine:
    """One thing a merge does: ``effect`` is one of `EFFECTS`; the rest are words to show."""

    effect: str
    article_id: str
    title: str
    words: str
    before: str
    after: str


def effect(name: str) -> str:
    return {
        "adds": QCoreApplication.translate("Review", "puts in"),
        "removes": QCoreApplication.translate("Review", "takes out"),
        "changes": QCoreApplication.translate("Review", "changes"),
        "reopens": QCoreApplication.translate("Review", "reopens"),
    }[name]


Line = Callable[[], PlanLine]
"""Puts a line into words when it is looked at: a merge of a project does 50,000 things, and a screen shows twenty."""


class PlanModel(RowTable[Line]):
    columns = AFTER + 1

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)

    def show_lines(self, lines: Sequence[Line]) -> None:
        self._replace_rows(lines)

    def titles(self) -> tuple[str, ...]:
        return (
            self.tr("Effect"),
            self.tr("Article"),
            self.tr("Text"),
            self.tr("Before"),
            self.tr("After"),
        )

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        line = self.row_at(index)()
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return (effect(line.effect), line.title, line.words, line.before, line.after)[
                index.column()
            ]
        return None
