"""The table of commands: each row leads to something that can be called, and menus, keys and greying follow from it."""

import inspect
from collections import Counter

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QMainWindow

from annotator.model import Status
from annotator.project import Project
from ui.actions import Need, Spec, plain
from ui.app import make_workspace
from ui.commands.table import MENUS, SPECS, SUBMENUS
from ui.settings import Memory, Settings

Key = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier
TEXT = "قال بوتين إن روسيا وقّعت اتفاقًا."


class Look:
    """Stands for an object whose functions are not called, only looked at: is there one that takes these arguments?"""

    def __init__(self, real: object) -> None:
        self._real = real

    def __getattr__(self, name: str) -> "Look":
        return Look(getattr(self._real, name))

    def __call__(self, *arguments: object) -> None:
        assert callable(self._real)
        if not inspect.isbuiltin(self._real):  # Qt's own have no signature to ask
            inspect.signature(self._real).bind(*arguments)


@pytest.fixture
def bench(make_bench):
    return make_bench(TEXT, "ثان", "ثالث")


def test_every_row_runs_something_that_is_there(bench):
    for spec in SPECS:
        spec.run(Look(bench.workspace.commands))


def test_a_row_that_runs_nothing_would_be_noticed(bench):
    with pytest.raises(AttributeError):
        (lambda do: do.tag.no_such_thing())(Look(bench.workspace.commands))
    with pytest.raises(TypeError):
        (lambda do: do.tag.delete("too much"))(Look(bench.workspace.commands))


def test_ids_and_keys_are_given_once(qapp):
    # a standard key may be one of those that its command names besides
    keys = [key for spec in SPECS for key in {QKeySequence(k).toString() for k in spec.keys}]
    bare = [spec.bare for spec in SPECS if spec.bare]
    assert [key for key, times in Counter(keys + bare).items() if times > 1] == []
    assert len({spec.id for spec in SPECS}) == len(SPECS)


def test_every_command_stands_in_a_menu(bench):
    for spec, action in bench.window.actions_table.all():
        assert action in bench.window.menu(spec.menu).actions()
    # the labels of the project stand in a menu of their own
    assert {spec.menu for spec in SPECS} | {"labels"} == {*MENUS, *SUBMENUS}


def enabled(bench) -> set[str]:
    return {spec.id for spec, action in bench.window.actions_table.all() if action.isEnabled()}


def needing(*needs: Need) -> set[str]:
    return {spec.id for spec in SPECS if spec.needs in needs}


def test_without_a_project_only_what_needs_none_can_be_done(qapp, qtbot):
    workspace = make_workspace(qapp, Memory(Settings(annotator="sara", language="en")))
    qtbot.addWidget(workspace.window)
    table = workspace.window.actions_table
    assert {s.id for s, a in table.all() if a.isEnabled()} == needing(Need.NOTHING)
    assert table["export"].toolTip() == "Export: open a project first"
    assert table["export"].statusTip() == "open a project first"


def test_what_can_be_done_follows_article_annotation_and_undo(bench):
    basic = (Need.NOTHING, Need.PROJECT, Need.ARTICLE, Need.EDITABLE)
    assert enabled(bench) == needing(*basic, Need.NEXT_ARTICLE)
    bench.select("بوتين")
    bench.press(Key.Key_1)
    assert enabled(bench) == needing(*basic, Need.NEXT_ARTICLE, Need.ANNOTATION, Need.UNDO)
    assert bench.window.actions_table["undo"].toolTip() == "Undo: tag Actor"
    bench.shortcut(Key.Key_Z, CTRL)
    assert Need.REDO in {bench.window.actions_table.spec(c).needs for c in enabled(bench)}
    assert bench.window.actions_table["undo"].toolTip() == "Undo: nothing to undo"
    bench.shortcut(Key.Key_PageDown, CTRL)
    assert {"next-article", "previous-article"} <= enabled(bench)
    bench.shortcut(Key.Key_PageDown, CTRL)
    assert "next-article" not in enabled(bench)
    assert bench.window.actions_table["next-article"].toolTip().endswith("this is the last article")


def test_what_the_linter_finds_can_be_mended(bench):
    assert not {"fix-finding", "fix-findings"} & enabled(bench)
    bench.session.tag("actor", bench.span("بوتين "))  # a space at its end
    bench.workspace.commands.findings.look_now()
    assert {"fix-finding", "fix-findings"} <= enabled(bench)
    bench.session.delete(tuple(annotation.id for annotation in bench.layer))
    bench.workspace.commands.findings.look_now()
    assert not {"fix-finding", "fix-findings"} & enabled(bench)


def test_a_project_that_can_only_be_read_offers_no_edit(bench):
    bench.workspace.commands.closing.close()
    bench.session.open_project(bench.path, "sara", read_only=True)
    bench.session.open_article(bench.session.entries()[0].id)
    assert enabled(bench) == needing(Need.NOTHING, Need.PROJECT, Need.ARTICLE, Need.NEXT_ARTICLE)


def test_a_new_row_is_a_command_everywhere(bench, qtbot):
    """One row is all that a command takes: menu, palette, cheat sheet, bare key and greying follow."""
    from ui.actions import Actions
    from ui.article.view import ArticleView
    from ui.frame.menus import Menus

    done = []
    row = Spec("shout", "edit", "Sh&out…", lambda do: done.append(do), bare="X", needs=Need.ARTICLE)
    window = bench.window
    actions = Actions([*SPECS, row], window)
    frame = QMainWindow()
    qtbot.addWidget(frame)
    menus = Menus(frame, frame.menuBar(), actions, MENUS, SUBMENUS)
    assert actions["shout"] in menus["edit"].actions()
    assert plain(actions["shout"]) == "Shout"
    assert "\tX" in actions["shout"].text().replace("\u2066", "").replace("\u2069", "")
    view = ArticleView()
    qtbot.addWidget(view)
    view.set_command_keys(actions.bare_keys())
    pressed = []
    view.command_pressed.connect(pressed.append)
    qtbot.keyClick(view, Key.Key_X)
    assert pressed == ["shout"]


def test_an_error_of_the_moment_is_said_and_one_about_files_is_shown(bench, monkeypatch):
    from annotator.errors import EditError, ExportFailure
    from ui.dialogs.errors.error_box import ErrorBox

    shown = []
    monkeypatch.setattr(ErrorBox, "exec", lambda box: shown.append(box.detail.text()))
    guard = bench.workspace.commands.tag.guard

    def fail(error: Exception) -> None:
        raise error

    guard.attempt(lambda: fail(EditError("that does not fit here")))
    assert (bench.window.notice.text(), shown) == ("that does not fit here", [])
    guard.attempt(lambda: fail(ExportFailure("out.conll could not be written: disk full")))
    assert shown == ["\u200eout.conll could not be written: disk full"]
    with pytest.raises(ZeroDivisionError):
        guard.attempt(lambda: fail(ZeroDivisionError("a bug")))


def test_done_and_next_from_the_table_is_what_the_keys_do(bench):
    first = bench.session.article.id
    bench.window.actions_table["done-and-next"].trigger()
    assert bench.session.article.id != first
    bench.wait_until_saved()
    with Project.open(bench.path, read_only=True) as project:
        assert project.summaries("sara")[first].status == Status.DONE
