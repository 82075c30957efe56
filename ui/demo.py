"""The main job without a display: the real window, real keys, the real disk.

Every line of the account is checked before it is said; a step that fails raises.
"""

import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, QPointF, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QApplication

from annotator.errors import AnnotatorError
from annotator.model import Span
from annotator.project import Project, formats
from ui import sample
from ui.app import make_workspace
from ui.render import application
from ui.settings import Memory, Settings
from ui.workspace import Workspace

ANNOTATOR = "demo"
WORD = "بوتين"
PATIENCE = 10.0
"""Seconds until a step counts as failed."""


class DemoError(AnnotatorError):
    """A step of the demonstration did not do what it should."""


def run(out: Path) -> list[str]:
    """Open a copy of the sample in the real window, tag a word by key, export; return the account, line by line.

    Leaves ``window.png``, ``karabakh.conll`` and ``karabakh.json`` in ``out``; the copy itself is thrown away.
    """
    try:
        out.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise DemoError(
            f"the folder {out} cannot be made ({error.strerror}): name one that you may write to"
        ) from error
    with tempfile.TemporaryDirectory(prefix="hashiya-demo-") as folder:
        return _run(out, sample.copy_to(Path(folder)))


def _run(out: Path, project_path: Path) -> list[str]:
    app = application()
    memory = _Forgetful(Settings(annotator=ANNOTATOR, theme="light", language="en"))
    workspace = make_workspace(app, memory)
    account: list[str] = []
    try:
        workspace.window.show()
        workspace.commands.project.open(project_path)
        _tag_a_word(app, workspace, account)
        picture = out / "window.png"
        _expect(workspace.window.grab().save(str(picture)), f"{picture} could not be written")
        account.append(f"drew the window into {picture}")
    finally:
        unsaved = workspace.session.close_project()
        workspace.window.close()
        workspace.window.deleteLater()
        app.processEvents()
    _expect(not unsaved, f"{unsaved} edits did not reach the disk")
    _export(project_path, out, account)
    return account


class _Forgetful(Memory):
    """Settings for the demonstration only: a user's own are neither read nor changed."""

    def update(self, settings: Settings) -> None:
        before, self.settings = self.settings, settings
        self.changed.emit(before, settings)


def _tag_a_word(app: QApplication, workspace: Workspace, account: list[str]) -> None:
    session, view = workspace.session, workspace.window.view
    entry = session.entries()[1]
    session.open_article(entry.id)
    app.processEvents()
    start = view.text.index(WORD)
    span = Span(start, start + len(WORD))
    account.append(
        f"opened a copy of the sample as annotator '{ANNOTATOR}': {len(session.entries())} articles"
    )
    _double_click(app, workspace, span)
    _expect(view.selection == span, "a double click did not select the word")
    _press(app, view, Qt.Key.Key_1, "1")
    layer = session.layer
    _expect(layer is not None and any(a.span == span for a in layer), "key 1 tagged nothing")
    account.append(
        f"double-clicked {WORD} at [{span.start}, {span.end}) and pressed 1: tagged as actor"
    )
    _wait(
        app,
        lambda: session.save_state.is_saved and session.save_state.at is not None,
        "the edit was not saved",
    )
    with Project.open(session.project.path if session.project else Path(), read_only=True) as fresh:
        stored = [
            a for a in fresh.layer(entry.id, ANNOTATOR) if a.span == span and a.label == "actor"
        ]
    _expect(len(stored) == 1, "the annotation is not on disk")
    account.append("read it back from disk: it is there")


def _export(project_path: Path, out: Path, account: list[str]) -> None:
    with Project.open(project_path, read_only=True) as project:
        for name, annotator in (("karabakh.conll", "a"), ("karabakh.json", None)):
            path = out / name
            report = project.export(path, format=formats.for_suffix(path).name, annotator=annotator)
            account.append(f"exported {out / name}: {report.lines()[0]}")
            account += [f"  {line}" for line in report.lines()[1:]]


def _double_click(app: QApplication, workspace: Workspace, span: Span) -> None:
    view = workspace.window.view
    view.reveal(span)
    app.processEvents()
    center = view.cell(span.start + 1).center() - QPointF(0, view.verticalScrollBar().value())
    for kind in (
        QEvent.Type.MouseButtonPress,
        QEvent.Type.MouseButtonRelease,
        QEvent.Type.MouseButtonDblClick,
        QEvent.Type.MouseButtonRelease,
    ):
        left = Qt.MouseButton.LeftButton
        held = Qt.MouseButton.NoButton if kind == QEvent.Type.MouseButtonRelease else left
        where = QPointF(view.viewport().mapToGlobal(center.toPoint()))
        event = QMouseEvent(kind, center, where, left, held, Qt.KeyboardModifier.NoModifier)
        QApplication.sendEvent(view.viewport(), event)
    app.processEvents()


def _press(app: QApplication, view: QObject, key: Qt.Key, text: str) -> None:
    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        QApplication.sendEvent(view, QKeyEvent(kind, key, Qt.KeyboardModifier.NoModifier, text))
    app.processEvents()


def _wait(app: QApplication, done: Callable[[], bool], failure: str) -> None:
    until = time.monotonic() + PATIENCE
    while not done():
        _expect(time.monotonic() < until, failure)
        app.processEvents()
        time.sleep(0.005)


def _expect(condition: bool, failure: str) -> None:
    if not condition:
        raise DemoError(f"the demonstration failed: {failure}")
