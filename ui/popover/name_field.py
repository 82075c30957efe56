from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QEvent, QStringListModel, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QCompleter, QWidget

from annotator.text.spelling.lookup import asks_for
from ui.widgets.fields import LineField
from ui.widgets.lines import marked, unmarked
from ui.widgets.matching import folded

MOST_OFFERED = 30
"""Names in the completion list; a longer list is not read."""


class NameChoice(NamedTuple):
    """A name and other ways to write it, which lead to it as well."""

    name: str
    also: tuple[str, ...] = ()


Names = Sequence[str | NameChoice]
"""What a name is completed from, the likeliest first."""


class _PlainCompleter(QCompleter):
    """Offers its whole model: Qt would compare letter by letter, and `NameField` has already compared, folded."""

    def splitPath(self, path: str) -> list[str]:  # noqa: N802 - Qt's name
        return [""]


class NameField(LineField):
    """A canonical name, completed from the names already used, however they are spelt and in whatever letters."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._given: tuple[str | NameChoice, ...] = ()
        self._names: tuple[tuple[str, str], ...] = ()
        self._offered = QStringListModel(self)
        completer = _PlainCompleter(self._offered, self)
        self.setCompleter(completer)
        completer.activated.connect(self._take)
        self.textEdited.connect(self._offer)

    def value(self) -> str:
        return unmarked(super().value())

    def restore(self) -> None:
        """Show the stored name, with a mark before a date in it: else it would be shown reversed."""
        super().restore()
        self.setText(marked(self.text()))
        self.setCursorPosition(0)
        self._shown = self.text()

    def set_names(self, names: Names) -> None:
        """Set the names to complete from, the likeliest first."""
        if self._given != tuple(names):
            self._given = tuple(names)
            choices = (NameChoice(n) if isinstance(n, str) else n for n in names)
            self._names = tuple(
                (choice.name, form) for choice in choices for form in (choice.name, *choice.also)
            )

    def event(self, event: QEvent) -> bool:
        """Let Enter mean what it means without the list, where nothing was chosen in it: one Enter stores."""
        if (
            isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.KeyPress
            and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
            and self._is_completing()
        ):
            completer = self.completer()
            popup = completer.popup() if completer is not None else None
            if popup is not None and not popup.currentIndex().isValid():
                popup.hide()
                QApplication.sendEvent(self, event)
                return True
        return super().event(event)

    def _take(self, name: str) -> None:
        self.setText(marked(name))
        self.commit()

    def _offer(self, typed: str) -> None:
        typed = unmarked(typed)
        start = folded(typed)
        found = [(name, form) for name, form in self._names if start and asks_for(typed, form)]
        found.sort(key=lambda pair: not folded(pair[1]).startswith(start))
        offered = dict.fromkeys(name for name, _ in found)
        self._offered.setStringList(list(offered)[:MOST_OFFERED])
