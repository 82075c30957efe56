"""Asks which articles, whose annotations and what goes with them, for paper, for a PDF file and for a web page alike."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import Enum
from pathlib import Path

from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QCheckBox, QWidget

from annotator.model import GOLD, Status
from ui.i18n import isolate
from ui.widgets.form import WIDE, FormDialog, Problem
from ui.widgets.options import Option, OptionBox
from ui.widgets.path_field import Kind, PathField


class Medium(Enum):
    """What the articles are put on."""

    PAPER = "paper"
    PDF = "pdf"
    PAGE = "page"


class Which(Enum):
    """Which articles of the project."""

    OPEN = "open"
    LISTED = "listed"
    ALL = "all"
    FINISHED = "finished"
    BEGUN = "begun"


@dataclass(frozen=True, slots=True)
class Offer:
    """What can be chosen: who has annotated, what is open, how many the list of articles shows of how many."""

    annotators: tuple[str, ...]
    annotator: str
    has_open: bool
    listed: int
    total: int
    out: Path = Path()


@dataclass(frozen=True, slots=True)
class Choice:
    """``annotator`` is ``""`` for the bare text; ``out`` counts for files only."""

    which: Which
    annotator: str
    names: bool
    values: bool
    out: Path


STATUSES = {Which.FINISHED: Status.DONE, Which.BEGUN: Status.IN_PROGRESS}
"""The choices that depend on whose annotations are meant."""


class ChoiceDialog(FormDialog):
    def __init__(self, medium: Medium, offer: Offer, parent: QWidget | None = None) -> None:
        super().__init__(parent, "", width=WIDE)
        self._medium, self._offer = medium, offer
        title, explanation, button = self._words()
        self.setWindowTitle(title)
        self.add_heading(title, explanation)
        self.which = OptionBox(self._articles())
        self.add_field(self.tr("&Articles"), self.which)
        self.whose = OptionBox(self._people())
        self.whose.set_value(offer.annotator)
        self.add_field(self.tr("&Whose annotations"), self.whose)
        self.names = QCheckBox(self.tr("&Names of the labels under the text"))
        self.names.setChecked(True)
        self.names.setVisible(medium is not Medium.PAGE)  # a page always has them
        self.body.addWidget(self.names)
        self.values = QCheckBox(self.tr("&Values, links and notes after each article"))
        self.values.setChecked(True)
        self.body.addWidget(self.values)
        self.out = PathField(Kind.SAVE_FILE, offer.out, self._filter())
        if medium is not Medium.PAPER:
            self.out_field = self.add_field(self.tr("Write &to"), self.out)
            self.out.changed.connect(self._say_replaced)
            self.out.changed.connect(self.recheck)
            self._say_replaced()
        else:
            self.out.hide()
        self.add_buttons(button)

    def choice(self) -> Choice:
        which, out = self.which.value(), self.out.path() or Path()
        assert isinstance(which, Which)
        return Choice(
            which, str(self.whose.value()), self.names.isChecked(), self.values.isChecked(), out
        )

    def problems(self) -> Iterable[Problem]:
        if self.which.value() in STATUSES and not self.whose.value():
            yield Problem(self.whose, self.tr("Choose whose work has to be so far."))
        if self._medium is Medium.PAPER:
            return
        out = self.out.path()
        if out is None or not out.name:
            yield Problem(self.out, self.tr("Please choose the file to write."))
        elif out.is_dir():
            yield Problem(self.out, self.tr("This is a folder. Please add the name of a file."))
        elif not out.absolute().parent.is_dir():
            yield Problem(
                self.out, self.tr("The folder of this file does not exist. Choose another one.")
            )

    def _words(self) -> tuple[str, str, str]:
        match self._medium:
            case Medium.PAPER:
                said = self.tr("You see the sheets before anything is printed.")
                return self.tr("Print"), said, self.tr("Preview")
            case Medium.PDF:
                said = self.tr(
                    "Sheets that look like the window. To search or copy Arabic words, save a web page: "
                    "PDF readers lose some letters."
                )
                return self.tr("Save as PDF"), said, self.tr("Save")
            case Medium.PAGE:
                said = self.tr(
                    "One file for any browser, with its font: to read, search, print or send. It fetches nothing."
                )
                return self.tr("Save as web page"), said, self.tr("Save")

    def _filter(self) -> str:
        if self._medium is Medium.PDF:
            return self.tr("PDF files (*.pdf)")
        return self.tr("Web pages (*.html)")

    def _articles(self) -> list[Option]:
        offer, number = self._offer, QLocale().toString
        found: list[Option] = []
        if offer.has_open:
            found.append(Option(Which.OPEN, self.tr("The open article")))
        if 0 < offer.listed < offer.total:
            listed = self.tr("Those that the list shows (%1)").replace("%1", number(offer.listed))
            found.append(Option(Which.LISTED, listed))
        everything = self.tr("All articles (%1)").replace("%1", number(offer.total))
        found.append(Option(Which.ALL, everything))
        found.append(Option(Which.FINISHED, self.tr("Those that are done")))
        found.append(Option(Which.BEGUN, self.tr("Those that are in progress")))
        return found

    def _people(self) -> Sequence[Option]:
        known = list(self._offer.annotators)
        if self._offer.annotator and self._offer.annotator not in known:
            known.insert(0, self._offer.annotator)
        found = [Option(name, isolate(name)) for name in known if name != GOLD]
        if GOLD in known:
            found.append(Option(GOLD, self.tr("Gold: the reviewed annotations")))
        found.append(Option("", self.tr("Nobody’s: the bare text")))
        return found

    def _say_replaced(self) -> None:
        out = self.out.path()
        there = out is not None and out.is_file()
        self.out_field.set_hint(
            self.tr("A file of this name exists and will be replaced.") if there else ""
        )
