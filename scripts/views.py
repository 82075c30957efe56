"""The states of the window that are worth a picture: each is brought about in the real window and yielded with a name."""

import time
from collections.abc import Callable, Iterator
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QInputMethodEvent, QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget

from ui.panels.welcome_panel import RecentProject
from ui.workspace import Workspace

View = tuple[str, QWidget]

PATIENCE = 30.0
"""Seconds that what is counted beside the window may take."""


def views(workspace: Workspace, project: Path) -> Iterator[View]:
    """Bring the window into one state after the other."""
    from view_dialogs import dialogs
    from view_menus import menus, places
    from view_review import review
    from view_told import told

    window, do = workspace.window, workspace.commands
    yield "welcome", window
    recent = [
        RecentProject(str(project), "قره باغ ٢٠٢١"),
        RecentProject("/away", "", is_missing=True),
    ]
    window.welcome.show_recent(recent)
    yield "welcome-recent", window
    do.project.open(project)
    window.view.step(1)
    yield "annotating", window
    yield from _popovers(workspace)
    yield from places(workspace)
    yield from menus(workspace)
    yield from _pages(workspace)
    yield from _panes(workspace)
    yield from _finding(workspace)
    yield from dialogs(workspace, project)
    yield from review(workspace, wait_until)
    yield from told(workspace, wait_until)
    yield from _empty(workspace, project.parent / "empty")


def wait_until(is_so: Callable[[], bool]) -> None:
    """Let the window work until something is so."""
    until = time.monotonic() + PATIENCE
    while not is_so():
        if time.monotonic() > until:
            raise TimeoutError
        QCoreApplication.processEvents()
        time.sleep(0.005)


def type_words(words: str) -> None:
    """Type where the keyboard is, as an input method does: a key press knows no Arabic letter."""
    focused = QApplication.focusWidget()
    assert focused is not None
    typed = QInputMethodEvent()
    typed.setCommitString(words)
    QApplication.sendEvent(focused, typed)


def press(key: Qt.Key) -> None:
    focused = QApplication.focusWidget()
    assert focused is not None
    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        QApplication.sendEvent(focused, QKeyEvent(kind, key, Qt.KeyboardModifier.NoModifier))


def _popovers(workspace: Workspace) -> Iterator[View]:
    window, do = workspace.window, workspace.commands
    layer = workspace.session.layer
    assert layer is not None
    for name in ("actor", "date", "quote", "agreement"):
        first = next(a for a in layer.in_order if a.label == name)
        do.edit.open_for(first.id)
        yield f"popover-{name}", window
        window.view.setFocus()


def _pages(workspace: Workspace) -> Iterator[View]:
    window, do, session = workspace.window, workspace.commands, workspace.session
    for name in window.side.names:
        window.panes.open_page(name)
        yield f"page-{name}", window
    arabic = QApplication.isRightToLeft()
    question = "هل تدخل «الـ» في الاتفاق؟" if arabic else "Does the article belong to the span?"
    assert session.layer is not None
    asked = session.layer.in_order[1]
    session.add_remark("question", question, asked.span, asked.id)
    session.add_remark("flag", "", session.layer.in_order[6].span, "")
    window.panes.open_page("questions")
    yield "page-questions-asked", window
    window.view.go_to(asked)
    do.remarks.ask()
    yield "remark-card", window
    window.view.setFocus()
    session.undo_stack.undo()
    session.undo_stack.undo()
    window.view.step(-1)
    window.panes.open_page("annotations")


def _panes(workspace: Workspace) -> Iterator[View]:
    window = workspace.window
    window.panes.open_side(False)
    yield "side-closed", window
    window.panes.open_articles(False)
    yield "both-closed", window
    window.panes.open_articles(True)
    yield "articles-open", window
    window.articles.focus_filter()
    type_words("بكين")
    yield "articles-none", window
    press(Qt.Key.Key_Escape)
    window.panes.open_side(True)
    window.set_focus_mode(True)
    yield "text-alone", window
    window.set_focus_mode(False)


def _finding(workspace: Workspace) -> Iterator[View]:
    window, do = workspace.window, workspace.commands
    window.view.setFocus()
    do.reach.jump()
    type_words("أذر")
    yield "jump-line", window
    window.view.setFocus()
    do.find.find()
    do.find.in_article.bar.line.edit.setText("بوتين")
    yield "find", window
    do.find.in_article.finish()
    do.find.in_project.open("بوتين")
    wait_until(lambda: do.find.in_project.panel.model.rowCount() > 1)
    yield "find-in-project", window
    window.panes.close_bottom()
    do.help.copy_support_report()
    yield "message", window
    window.notice.hide()


def _empty(workspace: Workspace, path: Path) -> Iterator[View]:
    from annotator.project import Project

    window, do = workspace.window, workspace.commands
    do.closing.close()
    Project.create(path, title="—").close()
    do.project.open(path)
    yield "empty-project", window
    for name in ("guidelines", "findings", "questions"):
        window.panes.open_page(name)
        yield f"empty-{name}", window
