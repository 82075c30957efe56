"""Where the keyboard is when a window has opened its first project."""

import shutil
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from ui.app import make_workspace
from ui.settings import Memory, Settings

SAMPLE = Path(__file__).parents[3] / "projects" / "karabakh"


def test_the_first_key_after_the_welcome_goes_to_the_text(qapp, qtbot, tmp_path):
    project = shutil.copytree(SAMPLE, tmp_path / "karabakh")
    workspace = make_workspace(qapp, Memory(Settings(annotator="a", language="ar", theme="light")))
    window = workspace.window
    qtbot.addWidget(window)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    qtbot.waitUntil(lambda: QApplication.focusWidget() is not None)
    workspace.commands.project.open(project)
    focused = QApplication.focusWidget()
    assert focused is window.view
    qtbot.keyClick(focused, Qt.Key.Key_J)
    assert window.view.current is not None
    workspace.session.close_project()
