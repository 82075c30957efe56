"""A window that is closed is gone, with all that belonged to it; so is what it opened over itself."""

import gc
import shutil
import weakref
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QTimer
from PySide6.QtWidgets import QApplication, QMenu

from ui.app import make_workspace
from ui.settings import Memory, Settings
from ui.widgets.form import FormDialog
from ui.widgets.progress import ProgressDialog

SAMPLE = Path(__file__).parents[3] / "projects" / "karabakh"
TIMES = 10

ASK = FormDialog.exec
"""As it is outside of tests, where nobody answers."""


@pytest.fixture
def sample(tmp_path) -> Path:
    return shutil.copytree(SAMPLE, tmp_path / "karabakh")


def let_go() -> None:
    """Have Qt delete what is to be deleted later, and Python what nothing refers to."""
    QApplication.processEvents()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    gc.collect()


def kinds() -> dict[str, int]:
    """Count the widgets there are, by class."""
    found: dict[str, int] = {}
    for widget in QApplication.allWidgets():
        if not isinstance(widget, QMenu):
            found[type(widget).__name__] = found.get(type(widget).__name__, 0) + 1
    return found


def test_a_closed_window_is_collected_though_the_settings_live_on(qapp, sample):
    memory = Memory(Settings(annotator="a", language="en", theme="light"))
    workspace = make_workspace(qapp, memory)
    window = workspace.window
    window.show()
    workspace.commands.project.open(sample)
    seen = [
        weakref.ref(one)
        for one in (workspace, window, workspace.session, window.view, workspace.commands)
    ]
    workspace.session.close_project()
    window.close()
    window.deleteLater()
    del workspace, window
    let_go()
    assert [ref() for ref in seen] == [None] * len(seen)
    memory.update(Settings(annotator="a", language="en", theme="light", font_size=20))
    assert memory.settings.font_size == 20


@pytest.mark.parametrize(
    "command",
    ["settings", "about", "schema", "article-details", "pace", "names", "backups", "history"],
)
def test_a_dialog_opened_and_closed_ten_times_leaves_nothing_behind(bench, monkeypatch, command):
    monkeypatch.setattr(FormDialog, "exec", ASK)
    bench.tag("بوتين")
    action = bench.window.actions_table[command]
    seen: list[str] = []

    def leave() -> None:
        dialog = QApplication.activeModalWidget()
        if not isinstance(dialog, FormDialog) or isinstance(dialog, ProgressDialog):
            QTimer.singleShot(0, leave)  # what it shows is still being counted
            return
        seen.append(type(dialog).__name__)
        dialog.reject()

    def open_and_leave() -> None:
        QTimer.singleShot(0, leave)
        action.trigger()
        let_go()

    open_and_leave()
    before = kinds()
    for _ in range(TIMES):
        open_and_leave()
    assert len(seen) == TIMES + 1
    assert kinds() == before
