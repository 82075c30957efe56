"""A list of differences, read article by article as the list is scrolled."""

import time
from collections.abc import Callable, Iterator

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from annotator.model import Annotation, Schema
from annotator.review.board import Difference
from annotator.review.query import VOTED
from ui import i18n
from ui.review import words
from ui.widgets.lines import one_line
from ui.widgets.row_models import GrowingTable, Index

PATIENCE = 0.03
"""Seconds that one look for more rows may take: a list opens within 0.1 s however large the project."""

ENOUGH = 100
"""Rows after which a look for more stops."""

WORDS = 40
"""Letters of a text that has a value or another text beside it."""

COLUMNS = 6
ARTICLE, KIND, LABEL, FIRST, SECOND, DECIDED = range(COLUMNS)


class DifferencesModel(GrowingTable[Difference]):
    """Rows of `Difference`. ``text_of`` gives an article's text, ``title_of`` its title, ``outcome_of`` a decision in words."""

    columns = COLUMNS

    def __init__(
        self,
        text_of: Callable[[str], str],
        title_of: Callable[[str], str],
        outcome_of: Callable[[Difference], str],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._text_of, self._title_of, self._outcome_of = text_of, title_of, outcome_of
        self._schema: Schema | None = None
        self._coming: Iterator[Difference | None] | None = None

    def show_rows(self, rows: Iterator[Difference | None], schema: Schema) -> None:
        """Show rows as they come; a None among them is a breath in which nothing was found."""
        self._coming, self._schema = rows, schema
        self._replace_rows(self._find_more())

    def refresh(self) -> None:
        """Show decisions anew."""
        self._tell_changed(DECIDED)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        one = self.row_at(index)
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return self._words(one, index.column())
        return None

    def titles(self) -> tuple[str, ...]:
        return (
            self.tr("Article"),
            self.tr("Kind"),
            self.tr("Label"),
            self.tr("First"),
            self.tr("Second"),
            self.tr("Decided"),
        )

    def _is_more_to_find(self) -> bool:
        return self._coming is not None

    def _find_more(self) -> list[Difference]:
        found: list[Difference] = []
        until = time.monotonic() + PATIENCE
        while self._coming is not None and len(found) < ENOUGH:
            try:
                one = next(self._coming)
            except StopIteration:
                self._coming = None
                break
            if one is not None:
                found.append(one)
            if time.monotonic() > until and (found or one is None):
                break
        return found

    def _words(self, one: Difference, column: int) -> str:
        if self._schema is None:
            return ""
        if column == ARTICLE:
            return i18n.isolate(self._title_of(one.article_id))
        if column == KIND:
            cause = words.short_cause(one.cause)
            kind = words.kind(one.kind, one.a, one.b)
            if one.kind == VOTED:
                return f"{kind} {i18n.isolate(one.a)}"
            return f"{kind}: {i18n.isolate(cause)}" if cause else kind
        if column == LABEL:
            names = dict.fromkeys(name for name in one.labels if name)
            return " / ".join(words.label_in_line(name, self._schema) for name in names)
        if column == DECIDED:
            return words.outcome(self._outcome_of(one), one.a, one.b)
        made = one.first if column == FIRST else one.second
        return self._side(one, made) if made is not None else ""

    def _side(self, one: Difference, made: Annotation) -> str:
        """Return what one annotator made: its words, with the value in question, or where a link goes."""
        text = self._text_of(one.article_id)
        words_of = i18n.isolate(one_line(made.span.of(text), WORDS))
        if one.dependent is not None:
            arrow = " ← " if i18n.current() == "ar" else " → "
            return words_of + arrow + i18n.isolate(one_line(one.dependent.span.of(text), WORDS))
        if one.name:
            return f"{words_of} = {i18n.isolate(made.attribute(one.name) or '—')}"
        return i18n.isolate(made.span.of(text))
