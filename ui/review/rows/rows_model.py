"""The rows of one article as a table: text, gold, a cell for each annotator, votes, state and cause."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import IntEnum

from PySide6.QtCore import QObject, Qt

from annotator.model import Annotation, Label, Schema
from annotator.review.comparison import Comparison
from annotator.review.rows import Row, RowKind
from ui import i18n
from ui.review import words
from ui.review.rows import row_words
from ui.review.rows.column_widths import Wanted
from ui.review.rows.points import Point, points_of, votes_of
from ui.widgets.lines import one_line
from ui.widgets.row_models import Index, RowTable

TEXT, GOLD_CELL, FIRST_PERSON = range(3)
EDGES, ASKED, NOTHING, UNDECIDED = "↔", "?", "·", "—"
"""Signs of a cell: other edges than gold or most have, a value still open, nothing made, nothing taken yet."""
MOST_VOTES = 4
"""Numbers of a division of votes that its column has room for; more of them are the same sign more than once."""
WORDS = 60
"""Letters of a row's text; a quotation can be a page."""


class CellRole(IntEnum):
    CELL = Qt.ItemDataRole.UserRole + 1


@dataclass(frozen=True, slots=True)
class Cell:
    """What one person made: a label with its title, or a sign where there is none."""

    title: str
    label: Label | None = None
    sign: str = ""
    """Behind the title: `EDGES`, or `ASKED` of gold with an open value."""
    is_gold: bool = False

    @property
    def words(self) -> str:
        return f"{self.title} {self.sign}".rstrip()


class RowsModel(RowTable[Row]):
    """``people`` are the annotators in the order of their lanes; their columns follow gold's."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.people: tuple[str, ...] = ()
        self._shown: Comparison | None = None
        self._asked: dict[str, tuple[Point, ...]] = {}
        self._says_state = True

    @property
    def votes_column(self) -> int:
        return FIRST_PERSON + len(self.people)

    @property
    def state_column(self) -> int:
        return self.votes_column + 1

    @property
    def cause_column(self) -> int:
        return self.votes_column + 2

    def show_rows(self, shown: Comparison, rows: Sequence[Row]) -> None:
        """Show some of the rows of an article; rows that are there already are only drawn anew."""
        is_same = [row.key for row in rows] == [row.key for row in self.rows]
        is_same = is_same and self.people == tuple(shown.layers)
        self._shown = shown
        self._asked.clear()
        if is_same:
            self._rows = list(rows)
            if rows:
                last = self.index(len(rows) - 1, self.columnCount() - 1)
                self.dataChanged.emit(self.index(0, 0), last)
            return
        self.beginResetModel()
        self.people = tuple(shown.layers)
        self._rows = list(rows)
        self.endResetModel()

    def columnCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else self.cause_column + 1

    def points(self, row: Row) -> tuple[Point, ...]:
        if self._shown is None:
            return ()
        found = self._asked.get(row.key)
        if found is None:
            found = points_of(row, self._shown.article.text)
            self._asked[row.key] = found
        return found

    def titles(self) -> tuple[str, ...]:
        """Return the headings; a state that is told by its sign alone has none that could be cut."""
        names = list(self._names())
        if not self._says_state:
            names[self.state_column] = ""
        return tuple(names)

    def told_titles(self) -> tuple[str, ...]:
        return self._names()

    def say_state(self, *, is_said: bool) -> None:
        """Head the column of states with its name, or with nothing where only signs have room."""
        if is_said != self._says_state:
            self._says_state = is_said
            self.headerDataChanged.emit(
                Qt.Orientation.Horizontal, self.state_column, self.state_column
            )

    def wanted(self) -> Wanted:
        """Return the words for which columns are to have room."""
        names = self._names()
        used = dict.fromkeys(name for row in self.rows for name in row.labels)
        labels = [words.label(name, self._schema) for name in used] if self._shown else []
        causes = dict.fromkeys(row.cause for row in self.rows if row.cause)
        most = ":".join("1" * min(len(self.people), MOST_VOTES))
        return Wanted(
            gold=(names[GOLD_CELL], *labels),
            person=[f"{one} {EDGES}" for one in labels],
            votes=(names[self.votes_column], most),
            state=(names[self.state_column], *map(row_words.state, row_words.STATES)),
            cause=(names[self.cause_column], *(words.short_cause(one) for one in causes)),
        )

    def _names(self) -> tuple[str, ...]:
        return (
            self.tr("Text"),
            "★ " + self.tr("Gold"),
            *(i18n.isolate(name) for name in self.people),
            self.tr("Votes"),
            self.tr("State"),
            self.tr("Cause"),
        )

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        row, column = self.row_at(index), index.column()
        if role == CellRole.CELL:
            return self.cell(row, column)
        if role == Qt.ItemDataRole.DisplayRole:
            return self._words(row, column)
        if role == Qt.ItemDataRole.ToolTipRole:
            return self._tip(row, column)
        if role == Qt.ItemDataRole.TextAlignmentRole and column == self.votes_column:
            return Qt.AlignmentFlag.AlignCenter
        return None

    def cell(self, row: Row, column: int) -> Cell | None:
        """Return what a person's or gold's cell shows, None for the other columns."""
        if column == GOLD_CELL:
            return self._gold(row)
        if FIRST_PERSON <= column < self.votes_column:
            return self._made(row, self.people[column - FIRST_PERSON])
        return None

    # -- inside

    def _words(self, row: Row, column: int) -> str:
        cell = self.cell(row, column)
        if cell is not None:
            return cell.words
        if column == TEXT:
            return self.text_of(row)
        if column == self.votes_column:
            asked = self.points(row)
            open_ones = [one for one in asked if one.is_open]
            return row_words.votes(votes_of((open_ones or list(asked))[0])) if asked else ""
        if column == self.state_column:
            return row_words.state(str(row.state))
        return words.short_cause(row.cause)

    def text_of(self, row: Row) -> str:
        """Return a row's words; a link's head and dependent with an arrow between that points as one reads."""
        shown = self._shown
        if shown is None:
            return ""
        text = shown.article.text
        if row.kind == RowKind.LINK and row.link is not None:
            relation, gold = row.link.relation, shown.gold.annotations
            ends = [gold[key] for key in (relation.head, relation.dependent) if key in gold]
            arrow = " ← " if i18n.current() == "ar" else " → "
            return arrow.join(i18n.isolate(one_line(one.span.of(text), WORDS // 2)) for one in ends)
        return one_line(row.span.of(text), WORDS)

    def _gold(self, row: Row) -> Cell:
        asked = self.points(row)[0]
        settled = next((one for one in asked.answers if one.in_gold), None)
        if settled is None:
            return Cell(UNDECIDED, is_gold=True)
        if row.kind == RowKind.SPAN and settled.label:
            title = words.label(settled.label, self._schema)
            is_open = any(one.is_open for one in self.points(row)[1:])
            sign = ASKED if is_open else ""
            return Cell(title, self._schema.label(settled.label), sign, is_gold=True)
        if row.kind == RowKind.SPAN:
            return Cell(NOTHING, is_gold=True)
        return Cell("✓" if settled is asked.answers[0] else NOTHING, is_gold=True)

    def _made(self, row: Row, name: str) -> Cell:
        made = row.made.get(name)
        if isinstance(made, Annotation):
            label = self._schema.label(made.label)
            sign = EDGES if self._is_wider(row, made) else ""
            return Cell(words.label(made.label, self._schema), label, sign)
        if made is None and name not in row.annotators:
            return Cell("")
        return Cell("✓" if made else NOTHING)

    def _is_wider(self, row: Row, made: Annotation) -> bool:
        """Tell whether an annotation has other edges than gold, or, while there is none, than most have."""
        spans = [one.span for one in row.gold]
        if not spans:
            first = self.points(row)[0].answers[0].span
            spans = [first] if first is not None else []
        return bool(spans) and made.span not in spans

    def _tip(self, row: Row, column: int) -> str:
        if column == TEXT:
            shown = self._shown
            return row.span.of(shown.article.text) if shown is not None else ""
        if column in (self.state_column, self.cause_column):
            parts = [
                row_words.state(str(row.state)),
                row_words.difference(row.difference),
                words.cause(row.cause),
            ]
            return " · ".join(filter(None, parts))
        if FIRST_PERSON <= column < self.votes_column:
            made = row.made.get(self.people[column - FIRST_PERSON])
            if isinstance(made, Annotation) and self._shown is not None:
                values = [f"«{made.span.of(self._shown.article.text)}»", *made.attributes.values()]
                parts = [words.label(made.label, self._schema), *values]
                return " · ".join(map(i18n.isolate, parts))
        return ""

    @property
    def _schema(self) -> Schema:
        assert self._shown is not None
        return self._shown.schema
