from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication, QDialog, QMessageBox

from annotator.model import Annotation, Span
from annotator.project import Project
from tests.helpers.pictures import draw
from ui.app import make_workspace
from ui.settings import Memory, Settings
from ui.widgets.form import FormDialog
from ui.widgets.save_label import SaveLabel
from ui.widgets.save_state import ReadOnly, Saved
from ui.workspace import Workspace

ANNOTATOR = "sara"


class Bench:
    """A window on a project, and the hands that use it."""

    def __init__(self, workspace: Workspace, path: Path, qtbot) -> None:
        self.workspace = workspace
        self.path = path
        self.qtbot = qtbot

    @property
    def window(self):
        return self.workspace.window

    @property
    def view(self):
        return self.workspace.window.view

    @property
    def session(self):
        return self.workspace.session

    @property
    def layer(self):
        return self.session.layer

    @property
    def drawing(self) -> str:
        return draw(self.view.text, self.layer)

    def span(self, part: str) -> Span:
        start = self.view.text.index(part)
        return Span(start, start + len(part))

    def select(self, part: str) -> None:
        self.view.select(self.span(part))

    def press(
        self, key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
    ) -> None:
        self.qtbot.keyClick(self.view, key, modifiers)

    def shortcut(self, key: Qt.Key, modifiers: Qt.KeyboardModifier) -> None:
        self.qtbot.keyClick(self.window, key, modifiers)

    def place(self, position: int) -> QPointF:
        """Return the middle of a character in the viewport."""
        self.view.reveal(Span(position, position + 1))
        return self.view.cell(position).center() - QPointF(0, self.view.verticalScrollBar().value())

    def mouse(
        self,
        kind: QEvent.Type,
        where: QPointF,
        modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier,
        button: Qt.MouseButton = Qt.MouseButton.LeftButton,
    ) -> None:
        viewport = self.view.viewport()
        held = Qt.MouseButton.NoButton if kind == QEvent.Type.MouseButtonRelease else button
        cause = Qt.MouseButton.NoButton if kind == QEvent.Type.MouseMove else button
        event = QMouseEvent(
            kind, where, QPointF(viewport.mapToGlobal(where.toPoint())), cause, held, modifiers
        )
        QApplication.sendEvent(viewport, event)

    def click(self, position: int) -> None:
        where = self.place(position)
        self.mouse(QEvent.Type.MouseButtonPress, where)
        self.mouse(QEvent.Type.MouseButtonRelease, where)

    def double_click(self, position: int) -> None:
        self.click(position)
        where = self.place(position)
        self.mouse(QEvent.Type.MouseButtonDblClick, where)
        self.mouse(QEvent.Type.MouseButtonRelease, where)

    def drag(
        self, first: int, last: int, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
    ) -> None:
        """Press on the character ``first`` and let go on the character ``last``."""
        start, end = self.place(first), self.place(last)
        self.mouse(QEvent.Type.MouseButtonPress, start, modifiers)
        self.mouse(QEvent.Type.MouseMove, (start + end) / 2, modifiers)
        self.mouse(QEvent.Type.MouseMove, end, modifiers)
        self.mouse(QEvent.Type.MouseButtonRelease, end, modifiers)

    def wait_until_saved(self) -> None:
        """Wait until everything is on disk and the window says so, which is a moment later."""
        words = self.window.status.findChild(SaveLabel)
        self.qtbot.waitUntil(
            lambda: (
                self.session.save_state.is_saved
                and not self.session.pending
                and isinstance(words._state, Saved | ReadOnly)
            )
        )

    def stored(self, article_id: str | None = None) -> list[Annotation]:
        """Return what another program reads from the disk now."""
        self.wait_until_saved()
        with Project.open(self.path, read_only=True) as project:
            return list(project.layer(article_id or self.session.article.id, ANNOTATOR))


@pytest.fixture(autouse=True)
def answer_every_question(monkeypatch: pytest.MonkeyPatch) -> None:
    """Fail a test that opens a dialog it does not answer: without this it would wait for ever."""

    def nobody_answers(dialog: QDialog) -> int:
        raise AssertionError(f"nobody answers {type(dialog).__name__}: {dialog.windowTitle()}")

    monkeypatch.setattr(QMessageBox, "exec", nobody_answers)
    monkeypatch.setattr(FormDialog, "exec", nobody_answers)


@pytest.fixture
def make_bench(qapp, qtbot, tmp_path) -> Iterator[Callable[..., Bench]]:
    """Return a function that opens the window on a project with the given texts as articles."""
    benches: list[Bench] = []

    def make(*texts: str, language: str = "en", **settings: object) -> Bench:
        path = tmp_path / f"project{len(benches)}"
        sources = tmp_path / f"sources{len(benches)}"
        sources.mkdir()
        with Project.create(path, title="Test") as project:
            for number, text in enumerate(texts):
                (sources / f"{number:03}.txt").write_text(text, encoding="utf-8", newline="")
            if texts:
                project.import_files([sources])
        memory = Memory(Settings(annotator=ANNOTATOR, language=language, theme="light", **settings))
        workspace = make_workspace(qapp, memory)
        qtbot.addWidget(workspace.window)
        workspace.window.show()
        workspace.commands.project.open(path)
        workspace.window.activateWindow()
        workspace.window.view.setFocus()
        qtbot.waitUntil(workspace.window.isActiveWindow)  # shortcuts are for the active window
        bench = Bench(workspace, path, qtbot)
        benches.append(bench)
        return bench

    yield make
    for bench in benches:
        bench.session.close_project()


@pytest.fixture
def bench(make_bench) -> Bench:
    return make_bench(
        "قال بوتين إن روسيا وأرمينيا وقّعتا اتفاقًا.\nوأضاف علييف: «نعم للسلام».",
        "أعلن باشينيان اليوم.\nثم عاد.",
        "ثالث",
    )
