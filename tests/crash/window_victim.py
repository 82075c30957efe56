"""The real window, worked by real key events until it is killed.

Run as ``python -m tests.crash.window_victim PROJECT SEED``. It says DID with the article and what its layer holds after
each edit is on screen, and SAVED with the same whenever the window shows that everything is saved.
"""

import os
import sys
import time
from pathlib import Path
from random import Random

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from annotator.model import Span
from annotator.text.tokens import tokenize
from tests.crash.victim import fingerprint, say
from tests.crash.workload import ANNOTATOR
from ui.app import make_application, make_workspace
from ui.memory import Memory
from ui.settings import Settings
from ui.workers import SaveState
from ui.workspace import Workspace

KEYS = (Qt.Key.Key_1, Qt.Key.Key_2, Qt.Key.Key_3, Qt.Key.Key_4)
LONGEST_PAUSE = 0.05
"""Seconds between two keys at most: some edits meet a busy saver, some an idle one."""


class Hands:
    """Does at the keyboard what annotators do, at random."""

    def __init__(self, app: QApplication, workspace: Workspace, random: Random) -> None:
        self._app = app
        self._workspace = workspace
        self._random = random
        self._view = workspace.window.view
        workspace.session.save_state_changed.connect(self._tell_saved)

    def work(self) -> None:
        session = self._workspace.session
        session.open_article(self._random.choice(session.entries()).id)
        while True:
            self._random.choices((self._tag, self._delete, self._undo, self._turn), (12, 3, 2, 1))[
                0
            ]()
            until = time.monotonic() + self._random.uniform(0, LONGEST_PAUSE)
            while time.monotonic() < until:
                self._app.processEvents()

    def _tag(self) -> None:
        words = [t for t in tokenize(self._view.text) if self._view.text[t.start].isalpha()]
        word = self._random.choice(words)
        self._view.select(Span(word.start, word.end))
        self._press(self._random.choice(KEYS))

    def _delete(self) -> None:
        self._view.step(self._random.choice((1, -1)))
        self._press(Qt.Key.Key_Delete)

    def _undo(self) -> None:
        self._press(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)

    def _turn(self) -> None:
        self._press(Qt.Key.Key_PageDown, Qt.KeyboardModifier.ControlModifier)

    def _press(
        self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
    ) -> None:
        QTest.keyClick(self._view, key, modifier)
        layer = self._workspace.session.layer
        assert layer is not None
        say("DID", layer.article_id, fingerprint(layer))

    def _tell_saved(self, state: SaveState) -> None:
        session = self._workspace.session
        if (
            state.is_saved
            and state.at is not None
            and not session.pending
            and session.layer is not None
        ):
            say("SAVED", session.layer.article_id, fingerprint(session.layer))


def main(folder: Path, seed: int) -> None:
    app = make_application()
    workspace = make_workspace(
        app, Memory(Settings(annotator=ANNOTATOR, language="en", theme="light"))
    )
    workspace.window.show()
    workspace.projects.open(folder)
    workspace.window.activateWindow()
    say("READY")
    Hands(app, workspace, Random(seed)).work()


if __name__ == "__main__":
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    main(Path(sys.argv[1]), int(sys.argv[2]))
