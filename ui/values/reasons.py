"""Why a value is proposed, in words."""

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QLocale

from annotator.suggest.used_names import NameProposal, NameReason
from ui.i18n import isolate, isolate_ltr

if TYPE_CHECKING:  # it reads texts, which is not wanted before somebody asks for a speaker
    from annotator.suggest.speakers import Reason


class Reasons:
    """The words for each kind of reason. A namespace: the translation tool knows it by its name."""

    @staticmethod
    def tr(text: str, note: str = "", number: int = -1) -> str:
        return QCoreApplication.translate("Reasons", text, note or None, number)


def of_date(value: str, reason: tuple[str, ...]) -> str:
    """Say how the value of a date was reached; ``reason`` is as in `annotator.text.dates.REASONS`."""
    code, arguments = reason[0], reason[1:]
    words = _days_from(*arguments) if code == "days-from" else _date_words().get(code, "")
    if code == "units-from":
        return _units_from(*arguments)
    if code.startswith("weekday-"):
        words = words.replace("%w", _weekday(value))
    if code == "past-units":
        return words.replace("%1", isolate_ltr(arguments[-1]))
    for number, argument in enumerate(arguments, 1):
        words = words.replace(f"%{number}", isolate_ltr(argument))
    return words


def of_name(proposal: NameProposal) -> str:
    if proposal.reason == NameReason.REGISTERED:
        return Reasons.tr("from the list of names")
    return Reasons.tr("given to the same words %n time(s)", "", proposal.times)


def of_speaker(reason: "Reason") -> str:
    from annotator.suggest.speakers import Reason

    return {
        Reason.NAMED: Reasons.tr("named by the text"),
        Reason.SAME_NAME: Reasons.tr("named by the text, marked elsewhere"),
        Reason.CUE: Reasons.tr("a verb of saying beside the name"),
        Reason.NEAREST: Reasons.tr("the nearest before the quote"),
        Reason.BEFORE: Reasons.tr("before the quote"),
        Reason.AFTER: Reasons.tr("after the quote"),
    }[reason]


def _weekday(value: str) -> str:
    try:
        day = date.fromisoformat(value[:10])
    except ValueError:
        return ""
    return isolate(QLocale().dayName(day.isoweekday()))


def _days_from(days: str, published: str) -> str:
    count = int(days)
    words = {
        0: Reasons.tr("the day of publication, %1"),
        -1: Reasons.tr("the day before publication, %1"),
        1: Reasons.tr("the day after publication, %1"),
    }.get(count)
    if words is None and count < 0:
        words = Reasons.tr("%n day(s) before %1", "", -count)
    elif words is None:
        words = Reasons.tr("%n day(s) after %1", "", count)
    return words.replace("%1", isolate_ltr(published)).replace("%2", isolate_ltr(published))


def _units_from(count: str, unit: str, published: str) -> str:
    number = abs(int(count))
    amount = {
        "day": Reasons.tr("%n day(s)", "", number),
        "week": Reasons.tr("%n week(s)", "", number),
        "month": Reasons.tr("%n month(s)", "", number),
        "year": Reasons.tr("%n year(s)", "", number),
        "decade": Reasons.tr("%n decade(s)", "", number),
    }.get(unit, f"{number} {unit}")
    words = Reasons.tr("%1 before %2") if int(count) < 0 else Reasons.tr("%1 after %2")
    return words.replace("%2", isolate_ltr(published)).replace("%1", amount)


def _date_words() -> dict[str, str]:
    return {
        "written": Reasons.tr("as it is written"),
        "hijri": Reasons.tr("from the Hijri date %1"),
        "weekday-before": Reasons.tr("%w before %1"),
        "weekday-after": Reasons.tr("%w after %1"),
        "weekday-same": Reasons.tr("%w, the day of publication, %1"),
        "past-units": Reasons.tr("the time before %1"),
        "week-past": Reasons.tr("the week before that of %1"),
        "week-this": Reasons.tr("the week of %1"),
        "week-next": Reasons.tr("the week after that of %1"),
        "month-past": Reasons.tr("the month before that of %1"),
        "month-this": Reasons.tr("the month of %1"),
        "month-next": Reasons.tr("the month after that of %1"),
        "year-past": Reasons.tr("the year before that of %1"),
        "year-this": Reasons.tr("the year of %1"),
        "year-next": Reasons.tr("the year after that of %1"),
        "season-past": Reasons.tr("the last such season before %1"),
        "season-this": Reasons.tr("this season, seen from %1"),
        "season-next": Reasons.tr("the next such season after %1"),
        "decade-past": Reasons.tr("the decade before that of %1"),
        "decade-this": Reasons.tr("the decade of %1"),
        "decade-next": Reasons.tr("the decade after that of %1"),
        "year-same": Reasons.tr("the year named before, %1"),
        "month-same": Reasons.tr("the month named before, %1"),
        "week-same": Reasons.tr("the week of the day named before, %1"),
        "year-of-paragraph": Reasons.tr("the year of the paragraph, %1"),
        "year-nearest": Reasons.tr("the year nearest to publication, %1"),
    }
