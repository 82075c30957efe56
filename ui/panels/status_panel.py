import unicodedata
from datetime import datetime

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QToolButton, QWidget

from annotator.text import characters
from ui.i18n import current, isolate_ltr
from ui.style import assets
from ui.widgets import numbers
from ui.widgets.elided_label import ElidedLabel
from ui.widgets.save_label import SaveLabel
from ui.widgets.save_state import NotSaved, ReadOnly, Saved, Saving, State

GAP = 16
"""Logical pixels between the parts of the status bar."""


class StatusPanel(QWidget):
    """The status bar: who annotates, where the caret is, whether the work is on disk."""

    annotator_clicked = Signal()
    retry_requested = Signal()
    language_turned = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._annotator: str | None = None
        self._caret: tuple[int, int, str] | None = None
        self._meaning = ""
        self._who = QToolButton()
        self._who.setIcon(assets.icon("person"))
        self._who.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self._who.setAutoRaise(True)
        self._who.clicked.connect(self.annotator_clicked)
        self._position = QLabel()
        self._character = ElidedLabel(Qt.TextElideMode.ElideRight)
        self._pace = QLabel()
        self._pace.setProperty("role", "hint")
        self._pace.hide()
        self._save = SaveLabel()
        self._save.retry_requested.connect(self.retry_requested)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(4, 0, 8, 0)
        self._row.setSpacing(GAP)
        self._row.addWidget(self._who)
        self._row.addWidget(self._position)
        self._row.addWidget(self._character, 1)
        self._row.addWidget(self._pace)
        self._row.addWidget(self._save)
        self._retranslate()

    def show_annotator(self, name: str | None) -> None:
        """Show who annotates; None while nobody has said."""
        self._annotator = name
        self._who.setText(name or self.tr("Who are you?"))
        self._who.setToolTip(self.tr("Change the annotator"))
        self._who.setAccessibleName(self.tr("Annotator: %1").replace("%1", self._who.text()))

    def show_caret(self, paragraph: int, column: int, character: str) -> None:
        """Show where the caret is, counted from 1, and the whole character after it ('' at the end)."""
        self._caret = (paragraph, column, character)
        words = self.tr("Par. %1, col. %2", "position of the caret")
        spoken = self.tr("Paragraph %1, column %2")
        for mark, value in (("%1", paragraph), ("%2", column)):
            words = words.replace(mark, numbers.count(value))
            spoken = spoken.replace(mark, numbers.count(value))
        self._position.setText(words)
        self._position.setAccessibleName(spoken)
        self._position.setToolTip(spoken)
        if not self._meaning:
            words = isolate_ltr(describe(character, current())) if character else ""
            self._character.show_words(words)

    def show_meaning(self, words: str) -> None:
        """Show what the current annotation is, in place of the caret's position; nothing: show that again."""
        self._meaning = words
        self._position.setVisible(not words)
        if words:
            self._character.show_words(words)
        elif self._caret is not None:
            self.show_caret(*self._caret)
        else:
            self._character.show_words("")

    def hide_caret(self) -> None:
        """Show no position: no article is open."""
        self._caret = None
        self._position.clear()
        self._character.show_words("")

    def show_pace(self, words: str) -> None:
        """Show how much was done today; nothing hides it."""
        self._pace.setText(words)
        self._pace.setVisible(bool(words))

    def tell_of_saving(self, has_project: bool) -> None:
        """Say whether work is on the disk where there is some: without a project «Saved» would be about nothing."""
        self._save.setVisible(has_project)

    def show_saved(self, at: datetime | None = None) -> None:
        """Everything is on disk; ``at`` is the local time when the last edit got there."""
        self._show_state(Saved(at))

    def show_saving(self, edits: int) -> None:
        self._show_state(Saving(edits))

    def show_not_saved(self, reason: str, retry_in: int | None = None) -> None:
        """The last edit is not on disk. ``retry_in`` seconds are counted down on the spot."""
        self._show_state(NotSaved(reason, retry_in))

    def show_read_only(self, reason: str) -> None:
        self._show_state(ReadOnly(reason))

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
            self.language_turned.emit()
        super().changeEvent(event)

    def _show_state(self, state: State) -> None:
        self._save.show_state(state)
        self._row.activate()  # at once, like the label itself

    def _retranslate(self) -> None:
        self.setAccessibleName(self.tr("Status"))
        self.show_annotator(self._annotator)
        if self._caret is not None:
            self.show_caret(*self._caret)


def describe(cluster: str, language: str = "en") -> str:
    """Return number and name of each code point of a character, before them the character where it can be seen.

    In Arabic, and for marks and what follows a letter, the short name people use where there is one.
    """
    codes: list[str] = []
    for place, character in enumerate(characters.at(cluster, 0)):
        short = character.short(language)
        has_short = short != character.name.lower()
        name = short if has_short and (place or language == "ar") else character.name
        known = "" if name.startswith("UNNAMED") or name == f"<{character.code_point}>" else name
        codes.append(f"{character.code_point} {known}".strip())
    words = " + ".join(codes)
    first = cluster[0]
    if unicodedata.category(first)[0] in "CZ":
        return words
    return f"\u25cc{cluster}  {words}" if unicodedata.combining(first) else f"{cluster}  {words}"
