from collections.abc import Iterable, Iterator, Sequence
from enum import IntEnum

from PySide6.QtCore import QObject, Qt, Signal

from annotator.model import Span
from annotator.search.occurrences import Likeness, Occurrence, Standing
from ui.find.rows import ArticleHeading, PlaceRole, PlaceRow, Texts, Titles, surroundings
from ui.widgets.row_models import Index, RowTable


class TagRole(IntEnum):
    """Roles besides those of `PlaceRole`."""

    CHECKED = PlaceRole.CONTEXT + 1
    """Whether a place will be tagged; None where it cannot be."""
    REMARK = PlaceRole.CONTEXT + 2
    """What to know before tagging it, in words."""


class TagModel(RowTable[ArticleHeading | Occurrence]):
    """The places that could be tagged, each with a check, under their articles."""

    checks_changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._checked: set[int] = set()
        self._texts: Texts = lambda _: ""

    def show(self, places: Iterable[Sequence[Occurrence]], texts: Texts, titles: Titles) -> None:
        """Show the places, article by article, the proposed ones checked."""
        rows: list[ArticleHeading | Occurrence] = []
        for group in places:
            article_id = group[0].article_id
            title = titles.get(article_id, article_id)
            rows.append(ArticleHeading(article_id, title, len(group)))
            rows += group
        self._texts = texts
        self._checked = {number for number, row in _places(rows) if row.proposed}
        self._replace_rows(rows)
        self.checks_changed.emit()

    @property
    def places(self) -> int:
        return sum(1 for _ in _places(self._rows))

    @property
    def checked(self) -> int:
        return len(self._checked)

    def chosen(self) -> dict[str, list[Span]]:
        """Return the checked places by article."""
        spans: dict[str, list[Span]] = {}
        for number, row in _places(self._rows):
            if number in self._checked:
                spans.setdefault(row.article_id, []).append(row.span)
        return spans

    def check(self, wanted: str) -> None:
        """Check ``all`` places that can be tagged, the ``proposed`` ones or ``none``."""
        self._checked = {
            number
            for number, row in _places(self._rows)
            if row.can_be_tagged and (wanted == "all" or (wanted == "proposed" and row.proposed))
        }
        self._tell()

    def toggle(self, rows: Iterable[int]) -> None:
        """Check these rows, or uncheck them when all are; an article's heading stands for its places."""
        asked: set[int] = set()
        for number in rows:
            row = self._rows[number]
            count = row.places if isinstance(row, ArticleHeading) else 0
            asked.update(range(number, number + count + 1))
        able = {
            number for number, row in _places(self._rows) if number in asked and row.can_be_tagged
        }
        self._checked = self._checked - able if able <= self._checked else self._checked | able
        self._tell()

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        number = index.row()
        row = self._rows[number]
        if isinstance(row, ArticleHeading):
            answers = {PlaceRole.ROW: row, Qt.ItemDataRole.DisplayRole: row.title}
            return answers.get(role)
        place = PlaceRow(row.article_id, row.span.start, row.span.end)
        if role == PlaceRole.ROW:
            return place
        if role == TagRole.CHECKED:
            return number in self._checked if row.can_be_tagged else None
        if role == TagRole.REMARK:
            return self._remark(row)
        if role not in (PlaceRole.CONTEXT, *_SAID):
            return None
        around, right_to_left = surroundings(self._texts(row.article_id), place)
        if role == PlaceRole.CONTEXT:
            return around, right_to_left
        if role == Qt.ItemDataRole.DisplayRole:
            return around.line
        state = self.tr("checked") if number in self._checked else self.tr("not checked")
        return " · ".join(filter(None, (around.line, state, self._remark(row))))

    def _tell(self) -> None:
        self._tell_changed()
        self.checks_changed.emit()

    def _remark(self, row: Occurrence) -> str:
        standing = {
            Standing.TAGGED: self.tr("already tagged"),
            Standing.OTHER_LABEL: self.tr("has another label"),
            Standing.INSIDE: self.tr("inside a longer one"),
            Standing.CROSSING: self.tr("crosses another"),
        }
        likeness = {
            Likeness.FOLDED: self.tr("other spelling"),
            Likeness.CLITIC: self.tr("behind a clitic"),
        }
        return standing.get(row.standing) or likeness.get(row.likeness, "")


def _places(rows: Iterable[ArticleHeading | Occurrence]) -> Iterator[tuple[int, Occurrence]]:
    """Return the places among the rows, each with the number of its row."""
    return ((number, row) for number, row in enumerate(rows) if isinstance(row, Occurrence))


_SAID = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole)
