"""Saving, undo, moving between articles, and what happens when the disk or another window says no."""

import json
from threading import Event

import pytest
from PySide6.QtCore import QMimeData, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QMessageBox
from tinydb import TinyDB

from annotator.errors import LockedError, NotSavedError
from annotator.model import Status
from annotator.project import Project
from tests.gui.window.conftest import ANNOTATOR
from tests.helpers.deadlines import DEADLINE
from ui.panels.articles.articles_model import ArticleRole
from ui.widgets.save_label import SaveLabel

Key = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier
CTRL_SHIFT = CTRL | Qt.KeyboardModifier.ShiftModifier


def tag(bench, word: str, key: Qt.Key = Key.Key_1) -> None:
    bench.select(word)
    bench.press(key)


def test_saved_shows_only_when_the_edit_is_on_disk(bench, monkeypatch):
    desk = bench.session._saver._desk
    commit = desk.commit
    seen = []

    def slow(article_id, edit):
        seen.append(bench.session.pending)
        return commit(article_id, edit)

    monkeypatch.setattr(desk, "commit", slow)
    states = []
    bench.session.save_state_changed.connect(states.append)
    tag(bench, "بوتين")
    assert not bench.session.save_state.is_saved
    # the news crosses from the saving thread: it comes after the edit is on disk
    bench.qtbot.waitUntil(lambda: [state.pending for state in states] == [1, 0])
    assert states[-1].at is not None
    assert len(bench.stored()) == 1
    assert seen == [1]


def test_news_of_an_earlier_save_never_calls_the_next_edit_saved(bench, monkeypatch):
    """The saving thread's news waits in the queue while the next key is pressed: an edit lost by kill -9 began so."""
    words = bench.window.status.findChild(SaveLabel)
    saver = bench.session._saver
    desk, commit, go_on = saver._desk, saver._desk.commit, Event()
    tag(bench, "بوتين")
    assert saver.drain(DEADLINE)  # on disk, and the window does not know it yet
    monkeypatch.setattr(desk, "commit", lambda *edit: (go_on.wait(DEADLINE), commit(*edit)))
    tag(bench, "روسيا", Key.Key_2)
    QApplication.processEvents()
    try:
        assert words.words == "Saving 1 edit…"
    finally:
        go_on.set()
    bench.qtbot.waitUntil(lambda: words.words.startswith("Saved at"))
    assert not bench.session.pending


def test_a_layer_that_an_import_replaced_has_nothing_to_redo(bench, tmp_path):
    """The edits before were made for a layer that is another one now: doing them again would damage it."""
    tag(bench, "بوتين")
    bench.shortcut(Key.Key_Z, CTRL)
    bench.wait_until_saved()
    assert bench.window.actions_table["redo"].isEnabled()
    span = bench.span("روسيا")
    line = {
        "text": bench.view.text,
        "spans": [{"start": span.start, "end": span.end, "label": "actor"}],
    }
    file = tmp_path / "work.jsonl"
    file.write_text(json.dumps(line, ensure_ascii=False), encoding="utf-8")
    bench.session.project.import_files([file], options={"annotator": ANNOTATOR})
    bench.session.reload_articles()
    imported = bench.drawing
    assert "[روسيا:actor]" in imported
    assert not bench.window.actions_table["redo"].isEnabled()
    bench.shortcut(Key.Key_Z, CTRL_SHIFT)
    assert bench.drawing == imported
    assert len(bench.stored()) == 1


def test_every_file_stays_readable_with_stock_tinydb(bench):
    tag(bench, "بوتين")
    bench.wait_until_saved()
    bench.workspace.commands.closing.close()
    files = sorted(bench.path.rglob("*.json"))
    assert len(files) >= 5
    for path in files:
        with TinyDB(path, encoding="utf-8", access_mode="r") as database:
            assert database.tables()


def test_a_refused_edit_stays_on_screen_is_said_and_is_tried_again(bench, monkeypatch):
    saver = bench.session._saver
    desk = saver._desk
    commit = desk.commit
    full = [True]

    def refuse(article_id, edit):
        if full[0]:
            raise NotSavedError("no space left on device")
        return commit(article_id, edit)

    monkeypatch.setattr(desk, "commit", refuse)
    tag(bench, "بوتين")
    bench.qtbot.waitUntil(lambda: bench.session.save_state.reason != "")
    assert "[بوتين:actor]" in bench.drawing
    words = bench.window.status.findChild(SaveLabel)
    assert words is not None
    tag(bench, "روسيا", Key.Key_2)
    assert bench.session.pending == 2
    full[0] = False
    bench.session.retry_saving()
    assert [a.label for a in bench.stored()] == ["actor", "date"]
    assert bench.session.save_state.reason == ""


def test_closing_with_unsaved_edits_explains_and_stays_when_told_to(bench, monkeypatch):
    def refuse(article_id, edit):
        raise NotSavedError("no space left on device")

    desk = bench.session._saver._desk
    real = desk.commit
    monkeypatch.setattr(desk, "commit", refuse)
    tag(bench, "بوتين")
    bench.qtbot.waitUntil(lambda: bench.session.why_unsaved != "")
    shown = []

    def press_default(box):
        shown.append(box.informativeText())
        box.defaultButton().click()
        return 0

    monkeypatch.setattr(QMessageBox, "exec", press_default)
    monkeypatch.setattr(type(bench.session), "wait_until_saved", lambda self, seconds: False)
    bench.window.close()
    assert bench.window.isVisible()
    assert "no space left" in shown[0]
    assert "[بوتين:actor]" in bench.drawing
    monkeypatch.setattr(desk, "commit", real)
    monkeypatch.undo()
    bench.session.retry_saving()
    assert len(bench.stored()) == 1


def test_closing_the_window_leaves_everything_on_disk(bench):
    for word in ("بوتين", "روسيا", "علييف"):
        tag(bench, word)
    article_id = bench.session.article.id
    bench.window.close()
    with Project.open(bench.path, read_only=True) as project:
        assert len(project.layer(article_id, ANNOTATOR)) == 3


def test_undo_and_redo_everything(bench):
    states = [bench.drawing]
    tag(bench, "بوتين")
    states.append(bench.drawing)
    bench.press(Key.Key_2)
    states.append(bench.drawing)
    tag(bench, "روسيا")
    states.append(bench.drawing)
    bench.press(Key.Key_Delete)
    states.append(bench.drawing)
    for state in reversed(states[:-1]):
        bench.shortcut(Key.Key_Z, CTRL)
        assert bench.drawing == state
    for state in states[1:]:
        bench.shortcut(Key.Key_Z, CTRL_SHIFT)
        assert bench.drawing == state
    assert [a.label for a in bench.stored()] == ["date"]


def test_undo_goes_back_to_the_article_the_edit_was_made_in(bench):
    tag(bench, "بوتين")
    first = bench.session.article.id
    bench.shortcut(Key.Key_PageDown, CTRL)
    assert bench.session.article.id != first
    tag(bench, "باشينيان")
    second = bench.session.article.id
    bench.shortcut(Key.Key_Z, CTRL)
    assert (bench.session.article.id, len(bench.layer)) == (second, 0)
    bench.shortcut(Key.Key_Z, CTRL)
    assert bench.session.article.id == second, "said first"
    bench.shortcut(Key.Key_Z, CTRL)
    assert (bench.session.article.id, len(bench.layer)) == (first, 0)
    assert bench.stored(first) == []
    assert bench.stored(second) == []


def test_ctrl_enter_finishes_the_article_and_opens_the_next_unfinished_one(bench):
    ids = [entry.id for entry in bench.session.entries()]
    bench.shortcut(Key.Key_Return, CTRL)
    assert bench.session.article.id == ids[1]
    assert bench.session.summary(ids[0]).status == Status.DONE
    bench.session.open_article(ids[2])
    bench.shortcut(Key.Key_Return, CTRL)
    assert bench.session.article.id == ids[1]
    bench.shortcut(Key.Key_Return, CTRL)
    assert "Every article is done" in bench.window.notice.text()
    bench.wait_until_saved()
    with Project.open(bench.path, read_only=True) as project:
        assert {s.status for s in project.summaries(ANNOTATOR).values()} == {Status.DONE}


def shown_row(bench, article_id: str):
    """Return what the list of articles shows about one of them."""
    model = bench.window.articles._model
    rows = [model.index(i, 0).data(ArticleRole.ROW) for i in range(model.rowCount())]
    return next(row for row in rows if row.id == article_id)


def test_the_article_list_follows_status_and_count(bench):
    article_id = bench.session.article.id
    tag(bench, "بوتين")
    row = shown_row(bench, article_id)
    assert (row.status, row.annotations) == (Status.IN_PROGRESS, 1)
    bench.shortcut(Key.Key_Return, CTRL)
    assert shown_row(bench, article_id).status == Status.DONE


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
    tag(bench, "بوتين")
    bench.wait_until_saved()
    with Project.open(bench.path, read_only=True) as project:
        assert project.annotators() == ("ليلى",)


def drop(bench, *paths) -> None:
    """Let files fall on the middle of the window, as a file manager does."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    middle, copy = bench.window.rect().center(), Qt.DropAction.CopyAction
    nothing = Qt.KeyboardModifier.NoModifier
    entering = QDragEnterEvent(middle, copy, data, Qt.MouseButton.LeftButton, nothing)
    QApplication.sendEvent(bench.window, entering)
    assert entering.isAccepted()
    QApplication.sendEvent(
        bench.window, QDropEvent(middle.toPointF(), copy, data, Qt.MouseButton.LeftButton, nothing)
    )


def test_a_dropped_file_is_imported_and_an_open_article_stays_open(bench, tmp_path, monkeypatch):
    from ui.dialogs.report_dialog import ReportDialog
    from ui.dialogs.transfer.import_dialog import ImportDialog

    monkeypatch.setattr(ImportDialog, "exec", lambda dialog: 1)
    reports = []
    monkeypatch.setattr(ReportDialog, "exec", lambda dialog: reports.append(dialog) or 1)
    extra = tmp_path / "extra.txt"
    extra.write_text("مقال جديد\nعن لندن", encoding="utf-8")
    before = bench.session.article.id
    tag(bench, "بوتين")
    drop(bench, extra)
    assert len(bench.session.entries()) == 4
    assert bench.session.article.id == before
    assert "[بوتين:actor]" in bench.drawing
    assert len(reports) == 1


def test_export_from_the_window_holds_the_edit_just_made(bench, tmp_path, monkeypatch):
    from ui.dialogs.report_dialog import ReportDialog
    from ui.dialogs.transfer.export_dialog import ExportChoice, ExportDialog

    out = tmp_path / "out.conll"
    monkeypatch.setattr(ExportDialog, "exec", lambda dialog: 1)
    monkeypatch.setattr(
        ExportDialog, "choice", lambda dialog: ExportChoice(out, "conll2003", ANNOTATOR, False)
    )
    monkeypatch.setattr(ReportDialog, "exec", lambda dialog: 1)
    tag(bench, "بوتين")
    bench.window.actions_table["export"].trigger()
    assert "بوتين -X- -X- B-ACTOR" in out.read_text(encoding="utf-8")


def test_an_export_of_nothing_says_so_and_writes_nothing(bench, tmp_path, monkeypatch):
    from ui.dialogs.errors.error_box import ErrorBox
    from ui.dialogs.report_dialog import ReportDialog
    from ui.dialogs.transfer.export_dialog import ExportChoice, ExportDialog

    out = tmp_path / "out.conll"
    choice = ExportChoice(out, "conll2003", ANNOTATOR, False, status="done")
    monkeypatch.setattr(ExportDialog, "exec", lambda dialog: 1)
    monkeypatch.setattr(ExportDialog, "choice", lambda dialog: choice)
    monkeypatch.setattr(ReportDialog, "exec", lambda dialog: pytest.fail("nothing was written"))
    said = []
    monkeypatch.setattr(ErrorBox, "exec", lambda box: said.append(box.detail.text()) or 0)
    tag(bench, "بوتين")
    bench.window.actions_table["export"].trigger()
    assert not out.exists()
    assert "nothing to export: no article is finished" in said[0]


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


def test_a_five_megabyte_line_opens_tags_and_saves(make_bench):
    text = "قال بوتين إن روسيا وقعت اتفاقا مع أرمينيا. " * 62_000
    assert len(text.encode("utf-8")) > 4_500_000
    bench = make_bench(text.strip())
    bench.view.place_caret(len(bench.view.text))
    start = bench.view.text.rindex("روسيا")
    from annotator.model import Span

    bench.view.select(Span(start, start + 5))
    bench.press(Key.Key_1)
    assert bench.stored()[0].span == Span(start, start + 5)


def test_an_error_in_the_project_file_is_shown_and_nothing_is_emptied(make_bench, monkeypatch):
    bench = make_bench("قال بوتين")
    bench.workspace.commands.closing.close()
    catalog = bench.path / "catalog.json"
    catalog.write_bytes(b'{"articles": {"1": {"id"')
    shown = []

    def decline(box):
        shown.append(box.text())
        box.button(QMessageBox.StandardButton.Cancel).click()
        return 0

    monkeypatch.setattr(QMessageBox, "exec", decline)
    bench.workspace.commands.project.open_or_explain(bench.path)
    assert len(shown) == 1
    assert "catalog.json" in shown[0]
    assert catalog.read_bytes() == b'{"articles": {"1": {"id"'
    assert bench.session.project is None
