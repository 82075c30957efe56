"""A window on the sample with two annotators' work, and a lead who decides by keyboard alone."""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from ui import i18n
from ui.app import make_workspace
from ui.review.window import PAGES
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
        if QApplication.activeWindow() is None and self.review is not None:
            self.come_back()  # from a dialog of progress, which a slow machine shows
        window = QApplication.activeWindow() or self.review
        QTest.keyClick(window.focusWidget() or window, key, modifiers)

    def open_review(self) -> None:
        window = self.workspace.window
        with self.qtbot.waitActive(
            window
        ):  # a window that closed leaves none active: there is no window system
            window.activateWindow()
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
            ahead = PAGES.index(name) > PAGES.index(self.review.shown)
            key = Qt.Key.Key_PageDown if ahead else Qt.Key.Key_PageUp
            self.press(key, Qt.KeyboardModifier.ControlModifier)
        raise AssertionError(
            f"no key leads to {name}: {self.review.shown} is shown,"
            f" {QApplication.activeWindow()} has the keyboard in {QApplication.focusWidget()}"
        )

    def turn_to_list(self, number: int) -> None:
        """Go to a line of the list of differences by key."""
        self.turn_to("list")
        self.press(Qt.Key.Key_Home, Qt.KeyboardModifier.ControlModifier)
        for _ in range(number):
            self.press(Qt.Key.Key_Down)

    def come_back(self) -> None:
        """A dialog has closed: the window system makes the review active again."""
        self.review.activateWindow()
        self.qtbot.waitUntil(self.review.isActiveWindow)

    # -- the cluster view

    @property
    def article_id(self) -> str:
        return self.compare.shown.article.id

    def gold(self):
        """Return the gold layer of the article that is shown, as it is decided now."""
        return self.reviewing.context.gold.layer(self.article_id)

    def row(self, number: int):
        return self.compare.shown.rows[number]

    def number_of(self, words: str) -> int:
        """Return the number of the first row about these words."""
        text = self.compare.shown.article.text
        return next(n for n, r in enumerate(self.compare.shown.rows) if r.span.of(text) == words)

    def gold_words(self, number: int) -> list[str]:
        """Return the words of what gold has for a row."""
        text = self.compare.shown.article.text
        return [one.span.of(text) for one in self.row(number).gold]

    def states(self) -> list[str]:
        return [str(row.state) for row in self.compare.shown.rows]

    def go(self, number: int) -> None:
        """Go to a row by key: to the list, to its top, and down."""
        self.compare.focus()
        self.press(Qt.Key.Key_Home, Qt.KeyboardModifier.ControlModifier)
        wanted = self.row(number).key
        if self.compare.current is None:
            self.press(Qt.Key.Key_J)
        for _ in range(len(self.compare.rows)):
            if self.compare.current is not None and self.compare.current.key == wanted:
                return
            self.press(Qt.Key.Key_J)
        raise AssertionError("there is no such row among those that are shown")

    def decide_everything(self) -> int:
        """Decide whatever is open in the article, point by point; return how many keys that took."""
        self.compare.focus()
        self.press(Qt.Key.Key_T)
        self.compare.go_to(next((r for r in self.compare.rows if r.is_open), None), is_end=True)
        for keys in range(1, 10_000):
            point = self.compare.point
            if point is None:
                return keys
            given = next(one for one in point.answers if one.names)
            number = list(self.compare.shown.layers).index(given.names[0])
            self.press(Qt.Key(Qt.Key.Key_1 + number))
        raise AssertionError("there is always something open")

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
    i18n.install(qapp, "en")  # the direction of the application outlives the window that turned it


@pytest.fixture
def desk(make_desk) -> Desk:
    desk = make_desk()
    desk.open_review()
    return desk
