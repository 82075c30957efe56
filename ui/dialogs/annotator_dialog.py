"""Asks once under which name annotations are kept."""

import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QLocale, Qt
from PySide6.QtWidgets import QCompleter, QLineEdit, QWidget

from annotator.model import GOLD
from ui.i18n import isolate
from ui.widgets.form import FormDialog, Problem

LONGEST_NAME = 80
"""Characters; the store refuses longer ones too, but here the user reads it while typing."""

"""The name of the adjudicated layer, which nobody annotates under."""


@dataclass(frozen=True, slots=True)
class AnnotatorChoice:
    """The name as it is kept: composed (NFC), with single spaces."""

    name: str


class AnnotatorDialog(FormDialog):
    """``known`` are the project's annotators, offered while typing; ``suggestion`` stands in the field at first."""

    def __init__(
        self, suggestion: str = "", known: Sequence[str] = (), parent: QWidget | None = None
    ) -> None:
        super().__init__(parent, "")
        self.setWindowTitle(self.tr("Your name"))
        self._known = tuple(name for name in known if name != GOLD)
        self.add_heading(
            self.tr("Who is annotating?"),
            self.tr(
                "Your annotations are kept under this name, apart from everybody else’s. "
                "Use the same name on every computer; you can change it in the settings."
            ),
        )
        self.name = QLineEdit(suggestion)
        self.name.setMaxLength(200)
        completer = QCompleter(self._known, self.name)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.name.setCompleter(completer)
        self.field = self.add_field(self.tr("&Name"), self.name)
        self.name.textChanged.connect(self._hint)
        self._hint()
        self.add_buttons(self.tr("Start annotating"))
        self.name.selectAll()

    def problems(self) -> Iterable[Problem]:
        if message := name_problem(tidy(self.name.text())):
            yield Problem(self.name, message)

    def choice(self) -> AnnotatorChoice:
        return AnnotatorChoice(tidy(self.name.text()))

    def _hint(self) -> None:
        name = tidy(self.name.text())
        near = next((k for k in self._known if k != name and k.casefold() == name.casefold()), "")
        if name in self._known:
            hint = self.tr("You will continue the work already kept under this name.")
        elif near:
            hint = self.tr("There is already work under %1, written differently.").replace(
                "%1", isolate(near)
            )
        elif self._known:
            names = self.tr(", ", "between names in a list").join(map(isolate, self._known[:6]))
            hint = self.tr("Names in this project: %1").replace("%1", names)
        else:
            hint = ""
        self.field.set_hint(hint)


def tidy(name: str) -> str:
    return " ".join(unicodedata.normalize("NFC", name).split())


def name_problem(name: str) -> str:
    """Return what is wrong with a tidied name, in the language shown, or nothing."""
    if not name:
        return QCoreApplication.translate(
            "AnnotatorName", "Please type a name: your own, or the one your lead gave you."
        )
    if name.casefold() == GOLD:
        return QCoreApplication.translate(
            "AnnotatorName",
            "“gold” is the reviewed layer of the project. Please choose another name.",
        )
    if len(name) > LONGEST_NAME:
        words = QCoreApplication.translate(
            "AnnotatorName", "This name is too long. Please use %1 characters at most."
        )
        return words.replace("%1", QLocale().toString(LONGEST_NAME))
    if any(unicodedata.category(character) in ("Cc", "Cs") for character in name):
        return QCoreApplication.translate(
            "AnnotatorName", "The name holds an invisible control character. Please type it again."
        )
    return ""
