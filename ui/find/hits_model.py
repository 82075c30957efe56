from PySide6.QtCore import QObject, Qt

from annotator.search.index import Found
from ui.find.rows import ArticleHeading, PlaceRole, PlaceRow, Row, Texts, Titles, surroundings
from ui.widgets.row_models import GrowingTable, Index

PAGE = 100
"""Hits located at a time, as the list is scrolled: 10 ms."""


class HitsModel(GrowingTable[Row]):
    """What a search found: located and listed as far as somebody looks."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._found: Found | None = None
        self._texts: Texts = lambda _: ""
        self._titles: Titles = {}

    def show(self, found: Found | None, texts: Texts, titles: Titles) -> None:
        self._found, self._texts, self._titles = found, texts, titles
        self._replace_rows(self._find_more())

    def place_from(self, index: Index) -> PlaceRow:
        """Return the place of a row: of an article's heading, its first."""
        row = self._rows[index.row()]
        following = self._rows[index.row() + 1] if isinstance(row, ArticleHeading) else row
        assert isinstance(following, PlaceRow)  # a heading is never last
        return following

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
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

    def _is_more_to_find(self) -> bool:
        return self._found is not None

    def _find_more(self) -> list[Row]:
        groups = self._found.more(PAGE) if self._found is not None else []
        if not groups:
            self._found = None
        rows: list[Row] = []
        for group in groups:
            title = self._titles.get(group.article_id, group.article_id)
            rows.append(ArticleHeading(group.article_id, title, len(group.places)))
            rows += [PlaceRow(group.article_id, start, end) for start, end in group.places]
        return rows
