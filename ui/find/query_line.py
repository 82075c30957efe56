"""The line in which a query is typed, with its switches: shared by the bar over the article and the project's panel."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QBoxLayout, QCheckBox, QHBoxLayout, QLineEdit, QWidget

from ui.style import assets

if TYPE_CHECKING:
    from annotator.search.query import Query

ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
GAP = 8


class QueryEdit(QLineEdit):
    """A line that says what Enter, Esc and the arrow down mean."""

    entered = Signal(int)  # 1 for the next hit, -1 with Shift for the one before
    left = Signal()
    went_down = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in ENTER:
            back = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            self.entered.emit(-1 if back else 1)
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif event.key() == Qt.Key.Key_Down:
            self.went_down.emit()
        else:
            super().keyPressEvent(event)


class QueryLine(QWidget):
    """A query as it is being typed."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.edit = QueryEdit()
        self.edit.setClearButtonEnabled(True)
        self.edit.addAction(assets.icon("search"), QLineEdit.ActionPosition.LeadingPosition)
        self.exact, self.regex, self.words = QCheckBox(), QCheckBox(), QCheckBox()
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(GAP)
        self._row.addWidget(self.edit, 1)
        switches = QHBoxLayout()
        switches.setSpacing(GAP)
        self._row.addLayout(switches)
        self.setFocusProxy(self.edit)
        self.edit.textChanged.connect(self.changed)
        for switch in (self.exact, self.regex, self.words):
            switches.addWidget(switch)
            switch.toggled.connect(self.changed)
        self._retranslate()

    def set_narrow(self, is_narrow: bool) -> None:
        """Put the switches under the line where they have no room beside it."""
        direction = QBoxLayout.Direction
        self._row.setDirection(direction.TopToBottom if is_narrow else direction.LeftToRight)
        self.updateGeometry()  # else the bar goes on with the height of before

    def query(self) -> "Query":
        from annotator.search.query import Query
        from annotator.search.words import Words

        words = Words.CLITICS if self.words.isChecked() else Words.ANYWHERE
        return Query(self.edit.text(), self.exact.isChecked(), self.regex.isChecked(), words)

    def take_focus(self, words: str = "") -> None:
        """Put the keyboard into the line, with ``words`` if any as the query, all of it selected."""
        if words and words != self.edit.text():
            self.edit.setText(words)
        self.edit.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.edit.selectAll()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _retranslate(self) -> None:
        self.edit.setPlaceholderText(self.tr("Find"))
        self.edit.setAccessibleName(self.tr("What to find"))
        self.exact.setText(self.tr("E&xact"))
        self.exact.setToolTip(
            self.tr("Compare case, vowel marks and spelling as typed; otherwise أ is ا and ة is ه")
        )
        self.regex.setText(self.tr("&Pattern"))
        self.regex.setToolTip(self.tr("Take the words as a regular expression"))
        self.words.setText(self.tr("&Whole words"))
        self.words.setToolTip(self.tr("Leave out parts of words; و ف ب ل ك in front do not count"))
