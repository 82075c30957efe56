import json
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from annotator.model import DEFAULT_SCHEMA
from annotator.project import Project
from ui.dialogs.new_project_dialog import NewProjectChoice, NewProjectDialog, folder_name
from ui.widgets import path_field


def test_a_title_is_enough(show, tmp_path):
    dialog = show(NewProjectDialog(tmp_path))
    dialog.title.setText("قره باغ 2021")
    QTest.keyClick(dialog.title, Qt.Key.Key_Return)
    assert dialog.choice() == NewProjectChoice(
        "قره باغ 2021", tmp_path / "قره باغ 2021", DEFAULT_SCHEMA
    )
    assert dialog.result()


def test_the_folder_that_will_be_made_is_shown_beforehand(tmp_path):
    dialog = NewProjectDialog(tmp_path)
    dialog.title.setText("a/b: c?")
    assert str(tmp_path / "a-b- c") in dialog.location_field.hint.text()


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("قره باغ", "قره باغ"),
        ("a/b\\c", "a-b-c"),
        ("..", ""),
        (" x . ", "x"),
        ("CON: 1", "CON- 1"),
        ("\t", ""),
        ("ا" * 200, "ا" * 80),
    ],
)
def test_a_title_becomes_a_folder_name_every_system_takes(title, name):
    assert folder_name(title) == name


def test_an_empty_title_is_explained(show, tmp_path):
    dialog = show(NewProjectDialog(tmp_path))
    dialog.accept()
    assert dialog.isVisible()
    assert dialog.fields[0].message.isVisible()


def test_a_folder_that_is_not_there_is_explained(show, tmp_path):
    dialog = show(NewProjectDialog(tmp_path / "nowhere"))
    dialog.title.setText("x")
    dialog.accept()
    assert dialog.isVisible()
    assert "does not exist" in dialog.location_field.message.text()


@pytest.mark.parametrize("what", ["file", "full folder"])
def test_nothing_that_exists_is_built_over(show, tmp_path, what):
    target = tmp_path / "karabakh"
    if what == "file":
        target.write_text("x", encoding="utf-8")
    else:
        target.mkdir()
        (target / "thesis.docx").write_text("x", encoding="utf-8")
    dialog = show(NewProjectDialog(tmp_path))
    dialog.title.setText("karabakh")
    dialog.accept()
    assert dialog.isVisible()
    assert dialog.location_field.message.isVisible()


def test_an_empty_folder_may_become_the_project(show, tmp_path):
    (tmp_path / "karabakh").mkdir()
    dialog = show(NewProjectDialog(tmp_path))
    dialog.title.setText("karabakh")
    dialog.accept()
    assert dialog.result()


def test_labels_can_come_from_another_project(show, tmp_path):
    other = DEFAULT_SCHEMA.__class__(DEFAULT_SCHEMA.labels[:2])
    Project.create(tmp_path / "other", schema=other).close()
    dialog = show(NewProjectDialog(tmp_path))
    dialog.title.setText("new")
    dialog.labels.setCurrentIndex(1)
    assert dialog.file.isVisible()
    dialog.file.set_path(tmp_path / "other" / "project.json")
    assert "Date" in dialog.labels_field.hint.text()
    dialog.accept()
    assert dialog.choice().schema == other


@pytest.mark.parametrize("content", ["", "{", json.dumps({"labels": "x"}), None])
def test_a_labels_file_that_is_none_is_explained_in_place(show, tmp_path, content):
    file = tmp_path / "labels.json"
    if content is not None:
        file.write_text(content, encoding="utf-8")
    dialog = show(NewProjectDialog(tmp_path))
    dialog.title.setText("new")
    dialog.labels.setCurrentIndex(1)
    dialog.file.set_path(file)
    dialog.accept()
    assert dialog.isVisible()
    assert "labels.json" in dialog.file_field.message.text()


def test_browsing_fills_the_location(show, tmp_path, monkeypatch):
    (tmp_path / "deep").mkdir()
    monkeypatch.setattr(
        path_field.QFileDialog, "getExistingDirectory", lambda *_: str(tmp_path / "deep")
    )
    dialog = show(NewProjectDialog(Path("/")))
    QTest.mouseClick(dialog.location.button, Qt.MouseButton.LeftButton)
    assert dialog.location.path() == tmp_path / "deep"


def test_giving_up_browsing_changes_nothing(show, tmp_path, monkeypatch):
    monkeypatch.setattr(path_field.QFileDialog, "getExistingDirectory", lambda *_: "")
    dialog = show(NewProjectDialog(tmp_path))
    dialog.location.browse()
    assert dialog.location.path() == tmp_path
