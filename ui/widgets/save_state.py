"""The states of saving, and the words for each."""

from dataclasses import dataclass, replace
from datetime import datetime

from PySide6.QtCore import QLocale, QObject, QTime

from ui.i18n import isolate


@dataclass(frozen=True, slots=True)
class Saved:
    """Everything is on disk, the last edit since ``at`` (local time); None where nothing was edited yet."""

    at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Saving:
    """``edits`` edits are on their way to the disk."""

    edits: int


@dataclass(frozen=True, slots=True)
class NotSaved:
    """The last edit could not be written; it is tried again in ``retry_in`` seconds, None for only when asked."""

    reason: str
    retry_in: int | None = None

    def one_second_later(self) -> "NotSaved":
        return replace(self, retry_in=max(0, self.retry_in - 1)) if self.retry_in else self


@dataclass(frozen=True, slots=True)
class ReadOnly:
    """Nothing can be edited, and why."""

    reason: str


State = Saved | Saving | NotSaved | ReadOnly

ICONS = {Saved: "saved", Saving: "saving", NotSaved: "unsaved", ReadOnly: "lock"}


def words_for(state: State) -> str:
    return _SaveState().words(state)


class _SaveState(QObject):
    """An object, because lupdate finds plural forms in ``self.tr`` only."""

    def words(self, state: State) -> str:
        match state:
            case Saved(at):
                if at is None:
                    return self.tr("Saved")
                time = QLocale().toString(QTime(at.hour, at.minute), QLocale.FormatType.ShortFormat)
                return self.tr("Saved at %1").replace("%1", time)
            case Saving(edits):
                return self.tr("Saving %Ln edit(s)…", "", edits)
            case NotSaved(reason, seconds):
                words = (
                    self.tr("Not saved: %1")
                    if seconds is None
                    else self.tr("Not saved: %1. Next try in %Ln s", "", seconds)
                )
                return words.replace("%1", isolate(reason))
            case ReadOnly(reason):
                return self.tr("Read-only: %1").replace("%1", isolate(reason))
