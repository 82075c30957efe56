import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from tests.gui.window.conftest import make_bench

__all__ = ["make_bench", "undo"]


@pytest.fixture
def undo(qtbot):
    """Press Ctrl+Z in a bench's window, active again after whatever dialog was over it."""

    def press(bench) -> None:
        with qtbot.waitActive(bench.window):
            bench.window.activateWindow()
        # The answered dialog goes with the event loop; until then it has the keyboard.
        qtbot.waitUntil(lambda: QApplication.activeWindow() is bench.window)
        bench.shortcut(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)

    return press
