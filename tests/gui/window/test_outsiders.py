"""What other programs do to a project while its window is open: nothing is lost, and what happened is said."""

import json

import pytest
from PySide6.QtCore import Qt
from tinydb import TinyDB

from annotator import edits
from annotator.model import Annotation
from annotator.project import Project
from tests.gui.window.conftest import ANNOTATOR
from tests.helpers.projects import layer_file
from tests.helpers.waiting import shown
from ui.dialogs.report_dialog import ReportDialog

Key = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier


def tag(bench, word: str) -> None:
    bench.select(word)
    bench.press(Key.Key_1)


def report(bench) -> str:
    bench.qtbot.waitUntil(lambda: shown(ReportDialog) is not None)
    dialog = shown(ReportDialog)
    words = dialog.report()
    dialog.close()
    return words


@pytest.fixture
def unlocked(bench):
    """Delete the locks under the open window, as ``git clean -fdx`` does."""
    tag(bench, "بوتين")
    bench.wait_until_saved()
    for lock in (bench.path / ".locks").rglob("*.lock"):
        lock.unlink()
    return bench


def test_a_lock_that_was_deleted_is_taken_again_and_the_edit_is_saved(unlocked):
    tag(unlocked, "روسيا")
    assert "had been deleted from outside; it was taken again" in report(unlocked)
    assert [unlocked.view.text[a.start : a.end] for a in unlocked.stored()] == ["بوتين", "روسيا"]


def test_while_another_desk_has_the_place_the_edit_waits_and_both_are_kept(unlocked):
    article_id = unlocked.session.article.id
    span = unlocked.span("وأرمينيا")
    with Project.open(unlocked.path) as other, other.desk(ANNOTATOR) as desk:
        tag(unlocked, "روسيا")
        unlocked.qtbot.waitUntil(lambda: unlocked.session.save_state.reason != "")
        assert unlocked.session.pending == 1
        mine = Annotation("theirs", span, "actor")
        desk.commit(article_id, edits.add(mine, desk.layer(article_id)))
    unlocked.session.retry_saving()
    report(unlocked)
    words = {"بوتين", "روسيا", "وأرمينيا"}
    assert {unlocked.view.text[a.start : a.end] for a in unlocked.stored()} == words
    unlocked.qtbot.waitUntil(lambda: len(unlocked.layer) == 3)  # and the window shows it


def test_what_a_script_writes_under_the_open_window_is_merged_and_said_at_closing(
    bench, monkeypatch
):
    tag(bench, "بوتين")
    bench.wait_until_saved()
    article_id = bench.session.article.id
    bench.workspace.commands.closing.close()  # the layer has a file of its own now
    bench.workspace.commands.project.open(bench.path)
    bench.session.open_article(article_id)
    tag(bench, "روسيا")
    bench.wait_until_saved()
    with Project.open(bench.path, read_only=True) as project:
        file = layer_file(project, ANNOTATOR, article_id)
    span = bench.span("وأرمينيا")
    with TinyDB(file, encoding="utf-8") as database:
        row = {"start": span.start, "end": span.end, "label": "actor", "uid": "fromascript"}
        database.table("spans").insert({**database.table("spans").all()[0], **row})
    told = []
    monkeypatch.setattr(ReportDialog, "exec", lambda dialog: told.append(dialog.report()))
    bench.workspace.commands.closing.close()
    assert len(told) == 1
    assert f"{article_id}.json" in told[0]
    with Project.open(bench.path, read_only=True) as project:
        text = project.article(article_id).text
        found = {a.span.of(text) for a in project.layer(article_id, ANNOTATOR)}
    assert found == {"بوتين", "روسيا", "وأرمينيا"}


def test_a_layer_of_a_newer_hashiya_is_shown_and_not_edited(bench):
    tag(bench, "بوتين")
    bench.wait_until_saved()
    article_id = bench.session.article.id
    bench.workspace.commands.closing.close()
    with Project.open(bench.path, read_only=True) as project:
        file = layer_file(project, ANNOTATOR, article_id)
    tables = json.loads(file.read_text(encoding="utf-8"))
    [meta] = tables["meta"].values()
    meta["format"] = 99
    file.write_text(json.dumps(tables, ensure_ascii=False), encoding="utf-8")
    before = file.read_bytes()
    bench.workspace.commands.project.open(bench.path)
    bench.session.open_article(article_id)
    assert not bench.window.actions_table["delete-annotation"].isEnabled()
    tag(bench, "روسيا")
    assert "روسيا:actor" not in bench.drawing
    assert "newer" in bench.window.notice.text()
    bench.shortcut(Key.Key_PageDown, CTRL)  # the articles beside it can be edited
    tag(bench, "باشينيان")
    assert len(bench.stored()) == 1
    bench.workspace.commands.closing.close()
    assert file.read_bytes() == before
