from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import IntEnum

from PySide6.QtCore import QModelIndex, QObject, Qt

from annotator.model import Status
from ui.panels.articles.article_row import ArticleRow, acceptance, sort_key
from ui.remembered.list_state import ListState, Order
from ui.widgets import numbers
from ui.widgets.matching import folded
from ui.widgets.row_models import Index, RowTable

CHANGING = (Order.STATUS, Order.ANNOTATIONS, Order.CHANGED)
"""Orders in which work on an article moves its row."""


@dataclass(frozen=True, slots=True)
class Heading:
    """A row over the articles of one source."""

    source: str
    articles: int


class ArticleRole(IntEnum):
    """What the delegate asks for."""

    ROW = Qt.ItemDataRole.UserRole
    OPENED = Qt.ItemDataRole.UserRole + 1


class ArticlesModel(RowTable["int | Heading"]):
    """The articles of a project, and which of them the filter lets through: the rows are their places, and headings."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._articles: list[ArticleRow] = []
        self._places: dict[str, int] = {}
        self._keys: dict[str, str] = {}
        self._row_of: dict[int, int] = {}
        self._order: list[int] = []
        self._opened: str | None = None
        self._done = 0
        self._is_stale = False
        self.state = ListState()

    @property
    def total(self) -> int:
        """All articles, shown or not."""
        return len(self._articles)

    @property
    def shown(self) -> int:
        return len(self._order)

    @property
    def done(self) -> int:
        return self._done

    @property
    def articles(self) -> Sequence[ArticleRow]:
        """All articles in the order of the project, shown or not."""
        return self._articles

    def show(self, rows: Iterable[ArticleRow]) -> None:
        self._articles = list(rows)
        self._places = {row.id: place for place, row in enumerate(self._articles)}
        self._keys.clear()
        self._done = sum(row.status == Status.DONE for row in self._articles)
        self._choose()

    def update(self, row: ArticleRow) -> None:
        """Replace one row. It stays where it is until `tidy`, even where filter or order would now have it elsewhere."""
        place = self._places[row.id]
        old, self._articles[place] = self._articles[place], row
        if old == row:
            return
        if old.title != row.title:
            self._keys.pop(row.id, None)
        self._done += (row.status == Status.DONE) - (old.status == Status.DONE)
        self._is_stale = self._is_stale or self._depends_on_work(old, row)
        self._tell_row_changed(self.index_of(row.id))

    def set_state(self, state: ListState) -> None:
        """Filter and sort in another way."""
        if state != self.state:
            self.state = state
            self._choose()

    def tidy(self) -> None:
        """Filter and sort again where rows have changed since."""
        if self._is_stale:
            self._choose()

    def set_opened(self, article_id: str | None) -> None:
        """Mark the article that is in the article view."""
        before, self._opened = self._opened, article_id
        for changed in (before, article_id):
            if changed is not None:
                self._tell_row_changed(self.index_of(changed))

    def index_of(self, article_id: str) -> QModelIndex:
        """Return the article's index; invalid where the filter hides it or there is no such article."""
        row = self._row_of.get(self._places.get(article_id, -1), -1)
        return self.index(row, 0) if row >= 0 else QModelIndex()

    def article_at(self, index: Index) -> ArticleRow | None:
        """Return the article of a row; None for a heading."""
        row = self.row_at(index)
        return None if isinstance(row, Heading) else self._articles[row]

    def neighbour(
        self, article_id: str | None, step: int, *, unfinished: bool = False
    ) -> str | None:
        """Return the article so many places on in the list; with ``unfinished``, the next one not done, round the end.

        An article that the filter hides counts as standing before the first.
        """
        if not self._order:
            return None
        rows = [row for row in self._rows if not isinstance(row, Heading)] if self.state.grouped else self._order  # fmt: skip
        here = -1
        if article_id is not None and (place := self._places.get(article_id)) in self._row_of:
            here = self._row_of[place] if not self.state.grouped else rows.index(place)
        if not unfinished:
            there = here + step
            return self._articles[rows[there]].id if 0 <= there < len(rows) else None
        if step > 0:
            places = [*rows[here + 1 :], *rows[: max(here, 0)]]
        else:
            places = [*reversed(rows[: max(here, 0)]), *reversed(rows[here + 1 :])]
        found = (self._articles[place] for place in places)
        return next((row.id for row in found if row.status != Status.DONE), None)

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid() or isinstance(self.row_at(index), Heading):
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        row = self.article_at(index)
        if row is None:
            return self._heading(index, role)
        match role:
            case ArticleRole.ROW:
                return row
            case ArticleRole.OPENED:
                return row.id == self._opened
            case Qt.ItemDataRole.DisplayRole:
                return self._title(row)
            case Qt.ItemDataRole.ToolTipRole:
                return "\n".join(self._parts(row))
            case Qt.ItemDataRole.AccessibleTextRole:
                return self.tr(", ", "between the parts of a spoken row").join(self._parts(row))
        return None

    def _heading(self, index: Index, role: int) -> object:
        heading = self.row_at(index)
        if role == ArticleRole.ROW:
            return heading
        spoken = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole)
        if role in spoken and isinstance(heading, Heading):
            return heading.source or self.tr("Without a source")
        return None

    def _title(self, row: ArticleRow) -> str:
        return row.title or self.tr("Article %1").replace("%1", numbers.count(row.number))

    def _parts(self, row: ArticleRow) -> list[str]:
        number = self.tr("no. %1", "an article's number in the project")
        parts = [
            self._title(row),
            number.replace("%1", numbers.count(row.number)),
            numbers.day(row.published),
            row.source,
            self.status_words(row.status),
            self.tr("%Ln annotation(s)", "", row.annotations),
            self.tr("%Ln note(s)", "", row.notes) if row.notes else "",
            self.tr("%Ln open question(s)", "", row.questions) if row.questions else "",
            self.tr("%Ln open flag(s)", "", row.flags) if row.flags else "",
            self.tr("open", "this article is in the article view")
            if row.id == self._opened
            else "",
        ]
        return [part for part in parts if part]

    def status_words(self, status: Status) -> str:
        match status:
            case Status.NEW:
                return self.tr("New", "article status")
            case Status.IN_PROGRESS:
                return self.tr("In progress", "article status")
            case Status.DONE:
                return self.tr("Done", "article status")

    def _depends_on_work(self, old: ArticleRow, new: ArticleRow) -> bool:
        """Tell whether the change of a row may move it or let it through."""
        if self.state.is_filtered or self.state.order in CHANGING:
            return True
        return (old.title, old.published, old.source) != (new.title, new.published, new.source)

    def _choose(self) -> None:
        """Filter and sort anew."""
        self._is_stale = False
        state, articles = self.state, self._articles
        places = range(len(articles))
        if state.is_filtered:
            accepts = acceptance(state, self._key)
            places = [place for place in places if accepts(articles[place])]
        if state.order != Order.NUMBER or state.descending:
            key = sort_key(state.order, self._key)
            places = sorted(
                places, key=lambda place: key(articles[place]), reverse=state.descending
            )
        self._order = list(places)
        rows: list[int | Heading] = [*self._order]
        if state.grouped:
            rows = self._grouped(self._order)
        self.beginResetModel()
        self._rows = rows
        self._row_of = {row: n for n, row in enumerate(rows) if not isinstance(row, Heading)}
        self.endResetModel()

    def _grouped(self, places: Sequence[int]) -> "list[int | Heading]":
        """Return the rows under headings of their sources, those without one at the end."""
        counts = Counter(self._articles[place].source for place in places)
        groups: dict[str, list[int]] = {source: [] for source in sorted(counts, key=_source_key)}
        for place in places:
            groups[self._articles[place].source].append(place)
        rows: list[int | Heading] = []
        for source, members in groups.items():
            rows += [Heading(source, counts[source]), *members]
        return rows

    def _key(self, row: ArticleRow) -> str:
        key = self._keys.get(row.id)
        if key is None:
            key = self._keys[row.id] = folded(f"{row.number} {row.title}")
        return key


def _source_key(source: str) -> tuple[bool, str]:
    return not source, folded(source)
