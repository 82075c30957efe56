"""Nothing is lost: undo across restarts, history, backups, and projects that come damaged."""

import pytest
from PySide6.QtCore import Qt

from annotator.project import ChangeKind, Project
from annotator.project.safety import backup_timer
from tests.gui.window.conftest import ANNOTATOR
from ui.dialogs.backups_dialog import BackupsDialog
from ui.dialogs.check_dialog import CheckDialog
from ui.dialogs.errors.repair_box import RepairBox
from ui.dialogs.history_dialog import HistoryDialog
from ui.dialogs.report_dialog import ReportDialog

Key = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier


def tag(bench, word: str, key: Qt.Key = Key.Key_1) -> None:
    bench.select(word)
    bench.press(key)


def restart(bench) -> None:
    """Close the project and open it again, as the next morning does."""
    assert bench.workspace.commands.closing.close()
    assert bench.workspace.commands.project.open(bench.path)
    bench.view.setFocus()


@pytest.fixture
def reports(monkeypatch) -> list[ReportDialog]:
    shown: list[ReportDialog] = []
    monkeypatch.setattr(ReportDialog, "exec", lambda dialog: shown.append(dialog) or 1)
    return shown


def test_undo_goes_back_beyond_a_restart(bench):
    states = [bench.drawing]
    tag(bench, "بوتين")
    states.append(bench.drawing)
    bench.press(Key.Key_2)
    states.append(bench.drawing)
    restart(bench)
    bench.qtbot.waitUntil(lambda: bench.session.undo_stack.count() == 2)
    assert bench.drawing == states[2]
    bench.shortcut(Key.Key_Z, CTRL)
    assert bench.drawing == states[1]
    bench.shortcut(Key.Key_Z, CTRL)
    assert bench.drawing == states[0]
    bench.shortcut(Key.Key_Y, CTRL)
    bench.shortcut(Key.Key_Y, CTRL)
    assert bench.drawing == states[2]
    assert [a.label for a in bench.stored()] == ["date"]


def test_an_edit_made_before_the_journal_is_read_keeps_the_undo_stack_true(bench):
    tag(bench, "بوتين")
    restart(bench)
    tag(bench, "روسيا")
    bench.wait_until_saved()
    bench.shortcut(Key.Key_Z, CTRL)
    assert "[روسيا:" not in bench.drawing
    assert "[بوتين:actor]" in bench.drawing


def test_the_history_of_an_annotation_says_what_it_was(bench, monkeypatch):
    shown = []
    monkeypatch.setattr(HistoryDialog, "exec", lambda dialog: shown.append(dialog) or 0)
    tag(bench, "وأرمينيا")
    bench.press(Key.Key_4)
    bench.shortcut(Key.Key_H, CTRL)
    changes = bench.session.history(bench.view.current)
    assert [change.kind for change in changes] == [ChangeKind.ADDED, ChangeKind.CHANGED]
    assert {change.by for change in changes} == {ANNOTATOR}
    table = shown[0].table
    newest = table.topLevelItem(0).text(2)
    assert "Actor" in newest
    assert "Agreement" in newest
    assert newest.index("Actor") < newest.index("Agreement")
    assert "added" in table.topLevelItem(table.topLevelItemCount() - 1).text(2)


def test_closing_a_changed_project_leaves_a_backup_and_an_unchanged_one_none(bench):
    tag(bench, "بوتين")
    bench.workspace.commands.closing.close()
    with Project.open(bench.path, read_only=True) as project:
        made = project.backups()
    assert [backup.reason for backup in made] == ["close"]
    bench.workspace.commands.project.open(bench.path)
    bench.workspace.commands.closing.close()
    with Project.open(bench.path, read_only=True) as project:
        assert project.backups() == made


def test_a_backup_is_made_while_work_goes_on(bench, monkeypatch):
    monkeypatch.setattr(backup_timer, "BACKUP_EVERY", 0.2)
    tag(bench, "بوتين")
    bench.wait_until_saved()
    bench.qtbot.waitUntil(lambda: len(bench.session.project.backups()) == 1)
    assert bench.session.project.backups()[0].reason == "timer"


def test_a_backup_brought_back_is_an_edit_that_can_be_taken_back(bench, monkeypatch, reports):
    tag(bench, "بوتين")
    bench.wait_until_saved()
    bench.session.project.back_up("manual")
    bench.press(Key.Key_Delete)
    tag(bench, "علييف")
    bench.wait_until_saved()

    def bring_back(dialog: BackupsDialog) -> int:
        last = dialog.table.topLevelItemCount() - 1
        dialog.table.setCurrentItem(dialog.table.topLevelItem(last))
        assert dialog.restore.isEnabled()
        return 1

    monkeypatch.setattr(BackupsDialog, "exec", bring_back)
    bench.window.actions_table["backups"].trigger()
    assert "[بوتين:actor]" in bench.drawing
    assert "[علييف:" not in bench.drawing
    assert len(reports) == 1
    bench.qtbot.waitUntil(lambda: bench.session.undo_stack.canUndo())
    assert len(bench.stored()) == 1


def test_check_says_that_every_file_is_whole(bench, monkeypatch):
    shown = []
    monkeypatch.setattr(CheckDialog, "exec", lambda dialog: shown.append(dialog) or 0)
    tag(bench, "بوتين")
    bench.window.actions_table["check"].trigger()
    assert shown[0].mend is None, shown[0].report()


def test_a_damaged_file_is_found_by_check_and_mended_from_the_journal(bench, monkeypatch, reports):
    tag(bench, "بوتين")
    bench.workspace.commands.closing.close()
    broken = next((bench.path / "annotations").glob("*/*/*.json"))
    broken.write_bytes(broken.read_bytes()[:40])
    with Project.open(bench.path, read_only=True) as project:
        assert project.check().problems
    monkeypatch.setattr(ReportDialog, "open", lambda dialog: reports.append(dialog))
    bench.workspace.commands.project.open(bench.path)
    assert "[بوتين:actor]" in bench.drawing
    bench.workspace.commands.closing.close()
    with Project.open(bench.path, read_only=True) as project:
        assert [p for p in project.check().problems if p.severity == "error"] == []
    assert list(bench.path.rglob("*.damaged*"))


def test_a_project_that_does_not_open_is_mended_when_asked(bench, monkeypatch, reports):
    tag(bench, "بوتين")
    bench.workspace.commands.closing.close()
    (bench.path / "catalog.json").write_bytes(b'{"articles": {"1": {"id"')

    def mend(box: RepairBox) -> int:
        box.mend.click()
        return box.result()

    monkeypatch.setattr(RepairBox, "exec", mend)
    assert bench.workspace.commands.project.open(bench.path)
    assert len(bench.session.entries()) == 3
    assert "[بوتين:actor]" in bench.drawing
    assert len(reports) == 1


def test_deleting_many_at_once_is_backed_up_first(bench):
    words = ("قال", "بوتين", "إن", "روسيا", "وأرمينيا", "وقّعتا", "اتفاقًا", "وأضاف", "علييف", "نعم")
    for word in words:
        tag(bench, word)
    before = bench.drawing
    bench.session.delete(tuple(a.id for a in bench.layer))
    bench.wait_until_saved()
    [backup] = bench.session.project.backups()
    assert backup.reason == "bulk-delete"
    bench.session.project.restore(backup)
    bench.session.reload_articles()
    assert bench.drawing == before


def test_deleting_a_few_makes_no_backup(bench):
    for word in ("بوتين", "روسيا"):
        tag(bench, word)
    bench.session.delete(tuple(a.id for a in bench.layer))
    bench.wait_until_saved()
    assert bench.session.project.backups() == ()


def test_a_backup_that_fails_is_said_and_the_edits_behind_it_are_saved(bench, monkeypatch):
    def fail(_reason):
        raise OSError("the backup disk is gone")

    monkeypatch.setattr(bench.session._saver, "_back_up", fail)
    bench.session._saver.back_up("test")
    tag(bench, "بوتين")
    bench.qtbot.waitUntil(lambda: "the backup disk is gone" in bench.window.notice.text())
    assert [a.label for a in bench.stored()] == ["actor"]


def test_a_bug_in_the_saving_thread_is_no_secret_and_the_edits_behind_it_are_saved(bench):
    def stumble(_desk):
        raise ZeroDivisionError("a bug")

    with bench.qtbot.capture_exceptions() as raised:
        bench.session._saver.run_task(stumble)
        tag(bench, "بوتين")
        bench.qtbot.waitUntil(lambda: len(raised) == 1)
    assert raised[0][0] is ZeroDivisionError
    assert [a.label for a in bench.stored()] == ["actor"]
