from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QMenu, QToolButton, QWidget

from ui import i18n


class ChoiceButton(QToolButton):
    """A button whose menu ticks several things; nothing ticked means all of them."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._caption = ""
        self.says_all = True
        """Whether the button says that all are meant, or its caption alone, where room is scarce."""
        self._actions: dict[str, QAction] = {}
        menu = QMenu(self)
        menu.installEventFilter(self)
        self.setMenu(menu)
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextOnly)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setProperty("role", "choice")

    def set_caption(self, caption: str) -> None:
        self._caption = caption
        self.setAccessibleName(caption)
        self._name()

    def set_choices(self, choices: Sequence[tuple[str, str]]) -> None:
        """Offer ids with their titles; what was ticked stays so."""
        ticked = self.chosen()
        self.menu().clear()
        self._actions = {}
        for key, title in choices:
            action = self.menu().addAction(title.replace("&", "&&"))
            action.setCheckable(True)
            action.setChecked(key in ticked)
            action.toggled.connect(self._tell)
            self._actions[key] = action
        self._name()

    def chosen(self) -> frozenset[str]:
        return frozenset(key for key, action in self._actions.items() if action.isChecked())

    def choose(self, keys: frozenset[str]) -> None:
        for key, action in self._actions.items():
            action.setChecked(key in keys)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let Space tick several in a row without closing the menu."""
        if (
            event.type() == QEvent.Type.KeyPress
            and isinstance(event, QKeyEvent)
            and event.key() == Qt.Key.Key_Space
            and (action := self.menu().activeAction()) is not None
        ):
            action.toggle()
            return True
        return super().eventFilter(watched, event)

    def _tell(self) -> None:
        self._name()
        self.changed.emit()

    def _name(self) -> None:
        if not self.says_all and not self.chosen():
            self.setText(self._caption)
            return
        titles = [a.text().replace("&&", "&") for a in self._actions.values() if a.isChecked()]
        what = (
            ", ".join(map(i18n.isolate, titles[:2])) + ("…" if len(titles) > 2 else "")
            if titles
            else self.tr("all")
        )
        self.setText(f"{self._caption}: {what}")
