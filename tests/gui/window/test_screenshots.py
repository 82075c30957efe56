"""The script that pictures every view: it runs, and nothing in the pictures is cut off."""

import importlib
import shutil
import sys
from pathlib import Path

import numpy as np  # its threads take the name of the thread that imports it first: here, and in no job of the window
import pytest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QWidget

from tests.helpers.threads import running_threads
from ui.app import make_workspace
from ui.settings import Memory, Settings
from ui.widgets.elided_label import ElidedLabel

ROOT = Path(__file__).parents[3]


@pytest.fixture
def views(monkeypatch):
    """The views of the script, which finds its parts beside it."""
    monkeypatch.syspath_prepend(str(ROOT / "scripts"))
    return importlib.import_module("views").views


def cut(view: QWidget) -> list[str]:
    """Return the words of a view that have less room than they need, and what lies outside its parent."""
    found = []
    for part in view.findChildren(QWidget):
        if not part.isVisible() or part.visibleRegion().isEmpty():
            continue
        if isinstance(part, QLabel) and not isinstance(part, ElidedLabel) and part.text():
            wide = part.sizeHint().width() > part.width() and not part.wordWrap()
            high = part.wordWrap() and part.heightForWidth(part.width()) > part.height()
            if (
                wide and part.sizePolicy().horizontalPolicy() != part.sizePolicy().Policy.Ignored
            ) or high:
                found.append(f"label {part.text()!r} {part.size().toTuple()}")
        elif (
            isinstance(part, QAbstractButton)
            and part.text()
            and part.sizeHint().width() > part.width()
        ):
            found.append(f"button {part.text()!r} {part.width()} of {part.sizeHint().width()}")
    return found


@pytest.mark.parametrize(("language", "theme"), [("ar", "light"), ("en", "dark")])
def test_every_view_is_pictured_on_a_small_screen_and_nothing_is_cut_off(
    qapp, qtbot, tmp_path, views, language, theme
):
    project = tmp_path / "karabakh"
    shutil.copytree(ROOT / "projects" / "karabakh", project)
    workspace = make_workspace(
        qapp, Memory(Settings(annotator="a", language=language, theme=theme))
    )
    qtbot.addWidget(workspace.window)
    workspace.window.resize(960, 540)
    workspace.window.show()
    workspace.window.activateWindow()
    qtbot.waitUntil(workspace.window.isActiveWindow)
    seen, clipped = set(), {}
    for name, view in views(workspace, project):
        for _ in range(4):
            QApplication.processEvents()
        assert not view.grab().isNull()
        seen.add(name)
        if found := cut(view):
            clipped[name] = found
    workspace.session.close_project()
    qtbot.waitUntil(lambda: "background" not in running_threads().values())
    assert {
        "welcome",
        "annotating",
        "popover-quote",
        "review-compare",
        "dialog-crash",
        "empty-project",
        "menu-list-filter",
        "menu-article",
        "popover-hovered",
        "popover-chooser",
        "remark-card-replied",
        "dialog-preview-remarks",
    } <= seen
    assert clipped == {}
    assert np.__name__ in sys.modules
