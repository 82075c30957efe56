"""The real window, worked by real key events until it is killed.

Run as ``python -m tests.crash.window_victim PROJECT SEED``. It says DID with the article and what its layer holds after
each edit is on screen, and SAVED with the same whenever the words in the status bar begin to say so. It asks nothing but
the words: whether they are true is what the kill finds out.
"""

import os
import sys
from collections.abc import Callable
from pathlib import Path
from random import Random

from PySide6.QtCore import QEventLoop, Qt, QTimer
from PySide6.QtTest import QTest

from annotator.model import Span
from annotator.text.tokens import tokenize
from tests.crash.victim import fingerprint, say
from tests.crash.workload import ANNOTATOR
from ui.app import make_application, make_workspace
from ui.settings import Memory, Settings
from ui.widgets.save_label import SaveLabel
from ui.workspace import Workspace

KEYS = (Qt.Key.Key_1, Qt.Key.Key_2, Qt.Key.Key_3, Qt.Key.Key_4)
PAUSE = (10, 70)
"""Milliseconds between two keys, spent in the event loop as a window does: some edits meet a saver that waits, some one
that writes, some one whose last news is still on its way."""


class Hands:
    """Does at the keyboard what annotators do, at random."""

    def __init__(
        self, workspace: Workspace, random: Random, pause: tuple[int, int] = PAUSE
    ) -> None:
        """``pause`` is the shortest and the longest time between two keys, in milliseconds."""
        self._pause = pause
        self._workspace = workspace
        self._random = random
        self._view = workspace.window.view
        self._label = workspace.window.status.findChild(SaveLabel)
        self._said_saved = ("", "")
        workspace.session.save_state_changed.connect(self._read_the_words)

    def work(self, goes_on: Callable[[], bool] = lambda: True) -> None:
        session = self._workspace.session
        session.open_article(self._random.choice(session.entries()).id)
        while goes_on():
            self._random.choices((self._tag, self._delete, self._undo, self._turn), (12, 3, 2, 1))[
                0
            ]()
            self._wait(self._random.randint(*self._pause))
            self._read_the_words()

    def _wait(self, milliseconds: int) -> None:
        # QTest.qWait keeps the interpreter to itself, and the saving thread would wait with us.
        loop = QEventLoop()
        QTimer.singleShot(milliseconds, loop.quit)
        loop.exec()

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
        self._did(layer.article_id, fingerprint(layer))
        self._read_the_words()

    def _did(self, article_id: str, state: str) -> None:
        say("DID", article_id, state)

    def _saw_saved(self, article_id: str, state: str) -> None:
        say("SAVED", article_id, state)

    def _read_the_words(self, *_: object) -> None:
        layer = self._workspace.session.layer
        if layer is None or not self._label.words.startswith("Saved"):
            self._said_saved = ("", "")
            return
        now = (layer.article_id, fingerprint(layer))
        if now != self._said_saved:
            self._said_saved = now
            self._saw_saved(*now)


def open_window(folder: Path) -> Workspace:
    """Return the real window on a project, ready for keys."""
    app = make_application()
    workspace = make_workspace(
        app, Memory(Settings(annotator=ANNOTATOR, language="en", theme="light"))
    )
    workspace.window.show()
    workspace.commands.project.open(folder)
    workspace.window.activateWindow()
    return workspace


def main(folder: Path, seed: int) -> None:
    workspace = open_window(folder)
    say("READY")
    Hands(workspace, Random(seed)).work()


if __name__ == "__main__":
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    main(Path(sys.argv[1]), int(sys.argv[2]))
