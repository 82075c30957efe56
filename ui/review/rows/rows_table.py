from collections.abc import Callable

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHeaderView, QWidget

from ui.review.pages.difference_list import DifferenceList
from ui.review.rows.column_widths import share
from ui.review.rows.rows_delegate import HEIGHT, RowsDelegate
from ui.review.rows.rows_model import FIRST_PERSON, GOLD_CELL, TEXT, RowsModel


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
        """Share the width out: each column gets what its words need, the text what the others leave."""
        model = self._model
        found = share(self.viewport().width(), len(model.people), model.wanted(), self._width_of)
        widths = {TEXT: found.text, GOLD_CELL: found.gold, model.votes_column: found.votes}
        widths |= {FIRST_PERSON + n: found.person for n in range(len(model.people))}
        widths |= {model.state_column: found.state, model.cause_column: found.cause}
        model.say_state(is_said=found.says_state)
        header = self.horizontalHeader()
        for column, width in widths.items():
            self.setColumnHidden(column, not width)
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.Interactive)
            if width:
                header.resizeSection(column, width)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self.fit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.LanguageChange):
            self.fit()

    def _width_of(self, words: str) -> int:
        return max(
            self.fontMetrics().horizontalAdvance(words),
            self.horizontalHeader().fontMetrics().horizontalAdvance(words),
        )

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
