"""Compare and decide: one article with everybody's lanes under it, its rows, and the row that is being decided."""

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from annotator.review.comparison import Comparison
from annotator.review.rows import Row, RowFilter
from ui.review import words
from ui.review.deciding import deciding_keys, walking
from ui.review.deciding.compare_words import CompareWords
from ui.review.deciding.lanes import Unheard
from ui.review.deciding.meant import Meant
from ui.review.deciding.word_selection import grow, shrink
from ui.review.rows.points import Answer
from ui.review.rows.rows_model import TEXT

DECIDING = ("majority", "none", "all", "keep", "reopen")
"""Commands that decide the row they are pressed on."""


class ComparePage(CompareWords):
    """Shows a `Comparison` and says what the reviewer meant; it changes nothing itself."""

    decided = Signal(object)  # Meant
    edit_meant = Signal(object)  # Row
    repeat_meant = Signal(object)  # Row: the same decision for the same words elsewhere
    many_meant = Signal(object)  # the rows that are shown
    agreed_meant = Signal()
    rules_meant = Signal()
    zone_meant = Signal()
    removal_meant = Signal()
    article_stepped = Signal(int, bool)  # 1 or -1, and whether only to one with open rows
    filter_changed = Signal(object)  # RowFilter
    others_switched = Signal(bool)  # whether those who are left out have lanes
    others_missed = Signal()  # asked for where everybody counts

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._connect()
        self._retranslate()
        self.show_nothing()

    # -- what is shown

    def show_nothing(self) -> None:
        """Say that no article is open here, and how one is opened."""
        self.shown, self.current, self.rows = None, None, ()
        self.stack.setCurrentWidget(self.empty)

    def show_comparison(
        self, shown: Comparison, at: str | None = None, wanted: RowFilter | None = None
    ) -> None:
        """Show an article at one of its rows (by key), else at the first that is open; ``wanted`` is another filter."""
        self.shown, self.current = shown, None
        self.stack.setCurrentWidget(self.whole)
        self.title.show_words(shown.article.title)
        people = tuple(shown.layers)
        self.filters.offer(people, shown.schema)
        if wanted is not None:
            self.filters.show_filter(wanted)
        target = next((row for row in shown.rows if row.key == at), None)
        if target is not None and not self.filters.filter().takes(target):
            self.filters.show_filter(RowFilter())  # what was asked for is shown in any case
        self._offer_others(shown)
        self._show_people(shown)
        self._show_rows()
        if target is None:
            target = walking.first_open(self.rows)
        self.go_to(target, is_end=target is None)

    def update_comparison(self, shown: Comparison) -> None:
        """Show what is decided now; everything else stays where it is."""
        if self.shown is None:
            return
        asked = self.model.points(self.current) if self.current is not None else ()
        self.shown = shown
        self.view.show_gold(shown.gold)
        self._show_rows()
        if self.current is not None:
            key = self.current.key
            now = next((row for row in shown.rows if row.key == key), None)
            if now is None:
                self._go_near()
                return
            self.current = now
            self._point = walking.point_after(asked, self.model.points(now), self._point)
            self._show_current()
        else:
            self._show_end()

    # -- walking

    def go_to(self, row: Row | None, *, is_end: bool = False) -> None:
        """Go to a row; without one, say that all is decided."""
        self.current = row
        self._point = 0
        if row is None:
            self.view.frame(None)
            self.view.set_current(None)
            self.list.clearSelection()
            if is_end:
                self._show_end()
            return
        asked = self.model.points(row)
        if not row.is_open or not asked[0].is_open:
            self._point = next((n for n, one in enumerate(asked) if one.is_open), 0)
        self._show_place(row)
        self._select(row)
        self._show_current()

    def step(self, direction: int, *, only_open: bool = False) -> None:
        """Go to the next or previous row; at the end of an article, to the article beside it."""
        here = self._place()
        ahead = range(here + 1, len(self.rows)) if direction > 0 else range(here - 1, -1, -1)
        for number in ahead:
            if not only_open or self.rows[number].is_open:
                self.go_to(self.rows[number])
                return
        self.article_stepped.emit(direction, only_open)

    def step_point(self, direction: int, *, round_: bool = True) -> bool:
        """Go to another point of the row; tell whether there is one that way."""
        if self.current is None:
            return False
        count = len(self.model.points(self.current))
        number = self._point + direction
        if count < 2 or (not round_ and not 0 <= number < count):
            return False
        self._point = number % count
        self._show_current()
        return True

    def focus(self) -> None:
        keeper = self.list if self.shown is not None else self.empty
        keeper.setFocus(Qt.FocusReason.ShortcutFocusReason)

    # -- deciding

    def decide(self, how: str, annotator: str = "", answer: Answer | None = None) -> None:
        """Decide the point that keys answer, and go on to what is open next."""
        row, point = self.current, self.point
        if row is None or point is None or self.shown is None or self.shown.may_decide:
            return
        here = self._place()
        reason = self.panel.take_reason() if how != "reopen" else ""
        self.decided.emit(Meant(how, row, point, annotator, answer, reason))
        if how == "reopen" or self.current is None or self.current.key != row.key:
            return
        now = self.current
        if now.state == row.state and now.decision == row.decision and now.gold == row.gold:
            return  # refused, or nothing to do: it stays in sight
        asked = self.model.points(now)
        following = next((n for n, one in enumerate(asked) if one.is_open), None)
        if following is not None:
            self._point = following
            self._show_current()
        else:
            self._go_on(here)

    def choose_answer(self, number: int, answer: Answer) -> None:
        """Take an answer that was pressed, of one of the points."""
        self._point = number
        self.decide("answer", answer=answer)
        self.focus()

    def run(self, command: str) -> None:
        """Do what a key of `deciding_keys` means."""
        if self._is_in_text(command):
            return
        if command.startswith("as-"):
            number = int(command.removeprefix("as-")) - 1
            if self.shown is not None and number < len(self.shown.layers):
                self.decide("as", annotator=tuple(self.shown.layers)[number])
        elif command == "majority" and self.current is None:
            self.article_stepped.emit(1, True)
        elif command in DECIDING:
            self.decide(command)
        elif command in self._acts:
            self._acts[command]()

    # -- inside

    def _act(self) -> None:
        """Name what the other commands do."""
        canvas = self.view
        self._acts = {
            "edit": lambda: self.edit_meant.emit(self.current) if self.current else None,
            "values": lambda: self.step_point(1),
            "reason": lambda: self.panel.reason.setFocus(Qt.FocusReason.ShortcutFocusReason),
            "next": lambda: self.step(1),
            "previous": lambda: self.step(-1),
            "next-open": self._next_open,
            "previous-open": lambda: self.step(-1, only_open=True),
            "take-agreed": self.agreed_meant.emit,
            "same": lambda: self.repeat_meant.emit(self.current) if self.current else None,
            "many": lambda: self.many_meant.emit(self.rows),
            "rules": self.rules_meant.emit,
            "clear-filter": lambda: self.filters.show_filter(RowFilter(), tell=True),
            "others": self._press_others,
            "choose-start": lambda: self._choose_edge("start"),
            "choose-end": lambda: self._choose_edge("end"),
            "select-word": lambda: grow(canvas),
            "select-less": lambda: shrink(canvas),
            "take-away": self.removal_meant.emit,
            "let-go": self._let_go,
        }

    def _show_people(self, shown: Comparison) -> None:
        """Give gold and everybody who counts a lane, and the rest where they are asked for."""
        asked_for = shown.left_out if self.filters.others.isChecked() else ()
        rest = [Unheard(one.name, words.role(one.role), one.layer) for one in asked_for]
        self.view.show_people(shown.article, shown.layers, shown.gold, shown.schema, rest)

    def _show_place(self, row: Row) -> None:
        self.view.go_to_span(row.span, row.gold[0].id if row.gold else None)
        self.view.frame(row.span)

    def _press_others(self) -> None:
        if self.shown is None or not self.shown.left_out:
            self.others_missed.emit()
        else:
            self.filters.others.toggle()

    def _switch_others(self, on: bool) -> None:
        self._show_people_again()
        self.others_switched.emit(on)

    def _show_people_again(self) -> None:
        """Lanes are others, or called otherwise: what is being decided stays in sight."""
        shown = self.shown
        if shown is None:
            return
        self._offer_others(shown)
        self._show_people(shown)
        self.view.show_open(walking.amber(shown.rows))
        if self.current is not None:
            self._show_place(self.current)

    def _offer_others(self, shown: Comparison) -> None:
        self.filters.offer_others([(one.name, words.role(one.role)) for one in shown.left_out])

    def _is_in_text(self, command: str) -> bool:
        """Take a key that decides for what it means while an edge moves or words are selected: nothing is decided then."""
        view = self.view
        decides = command in DECIDING or command.startswith("as-")
        if decides and view.edge is not None:
            view.clear_step()
            self.focus()
            return True
        return decides and view.selection is not None

    def _choose_edge(self, edge: str) -> None:
        if self.shown is not None and not self.shown.may_decide:
            self.view.setFocus(Qt.FocusReason.ShortcutFocusReason)
            self.view.choose_edge(edge)

    def _next_open(self) -> None:
        if self.current is None and self.shown is not None:
            first = walking.first_open(self.rows)
            if first is not None:
                self.go_to(first)
                return
        self.step(1, only_open=True)

    def _let_go(self) -> None:
        view = self.view
        if view.edge is not None or view.selection is not None:
            view.clear_step()
        else:
            self.focus()

    def _go_on(self, here: int) -> None:
        """Go to the next row that is open, round the end of the list."""
        self.go_to(walking.next_open(self.rows, here, self.current), is_end=True)

    def _go_near(self) -> None:
        """The current row is gone: go to what stands in its place."""
        place = min(max(self.list.currentIndex().row(), 0), len(self.rows) - 1)
        self.go_to(self.rows[place] if self.rows else None, is_end=True)

    def _place(self) -> int:
        return walking.place_of(self.rows, self.current)

    def _show_rows(self) -> None:
        shown = self.shown
        if shown is None:
            return
        wanted = self.filters.filter()
        self.rows = tuple(row for row in shown.rows if wanted.takes(row))
        self.model.show_rows(shown, self.rows)
        self.view.show_open(walking.amber(shown.rows))
        self._show_tally()

    def _select(self, row: Row) -> None:
        place = self._place()
        if place >= 0 and self.list.currentIndex().row() != place:
            self.list.go_to_row(place)
        if place >= 0:
            self.list.scrollTo(self.model.index(place, TEXT))

    def _follow_list(self, index: QModelIndex) -> None:
        if index.isValid() and index.row() < len(self.rows):
            row = self.rows[index.row()]
            if self.current is None or row.key != self.current.key:
                self.go_to(row)

    def _follow_click(self, position: int) -> None:
        """Go to the innermost row under a click."""
        row = walking.at(self.rows, position)
        if row is not None and self.view.selection is None:
            self.go_to(row)

    def _take_key(self, event: QKeyEvent) -> None:
        if (event.isAutoRepeat() and event.text().strip()) or self.view.press_elsewhere(event):
            event.accept()

    def _filter(self, wanted: RowFilter) -> None:
        before = self.current
        self._show_rows()
        if before is not None and self._place() >= 0:
            self._select(before)
        else:
            first = walking.first_open(self.rows)
            self.go_to(first or next(iter(self.rows), None), is_end=True)
        self.filter_changed.emit(wanted)

    def _connect(self) -> None:
        self._act()
        self.view.set_command_keys(deciding_keys.BARE)
        self.view.command_pressed.connect(self.run)
        self.view.place_clicked.connect(self._follow_click)
        self.view.selectionChanged.connect(self._follow_selection)
        self.list.key_pressed.connect(self._take_key)
        self.list.selectionModel().currentRowChanged.connect(self._follow_list)
        self.list.takes_tab = lambda forward: self.step_point(1 if forward else -1, round_=False)
        self.panel.command_meant.connect(self._press)
        self.panel.answered.connect(self.choose_answer)
        self.panel.next_meant.connect(self._next_open)
        self.panel.reason.returnPressed.connect(self.focus)
        self.previous_article.clicked.connect(lambda: self.article_stepped.emit(-1, False))
        self.next_article.clicked.connect(lambda: self.article_stepped.emit(1, False))
        self.rules.clicked.connect(self.rules_meant)
        self.many.clicked.connect(lambda: self.many_meant.emit(self.rows))
        self.filters.changed.connect(self._filter)
        self.filters.others.toggled.connect(self._switch_others)
        zone = QShortcut(QKeySequence("Ctrl+Shift+X"), self)
        zone.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        zone.activated.connect(self.zone_meant)

    def _press(self, command: str) -> None:
        self.run(command)
        if command != "edit":  # which has the keyboard in its popover
            self.focus()

    def _retranslate(self) -> None:
        super()._retranslate()
        self._show_tally()
        if self.shown is not None and self.shown.left_out:
            self._show_people_again()
        if self.current is not None:
            self._show_current()
