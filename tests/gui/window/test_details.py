"""What is known about an article is corrected, saved, undone and done again in the real window."""

from PySide6.QtCore import Qt

from annotator.project import ArticleEntry, Project
from tests.gui.window.conftest import Bench
from ui.dialogs.article_details_dialog import ArticleDetailsDialog

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


def on_disk(bench: Bench) -> ArticleEntry:
    with Project.open(bench.path, read_only=True) as project:
        return project.entries()[0]


def test_details_and_fields_are_saved_and_undone(bench: Bench, monkeypatch) -> None:
    def answer(dialog: ArticleDetailsDialog) -> int:
        dialog.title.setText("عنوان")
        dialog.asked["genre"].setCurrentIndex(3)
        return 1

    monkeypatch.setattr(ArticleDetailsDialog, "exec", answer)
    before = on_disk(bench)
    bench.shortcut(Qt.Key.Key_D, CTRL)
    after = on_disk(bench)
    assert (after.title, after.fields) == ("عنوان", {"genre": "opinion"})
    assert bench.session.undo_stack.undoText() == "change article details"
    bench.shortcut(Qt.Key.Key_Z, CTRL)
    assert on_disk(bench) == before
    assert bench.session.article.fields == {}
    bench.shortcut(Qt.Key.Key_Z, CTRL | SHIFT)
    assert on_disk(bench) == after


def test_cancelling_or_changing_nothing_is_nothing_to_undo(bench: Bench, monkeypatch) -> None:
    for result in (0, 1):
        monkeypatch.setattr(ArticleDetailsDialog, "exec", lambda _, result=result: result)
        bench.shortcut(Qt.Key.Key_D, CTRL)
        assert not bench.session.undo_stack.canUndo()
