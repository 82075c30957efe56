from dataclasses import dataclass
from enum import StrEnum
from pathlib import PurePath


class Severity(StrEnum):
    """How bad a problem is."""

    ERROR = "error"  # something cannot be read, or says what is not so
    WARNING = "warning"  # usable, but somebody should look
    NOTE = "note"  # harmless leftovers


def shown(path: PurePath) -> str:
    """Return a path as it can be printed: names on disk need not be text."""
    return path.as_posix().encode("utf-8", "surrogateescape").decode("utf-8", "backslashreplace")


def gist(error: Exception) -> str:
    """Return what an error says is wrong, without what it says is to be done: here that is said, or done already."""
    return str(error).partition(". ")[0]


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that is wrong: where (a path inside the project), what, and what to do about it."""

    severity: Severity
    where: str
    what: str
    remedy: str

    def __str__(self) -> str:
        return f"{self.severity}: {self.where}: {self.what}. {self.remedy}"
