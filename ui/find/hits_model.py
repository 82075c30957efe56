from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from annotator.search.index import Found
from ui.find.rows import ArticleHeading, PlaceRole, PlaceRow, Row, Texts, Titles, surroundings

PAGE = 100
"""Hits located at a time, as the list is scrolled: 10 ms."""


class HitsModel(QAbstractTableModel):
    """What a search found: located and listed as far as somebody looks."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: list[Row] = []
        self._found: Found | None = None
        self._texts: Texts = lambda _: ""
        self._titles: Titles = {}

    def show(self, found: Found | None, texts: Texts, titles: Titles) -> None:
        self.beginResetModel()
        self._rows = []
        self._found, self._texts, self._titles = found, texts, titles
        self._rows = self._next_rows()
        self.endResetModel()

    def row_at(self, index: QModelIndex | QPersistentModelIndex) -> Row:
        return self._rows[index.row()]

    def place_from(self, index: QModelIndex | QPersistentModelIndex) -> PlaceRow:
        """Return the place of a row: of an article's heading, its first."""
        row = self._rows[index.row()]
        following = self._rows[index.row() + 1] if isinstance(row, ArticleHeading) else row
        assert isinstance(following, PlaceRow)  # a heading is never last
        return following

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: QModelIndex | QPersistentModelIndex = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        return 0 if parent.isValid() else 1

    def data(
        self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        if role == PlaceRole.ROW:
            return row
        if isinstance(row, ArticleHeading):
            return row.title if role == Qt.ItemDataRole.DisplayRole else None
        if role == PlaceRole.CONTEXT:
            return surroundings(self._texts(row.article_id), row)
        if role == Qt.ItemDataRole.DisplayRole:
            return surroundings(self._texts(row.article_id), row)[0].line
        return None

    def canFetchMore(self, parent: QModelIndex | QPersistentModelIndex) -> bool:  # noqa: N802 - Qt's name
        return not parent.isValid() and self._found is not None

    def fetchMore(self, parent: QModelIndex | QPersistentModelIndex) -> None:  # noqa: N802 - Qt's name
        rows = self._next_rows()
        if rows:
            self.beginInsertRows(QModelIndex(), len(self._rows), len(self._rows) + len(rows) - 1)
            self._rows += rows
            self.endInsertRows()

    def _next_rows(self) -> list[Row]:
        groups = self._found.more(PAGE) if self._found is not None else []
        if not groups:
            self._found = None
        rows: list[Row] = []
        for group in groups:
            title = self._titles.get(group.article_id, group.article_id)
            rows.append(ArticleHeading(group.article_id, title, len(group.places)))
            rows += [PlaceRow(group.article_id, start, end) for start, end in group.places]
        return rows
