"""Opening a project: the annotator's name, other windows, where work was left, and a file that cannot be read."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMessageBox, QToolButton

from annotator.errors import LockedError, NotSavedError
from annotator.project import Project
from tests.gui.window.conftest import ANNOTATOR
from ui.commands.help import keys_of
from ui.dialogs.errors.repair_box import RepairBox
from ui.widgets.list_view import RowsView
from ui.widgets.save_label import SaveLabel

Key = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier


def test_a_project_open_in_another_window_is_offered_read_only(
    make_bench, bench, monkeypatch, qapp
):
    from ui.app import make_workspace
    from ui.settings import Memory, Settings

    with pytest.raises(LockedError, match=ANNOTATOR):
        bench.session.project.desk(ANNOTATOR)
    other = make_workspace(
        qapp, Memory(Settings(annotator=ANNOTATOR, language="en", theme="light"))
    )
    bench.qtbot.addWidget(other.window)
    asked = []

    def look(box):
        asked.append(box.text())
        box.buttons()[0].click() if "read-only" in box.buttons()[0].text() else box.buttons()[
            1
        ].click()
        return 0

    monkeypatch.setattr(QMessageBox, "exec", look)
    assert other.commands.project.open(bench.path)
    assert len(asked) == 1
    assert other.session.project.read_only
    other.session.open_article(other.session.entries()[0].id)
    other.window.view.select(bench.span("بوتين"))
    other.window.show()
    bench.qtbot.keyClick(other.window.view, Key.Key_1)
    assert len(other.session.layer) == 0
    assert "reading only" in other.window.notice.text()
    for key in (Key.Key_Delete, Key.Key_T, Key.Key_R, Key.Key_Q):
        bench.qtbot.keyClick(other.window.view, key)
        assert other.window.notice.text().endswith(": the article is open for reading only")
    other.session.close_project()


def test_another_annotator_can_work_at_the_same_time(bench):
    with Project.open(bench.path) as project, project.desk("layla") as desk:
        assert desk.annotator == "layla"


def test_where_work_was_left_is_where_it_goes_on(bench):
    bench.shortcut(Key.Key_PageDown, CTRL)
    bench.view.place_caret(7)
    article_id = bench.session.article.id
    bench.workspace.commands.closing.close()
    assert bench.session.article is None
    bench.workspace.commands.project.open(bench.path)
    assert (bench.session.article.id, bench.view.caret) == (article_id, 7)


def test_the_name_is_asked_once_and_remembered(make_bench, monkeypatch):
    from ui.dialogs.annotator_dialog import AnnotatorDialog

    asked = []

    def answer(dialog):
        asked.append(dialog)
        dialog.name.setText("ليلى")
        dialog.accept()
        return 1

    monkeypatch.setattr(AnnotatorDialog, "exec", answer)
    bench = make_bench("قال بوتين", "نص")
    bench.workspace.commands.closing.close()
    bench.workspace.memory.update(
        type(bench.workspace.memory.settings)(language="en", theme="light")
    )
    assert bench.workspace.commands.project.open(bench.path)
    bench.workspace.commands.closing.close()
    assert bench.workspace.commands.project.open(bench.path)
    assert len(asked) == 1
    assert bench.session.annotator == "ليلى"
    bench.tag("بوتين")
    bench.wait_until_saved()
    with Project.open(bench.path, read_only=True) as project:
        assert project.annotators() == ("ليلى",)


def test_turning_to_arabic_mirrors_the_panes_and_back(bench, qapp):
    from dataclasses import replace

    memory = bench.workspace.memory

    def sides() -> list[int]:
        parts = (bench.window.articles, bench.view, bench.window.side)
        return [part.mapTo(bench.window, part.rect().center()).x() for part in parts]

    assert sides() == sorted(sides())
    widths = bench.window.panes.articles.width(), bench.window.side.width()
    memory.update(replace(memory.settings, language="ar", region="IQ"))
    qapp.processEvents()
    assert qapp.layoutDirection() == Qt.LayoutDirection.RightToLeft
    assert sides() == sorted(sides(), reverse=True)
    assert (bench.window.panes.articles.width(), bench.window.side.width()) == widths
    assert "ملف" in bench.window.menu("file").title()
    memory.update(replace(memory.settings, language="en", region=""))
    qapp.processEvents()
    assert sides() == sorted(sides())


def test_an_error_in_the_project_file_is_shown_and_nothing_is_emptied(make_bench, monkeypatch):
    bench = make_bench("قال بوتين")
    bench.workspace.commands.closing.close()
    catalog = bench.path / "catalog.json"
    catalog.write_bytes(b'{"articles": {"1": {"id"')
    shown = []

    def decline(box):
        shown.append(box.detail.text())
        box.reject()
        return box.result()

    monkeypatch.setattr(RepairBox, "exec", decline)
    bench.workspace.commands.project.open_or_explain(bench.path)
    assert len(shown) == 1
    assert "catalog.json" in shown[0]
    assert catalog.read_bytes() == b'{"articles": {"1": {"id"'
    assert bench.session.project is None


def test_nothing_of_the_project_before_is_left_in_an_empty_one(bench, tmp_path):
    bench.tag("بوتين")
    window = bench.window
    assert window.annotations.findChild(RowsView).model().rowCount() == 1
    bench.wait_until_saved()
    bench.workspace.commands.closing.close()
    Project.create(tmp_path / "empty").close()
    assert bench.workspace.commands.project.open(tmp_path / "empty")
    assert window.annotations.findChild(RowsView).model().rowCount() == 0
    assert [button.count for button in window.labels.buttons] == [0] * 4
    assert "1" not in window.side.tabs.tabText(0)


def test_the_sheet_of_keys_names_both_enter_keys_once(bench):
    action = bench.window.actions_table["done-and-next"]
    spec = next(spec for spec, one in bench.window.actions_table.all() if one is action)
    assert len(action.shortcuts()) == 2
    assert keys_of(spec, action) == ("Ctrl+Return",)


def test_nothing_is_called_saved_where_no_project_is_open(bench):
    label = bench.window.status.findChild(SaveLabel)
    assert label.isVisible()
    bench.workspace.commands.closing.close()
    assert not label.isVisible()
    assert bench.workspace.commands.project.open(bench.path)
    assert label.isVisible()


def test_another_project_opened_over_this_one_leaves_its_place_to_be_found(bench, tmp_path):
    bench.shortcut(Key.Key_PageDown, CTRL)
    bench.view.place_caret(7)
    article_id = bench.session.article.id
    Project.create(tmp_path / "other").close()
    assert bench.workspace.commands.project.open(tmp_path / "other")
    assert bench.session.article is None
    assert bench.workspace.commands.project.open(bench.path)
    assert (bench.session.article.id, bench.view.caret) == (article_id, 7)


def test_another_project_is_not_opened_over_edits_that_are_not_on_the_disk(
    bench, tmp_path, monkeypatch
):
    def refuse(article_id, edit):
        raise NotSavedError("no space left on device")

    desk = bench.session._saver._desk
    monkeypatch.setattr(desk, "commit", refuse)
    monkeypatch.setattr("ui.commands.closing.PATIENCE", 0.01)
    bench.tag("بوتين")
    bench.qtbot.waitUntil(lambda: bench.session.why_unsaved != "")
    shown = []

    def stay(box):
        shown.append(box.informativeText())
        box.defaultButton().click()
        return 0

    monkeypatch.setattr(QMessageBox, "exec", stay)
    Project.create(tmp_path / "other").close()
    assert not bench.workspace.commands.project.open(tmp_path / "other")
    assert "no space left" in shown[0]
    assert bench.session.project.path == bench.path
    assert "[بوتين:actor]" in bench.drawing
    monkeypatch.undo()
    bench.session.retry_saving()
    assert len(bench.stored()) == 1


def test_another_name_in_the_settings_opens_that_annotator_s_work_at_once(bench, monkeypatch):
    from ui.dialogs.settings_dialog import SettingsDialog

    bench.tag("بوتين")

    def rename(dialog):
        dialog.annotator.setText("layla")
        dialog.go_on.click()
        return dialog.result()

    monkeypatch.setattr(SettingsDialog, "exec", rename)
    bench.shortcut(Key.Key_Comma, CTRL)
    assert bench.session.annotator == "layla"
    assert "layla" in bench.window.status.findChild(QToolButton).text()
    assert len(bench.layer) == 0
    bench.tag("روسيا")
    bench.wait_until_saved()
    with Project.open(bench.path, read_only=True) as project:
        article_id = bench.session.article.id
        found = [len(project.layer(article_id, name)) for name in (ANNOTATOR, "layla")]
    assert found == [1, 1]


def test_the_welcome_has_the_keyboard_on_what_was_open_last_and_enter_opens_it(bench):
    bench.workspace.commands.closing.close()
    assert QApplication.focusWidget().text() == bench.path.name
    QTest.keyClick(QApplication.focusWidget(), Key.Key_Return)
    assert bench.session.project.path == bench.path
    assert bench.view.hasFocus()


def test_the_welcome_of_a_beginner_has_the_keyboard_on_new_project(qapp, qtbot):
    from ui.app import make_workspace
    from ui.settings import Memory, Settings

    workspace = make_workspace(qapp, Memory(Settings(language="en", theme="light")))
    qtbot.addWidget(workspace.window)
    workspace.window.show()
    workspace.window.activateWindow()
    qtbot.waitUntil(lambda: QApplication.focusWidget() is not None)
    assert QApplication.focusWidget().text() == "New project…"
    asked = []
    new = workspace.window.actions_table["new"]
    new.triggered.disconnect()
    new.triggered.connect(lambda: asked.append(1))
    QTest.keyClick(QApplication.focusWidget(), Key.Key_Return)
    assert asked == [1]
