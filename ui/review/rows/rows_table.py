from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHeaderView, QWidget

from ui.review.pages.difference_list import DifferenceList
from ui.review.rows.rows_delegate import HEIGHT, RowsDelegate
from ui.review.rows.rows_model import FIRST_PERSON, GOLD_CELL, TEXT, RowsModel

GOLD, VOTES, STATE, SIGN, CAUSE = 64, 46, 96, 28, 74
"""Logical pixels of the columns; a state is told by its sign alone where there is no room for words."""
LEAST_TEXT = 100
NARROWEST, NARROW, WIDEST = 34, 44, 74
"""Logical pixels of an annotator's column."""


class RowsTable(DifferenceList):
    """The table of rows; every key goes to the page first, and Tab as long as the row has another point."""

    def __init__(self, model: RowsModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self.takes_tab: Callable[[bool], bool] = lambda _forward: False
        """Tells whether Tab went to another point of the row."""
        self.setModel(model)
        self.setItemDelegate(RowsDelegate(self))
        self.setMouseTracking(True)
        self.setHorizontalScrollMode(self.ScrollMode.ScrollPerPixel)
        header = self.horizontalHeader()
        header.setProperty("role", "narrow")
        header.setStretchLastSection(False)
        header.setMinimumSectionSize(24)
        header.setTextElideMode(Qt.TextElideMode.ElideRight)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignCenter)
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setDefaultSectionSize(HEIGHT)
        model.modelReset.connect(self.fit)

    def fit(self) -> None:
        """Share the width out: the text gets what the other columns leave."""
        model, room = self._model, self.viewport().width()
        people = max(len(model.people), 1)
        fixed = GOLD + VOTES + people * NARROW + LEAST_TEXT
        has_causes = any(row.cause for row in model.rows) and room - fixed >= SIGN + CAUSE
        cause = CAUSE if has_causes else 0
        state = STATE if room - fixed - cause >= STATE else SIGN
        each = (room - GOLD - VOTES - cause - state - max(LEAST_TEXT, room // 4)) // people
        each = min(max(each, NARROWEST), WIDEST)
        header = self.horizontalHeader()
        widths = {GOLD_CELL: GOLD, model.votes_column: VOTES, model.state_column: state}
        widths |= {FIRST_PERSON + n: each for n in range(len(model.people))}
        widths[model.cause_column] = CAUSE
        for column in range(model.columnCount()):
            self.setColumnHidden(column, column == model.cause_column and not has_causes)
        fixed = sum(widths.values()) - (0 if has_causes else CAUSE)
        widths[TEXT] = max(room - fixed, LEAST_TEXT)
        for column, width in widths.items():
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.Interactive)
            header.resizeSection(column, width)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self.fit()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.viewport().update()

    def focusNextPrevChild(self, next: bool) -> bool:  # noqa: A002, N802 - Qt's names
        return self.takes_tab(next) or super().focusNextPrevChild(next)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        event.ignore()
        self.key_pressed.emit(event)
        if not event.isAccepted() and not event.text().strip():
            super(DifferenceList, self).keyPressEvent(event)
