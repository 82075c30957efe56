"""Asks what a new project is called, where it goes and which labels it starts with."""

import os
import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtWidgets import QComboBox, QLineEdit, QWidget

from annotator.errors import AnnotatorError
from annotator.model import DEFAULT_SCHEMA, Schema
from ui.i18n import current, isolate, isolate_ltr
from ui.widgets.form import FormDialog, Problem
from ui.widgets.path_field import Kind, PathField

_NOT_IN_NAMES = re.compile(r'[<>:"/\\|?*\x00-\x1f]+')
"""Windows refuses these in file names; a project must be copyable to any laptop."""


@dataclass(frozen=True, slots=True)
class NewProjectChoice:
    """``path`` does not exist yet or is an empty folder."""

    title: str
    path: Path
    schema: Schema


class NewProjectDialog(FormDialog):
    def __init__(self, location: Path, parent: QWidget | None = None) -> None:
        super().__init__(parent, "")
        self.setWindowTitle(self.tr("New project"))
        self.add_heading(
            self.tr("New project"),
            self.tr(
                "A project is a folder with the articles, everybody’s annotations and the labels. "
                "You can copy, send and back it up like any folder."
            ),
        )
        self.title = QLineEdit()
        self.title.setPlaceholderText(self.tr("for example: Karabakh 2021"))
        self.add_field(self.tr("&Title"), self.title)
        self.location = PathField(Kind.FOLDER, location)
        self.location_field = self.add_field(self.tr("&Inside the folder"), self.location)
        self.labels = QComboBox()
        self.labels.addItem(self.tr("Actors, dates, quotes and agreements"), "built-in")
        self.labels.addItem(self.tr("From a file or another project"), "file")
        self.labels_field = self.add_field(self.tr("&Labels"), self.labels)
        filters = self.tr("Labels of a project (%1)").replace("%1", "project.json *.json")
        self.file = PathField(Kind.OPEN_FILE, filters=filters)
        self.file_field = self.add_field(self.tr("Labels &file"), self.file)
        self.title.textChanged.connect(self._show_target)
        self.location.changed.connect(self._show_target)
        self.location.changed.connect(self.recheck)
        self.labels.currentIndexChanged.connect(self._show_labels)
        self.file.changed.connect(self._show_labels)
        self.file.changed.connect(self.recheck)
        self._show_target()
        self._show_labels()
        self.add_buttons(self.tr("Create project"))

    def problems(self) -> Iterable[Problem]:
        if not folder_name(self.title.text()):
            yield Problem(self.title, self.tr("Please give the project a title."))
        if message := self._location_problem():
            yield Problem(self.location, message)
        if self._from_file() and not isinstance(found := self._read_labels(), Schema):
            yield Problem(self.file, found)

    def choice(self) -> NewProjectChoice:
        """Return the answer. Call it after the dialog was accepted."""
        found = self._read_labels()
        schema = found if isinstance(found, Schema) else DEFAULT_SCHEMA
        return NewProjectChoice(self.title.text().strip(), self._target(), schema)

    def _from_file(self) -> bool:
        return self.labels.currentData() == "file"

    def _target(self) -> Path:
        return (self.location.path() or Path()) / folder_name(self.title.text())

    def _location_problem(self) -> str:
        location = self.location.path()
        if location is None:
            return self.tr("Please choose the folder that the project goes into.")
        if not location.is_dir():
            return self.tr("This folder does not exist. Choose another one, or make it first.")
        if not os.access(location, os.W_OK):
            return self.tr("You may not write into this folder. Choose another one.")
        target = self._target()
        if folder_name(self.title.text()) and target.exists():
            if not target.is_dir():
                return self.tr("There is already a file of that name here. Choose another title.")
            if any(target.iterdir()):
                return self.tr(
                    "That folder exists and is not empty. Choose another title or folder."
                )
        return ""

    def _read_labels(self) -> Schema | str:
        """Return the schema to start with, or what keeps it from being read."""
        if not self._from_file():
            return DEFAULT_SCHEMA
        path = self.file.path()
        if path is None:
            return self.tr("Please choose the file that holds the labels.")
        from annotator.project import read_schema  # only this branch needs the store

        try:
            return read_schema(path)
        except AnnotatorError as error:
            from ui.wording.error_words import short

            return short(error)

    def _show_target(self) -> None:
        name = folder_name(self.title.text())
        self.location_field.set_hint(
            self.tr("The folder will be %1").replace("%1", isolate_ltr(str(self._target())))
            if name and self.location.path()
            else ""
        )

    def _show_labels(self) -> None:
        self.file_field.set_visible(self._from_file())
        found = self._read_labels()
        if isinstance(found, str):
            self.labels_field.set_hint("")
            return
        titles = [isolate(label.title(current())) for label in found.labels]
        comma = self.tr(", ", "between names in a list")
        self.labels_field.set_hint(
            self.tr("%1. You can change labels later.").replace("%1", comma.join(titles))
        )


def folder_name(title: str) -> str:
    """Return a title as a folder name that every system takes; Arabic stays Arabic."""
    return _NOT_IN_NAMES.sub("-", " ".join(title.split())).strip(" .-")[:80].rstrip(" .")
