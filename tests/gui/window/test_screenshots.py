"""The script that pictures every view: it runs, nothing in the pictures is cut off, and every part can be told by key and name."""

import importlib
import shutil
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

import numpy as np  # its threads take the name of the thread that imports it first: here, and in no job of the window
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QKeySequence
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractSpinBox,
    QApplication,
    QLabel,
    QLineEdit,
    QMenu,
    QMenuBar,
    QWidget,
)

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


def captions(view: QWidget) -> Iterator[list[str]]:
    """Yield the captions that stand together, so that no two may share a letter: those of each menu, those of the window."""
    for menu in [view] if isinstance(view, QMenu) else view.window().findChildren(QMenu):
        yield [action.text().partition("\t")[0] for action in menu.actions()]
    if not isinstance(view, QMenu):
        window = view.window()
        kinds = QAbstractButton | QLabel
        parts = [part for part in window.findChildren(QWidget) if isinstance(part, kinds)]
        bars = window.findChildren(QMenuBar)
        yield [
            *(action.text() for bar in bars if bar.isVisible() for action in bar.actions()),
            *(p.text() for p in parts if p.isVisible() and (not isinstance(p, QLabel) or p.buddy())),
        ]  # fmt: skip


def ambiguous(captions: Iterable[list[str]]) -> list[list[str]]:
    """Return the captions that the same letter calls."""
    found = []
    for together in captions:
        by_letter: dict[str, list[str]] = {}
        for words in together:
            if letter := QKeySequence.mnemonic(words).toString():
                by_letter.setdefault(letter, []).append(words)
        found += [words for words in by_letter.values() if len(words) > 1]
    return found


def nameless(view: QWidget) -> list[str]:
    """Return what Tab goes to and a screen reader has no name for."""
    found = []
    for part in view.findChildren(QWidget):
        if not part.isVisible() or not part.isEnabled() or part.focusProxy():
            continue
        if isinstance(part, QLineEdit) and isinstance(part.parentWidget(), QAbstractSpinBox):
            continue  # the box is what is named
        if part.focusPolicy() & Qt.FocusPolicy.TabFocus:
            told = QAccessible.queryAccessibleInterface(part)
            if not told.text(QAccessible.Text.Name):
                found.append(f"{type(part).__name__} in {type(part.parentWidget()).__name__}")
    return found


@pytest.mark.parametrize(("language", "theme"), [("ar", "light"), ("en", "dark")])
def test_every_view_is_whole_on_a_small_screen_and_each_part_is_told_by_letter_and_name(
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
    seen, clipped, unclear, untold = set(), {}, {}, {}
    for name, view in views(workspace, project):
        for _ in range(4):
            QApplication.processEvents()
        assert not view.grab().isNull()
        seen.add(name)
        if found := cut(view):
            clipped[name] = found
        if shared := ambiguous(captions(view)):
            unclear[name] = shared
        if without := nameless(view):
            untold[name] = without
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
    assert (clipped, unclear, untold) == ({}, {}, {})
    assert np.__name__ in sys.modules
