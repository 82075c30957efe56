"""What pyright cannot see of the window, and that pyright sees all the rest."""

import importlib.util
import re
import sys
import tomllib
from pathlib import Path

import pytest
from PySide6.QtCore import QAbstractItemModel

import ui
from tests.helpers.qt_members import classes_of, hidden_members, modules_of
from ui.widgets.row_models import RowTable

ROOT = Path(__file__).resolve().parents[3]

SAMPLE = '''
from functools import cached_property
from PySide6.QtCore import QAbstractTableModel, QModelIndex, QSize, Signal
from PySide6.QtWidgets import QCheckBox, QLabel, QTableView, QWidget


class Reader:
    """No widget by itself."""

    def read(self):
        self.font = "Amiri"
        self.letters = 3


class Page(Reader, QWidget):
    moved = Signal()
    resize = Signal(int)

    def __init__(self):
        super().__init__()
        self.first, (self.size, self.second) = 1, (2, 3)
        self.width: int = 4
        self.first.height = 5
        self._x = 6

    def x(self, x):
        return x

    def sizeHint(self):
        class Inner:
            def __init__(self):
                self.pos = 1

        return QSize(1, 1)

    class Part(QLabel):
        @property
        def text(self):
            return ""

        @cached_property
        def lines(self):
            return ()


class Check(QCheckBox):
    toggled = Signal(bool)
    click = None


class Rows(QAbstractTableModel):
    def rowCount(self, parent=QModelIndex()):
        return 0

    def columnCount(self):
        return 0

    def index(self, *arguments):
        return super().index(*arguments)


class View(QTableView):
    def moveCursor(self, action, modifiers):
        return super().moveCursor(action, modifiers)


class NoWidget:
    def __init__(self):
        self.size = 1
'''


def test_nothing_in_the_window_hides_a_member_of_qt():
    assert hidden_members(modules_of(ui)) == []


def test_what_hides_a_member_of_qt_is_found_and_an_override_is_none(tmp_path, monkeypatch):
    file = tmp_path / "sampled.py"
    file.write_text(SAMPLE, encoding="utf-8")
    spec = importlib.util.spec_from_file_location("sampled", file)
    module = importlib.util.module_from_spec(spec)
    monkeypatch.setitem(sys.modules, "sampled", module)
    spec.loader.exec_module(module)
    assert hidden_members([module]) == [
        "sampled.Check.click",
        "sampled.Check.toggled",
        "sampled.Page.Part.text",
        "sampled.Page.resize",
        "sampled.Page.size",
        "sampled.Page.width",
        "sampled.Page.x",
        "sampled.Reader.font",
        "sampled.Rows.columnCount",
    ]


def models() -> list[type]:
    return [one for one in classes_of(modules_of(ui)) if issubclass(one, QAbstractItemModel)]


def test_every_model_of_rows_stands_on_the_shared_one():
    assert len(models()) >= 10
    assert [one for one in models() if not issubclass(one, RowTable)] == []


@pytest.mark.parametrize("name", ["rowCount", "headerData", "canFetchMore", "fetchMore"])
def test_what_the_shared_model_says_is_said_once(name):
    assert {one.__module__ for one in models() if name in vars(one)} == {"ui.widgets.row_models"}


def test_types_are_checked_wherever_code_is_shipped_or_run():
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    checked = settings["tool"]["pyright"]
    shipped = settings["tool"]["hatch"]["build"]["targets"]["wheel"]["packages"]
    assert {*shipped, "scripts"} <= set(checked["include"])
    assert checked["typeCheckingMode"] == "standard"
    assert checked["strict"] == ["annotator"]
    assert not {"exclude", "ignore"} & set(checked)


def test_no_complaint_about_the_window_is_silenced():
    silenced = re.compile(r"#\s*(type:\s*ignore|pyright:)|\bcast\(")
    folders = ("ui", "resources", "scripts")
    found = [
        f"{file.relative_to(ROOT)}: {line.strip()}"
        for folder in folders
        for file in sorted((ROOT / folder).rglob("*.py"))
        for line in file.read_text(encoding="utf-8").splitlines()
        if silenced.search(line)
    ]
    assert found == []
