"""Why a value is proposed, in words."""

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, QObject

from annotator.proposals.used_names import NameProposal, NameReason
from ui.i18n import isolate, isolate_ltr

if TYPE_CHECKING:  # it reads texts, which is not wanted before somebody asks for a speaker
    from annotator.proposals.speakers import Reason


class Reasons(QObject):
    """The words for each kind of reason, in the language of now."""

    def of_date(self, value: str, reason: tuple[str, ...]) -> str:
        """Say how the value of a date was reached; ``reason`` is as in `annotator.text.dates.reader.REASONS`."""
        code, arguments = reason[0], reason[1:]
        words = (
            self._days_from(*arguments) if code == "days-from" else self._date_words().get(code, "")
        )
        if code == "units-from":
            return self._units_from(*arguments)
        if code.startswith("weekday-"):
            words = words.replace("%w", self._weekday(value))
        if code == "past-units":
            return words.replace("%1", isolate_ltr(arguments[-1]))
        for number, argument in enumerate(arguments, 1):
            words = words.replace(f"%{number}", isolate_ltr(argument))
        return words

    def of_name(self, proposal: NameProposal) -> str:
        if proposal.reason == NameReason.REGISTERED:
            return self.tr("from the list of names")
        if proposal.reason == NameReason.RELATED:
            return self.tr("a name in use that shares a word")
        if proposal.reason == NameReason.SOUND:
            return self.tr("a name that sounds alike in other letters")
        if proposal.reason == NameReason.WRITTEN:
            return self.tr("as it is written")
        return self.tr("given to the same words %Ln time(s)", "", proposal.times)

    def of_speaker(self, reason: "Reason") -> str:
        from annotator.proposals.speakers import Reason

        return {
            Reason.NAMED: self.tr("named by the text"),
            Reason.SAME_NAME: self.tr("named by the text, marked elsewhere"),
            Reason.CUE: self.tr("a verb of saying beside the name"),
            Reason.NEAREST: self.tr("the nearest before the quote"),
            Reason.BEFORE: self.tr("before the quote"),
            Reason.AFTER: self.tr("after the quote"),
        }[reason]

    def _weekday(self, value: str) -> str:
        try:
            day = date.fromisoformat(value[:10])
        except ValueError:
            return ""
        return isolate(QLocale().dayName(day.isoweekday()))

    def _days_from(self, days: str, published: str) -> str:
        count = int(days)
        words = {
            0: self.tr("the day of publication, %1"),
            -1: self.tr("the day before publication, %1"),
            1: self.tr("the day after publication, %1"),
        }.get(count)
        if words is None and count < 0:
            words = self.tr("%Ln day(s) before %1", "", -count)
        elif words is None:
            words = self.tr("%Ln day(s) after %1", "", count)
        return words.replace("%1", isolate_ltr(published)).replace("%2", isolate_ltr(published))

    def _units_from(self, count: str, unit: str, published: str) -> str:
        number = abs(int(count))
        amount = {
            "day": self.tr("%Ln day(s)", "", number),
            "week": self.tr("%Ln week(s)", "", number),
            "month": self.tr("%Ln month(s)", "", number),
            "year": self.tr("%Ln year(s)", "", number),
            "decade": self.tr("%Ln decade(s)", "", number),
        }.get(unit, f"{number} {unit}")
        words = self.tr("%1 before %2") if int(count) < 0 else self.tr("%1 after %2")
        return words.replace("%2", isolate_ltr(published)).replace("%1", amount)

    def _date_words(self) -> dict[str, str]:
        return {
            "written": self.tr("as it is written"),
            "hijri": self.tr("from the Hijri date %1"),
            "hijri-beyond": self.tr("the Hijri date %1 is beyond the tables of the calendar"),
            "every-week": self.tr("it comes back every week"),
            "weekday-before": self.tr("%w before %1"),
            "weekday-after": self.tr("%w after %1"),
            "weekday-same": self.tr("%w, the day of publication, %1"),
            "past-units": self.tr("the time before %1"),
            "week-past": self.tr("the week before that of %1"),
            "week-this": self.tr("the week of %1"),
            "week-next": self.tr("the week after that of %1"),
            "month-past": self.tr("the month before that of %1"),
            "month-this": self.tr("the month of %1"),
            "month-next": self.tr("the month after that of %1"),
            "year-past": self.tr("the year before that of %1"),
            "year-this": self.tr("the year of %1"),
            "year-next": self.tr("the year after that of %1"),
            "season-past": self.tr("the last such season before %1"),
            "season-this": self.tr("this season, seen from %1"),
            "season-next": self.tr("the next such season after %1"),
            "decade-past": self.tr("the decade before that of %1"),
            "decade-this": self.tr("the decade of %1"),
            "decade-next": self.tr("the decade after that of %1"),
            "year-same": self.tr("the year named before, %1"),
            "month-same": self.tr("the month named before, %1"),
            "week-same": self.tr("the week of the day named before, %1"),
            "year-of-paragraph": self.tr("the year of the paragraph, %1"),
            "year-nearest": self.tr("the year nearest to publication, %1"),
        }


def of_date(value: str, reason: tuple[str, ...]) -> str:
    return Reasons().of_date(value, reason)


def of_name(proposal: NameProposal) -> str:
    return Reasons().of_name(proposal)


def of_speaker(reason: "Reason") -> str:
    return Reasons().of_speaker(reason)
