"""The export dialog says what would be lost, while one chooses."""

import json
import threading

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from annotator.project import Project
from ui import i18n
from ui.commands.transfer import Losses
from ui.dialogs.transfer.export_dialog import ExportDialog


@pytest.fixture
def project(tmp_path):
    lines = [
        {"text": f"{n} قال بوتين", "spans": [[2, 11, "quote"], [6, 11, "actor"]]} for n in range(3)
    ]
    file = tmp_path / "a.jsonl"
    file.write_text("".join(json.dumps(line) + "\n" for line in lines), encoding="utf-8")
    with Project.create(tmp_path / "project") as project:
        project.import_files(file, options={"annotator": "sara"})
        yield project


@pytest.fixture
def open_dialog(show, tmp_path, project, qtbot):
    def opened(counting=None):
        dialog = show(
            ExportDialog(tmp_path / "out", ["sara"], "sara", counting=counting or Losses(project))
        )
        if counting is None:
            wait(qtbot, dialog)
        return dialog

    return opened


def wait(qtbot, dialog) -> None:
    qtbot.waitUntil(lambda: not dialog.losses.is_counting)


def nested(dialog):
    return dialog.options.field("nested")


def rows(box):
    return [box.itemText(row) for row in range(box.count())]


def test_it_says_what_would_be_lost_and_what_each_choice_would(open_dialog):
    dialog = open_dialog()
    assert dialog.losses.isVisible()
    assert dialog.losses.summary.text() == "3 of 6 annotations in 3 articles would be left out."
    assert dialog.losses.reasons.text() == "inside or around another: 3"
    assert nested(dialog).hint.text().endswith("\n3 of 6 would be left out")
    box = nested(dialog).widget
    titles = rows(box)
    box.showPopup()
    assert [row.partition(" · ")[2] for row in rows(box)] == [
        "3 of 6 would be left out",
        "3 of 6 would be left out",
        "0 of 6 would be left out",
    ]
    box.hidePopup()
    assert rows(box) == titles
    assert "left out" not in dialog.options.field("columns").hint.text()


def test_another_choice_is_counted_anew(open_dialog, qtbot):
    dialog = open_dialog()
    nested(dialog).widget.setFocus()
    QTest.keyClick(nested(dialog).widget, Qt.Key.Key_End)
    assert dialog.losses.summary.text() == "Counting what would be lost…"
    assert "would be left out" not in nested(dialog).hint.text()
    wait(qtbot, dialog)
    assert dialog.losses.summary.text() == (
        "All 6 annotations in 3 articles would be written as they are."
    )
    assert nested(dialog).hint.text().endswith("\n0 of 6 would be left out")
    dialog.format.set_value("jsonl")
    wait(qtbot, dialog)
    assert dialog.losses.reasons.text() == ""


def test_what_stops_the_export_is_said(open_dialog, qtbot):
    dialog = open_dialog()
    dialog.status.set_value("done")
    wait(qtbot, dialog)
    assert "nothing to export" in dialog.losses.summary.text()


class Endless:
    """Counts the first choice for ever, and the others as the project does."""

    def __init__(self, project):
        self.real = Losses(project)
        self.begun = threading.Event()
        self.stopped = threading.Event()

    def preview(self, choice, progress):
        if choice.format != "conll2003":
            return self.real.preview(choice, progress)
        self.begun.set()
        try:
            while True:
                progress(1, 4)
        finally:
            self.stopped.set()

    def choices(self, choice, progress):
        return self.real.choices(choice, progress)


def test_counting_stops_when_the_choice_changes(open_dialog, project, qtbot):
    counting = Endless(project)
    dialog = open_dialog(counting)
    qtbot.waitUntil(lambda: dialog.losses.bar.isVisible())
    assert (dialog.losses.bar.value(), dialog.losses.bar.maximum()) == (1, 4)
    dialog.format.set_value("jsonl")
    qtbot.waitUntil(lambda: dialog.losses.summary.text().startswith("All 6"))
    assert counting.stopped.is_set()
    assert not dialog.losses.bar.isVisible()


def test_counting_can_be_stopped_and_begins_again(open_dialog, project, qtbot):
    counting = Endless(project)
    dialog = open_dialog(counting)
    qtbot.waitUntil(lambda: dialog.losses.stop.isVisible())
    QTest.mouseClick(dialog.losses.stop, Qt.MouseButton.LeftButton)
    assert dialog.losses.summary.text() == "Not counted to the end."
    qtbot.waitUntil(counting.stopped.is_set)
    wait(qtbot, dialog)
    assert not dialog.losses.stop.isVisible()
    dialog.format.set_value("json")
    wait(qtbot, dialog)
    assert dialog.losses.summary.text().startswith("All 6")


def test_a_dialog_that_is_closed_counts_no_longer(open_dialog, project, qtbot):
    counting = Endless(project)
    dialog = open_dialog(counting)
    qtbot.waitUntil(counting.begun.is_set)
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert counting.stopped.is_set()
    assert not dialog.losses.is_counting


def test_it_speaks_arabic(app, open_dialog):
    i18n.install(app, "ar", "EG")
    dialog = open_dialog()
    assert dialog.losses.summary.text() == "سيُترك ٣ من الوسوم البالغ عددها ٦ في ٣ مقالات."
    assert nested(dialog).hint.text().endswith("\nيُترك ٣ من ٦")


def test_nothing_is_counted_where_nobody_asks(show, tmp_path):
    dialog = show(ExportDialog(tmp_path / "out", ["sara"], "sara"))
    assert not dialog.losses.isVisible()
    assert not dialog.losses.is_counting
