"""A window on the sample with two annotators' work, and a lead who decides by keyboard alone."""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from ui.app import make_workspace
from ui.settings import Memory, Settings
from ui.workspace import Workspace

SAMPLE = Path(__file__).resolve().parents[3] / "projects" / "karabakh"
CONTROL_SHIFT = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


np.zeros(1) @ np.zeros(1)
"""Brings NumPy's helper threads up here: they would take the name of the thread that first counts, and seem left behind."""


class Desk:
    """A lead at the review, with nothing but a keyboard."""

    def __init__(self, workspace: Workspace, path: Path, qtbot) -> None:
        self.workspace = workspace
        self.path = path
        self.qtbot = qtbot

    @property
    def reviewing(self):
        return self.workspace.commands.review.reviewing

    @property
    def review(self):
        return self.reviewing.window

    @property
    def compare(self):
        return self.review.compare

    @property
    def board(self):
        return self.reviewing.context.board

    def press(
        self, key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
    ) -> None:
        """Press a key where the keyboard is: in the widget that has the focus."""
        window = QApplication.activeWindow() or self.review
        QTest.keyClick(window.focusWidget() or window, key, modifiers)

    def open_review(self) -> None:
        window = self.workspace.window
        QTest.keyClick(window, Qt.Key.Key_R, CONTROL_SHIFT)
        self.wait_for_numbers()

    def wait_for_numbers(self) -> None:
        self.qtbot.waitUntil(
            lambda: (
                self.reviewing.counting.is_settled
                and self.reviewing.surveying.is_settled
                and self.review.isActiveWindow()
            )
        )

    def wait_for_gold(self) -> None:
        """Wait until what was decided is counted on the first page."""
        self.qtbot.waitUntil(lambda: self.reviewing.surveying.is_settled)

    def turn_to(self, name: str) -> None:
        """Turn the pages by key until one is there."""
        for _ in range(20):
            if self.review.shown == name:
                return
            self.press(Qt.Key.Key_PageDown, Qt.KeyboardModifier.ControlModifier)
        raise AssertionError(f"there is no page {name}")

    def wait_until_saved(self) -> None:
        self.qtbot.waitUntil(lambda: not self.reviewing.context.gold.pending)

    @property
    def focused(self):
        return self.review.focusWidget()


@pytest.fixture
def make_desk(qapp, qtbot, tmp_path) -> Iterator[Callable[..., Desk]]:
    """Return a function that opens the window on a copy of the sample, or of another project."""
    desks: list[Desk] = []

    def make(
        *, language: str = "en", annotator: str = "lead", project: Path = SAMPLE, **settings: object
    ) -> Desk:
        path = tmp_path / f"project{len(desks)}"
        shutil.copytree(project, path)
        memory = Memory(Settings(annotator=annotator, language=language, theme="light", **settings))
        workspace = make_workspace(qapp, memory)
        qtbot.addWidget(workspace.window)
        workspace.window.show()
        workspace.commands.project.open(path)
        with qtbot.waitActive(workspace.window):
            workspace.window.activateWindow()
        desk = Desk(workspace, path, qtbot)
        desks.append(desk)
        return desk

    yield make
    for desk in desks:
        desk.workspace.session.close_project()


@pytest.fixture
def desk(make_desk) -> Desk:
    desk = make_desk()
    desk.open_review()
    return desk
