"""What a format says of itself beside its options: what people want it for, what it holds, what has to be installed for it."""

import importlib
from dataclasses import dataclass, fields
from enum import Enum
from types import ModuleType

from annotator.errors import OptionError
from annotator.options import Words


class Purpose(Enum):
    """What people want a format for. Lists of formats are grouped so, in this order."""

    TEXTS = "texts"
    TRAIN = "train"
    TUNE = "tune"
    HAND_OVER = "hand over"
    ANALYSE = "analyse"
    READ = "read"

    @property
    def title(self) -> Words:
        return _TITLES[self]


_TITLES = {
    Purpose.TEXTS: Words("Bring in texts", "إدخال نصوص"),
    Purpose.TRAIN: Words("Train a tagger", "تدريب نموذج يضع الوسوم"),
    Purpose.TUNE: Words("Tune a language model", "ضبط نموذج لغوي"),
    Purpose.HAND_OVER: Words("Hand over to a tool", "النقل من أداة وإليها"),
    Purpose.ANALYSE: Words("Analyse in a spreadsheet", "التحليل في جدول بيانات"),
    Purpose.READ: Words("Read and print", "القراءة والطباعة"),
}


@dataclass(frozen=True, slots=True)
class Holds:
    """What a format has a place for. What it has none for an export counts in its loss report.

    ``several_layers`` is the work of several annotators on one article, ``sub_word`` an edge inside a token, ``status`` how
    far an annotator is with an article, ``remarks`` are flags and questions.
    """

    several_layers: bool = False
    attributes: bool = False
    relations: bool = False
    zones: bool = False
    notes: bool = False
    remarks: bool = False
    nested: bool = False
    crossing: bool = False
    sub_word: bool = False
    status: bool = False
    spans: bool = True

    def words(self) -> tuple[str, ...]:
        """Return what is held, a word each, as the table in the README has it."""
        return tuple(word for name, word in _WORDS.items() if getattr(self, name))


_WORDS = {
    "spans": "spans",
    "nested": "nested",
    "crossing": "crossing",
    "sub_word": "inside words",
    "attributes": "values",
    "relations": "links",
    "notes": "notes",
    "zones": "zones",
    "remarks": "questions",
    "status": "status",
    "several_layers": "annotators",
}

EVERYTHING = Holds(*(True for _ in fields(Holds)))
NO_SPANS = Holds(spans=False)
FLAT = Holds()
"""One annotation at a time over whole tokens, and nothing about it."""


@dataclass(frozen=True, slots=True)
class Needs:
    """A module that is not always installed, and the extra of Hashiya that brings it."""

    module: str
    extra: str

    def load(self) -> ModuleType:
        """Import the module. Raise `OptionError` saying how to install it where it is not there."""
        try:
            return importlib.import_module(self.module)
        except ModuleNotFoundError as error:
            raise OptionError(
                f"this format needs {error.name or self.module}, which is not installed: "
                f"pip install 'hashiya[{self.extra}]'"
            ) from None
