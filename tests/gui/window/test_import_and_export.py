"""Files dropped on the window, and exports from it."""

import json

import pytest
from PySide6.QtCore import QMimeData, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication

from tests.gui.window.conftest import ANNOTATOR
from ui.dialogs.transfer.import_dialog import ImportDialog
from ui.dialogs.transfer.import_result import ImportResultDialog


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
    bench.tag("بوتين")
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
    bench.tag("بوتين")
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
    bench.tag("بوتين")
    bench.window.actions_table["export"].trigger()
    assert not out.exists()
    assert "nothing to export: no article is finished" in said[0]


@pytest.fixture
def import_with(bench, monkeypatch):
    """Return a function that drops a file, answers the dialog once it has looked into it, and reads the report."""

    def carry_out(path, choose) -> None:
        def answer(dialog: ImportDialog) -> int:
            dialog.show()
            bench.qtbot.waitUntil(lambda: not dialog.is_looking)
            choose(dialog)
            return dialog.result()

        monkeypatch.setattr(ImportDialog, "exec", answer)
        monkeypatch.setattr(ImportResultDialog, "exec", lambda dialog: 1)
        drop(bench, path)

    return carry_out


def test_labels_of_a_file_are_made_what_was_chosen_and_the_choice_is_remembered(
    bench, tmp_path, import_with
):
    first, second = tmp_path / "one.jsonl", tmp_path / "two.jsonl"
    for path, name in ((first, "بوتين"), (second, "لافروف")):
        spans = [[4, 4 + len(name), "PER"], [0, 3, "verb"]]
        line = {"text": f"قال {name} اليوم.", "label": spans}
        path.write_text(json.dumps(line, ensure_ascii=False) + "\n", encoding="utf-8")

    def choose(dialog: ImportDialog) -> None:
        for raw, times in (("PER", 0), ("verb", 4)):
            QTest.keyClick(dialog.labels.boxes[raw], Qt.Key.Key_Home)
            for _ in range(times):
                QTest.keyClick(dialog.labels.boxes[raw], Qt.Key.Key_Down)
        QTest.keyClick(dialog, Qt.Key.Key_Return)

    import_with(first, choose)
    assert [label.name for label in bench.session.project.schema.labels][-1] == "verb"
    names = [button.text() for button in bench.window.labels.findChildren(QAbstractButton)]
    assert any("verb" in name for name in names), "the strip has the new label"

    offered = {}

    def accept(dialog: ImportDialog) -> None:
        offered.update({raw: box.value() for raw, box in dialog.labels.boxes.items()})
        QTest.keyClick(dialog, Qt.Key.Key_Return)

    import_with(second, accept)
    assert offered == {"PER": "actor", "verb": "verb"}
    project = bench.session.project
    layers = [project.layer(entry.id, ANNOTATOR) for entry in bench.session.entries()]
    made = [sorted(one.label for one in layer) for layer in layers if len(layer)]
    assert made == [["actor", "verb"]] * 2
