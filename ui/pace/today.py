"""Today's pace in the status line, for who asked for it: read from the journal once, then counted on with every edit."""

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, QObject, QThread, Signal

from annotator.model import Origin
from ui.jobs import LatestJob
from ui.session import LayerChange, Session
from ui.settings import Memory, Settings

if TYPE_CHECKING:
    from annotator.pace import Deed, Figures

BY_HAND = (Origin.MANUAL, Origin.SUGGESTED)


class TodayPace(QObject):
    """Tells the words to show, nothing while the setting is off or no project is open."""

    said = Signal(str)

    def __init__(self, session: Session, memory: Memory, parent: QObject) -> None:
        super().__init__(parent)
        self._session, self._memory = session, memory
        self._read: list[Deed] = []
        self._since: list[Deed] = []
        """What was done since the journal was read; it has them by now, and they are not counted twice."""
        self._begun = datetime.now(UTC)
        self._job = LatestJob(self, QThread.Priority.LowPriority)
        self._job.done.connect(self._take)
        session.project_changed.connect(self._start)
        session.layer_changed.connect(self._count)
        session.layer_replaced.connect(self._count)
        memory.changed.connect(self._follow)

    def say_again(self) -> None:
        """Say the same in the language of now."""
        self._say()

    # -- inside

    def _follow(self, before: Settings, after: Settings) -> None:
        if before.show_pace != after.show_pace:
            self._start()

    def _start(self) -> None:
        self._read, self._since = [], []
        self._begun = datetime.now(UTC)
        project, annotator = self._session.project, self._session.annotator
        if project is None or not self._memory.settings.show_pace:
            self._job.stop()
            self.said.emit("")
        else:
            self._job.start(lambda report: _lately(project.deeds(annotator, report)))

    def _take(self, deeds: "list[Deed]") -> None:
        self._read = [deed for deed in deeds if deed.at < self._begun]
        self._say()

    def _count(self, change: LayerChange) -> None:
        from annotator.pace import MOST_AT_ONCE, Deed

        if not self._memory.settings.show_pace:
            return
        before, after = change.before.annotations, change.after.annotations
        made = [one for one in change.changed if one in after and one not in before]
        if any(after[one].origin not in BY_HAND for one in made):
            return
        counted = tuple(made) if len(made) <= MOST_AT_ONCE else ()
        gone = tuple(one for one in change.changed if one in before and one not in after)
        self._since.append(Deed(datetime.now(UTC), change.after.article_id, counted, gone))
        self._say()

    def _say(self) -> None:
        from annotator.pace import pace_of

        if self._session.project is None or not self._memory.settings.show_pace:
            return
        today = datetime.now(UTC).astimezone().date()
        self.said.emit(self._words(pace_of([*self._read, *self._since]).on(today)))

    def _words(self, figures: "Figures") -> str:
        number = QLocale()
        minutes = number.toString(figures.active // timedelta(minutes=1))
        if figures.per_hour is None:
            return self.tr("Today: %1 min", "active minutes").replace("%1", minutes)
        words = self.tr("Today: %1 min, %2 an hour", "active minutes, annotations")
        per_hour = number.toString(round(figures.per_hour))
        return words.replace("%1", minutes).replace("%2", per_hour)


def _lately(deeds: "list[Deed]") -> "list[Deed]":
    """Return what may count today: from the day before yesterday on, in whatever zone."""
    first = datetime.now(UTC) - timedelta(days=2)
    return [deed for deed in deeds if deed.at >= first]
