"""The menus that say which articles are listed and in which order, made of what the project has."""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu

from annotator.model import Attribute, AttributeKind, Schema, Status
from ui import i18n
from ui.panels.articles.article_row import ArticleRow
from ui.remembered.list_state import ListState, Order, field_key
from ui.widgets import numbers
from ui.widgets.lines import one_line
from ui.wording.field_words import choice_words

MOST_ENTRIES = 14
"""Entries of a menu that fit a low screen; dates that are more are offered by month, then by year."""

MOST_SOURCES = 40
"""Sources, and values of one article field."""

LONGEST = 60
"""Characters of a value in a menu."""


class ListMenus(QObject):
    """Fills the two menus; what is chosen is said as the state that would result."""

    def __init__(self, choose: Callable[[ListState], None], parent: QObject) -> None:
        super().__init__(parent)
        self._choose = choose
        self.schema: Schema | None = None

    def fill_filter(self, menu: QMenu, rows: Sequence[ArticleRow], state: ListState) -> None:
        menu.clear()
        counts = Counter(row.status for row in rows)
        part = menu.addMenu(self.tr("&Status"))
        for status in Status:
            self._add_toggle(part, self._status(status), counts[status], state, "statuses", status)
        part = menu.addMenu(self.tr("With the &label"))
        present = Counter(label for row in rows for label in row.labels)
        for label in self.schema.labels if self.schema else ():
            title, count = label.title(i18n.current()), present[label.name]
            self._add_toggle(part, title, count, state, "labels", label.name)
        sources = Counter(row.source for row in rows if row.source)
        part = menu.addMenu(self.tr("S&ource"))
        for source, count in sources.most_common(MOST_SOURCES):
            self._add_toggle(part, source, count, state, "sources", source)
        part.setEnabled(bool(sources))
        part = menu.addMenu(self.tr("&Published"))
        days = periods([row.published for row in rows if row.published])
        for period, count in days:
            chosen = replace(state, published="" if state.published == period else period)
            self._add(part, period, count, chosen, checked=state.published == period)
        part.setEnabled(bool(days))
        for field in self.schema.article_fields if self.schema else ():
            self._add_field(menu, field, rows, state)
        menu.addSeparator()
        noted = sum(1 for row in rows if row.notes)
        asked = sum(1 for row in rows if row.questions + row.flags)
        words = self.tr("With a &note")
        self._add(menu, words, noted, replace(state, notes=not state.notes), checked=state.notes)
        words = self.tr("With an open &question or flag")
        chosen = replace(state, questions=not state.questions)
        self._add(menu, words, asked, chosen, checked=state.questions)
        words = self.tr("Finished under older &guidelines")
        chosen = replace(state, outdated=not state.outdated)
        outdated = sum(1 for row in rows if row.outdated)
        self._add(menu, words, outdated, chosen, checked=state.outdated)
        menu.addSeparator()
        everything = menu.addAction(self.tr("Show &all articles"))
        everything.setEnabled(state.is_filtered)
        everything.triggered.connect(lambda: self._choose(state.unfiltered()))

    def fill_order(self, menu: QMenu, state: ListState) -> None:
        menu.clear()
        group = QActionGroup(menu)
        for order, words in self._orders():
            action = menu.addAction(words)
            action.setCheckable(True)
            action.setChecked(state.order == order)
            group.addAction(action)
            chosen = replace(state, order=order)
            action.triggered.connect(lambda _=False, chosen=chosen: self._choose(chosen))
        menu.addSeparator()
        for words, name in (
            (self.tr("&Descending"), "descending"),
            (self.tr("&Grouped by source"), "grouped"),
        ):
            action = menu.addAction(words)
            action.setCheckable(True)
            action.setChecked(getattr(state, name))
            chosen = replace(state, **{name: not getattr(state, name)})
            action.triggered.connect(lambda _=False, chosen=chosen: self._choose(chosen))

    def _add_field(
        self, menu: QMenu, field: Attribute, rows: Sequence[ArticleRow], state: ListState
    ) -> None:
        """Offer the values that articles have in a field of the schema; a choice in the schema's order, and nothing at all."""
        part = menu.addMenu(field.title(i18n.current()).replace("&", "&&"))
        counts = Counter(row.fields.get(field.name, "") for row in rows)
        without = counts.pop("", 0)
        common = [value for value, _ in counts.most_common(MOST_SOURCES)]
        chosen = [value for value in common if field_key(field.name, value) in state.fields]
        is_choice = field.kind == AttributeKind.CHOICE
        first = [*field.choices] if is_choice else chosen
        for value in dict.fromkeys((*first, *common)):
            words = choice_words(value) if is_choice else one_line(value, LONGEST)
            key = field_key(field.name, value)
            self._add_toggle(part, words, counts[value], state, "fields", key)
        part.addSeparator()
        key = field_key(field.name, "")
        self._add_toggle(part, self.tr("Nothing said"), without, state, "fields", key)

    def _orders(self) -> Iterable[tuple[Order, str]]:
        return (
            (Order.NUMBER, self.tr("By &number")),
            (Order.PUBLISHED, self.tr("By day of &publication")),
            (Order.TITLE, self.tr("By &title")),
            (Order.STATUS, self.tr("By &status")),
            (Order.ANNOTATIONS, self.tr("By number of &annotations")),
            (Order.CHANGED, self.tr("By last &change")),
        )

    def _status(self, status: Status) -> str:
        return {
            Status.NEW: self.tr("New", "article status"),
            Status.IN_PROGRESS: self.tr("In progress", "article status"),
            Status.DONE: self.tr("Done", "article status"),
        }[status]

    def _add_toggle(
        self, menu: QMenu, words: str, count: int, state: ListState, name: str, value: str
    ) -> QAction:
        words = words.replace("&", "&&")
        checked = value in getattr(state, name)
        return self._add(menu, words, count, state.toggled(name, value), checked=checked)

    def _add(
        self, menu: QMenu, words: str, count: int, chosen: ListState, *, checked: bool
    ) -> QAction:
        action = menu.addAction(f"{words}\t{numbers.count(count)}")
        action.setCheckable(True)
        action.setChecked(checked)
        action.setEnabled(count > 0 or checked)
        action.triggered.connect(lambda: self._choose(chosen))
        return action


def periods(dates: Sequence[str]) -> list[tuple[str, int]]:
    """Return days, months or years with how many dates lie in each, the newest first: as fine as a menu has room for."""
    for length in (10, 7, 4):
        counts = Counter(date[:length] for date in dates)
        if len(counts) <= MOST_ENTRIES:
            break
    for period in counts:
        if (
            len(period) < length
        ):  # of a date that is only a month: it lets the days of the month through as well
            counts[period] = sum(date.startswith(period) for date in dates)
    return sorted(counts.items(), reverse=True)[:MOST_ENTRIES]
