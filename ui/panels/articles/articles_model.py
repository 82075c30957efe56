from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass
from enum import IntEnum

from PySide6.QtCore import QModelIndex, QObject, Qt

from annotator.model import Status
from ui.widgets import numbers
from ui.widgets.matching import folded, holds, words_of
from ui.widgets.row_models import Index, RowTable


@dataclass(frozen=True, slots=True)
class ArticleRow:
    """What the list says about one article. ``published`` is ISO 8601; ``annotations`` counts the layer."""

    id: str
    number: int
    title: str
    published: str | None
    status: Status
    annotations: int


class ArticleRole(IntEnum):
    """What the delegate asks for."""

    ROW = Qt.ItemDataRole.UserRole
    OPENED = Qt.ItemDataRole.UserRole + 1


class ArticlesModel(RowTable[int]):
    """The articles of a project, and which of them the filter lets through: the rows are their places."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._articles: list[ArticleRow] = []
        self._places: dict[str, int] = {}
        self._keys: dict[str, str] = {}
        self._words: tuple[str, ...] = ()
        self._status: Status | None = None
        self._opened: str | None = None
        self._done = 0
        self._outdated = False

    @property
    def total(self) -> int:
        """All articles, shown or not."""
        return len(self._articles)

    @property
    def done(self) -> int:
        return self._done

    @property
    def is_filtered(self) -> bool:
        return bool(self._words) or self._status is not None

    def show(self, rows: Iterable[ArticleRow]) -> None:
        self._articles = list(rows)
        self._places = {row.id: place for place, row in enumerate(self._articles)}
        self._keys.clear()
        self._done = sum(row.status == Status.DONE for row in self._articles)
        self._replace_rows(self._accepted())

    def update(self, row: ArticleRow) -> None:
        """Replace one row. It stays in the list until `tidy` even where the filter would now hide it."""
        place = self._places[row.id]
        old, self._articles[place] = self._articles[place], row
        self._keys.pop(row.id, None)
        self._done += (row.status == Status.DONE) - (old.status == Status.DONE)
        self._outdated = self.is_filtered
        self._tell_row_changed(self.index_of(row.id))

    def filter(self, query: str, status: Status | None) -> None:
        """Show the articles whose title or number holds every word of ``query``, of one status if given."""
        words = words_of(query)
        if (words, status) == (self._words, self._status):
            return
        self._words, self._status = words, status
        self._replace_rows(self._accepted())

    def tidy(self) -> None:
        """Filter again where rows have changed since."""
        if self._outdated:
            self._replace_rows(self._accepted())

    def set_opened(self, article_id: str | None) -> None:
        """Mark the article that is in the article view."""
        before, self._opened = self._opened, article_id
        for changed in (before, article_id):
            if changed is not None:
                self._tell_row_changed(self.index_of(changed))

    def index_of(self, article_id: str) -> QModelIndex:
        """Return the article's index; invalid where the filter hides it or there is no such article."""
        place = self._places.get(article_id, -1)
        row = bisect_left(self._rows, place)
        found = row < len(self._rows) and self._rows[row] == place
        return self.index(row, 0) if found else QModelIndex()

    def article_at(self, index: Index) -> ArticleRow:
        return self._articles[self.row_at(index)]

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        row = self.article_at(index)
        match role:
            case ArticleRole.ROW:
                return row
            case ArticleRole.OPENED:
                return row.id == self._opened
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.ToolTipRole:
                return self._title(row)
            case Qt.ItemDataRole.AccessibleTextRole:
                return self._spoken(row)
        return None

    def _title(self, row: ArticleRow) -> str:
        return row.title or self.tr("Article %1").replace("%1", numbers.count(row.number))

    def _spoken(self, row: ArticleRow) -> str:
        parts = [
            self._title(row),
            numbers.day(row.published),
            self.status_words(row.status),
            self.tr("%Ln annotation(s)", "", row.annotations),
            self.tr("open", "this article is in the article view")
            if row.id == self._opened
            else "",
        ]
        return self.tr(", ", "between the parts of a spoken row").join(filter(None, parts))

    def status_words(self, status: Status) -> str:
        match status:
            case Status.NEW:
                return self.tr("New", "article status")
            case Status.IN_PROGRESS:
                return self.tr("In progress", "article status")
            case Status.DONE:
                return self.tr("Done", "article status")

    def _accepted(self) -> list[int]:
        self._outdated = False
        if not self.is_filtered:
            return list(range(len(self._articles)))
        return [place for place, row in enumerate(self._articles) if self._accepts(row)]

    def _accepts(self, row: ArticleRow) -> bool:
        if self._status is not None and row.status != self._status:
            return False
        return not self._words or holds(self._key(row), self._words)

    def _key(self, row: ArticleRow) -> str:
        key = self._keys.get(row.id)
        if key is None:
            key = self._keys[row.id] = folded(f"{row.number} {row.title}")
        return key
