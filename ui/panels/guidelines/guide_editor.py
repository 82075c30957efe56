"""Guidelines as Markdown above, as they will be read below."""

from collections.abc import Sequence

from PySide6.QtCore import QDateTime, QEvent, QLocale, Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QMenu,
    QPlainTextEdit,
    QPushButton,
    QSplitter,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from ui.panels.guidelines.guide_page import GuidePage
from ui.style import assets
from ui.style.wrapping import wrap
from ui.widgets.fields import turn_as_written

PAUSE = 250
"""Milliseconds without a key after which the preview follows."""


class GuideEditor(QWidget):
    """Source, live preview, and what to do when somebody else changed the same guidelines."""

    save_meant = Signal()
    left = Signal()
    """Discard what was typed, or leave where nothing was."""
    mine_meant = Signal()
    """After somebody else changed them: put mine in their place."""
    theirs_meant = Signal()
    earlier_meant = Signal()
    """The menu of earlier versions is about to be shown."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.source = QPlainTextEdit()
        self.source.setTabChangesFocus(True)
        self.preview = GuidePage()
        self.preview.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._kept = self._began = ""
        self._split = QSplitter(Qt.Orientation.Vertical)
        for part in (self.source, self.preview):
            self._split.addWidget(part)
        self._split.setChildrenCollapsible(False)
        self.conflict = QLabel()
        wrap(self.conflict)
        self.conflict.setProperty("role", "error")
        self.mine, self.theirs = QPushButton(), QPushButton()
        self._conflict_row = QWidget()
        choices = QHBoxLayout(self._conflict_row)
        choices.setContentsMargins(0, 0, 0, 0)
        for button in (self.mine, self.theirs):
            choices.addWidget(button)
        choices.addStretch(1)
        self.save, self.discard, self.earlier = QPushButton(), QPushButton(), QToolButton()
        self.earlier.setIcon(assets.icon("history"))
        self.earlier.setAutoRaise(True)
        self.earlier.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.menu = QMenu(self)
        self.earlier.setMenu(self.menu)
        row = QHBoxLayout()
        for button in (self.save, self.discard, self.earlier):
            row.addWidget(button)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(4, 4, 4, 4)
        column.addWidget(self._split, 1)
        column.addWidget(self.conflict)
        column.addWidget(self._conflict_row)
        column.addLayout(row)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(PAUSE)
        self._timer.timeout.connect(self.show_preview)
        self._connect()
        self.setFocusProxy(self.source)
        self.show_conflict(False)
        self._retranslate()

    def edit(self, text: str, *, kept: str | None = None) -> None:
        """Begin with a text; ``kept`` is what is on the disk, where that is another one."""
        self._began = text
        self._kept = text if kept is None else kept
        self.source.setPlainText(text)
        self.show_conflict(False)
        self.show_preview()

    @property
    def text(self) -> str:
        return self.source.toPlainText()

    @property
    def is_dirty(self) -> bool:
        return self.text != self._kept

    @property
    def has_written(self) -> bool:
        """Whether there is something to lose: words other than those one began with."""
        return bool(self.text.strip()) and self.text != self._began

    def put(self, text: str) -> None:
        """Put another text in the place of what is there, as a step that Ctrl+Z takes back."""
        cursor = self.source.textCursor()
        cursor.select(cursor.SelectionType.Document)
        cursor.insertText(text)

    def show_conflict(self, is_there: bool) -> None:
        """Say, or no longer say, that somebody else changed the guidelines meanwhile."""
        self.conflict.setVisible(is_there)
        self._conflict_row.setVisible(is_there)
        self.save.setEnabled(not is_there)

    def show_earlier(self, versions: Sequence[tuple[str, str]]) -> None:
        """Offer earlier versions, each with the time (UTC) until which it held and its text."""
        self.menu.clear()
        for at, text in versions:
            moment = QDateTime.fromString(at, Qt.DateFormat.ISODate).toLocalTime()
            words = QLocale().toString(moment, QLocale.FormatType.ShortFormat)
            action = self.menu.addAction(self.tr("Until %1").replace("%1", words))
            action.triggered.connect(lambda _checked=False, text=text: self.put(text))
        if not versions:
            self.menu.addAction(self.tr("There is no earlier version")).setEnabled(False)

    def show_preview(self) -> None:
        self._timer.stop()
        self.preview.show_markdown(self.text)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _connect(self) -> None:
        self.source.textChanged.connect(self._timer.start)
        self.source.textChanged.connect(lambda: turn_as_written(self.source))
        self.save.clicked.connect(self.save_meant)
        self.discard.clicked.connect(self.left)
        self.mine.clicked.connect(self.mine_meant)
        self.theirs.clicked.connect(self.theirs_meant)
        self.menu.aboutToShow.connect(self.earlier_meant)

    def _retranslate(self) -> None:
        self.source.setAccessibleName(self.tr("Guidelines in Markdown"))
        self.preview.setAccessibleName(self.tr("Preview"))
        self.save.setText(self.tr("Save"))
        self.discard.setText(self.tr("Discard"))
        self.earlier.setToolTip(self.tr("Earlier versions"))
        self.earlier.setAccessibleName(self.tr("Earlier versions"))
        self.conflict.setText(
            self.tr(
                "Somebody else changed the guidelines meanwhile. Whichever you do not keep stays among the earlier versions."
            )
        )
        self.mine.setText(self.tr("Keep mine"))
        self.theirs.setText(self.tr("Take theirs"))
