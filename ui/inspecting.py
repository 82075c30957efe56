"""Turns the signs for invisible characters on and off, and remembers which."""

from dataclasses import replace

from PySide6.QtCore import QObject

from ui.article.inspector import Inspector
from ui.main_window import MainWindow
from ui.settings import Memory


class Inspecting(QObject):
    """What the command `Invisible characters` does."""

    def __init__(self, window: MainWindow, memory: Memory) -> None:
        super().__init__(window)
        self._memory = memory
        self._action = window.actions_table["inspect"]
        self._inspector = Inspector(window.view)
        window.view.overlays.append(self._inspector.paint)
        self._action.toggled.connect(self._remember)
        memory.changed.connect(self._apply)
        self._apply()

    def _remember(self, on: bool) -> None:
        self._memory.update(replace(self._memory.settings, show_invisible=on))

    def _apply(self, *_: object) -> None:
        on = self._memory.settings.show_invisible
        self._action.setChecked(on)
        self._inspector.toggle(on)
